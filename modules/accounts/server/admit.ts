import type { Officer } from '#kernel/actor.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import { accountDelays, addressDelays } from '../domain/sign-in-delay.ts'
import { findCandidate } from './officer-repository.ts'
import { isPassword } from './password.ts'
import { refusals } from './refusals.ts'
import type { AccountTables } from './tables.ts'
import { countFailure, forgetFailures, secondsToWait } from './throttle-repository.ts'

interface Knock {
  readonly policeNumber: string
  readonly password: string
  /** The network address that it came from. */
  readonly address: string
}

export const accountKey = (vault: Vault, policeNumber: string): Buffer => vault.hash('address', `account:${policeNumber}`)

/** The officer, if number and password belong together. Number unknown, password wrong and account closed are one answer. */
export async function admit(platform: Platform, { policeNumber, password, address }: Knock): Promise<Officer> {
  const open = openAs(platform.db)
  const db = open.as<AccountTables>()
  const now = await platform.clock.now(open)
  const ofAddress = platform.vault.hash('address', `network:${address}`)
  const ofAccount = accountKey(platform.vault, policeNumber)
  const addressWait = await secondsToWait(db, ofAddress, now)
  if (addressWait > 0) throw refusals.waitBeforeNextTry(addressWait)
  // why: counted before the password is looked at and forgotten if it was right, or many tries at once would count as none.
  const tried = await countFailure(db, { keyHash: ofAccount, delays: accountDelays, now })
  if (!tried.mayTry) throw refusals.waitBeforeNextTry(tried.waitSeconds)
  const found = await findCandidate(db, policeNumber)
  const isRight = await isPassword(password, found?.passwordVerifier ?? null)
  if (found && isRight && found.isActive) {
    await forgetFailures(db, ofAccount)
    return found.officer
  }
  const ofThisAddress = await countFailure(db, { keyHash: ofAddress, delays: addressDelays, now })
  throw refusals.wrongSignIn(Math.max(tried.waitSeconds, ofThisAddress.waitSeconds))
}
