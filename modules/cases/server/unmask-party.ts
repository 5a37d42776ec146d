import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { unmaskParty as endpoint } from '../contract.ts'
import { aboutCase } from './about-case.ts'
import { findCase, readers } from './case-repository.ts'
import { partiesOf } from './paper-repository.ts'
import { mayKnow } from './party-access.ts'
import { openParty } from './party-cells.ts'
import { refusals } from './refusals.ts'
import type { CaseTables } from './tables.ts'

/** Tells a party's name and phone in full, and writes down who asked. */
export const unmaskParty = defineQuery<CaseTables>()({
  name: 'cases.unmaskParty',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, vault, about }, { caseId, partyId }) {
    const row = await findCase(db, actor, caseId)
    if (!row) throw refusals.caseNotFound(caseId)
    about(aboutCase(row))
    const party = (await partiesOf(db, row.bureau_code, row.id)).find((one) => one.id === partyId)
    if (!party || !mayKnow(actor, row, party)) throw refusals.partyNotFound(partyId)
    return openParty(vault, party)
  },
})
