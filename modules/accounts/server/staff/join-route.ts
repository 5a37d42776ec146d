import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import { readInput } from '#platform/server/input.ts'
import type { PlainRoutes } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { acceptInvitation as endpoint } from '../../contract.ts'
import { lockOfAddress } from '../admit.ts'
import { officerOfId } from '../officer-repository.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { countFailure, secondsToWait } from '../throttle-repository.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { invitationHash } from './invitation-code.ts'
import { type Db, type FoundInvitation, openInvitation, personOf } from './invitation-repository.ts'

/** Who joins, as the actor of joining: without a grant, and with a name from the invitation or from the account. */
async function joining(db: Db, platform: Platform, invitation: FoundInvitation, policeNumber: string): Promise<Officer> {
  const renewed = invitation.officer_id === null ? undefined : await officerOfId(db, invitation.officer_id)
  return {
    kind: 'officer',
    id: invitation.officer_id ?? uuid(),
    name: renewed?.name ?? personOf(platform.vault, invitation)?.name ?? '',
    policeNumber,
    unitCode: invitation.unit_code,
    bureauCode: invitation.bureau_code,
    grants: [],
  }
}

/** Codes are guessed at from outside, so wrong ones are counted by network address; every reason why one does not count is one answer. */
export const joinRoute: PlainRoutes = (server, getPlatform) => {
  server.post(endpoint.path, async (request) => {
    const platform = getPlatform()
    const { vault, clock } = platform
    const { policeNumber, code, password } = readInput(endpoint.input, request.body ?? {})
    const open = openAs(platform.db)
    const db = open.as<AccountTables>()
    const now = await clock.now(open)
    const lock = lockOfAddress(vault, request.ip)
    const wait = await secondsToWait(db, [lock], now)
    if (wait > 0) throw refusals.waitBeforeNextTry(wait)
    const wrong = async () => refusals.invitationNotValid((await countFailure(db, lock, now)).waitSeconds)
    const invitation = await openInvitation(db, { codeHash: invitationHash(vault, code), policeNumber, now })
    if (!invitation) throw await wrong()
    const officer = await joining(db, platform, invitation, policeNumber)
    return endpoint.output.parse(await perform(platform, acceptInvitation, officer, { code, password }))
  })
}
