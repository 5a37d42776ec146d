import { openAs } from '#platform/server/database.ts'
import { expose, type Route } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { changePassword as endpoint } from '../contract.ts'
import { pairDelays } from '../domain/sign-in-delay.ts'
import { lockOfAccount } from './admit.ts'
import { signedIn } from './allow-signed-in.ts'
import { changePassword } from './change-password.ts'
import { refusals } from './refusals.ts'
import type { AccountTables } from './tables.ts'
import { countFailures, forgetFailures } from './throttle-repository.ts'

async function withDelay<Answer>(platform: Platform, policeNumber: string, change: () => Promise<Answer>): Promise<Answer> {
  const open = openAs(platform.db)
  const db = open.as<AccountTables>()
  const { vault, clock } = platform
  // why: of its own and with the long delays, since only who is signed in as the officer can get here.
  const ofSession = { keyHash: vault.hash('address', `password:${policeNumber}`), delays: pairDelays }
  const locks = [ofSession, lockOfAccount(vault, policeNumber)]
  const tried = await countFailures(db, locks, await clock.now(open))
  if (!tried.mayTry) throw refusals.waitBeforeNextTry(tried.waitSeconds)
  const answer = await change()
  await forgetFailures(db, locks)
  return answer
}

const exposed = expose(endpoint, changePassword)

/** Guesses at the old password are delayed like guesses at the log-in: whoever finds an open session must not learn it. */
export const changePasswordRoute: Route = {
  ...exposed,
  carryOut: (platform, actor, input) => withDelay(platform, signedIn(actor).policeNumber, () => exposed.carryOut(platform, actor, input)),
}
