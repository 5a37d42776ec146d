import { defineAction } from '#platform/server/action.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { saveView as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { viewCards } from './list-views.ts'
import { refusals } from './refusals.ts'
import type { AccountTables } from './tables.ts'
import { keepView, viewsOf } from './view-repository.ts'

/** So many for one list: more would no longer be tabs. */
export const viewLimit = 12

/** Keeps the filters of a list under a name; the same name again replaces them. */
export const saveView = defineAction<AccountTables>()({
  name: 'accounts.saveView',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, about }, { id, list, name, search }) {
    const officer = signedIn(actor)
    about(aboutOfficer(officer))
    const view = { bureau_code: officer.bureauCode, id, officer_id: officer.id, list, name, search, saved_at: now }
    if (!(await keepView(tx, view))) throw houseRefusals.sameIdOtherContent()
    const kept = await viewsOf(tx, officer, list)
    if (kept.length > viewLimit) throw refusals.tooManyViews(viewLimit)
    return viewCards(kept)
  },
})
