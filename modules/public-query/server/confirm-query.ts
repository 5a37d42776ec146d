import { randomBytes, timingSafeEqual } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { BureauCode } from '#kernel/unit-code.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { bureauOf, type CaseNumber } from '../domain/case-number.ts'
import type { PhoneNumber } from '../domain/phone-number.ts'
import { readProofCode } from '../domain/proof-code.ts'
import { codeTries, mayAccept, viewMinutes } from '../domain/query-limits.ts'
import { codeHash, phoneHash, receiptCodeHash, tokenHash, tryKeys } from './hashes.ts'
import { findParty, openView, spendTry } from './party-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { countTry, forgetFailures, noteFailure } from './throttle-repository.ts'

export interface Typed {
  readonly number: CaseNumber
  readonly phone: PhoneNumber
  readonly code: string
  readonly address: string
}

export interface Confirmed {
  readonly bureauCode: BureauCode
  /** For the cookie; kept here as a keyed hash only. */
  readonly token: string
}

// why: what is looked up for a case that does not exist is looked up under an id that nobody has.
const nobody = '00000000-0000-0000-0000-000000000000'
const noHash = Buffer.alloc(32)

/**
 * Number, phone and code together prove a party. Whatever is wrong, the same statements run in the same order and the answer is null:
 * an unknown number, a wrong phone, a wrong, spent or missing code and a secret case cannot be told apart.
 */
export async function confirmQuery(platform: Pick<Platform, 'db' | 'vault' | 'clock'>, { number, phone, code, address }: Typed): Promise<Confirmed | null> {
  const { vault } = platform
  const bureauCode = bureauOf(number)
  const proof = readProofCode(code)
  return platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    const db = open.as<PublicQueryTables>()
    const now = await platform.clock.now(open)
    const keys = tryKeys(vault, { bureauCode, number, phone, address }, now)
    const counted = await countTry(db, keys)
    const typedHash = receiptCodeHash(vault, proof.digits)
    const party = await findParty(db, { bureauCode, number, phoneHash: phoneHash(vault, phone), codeHash: typedHash })
    const receiptId = party?.receiptId ?? nobody
    const sent = await spendTry(db, { bureauCode, receiptId, isSms: proof.way === 'sms', now, triesLimit: codeTries })
    const isSent = timingSafeEqual(sent?.codeHash ?? noHash, codeHash(vault, receiptId, proof.digits))
    const isPrinted = timingSafeEqual(party?.codeHash ?? noHash, typedHash)
    const isProven = proof.way === 'sms' ? isSent : isPrinted
    if (!party || !isProven || !mayAccept(proof.way, counted, now)) {
      await noteFailure(db, keys)
      return null
    }
    const token = randomBytes(32).toString('base64url')
    await forgetFailures(db, keys)
    await openView(db, {
      bureauCode,
      receiptId,
      tokenHash: tokenHash(vault, token),
      way: proof.way,
      openedAt: now,
      expiresAt: new Date(now.getTime() + viewMinutes * 60_000),
      codeId: sent?.id ?? null,
      requestId: uuid(),
    })
    return { bureauCode, token }
  })
}
