import { openAs } from '#platform/server/database.ts'
import type { Loop } from '#platform/server/worker.ts'
import { forgetAfterHours } from '../domain/sign-in-delay.ts'
import { deleteChallengesBefore } from './passkeys/passkey-repository.ts'
import { deleteSessionsExpiredBefore } from './session-repository.ts'
import type { AccountTables } from './tables.ts'
import { deleteFailuresBefore } from './throttle-repository.ts'

const hourMs = 3_600_000
const keepSessionsDays = 30

/** Removes sessions long over and failures long forgotten. Who signed in and when stays in the audit trail. */
export const sweep: Loop = {
  name: 'accounts.sweep',
  everyMs: hourMs,
  async turn(platform) {
    const open = openAs(platform.db)
    const db = open.as<AccountTables>()
    const now = (await platform.clock.now(open)).getTime()
    await deleteSessionsExpiredBefore(db, new Date(now - keepSessionsDays * 24 * hourMs))
    await deleteFailuresBefore(db, new Date(now - forgetAfterHours * hourMs))
    await deleteChallengesBefore(db, new Date(now))
    return false
  },
}
