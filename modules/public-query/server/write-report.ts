import { v7 as uuid } from 'uuid'
import type { Language } from '#kernel/bilingual.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { OnlineReport } from '../domain/online-report.ts'
import type { PhoneNumber } from '../domain/phone-number.ts'
import { addressReportsADay } from '../domain/report-limits.ts'
import { addressHash } from './hashes.ts'
import { newTicket, reportKey, sealReport } from './report-cells.ts'
import { askAgain, writeReport as write } from './report-repository.ts'
import type { PublicQueryTables } from './tables.ts'

export interface NewOnlineReport {
  readonly bureauCode: BureauCode
  readonly report: OnlineReport
  /** A mobile number of eleven digits. */
  readonly phone: string
  readonly address: string
  readonly language: Language
}

/** Step one: one sealed row for the worker. Gives the ticket for step two, or null when this address has sent too many today. */
export async function writeReport(
  platform: Platform,
  { bureauCode, report, phone, address, language }: NewOnlineReport,
): Promise<string | null> {
  const { db, vault, clock } = platform
  const open = openAs(db)
  const [id, ticket] = [uuid(), newTicket(bureauCode)]
  const isTaken = await write(open.as<PublicQueryTables>(), {
    ...reportKey(vault, ticket, phone),
    ...sealReport(vault, { bureauCode, id }, report, phone),
    id,
    language,
    addressHash: addressHash(vault, address),
    addressLimit: addressReportsADay,
    now: await clock.now(open),
  })
  platform.wake()
  return isTaken ? ticket : null
}

interface Ticket {
  readonly ticket: string
  readonly phone: PhoneNumber
  readonly address: string
}

/** Another code for the same report; true also where there is none, which is not told. */
export async function sendAnotherCode(platform: Platform, { ticket, phone, address }: Ticket): Promise<boolean> {
  const { db, vault, clock } = platform
  const open = openAs(db)
  const { isTaken } = await askAgain(open.as<PublicQueryTables>(), {
    ...reportKey(vault, ticket, phone),
    addressHash: addressHash(vault, address),
    addressLimit: addressReportsADay,
    now: await clock.now(open),
  })
  platform.wake()
  return isTaken
}
