import { v7 as uuid } from 'uuid'
import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { inviteOfficer as endpoint } from '../../contract.ts'
import { invitationEnd } from '../../domain/invitation.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { invitationHash, newInvitationCode } from './invitation-code.ts'
import { saveInvitation } from './invitation-repository.ts'
import { joinAddress } from './join-address.ts'
import { isPoliceNumberTaken } from './staff-repository.ts'
import { grantsGiven, unitGiven } from './units-given.ts'

/** Makes a code with which a new officer opens an account, in a unit and with roles that the actor may give. */
export const inviteOfficer = defineAction<AccountTables>()({
  name: 'accounts.inviteOfficer',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run({ actor, tx, now, vault, addresses, about }, { policeNumber, name, unitCode, position, officePhone, grants }) {
    const unit = await unitGiven(tx, actor, unitCode, 'unitCode')
    const id = uuid()
    about({ subject: `invitation:${id}`, bureauCode: unit.bureauCode, unitCode: unit.code })
    demandRecentProof(actor, now)
    const given = await grantsGiven(tx, actor, grants)
    if (await isPoliceNumberTaken(tx, policeNumber)) throw refusals.policeNumberTaken().at('policeNumber')
    const code = newInvitationCode()
    const expiresAt = invitationEnd(now)
    await saveInvitation(tx, vault, {
      bureau_code: unit.bureauCode,
      id,
      purpose: 'join',
      code_hash: invitationHash(vault, code),
      police_number: policeNumber,
      person: { name, position, officePhone },
      unit_code: unit.code,
      grants: given,
      invited_by: actor.id,
      made_at: now,
      expires_at: expiresAt,
      officer_id: null,
    })
    return { code, expiresAt: expiresAt.toISOString(), joinAddress: joinAddress(addresses) }
  },
})
