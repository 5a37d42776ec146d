import type { SubjectBook } from '#platform/server/subject-book.ts'
import type { IncidentTables } from './tables.ts'

/** Incidents by their numbers, for the trail. */
export const incidentBook: SubjectBook = {
  kind: 'incident',
  async idOfNumber(open, bureaus, number) {
    const row = await open
      .as<IncidentTables>()
      .selectFrom('incidents.incident')
      .select('id')
      .where('bureau_code', 'in', [...bureaus] as never[])
      .where('number', '=', number)
      .executeTakeFirst()
    return row?.id ?? null
  },
  async numbersOf(open, bureaus, ids) {
    if (ids.length === 0) return new Map()
    const rows = await open
      .as<IncidentTables>()
      .selectFrom('incidents.incident')
      .select(['id', 'number'])
      .where('bureau_code', 'in', [...bureaus] as never[])
      .where('id', 'in', [...ids])
      .execute()
    return new Map(rows.map((row) => [row.id, row.number]))
  },
}
