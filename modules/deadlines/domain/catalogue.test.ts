import { expect, it } from 'vitest'
import { day, startOf } from '#kernel/beijing-time.ts'
import { citationExists } from '#modules/law-library/index.ts'
import { catalogue, ruleInForce, rulesNamed } from './catalogue.ts'
import { forCitizen } from './deadline-rule.ts'

it('cites only articles that are in the law library', () => {
  const cited = catalogue.flatMap((rule) => [
    ...rule.basis,
    ...rule.counting,
    ...Object.values(rule.pausedBy ?? {}).flat(),
    ...Object.values(rule.restartedBy ?? {}).flat(),
    ...(rule.extensions ?? []).flatMap((step) => step.basis ?? []),
  ])
  expect(cited.filter((citation) => !citationExists(citation))).toEqual([])
})

it('gives every rule an article', () => {
  for (const rule of catalogue) expect(rule.basis.length, rule.id).toBeGreaterThan(0)
})

it('never has two editions of a rule in force on the same day', () => {
  for (const id of new Set(catalogue.map((rule) => rule.id.replace(/_20\d\d$/, '')))) {
    const editions = rulesNamed(id).toSorted((one, other) => (one.inForce.from ?? '').localeCompare(other.inForce.from ?? ''))
    editions.slice(1).forEach((later, index) => {
      expect((editions[index]?.inForce.to ?? '9999') < (later.inForce.from ?? ''), id).toBe(true)
    })
  }
})

it('finds the edition by the day of the start, in Beijing', () => {
  const newYear = startOf(day('2026-01-01'))
  const minuteBefore = new Date(newYear.getTime() - 60_000)
  expect(ruleInForce('admin_case_limit', minuteBefore)?.id).toBe('admin_case_limit_2012')
  expect(ruleInForce('admin_case_limit', newYear)?.id).toBe('admin_case_limit_2025')
  expect(ruleInForce('admin_case_limit_2012', newYear)).toBeUndefined()
  expect(ruleInForce('admin_filing_immediate', minuteBefore)?.basis[0]?.law).toBe('reporting-filing-rules-2023')
  expect(ruleInForce('admin_filing_immediate', newYear)?.basis[0]?.law).toBe('psapl-2025')
  expect(ruleInForce('crim_filing_review', startOf(day('2015-11-03')))).toBeUndefined()
  expect(ruleInForce('no_such_rule', newYear)).toBeUndefined()
})

it('tells a citizen only what was read in the law and restricts nobody', () => {
  const rule = ruleInForce('crim_filing_review', startOf(day('2026-03-02')))
  if (!rule) throw new Error('the rule is in force')
  expect(forCitizen(rule)).toBe(true)
  expect(forCitizen({ ...rule, standing: 'secondary' })).toBe(false)
  expect(forCitizen({ ...rule, standing: 'unconfirmed' })).toBe(false)
  expect(forCitizen({ ...rule, restrictsLiberty: true })).toBe(false)
})
