import { holds } from '#kernel/actor.ts'
import { unitNames } from '#modules/accounts/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { defineQuery } from '#platform/server/query.ts'
import type { SubjectBook } from '#platform/server/subject-book.ts'
import { listReaders as endpoint, type Reader } from '../contract.ts'
import { narrowed, readersIn, visibleEntries } from './audit-queries.ts'
import { bureausOf, nothing, onePage, sinceOf, timed, watchers } from './looks.ts'
import type { AuditTables } from './tables.ts'

/** What bears this number; the rows shown are decided by the trail, so a number that is hidden is answered like one that is not there. */
async function subjectOf(
  open: OpenTransaction,
  books: readonly SubjectBook[],
  bureaus: readonly string[],
  number: string,
): Promise<string> {
  for (const book of books) {
    const id = await book.idOfNumber(open, bureaus, number)
    if (id !== null) return `${book.kind}:${id}`
  }
  return nothing
}

/** Who looked at one case or incident. */
export const listReaders = defineQuery<AuditTables>()({
  name: 'audit.listReaders',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...watchers),
  async read({ actor, db, now, open, books }, { number, subject: reference, days }) {
    const subject = reference ?? (number === undefined ? nothing : await subjectOf(open, books, bureausOf(actor), number))
    const found = await readersIn(narrowed(visibleEntries(db, actor), { subject, since: sinceOf(now, days) }))
    const names = await unitNames(
      open,
      found.flatMap(({ unit }) => unit ?? []),
    )
    return onePage(
      found.map((row): Reader => ({
        id: row.id,
        actorKind: row.actorKind,
        name: row.name,
        unitName: row.unit === null ? null : (names.get(row.unit) ?? row.unit),
        ...timed(row),
      })),
    )
  },
})
