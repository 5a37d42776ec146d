import { openAs } from '#platform/server/database.ts'
import { expose, type Route } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { changePassword as endpoint } from '../contract.ts'
import { accountDelays } from '../domain/sign-in-delay.ts'
import { accountKey } from './admit.ts'
import { signedIn } from './allow-signed-in.ts'
import { changePassword } from './change-password.ts'
import { refusals } from './refusals.ts'
import type { AccountTables } from './tables.ts'
import { countFailure, forgetFailures } from './throttle-repository.ts'

async function withDelay<Answer>(platform: Platform, policeNumber: string, change: () => Promise<Answer>): Promise<Answer> {
  const open = openAs(platform.db)
  const db = open.as<AccountTables>()
  const keyHash = accountKey(platform.vault, policeNumber)
  const tried = await countFailure(db, { keyHash, delays: accountDelays, now: await platform.clock.now(open) })
  if (!tried.mayTry) throw refusals.waitBeforeNextTry(tried.waitSeconds)
  const answer = await change()
  await forgetFailures(db, keyHash)
  return answer
}

const exposed = expose(endpoint, changePassword)

/** Guesses at the old password are delayed like guesses at the log-in: whoever finds an open session must not learn it. */
export const changePasswordRoute: Route = {
  ...exposed,
  carryOut: (platform, actor, input) => withDelay(platform, signedIn(actor).policeNumber, () => exposed.carryOut(platform, actor, input)),
}
