import type { Vault } from '#platform/server/vault.ts'
import type { Proof } from '../domain/second-factor.ts'
import { looksLikeRecoveryCode, recoveryHash } from './recovery-codes.ts'
import { type Db, type Owner, type SecondFactor, takeRecoveryCode, takeStep } from './second-factor-repository.ts'
import { stepOfCode } from './totp.ts'

interface Shown {
  readonly factor: SecondFactor
  readonly code: string
  readonly now: Date
}

/** Takes a code of the app or a recovery code, each of them once; null if it is wrong or was taken before. */
export async function acceptCode(
  { tx, vault }: { readonly tx: Db; readonly vault: Vault },
  owner: Owner,
  { factor, code, now }: Shown,
): Promise<Proof | null> {
  if (!factor.secret) return null
  if (looksLikeRecoveryCode(code))
    return (await takeRecoveryCode(tx, owner, recoveryHash(vault, owner.id, code), now)) ? 'recovery-code' : null
  const step = stepOfCode(factor.secret, code, now)
  return step !== null && (await takeStep(tx, owner, step)) ? 'second-factor' : null
}
