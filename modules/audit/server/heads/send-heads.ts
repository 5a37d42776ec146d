import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Loop } from '#platform/server/worker.ts'
import type { AuditTables, HeadSheetRow } from '../tables.ts'
import { noteSending, sheetsToSend, signedSheetOf } from './head-sheet-repository.ts'
import { nameOfPlace, type SendingFault, sendSheet } from './outside-place.ts'
import { sheetFile, sheetFileName } from './signed-sheet.ts'

const minuteMs = 60_000
const longestPause = 60
const pauseMinutes = (attempts: number) => Math.min(2 ** (attempts - 1), longestPause)

/** Hands each signed sheet to the place that the setting names, until it is there. */
export const sendHeads: Loop = {
  name: 'audit.send-heads',
  everyMs: minuteMs,
  async turn(platform: Platform) {
    if (platform.headsTo === null) return false
    const now = await platform.clock.now(openAs(platform.db))
    for (const row of await sheetsToSend(openAs(platform.db).as<AuditTables>(), now)) await sendOne(platform, platform.headsTo, row, now)
    return false
  },
}

async function sendOne(platform: Platform, place: string, row: HeadSheetRow & { attempts: number | null }, now: Date): Promise<void> {
  const attempts = (row.attempts ?? 0) + 1
  const name = sheetFileName({ bureauCode: row.bureau_code, number: row.number })
  const error = await sendSheet(place, name, sheetFile(signedSheetOf(row))).then(
    () => null,
    (fault: SendingFault) => fault.message,
  )
  if (error !== null) platform.log.warn({ bureau: row.bureau_code, sheet: row.number, attempts, error }, 'audit heads did not leave')
  await noteSending(openAs(platform.db).as<AuditTables>(), {
    bureau_code: row.bureau_code,
    number: row.number,
    place: nameOfPlace(place),
    attempts,
    try_at: new Date(now.getTime() + pauseMinutes(attempts) * minuteMs),
    sent_at: error === null ? now : null,
    last_error: error,
  })
}
