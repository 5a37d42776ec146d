import { holds } from '#kernel/actor.ts'
import { officerByPoliceNumber } from '#modules/accounts/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { defineQuery } from '#platform/server/query.ts'
import type { SubjectBook } from '#platform/server/subject-book.ts'
import { listLooked as endpoint, type Looked } from '../contract.ts'
import { lookedAtIn, narrowed, visibleEntries } from './audit-queries.ts'
import { bureausOf, nothing, onePage, sinceOf, timed, watchers } from './looks.ts'
import type { AuditTables } from './tables.ts'

/** What one officer looked at. */
export const listLooked = defineQuery<AuditTables>()({
  name: 'audit.listLooked',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...watchers),
  async read({ actor, db, now, open, books }, { policeNumber, officerId, days }) {
    const named = policeNumber === undefined ? undefined : (await officerByPoliceNumber(open, policeNumber))?.id
    const found = await lookedAtIn(
      narrowed(visibleEntries(db, actor), { officerId: officerId ?? named ?? nothing, since: sinceOf(now, days) }),
    )
    const numbers = await numbersOf(
      open,
      books,
      bureausOf(actor),
      found.map(({ subject }) => subject),
    )
    return onePage(
      found.map((row): Looked => ({
        id: row.subject,
        kind: row.subject.split(':')[0] ?? '',
        number: numbers.get(row.subject) ?? null,
        ...timed(row),
      })),
    )
  },
})

async function numbersOf(
  open: OpenTransaction,
  books: readonly SubjectBook[],
  bureaus: readonly string[],
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = books.map(async ({ kind, numbersOf: numbered }) => {
    const ids = subjects.filter((subject) => subject.startsWith(`${kind}:`)).map((subject) => subject.slice(kind.length + 1))
    return [...(await numbered(open, bureaus, ids))].map(([id, number]) => [`${kind}:${id}`, number] as const)
  })
  return new Map((await Promise.all(found)).flat())
}
