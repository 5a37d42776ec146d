import { dayOf, startOf } from '#kernel/beijing-time.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Loop } from '#platform/server/worker.ts'
import type { HeadSheet } from '../../domain/head-sheet.ts'
import { readSheet } from '../../domain/head-sheet.ts'
import type { AuditTables } from '../tables.ts'
import { bureausWithoutSheetSince, insertSheet, presentHeads } from './head-sheet-repository.ts'
import { hashOfSheet, signSheet } from './signed-sheet.ts'

const hourMs = 3_600_000
const everyMs = 60_000
const startOfHour = (at: Date) => new Date(Math.floor(at.getTime() / hourMs) * hourMs)

/**
 * Signs where the chains of each bureau end: once a day in any case, and once in every hour in which one of them grew.
 * It reads heads and locks nothing, so that no change waits for it.
 */
export const signHeads: Loop = {
  name: 'audit.sign-heads',
  everyMs,
  async turn(platform: Platform) {
    const open = openAs(platform.db)
    const db = open.as<AuditTables>()
    const now = await platform.clock.now(open)
    for (const last of await bureausWithoutSheetSince(db, startOfHour(now))) {
      const { bureauCode } = last
      const isNewDay = last.takenAt === null || last.takenAt < startOf(dayOf(now))
      const heads = await presentHeads(db, bureauCode)
      if (!isNewDay && isSame(heads, readSheet(last.text ?? '')?.heads ?? [])) continue
      const sheet: HeadSheet = {
        bureauCode,
        number: (last.number ?? 0) + 1,
        kind: isNewDay ? 'day' : 'hour',
        takenAt: now,
        previous: last.text === null ? null : hashOfSheet(last.text),
        heads,
      }
      const { text, key, signature } = signSheet(platform.signer, sheet)
      await insertSheet(db, {
        bureau_code: bureauCode,
        number: sheet.number,
        kind: sheet.kind,
        taken_at: now,
        text,
        algorithm: key.algorithm,
        public_key: key.spki,
        signature,
      })
    }
    return false
  },
}

const isSame = (some: HeadSheet['heads'], others: HeadSheet['heads']): boolean =>
  some.length === others.length && some.every(({ seq, hash }, index) => others[index]?.seq === seq && others[index].hash === hash)
