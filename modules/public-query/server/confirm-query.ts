import { randomBytes, timingSafeEqual } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { BureauCode } from '#kernel/unit-code.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import { bureauOf, type CaseNumber } from '../domain/case-number.ts'
import type { PhoneNumber } from '../domain/phone-number.ts'
import { type ProofCode, readProofCode } from '../domain/proof-code.ts'
import { codeTries, mayAccept, viewMinutes } from '../domain/query-limits.ts'
import { codeHash, phoneHash, receiptCodeHash, tokenHash, tryKeys } from './hashes.ts'
import { findParty, openView, spendTry } from './party-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { countTry, forgetFailures, noteFailure } from './throttle-repository.ts'

export interface Typed {
  readonly number: CaseNumber
  /** Null: none was typed, as by a party who registered none. */
  readonly phone: PhoneNumber | null
  readonly code: string
  readonly address: string
}

export interface Confirmed {
  readonly bureauCode: BureauCode
  /** For the cookie; kept here as a keyed hash only. */
  readonly token: string
}

// why: what is looked up for a case that does not exist is looked up under an id that nobody has.
export const nobody = '00000000-0000-0000-0000-000000000000'
const noHash = Buffer.alloc(32)

export const isSame = (kept: Buffer | undefined, typed: Buffer): boolean => timingSafeEqual(kept ?? noHash, typed)

type Asked = Pick<Platform, 'db' | 'vault' | 'clock'>

/**
 * Number, phone and code together prove a party. Whatever is wrong, the same statements run in the same order and the answer is null:
 * an unknown number, a wrong phone, a wrong, spent or missing code, a secret case and one no longer shown cannot be told apart.
 */
export const confirmQuery = (platform: Asked, typed: Typed): Promise<Confirmed | null> =>
  platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    const db = open.as<PublicQueryTables>()
    const now = await platform.clock.now(open)
    const bureauCode = bureauOf(typed.number)
    const keys = tryKeys(platform.vault, { ...typed, bureauCode }, now)
    const counted = await countTry(db, keys)
    const proof = readProofCode(typed.code)
    const proven = await proveParty({ db, vault: platform.vault, now, bureauCode }, typed, proof)
    if (!proven || !mayAccept(proof.way, counted, now)) {
      await noteFailure(db, keys)
      return null
    }
    const token = randomBytes(32).toString('base64url')
    await forgetFailures(db, keys)
    await openView(db, {
      ...proven,
      bureauCode,
      tokenHash: tokenHash(platform.vault, token),
      way: proof.way,
      openedAt: now,
      expiresAt: new Date(now.getTime() + viewMinutes * 60_000),
      requestId: uuid(),
    })
    return { bureauCode, token }
  })

interface Proving {
  readonly db: Parameters<typeof findParty>[0]
  readonly vault: Vault
  readonly now: Date
  readonly bureauCode: BureauCode
}

/** Both codes are compared in every case, also where there is nothing to compare with. */
async function proveParty({ db, vault, now, bureauCode }: Proving, { number, phone }: Typed, proof: ProofCode) {
  const printed = receiptCodeHash(vault, proof.digits)
  const party = await findParty(db, { bureauCode, number, phoneHash: phone && phoneHash(vault, phone), codeHash: printed, now })
  const receiptId = party?.receiptId ?? nobody
  const sent = await spendTry(db, { bureauCode, receiptId, isSms: proof.way === 'sms', now, triesLimit: codeTries })
  const isSent = isSame(sent?.codeHash, codeHash(vault, receiptId, phone, proof.digits))
  const isPrinted = isSame(party?.codeHash, printed)
  return party && (proof.way === 'sms' ? isSent : isPrinted) ? { receiptId, codeId: sent?.id ?? null } : null
}
