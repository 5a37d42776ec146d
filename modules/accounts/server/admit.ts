import type { Officer } from '#kernel/actor.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import { accountDelays, addressDelays, pairDelays } from '../domain/sign-in-delay.ts'
import { findCandidate } from './officer-repository.ts'
import { isPassword } from './password.ts'
import { refusals } from './refusals.ts'
import type { AccountTables } from './tables.ts'
import { countFailure, countFailures, forgetFailures, type Lock, secondsToWait } from './throttle-repository.ts'

interface Knock {
  readonly policeNumber: string
  readonly password: string
  /** The network address that it came from. */
  readonly address: string
}

/** Everybody's failures at one account. Never a long wait, or a stranger could shut its officer out. */
export const lockOfAccount = (vault: Vault, policeNumber: string): Lock => ({
  keyHash: vault.hash('address', `account:${policeNumber}`),
  delays: accountDelays,
})

const lockOfPair = (vault: Vault, policeNumber: string, address: string): Lock => ({
  keyHash: vault.hash('address', `pair:${policeNumber}:${address}`),
  delays: pairDelays,
})

export const lockOfAddress = (vault: Vault, address: string): Lock => ({
  keyHash: vault.hash('address', `network:${address}`),
  delays: addressDelays,
})

/** The officer, if number and password belong together. Number unknown, password wrong and account closed are one answer. */
export async function admit({ db: database, clock, vault }: Platform, { policeNumber, password, address }: Knock): Promise<Officer> {
  const open = openAs(database)
  const db = open.as<AccountTables>()
  const now = await clock.now(open)
  const ofAddress = lockOfAddress(vault, address)
  const addressWait = await secondsToWait(db, [ofAddress], now)
  if (addressWait > 0) throw refusals.waitBeforeNextTry(addressWait)
  const ofAccount = [lockOfPair(vault, policeNumber, address), lockOfAccount(vault, policeNumber)]
  // why: counted before the password is looked at and forgotten if it was right, or many tries at once would count as none.
  const tried = await countFailures(db, ofAccount, now)
  if (!tried.mayTry) throw refusals.waitBeforeNextTry(tried.waitSeconds)
  const found = await findCandidate(db, policeNumber, now)
  const isRight = await isPassword(password, found?.passwordVerifier ?? null)
  if (found && isRight && found.isActive) {
    await forgetFailures(db, ofAccount)
    return found.officer
  }
  const ofThisAddress = await countFailure(db, ofAddress, now)
  throw refusals.wrongSignIn(Math.max(tried.waitSeconds, ofThisAddress.waitSeconds))
}
