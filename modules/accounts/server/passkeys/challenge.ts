import { randomBytes } from 'node:crypto'
import type { Vault } from '#platform/server/vault.ts'
import { challengeLastsMinutes, type PasskeyPlace, passkeyPlace } from '../../domain/passkey-place.ts'
import { refusals } from '../refusals.ts'
import { insertChallenge, takeChallenge } from './passkey-repository.ts'

type Db = Parameters<typeof insertChallenge>[0]

interface At {
  readonly db: Db
  readonly vault: Vault
  readonly now: Date
}

const hashOf = (vault: Vault, challenge: string): Buffer => vault.hash('code', `passkey:${challenge}`)

/** The place of this installation; refused where passkeys are not offered. */
export function placeHere({ staffUrl }: { readonly staffUrl: string }): PasskeyPlace {
  const place = passkeyPlace(staffUrl)
  if (!place) throw refusals.passkeysNotOffered()
  return place
}

/** A new question, kept until it is answered. */
export async function newChallenge({ db, vault, now }: At): Promise<Buffer> {
  const challenge = randomBytes(32)
  await insertChallenge(db, hashOf(vault, challenge.toString('base64url')), new Date(now.getTime() + challengeLastsMinutes * 60_000))
  return challenge
}

/** Whether a question was put by us and is open; asking uses it up. */
export const isOurs =
  ({ db, vault, now }: At) =>
  (challenge: string): Promise<boolean> =>
    takeChallenge(db, hashOf(vault, challenge), now)
