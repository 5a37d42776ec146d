import { defineQuery } from '#platform/server/query.ts'
import { listViews as endpoint } from '../contract.ts'
import { allowSignedIn, signedIn } from './allow-signed-in.ts'
import type { AccountTables } from './tables.ts'
import { type SavedViewRow, viewsOf } from './view-repository.ts'

export const viewCards = (rows: readonly SavedViewRow[]) => ({ rows: rows.map(({ id, name, search }) => ({ id, name, search })) })

/** The views that one has saved of a list, in the order in which they were saved. */
export const listViews = defineQuery<AccountTables>()({
  name: 'accounts.listViews',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  read: async ({ actor, db }, { list }) => viewCards(await viewsOf(db, signedIn(actor), list)),
})
