import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { unmaskParty as endpoint } from '../contract.ts'
import { aboutCase } from './about-case.ts'
import { findCase, readers } from './case-repository.ts'
import { mayUnmask } from './find-case.ts'
import { partiesOf } from './paper-repository.ts'
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
    if (!party || !mayUnmask(actor, row)) throw refusals.partyNotFound(partyId)
    const cell = (column: string) => ({ bureauCode: party.bureau_code, table: 'cases.party', column, id: party.id })
    return {
      name: vault.open(party.name_sealed, cell('name')),
      phone: party.phone_sealed ? vault.open(party.phone_sealed, cell('phone')) : null,
    }
  },
})
