import type { SubjectBook } from '#platform/server/subject-book.ts'
import type { CaseTables } from './tables.ts'

/** Cases by their numbers, for the trail. */
export const caseBook: SubjectBook = {
  kind: 'case',
  async idOfNumber(open, bureaus, number) {
    const row = await open
      .as<CaseTables>()
      .selectFrom('cases.case')
      .select('id')
      .where('bureau_code', 'in', [...bureaus] as never[])
      .where('number', '=', number)
      .executeTakeFirst()
    return row?.id ?? null
  },
  async numbersOf(open, bureaus, ids) {
    if (ids.length === 0) return new Map()
    const rows = await open
      .as<CaseTables>()
      .selectFrom('cases.case')
      .select(['id', 'number'])
      .where('bureau_code', 'in', [...bureaus] as never[])
      .where('id', 'in', [...ids])
      .execute()
    return new Map(rows.map((row) => [row.id, row.number]))
  },
}
