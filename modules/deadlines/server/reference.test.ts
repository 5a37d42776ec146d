import { expect, it } from 'vitest'
import { catalogue } from '../domain/catalogue.ts'
import { referenceDocuments } from './reference.ts'

it('has one row for each rule, with its article', () => {
  const rows = (referenceDocuments()['deadlines.md'] ?? '').split('\n').filter((line) => line.startsWith('| `'))
  expect(rows).toHaveLength(catalogue.length)
  const caseLimit = rows.find((row) => row.includes('admin_case_limit_2025'))
  expect(caseLimit).toContain('另加 30日，最多 2 次')
  expect(caseLimit).toContain('《治安管理处罚法》（2025修订）第118条')
  for (const row of rows) expect(row.split(' | ')).toHaveLength(12)
})
