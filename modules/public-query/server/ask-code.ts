import { v7 as uuid } from 'uuid'
import type { Language } from '#kernel/bilingual.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { bureauOf, type CaseNumber } from '../domain/case-number.ts'
import type { PhoneNumber } from '../domain/phone-number.ts'
import { addressRequestsADay } from '../domain/query-limits.ts'
import { phoneCell } from './answer-requests.ts'
import { addressHash } from './hashes.ts'
import { askForCode } from './request-repository.ts'
import type { PublicQueryTables } from './tables.ts'

interface Typed {
  readonly number: CaseNumber
  readonly phone: PhoneNumber
  readonly address: string
  readonly language: Language
}

/** Step one: one row for the worker, whatever was typed. False when this address has asked too often today. */
export async function askCode(platform: Platform, { number, phone, address, language }: Typed): Promise<boolean> {
  const open = openAs(platform.db)
  const id = uuid()
  const bureauCode = bureauOf(number)
  const isTaken = await askForCode(open.as<PublicQueryTables>(), {
    bureauCode,
    id,
    number,
    phoneSealed: platform.vault.seal(phone, phoneCell(bureauCode, id)),
    language,
    addressHash: addressHash(platform.vault, address),
    addressLimit: addressRequestsADay,
    now: await platform.clock.now(open),
  })
  platform.wake()
  return isTaken
}
