import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { caseKinds, partyRoles, sensitivities } from '../domain/milestone.ts'
import { fewestShownDays, mostShownDays } from '../domain/shown-time.ts'
import { countedKinds } from '../domain/query-limits.ts'

const schema = readFileSync(`${import.meta.dirname}/migrations/20261124-1060-create-public-query.sql`, 'utf8')
const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

it.each([
  ['kind', caseKinds],
  ['role', partyRoles],
  ['sensitivity', sensitivities],
  ['kind', [...countedKinds, 'request']],
])('checks %s against the words of the domain: %j', (column, words) => {
  expect(schema).toContain(`check (${column} in (${listed(words)}))`)
})

it('lets a bureau set as many days as the domain does', () => {
  const later = readFileSync(`${import.meta.dirname}/migrations/20261128-1430-add-disagreements.sql`, 'utf8')
  expect(later).toContain(`check (shown_days between ${fewestShownDays} and ${mostShownDays})`)
})
