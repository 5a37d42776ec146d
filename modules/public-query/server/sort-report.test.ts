import { expect, it } from 'vitest'
import { categories } from '#modules/incidents/index.ts'
import { reportKinds, sortReport } from '../domain/online-report.ts'

it.each(reportKinds)('%s becomes a category that the desk knows', (kind) => {
  expect(categories.map(({ code }) => code)).toContain(sortReport({ kind, concerned: 'self' }).category)
})
