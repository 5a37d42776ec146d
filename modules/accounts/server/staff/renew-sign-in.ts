import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { holds } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { renewSignIn as endpoint } from '../../contract.ts'
import { invitationEnd } from '../../domain/invitation.ts'
import { aboutOfficer } from '../allow-signed-in.ts'
import { savePassword } from '../officer-repository.ts'
import { findAdministered } from '../officers-queries.ts'
import { hashPassword } from '../password.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import { revokeSessions } from '../session-repository.ts'
import type { AccountTables } from '../tables.ts'
import { invitationHash, newInvitationCode } from './invitation-code.ts'
import { type Db, saveInvitation } from './invitation-repository.ts'
import { joinAddress } from './join-address.ts'

interface Renewed {
  readonly id: string
  readonly bureauCode: BureauCode
  readonly unitCode: UnitCode
  readonly policeNumber: string
}

/** Voids the password of an account and makes the code that sets a new one. */
export async function voidPassword(
  { now, vault, addresses }: Pick<Doing, 'now' | 'vault' | 'addresses'>,
  tx: Db,
  { officer, invitedBy }: { readonly officer: Renewed; readonly invitedBy: string | null },
) {
  const code = newInvitationCode()
  const expiresAt = invitationEnd(now)
  await savePassword(tx, officer.id, { passwordVerifier: await hashPassword(randomBytes(32).toString('base64url')), now })
  await saveInvitation(tx, vault, {
    bureau_code: officer.bureauCode,
    id: uuid(),
    purpose: 'renew',
    code_hash: invitationHash(vault, code),
    police_number: officer.policeNumber,
    person: null,
    unit_code: officer.unitCode,
    grants: [],
    invited_by: invitedBy,
    made_at: now,
    expires_at: expiresAt,
    officer_id: officer.id,
  })
  const endedSessions = await revokeSessions(tx, officer, { now })
  return { code, expiresAt: expiresAt.toISOString(), joinAddress: joinAddress(addresses), endedSessions }
}

/** For who has forgotten the password: the old one is void at once, whoever may know it. */
export const renewSignIn = defineAction<AccountTables>()({
  name: 'accounts.renewSignIn',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run(doing, { officerId }) {
    const { actor, tx, now, about } = doing
    const officer = await findAdministered(tx, actor, officerId)
    if (!officer) throw refusals.officerNotFound()
    about(aboutOfficer(officer))
    if (officerId === actor.id) throw refusals.notOnOneself()
    demandRecentProof(actor, now)
    return voidPassword(doing, tx, { officer, invitedBy: actor.id })
  },
})
