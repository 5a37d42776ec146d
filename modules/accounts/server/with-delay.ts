import type { Actor } from '#kernel/actor.ts'
import { openAs } from '#platform/server/database.ts'
import type { Route } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { pairDelays } from '../domain/sign-in-delay.ts'
import { lockOfAccount } from './admit.ts'
import { signedIn } from './allow-signed-in.ts'
import { refusals } from './refusals.ts'
import type { AccountTables } from './tables.ts'
import { countFailures, forgetFailures, type Lock } from './throttle-repository.ts'

/** Counts a failure at each lock before the work and forgets it when the work was done, so that guesses at once are guesses. */
export async function withDelay<Answer>(platform: Platform, locks: readonly Lock[], work: () => Promise<Answer>): Promise<Answer> {
  const open = openAs(platform.db)
  const db = open.as<AccountTables>()
  const tried = await countFailures(db, locks, await platform.clock.now(open))
  if (!tried.mayTry) throw refusals.waitBeforeNextTry(tried.waitSeconds)
  const answer = await work()
  await forgetFailures(db, locks)
  return answer
}

/** Guesses at the second factor of one account, from wherever; the long delays, since the password was right already. */
export const lockOfCode = ({ vault }: Platform, policeNumber: string): Lock => ({
  keyHash: vault.hash('address', `code:${policeNumber}`),
  delays: pairDelays,
})

/** Guesses at the password in an open session are delayed like guesses at the log-in: whoever finds one must not learn it. */
const locksInSession = (platform: Platform, actor: Actor): readonly Lock[] => {
  const { policeNumber } = signedIn(actor)
  // why: of its own and with the long delays, since only who is signed in as the officer can get here.
  const ofSession = { keyHash: platform.vault.hash('address', `password:${policeNumber}`), delays: pairDelays }
  return [ofSession, lockOfAccount(platform.vault, policeNumber)]
}

/** A route of an open session that a guess can be made at. */
export const delayed = (route: Route): Route => ({
  ...route,
  carryOut: (platform, actor, input) => withDelay(platform, locksInSession(platform, actor), () => route.carryOut(platform, actor, input)),
})
