import type { Kysely } from 'kysely'
import type { CaseTables } from '#modules/cases/server/tables.ts'

/** A module's handle knows its own tables; the compiler is the first of the four nets. */
export const readsOwnTable = (db: Kysely<CaseTables>) => db.selectFrom('cases.case')

// @ts-expect-error accounts.officer is another module's table, and a line without an error here would itself be one.
export const readsForeignTable = (db: Kysely<CaseTables>) => db.selectFrom('accounts.officer')
