import { defineAction } from '#platform/server/action.ts'
import { removeView as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { viewCards } from './list-views.ts'
import { refusals } from './refusals.ts'
import type { AccountTables } from './tables.ts'
import { deleteView, viewsOf } from './view-repository.ts'

/** Forgets one of the own views; another person's is not found. */
export const removeView = defineAction<AccountTables>()({
  name: 'accounts.removeView',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, about }, { viewId }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    const removed = await deleteView(tx, officer, viewId)
    if (!removed) throw refusals.viewNotFound()
    return viewCards(await viewsOf(tx, officer, removed.list))
  },
})
