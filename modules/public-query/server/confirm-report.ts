import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { PhoneNumber } from '../domain/phone-number.ts'
import { readProofCode } from '../domain/proof-code.ts'
import { codeTries, mayAccept } from '../domain/query-limits.ts'
import { reportsADay } from '../domain/report-limits.ts'
import { isSame, nobody } from './confirm-query.ts'
import { codeHash, phoneHash, tryKeys } from './hashes.ts'
import { reportKey } from './report-cells.ts'
import { confirmReport as confirm, countPhone, holdReport, spendReportTry } from './report-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { countTry, forgetFailures, noteFailure } from './throttle-repository.ts'

interface Typed {
  readonly ticket: string
  readonly phone: PhoneNumber
  readonly code: string
  readonly address: string
}

/**
 * Step two: ticket, phone and code together. Whatever is wrong, the same statements run in the same order and the answer is false.
 * Confirming again what is confirmed is answered like the first time and changes nothing.
 */
export const confirmReport = (platform: Pick<Platform, 'db' | 'vault' | 'clock'>, typed: Typed): Promise<boolean> =>
  platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    const db = open.as<PublicQueryTables>()
    const { vault } = platform
    const now = await platform.clock.now(open)
    const key = reportKey(vault, typed.ticket, typed.phone)
    const keys = tryKeys(vault, { ...typed, number: typed.ticket, bureauCode: key.bureauCode }, now)
    const counted = await countTry(db, keys)
    const found = await holdReport(db, key, now)
    const id = found?.id ?? nobody
    const sent = await spendReportTry(db, id, key, { now, limit: codeTries })
    const isRight = isSame(sent, codeHash(vault, id, null, readProofCode(typed.code).digits))
    if (!found || !isRight || !mayAccept('sms', counted, now)) {
      await noteFailure(db, keys)
      return false
    }
    await forgetFailures(db, keys)
    if (found.isConfirmed) return true
    const isWithin = await countPhone(db, { kind: 'report-phone', phoneHash: phoneHash(vault, typed.phone), limit: reportsADay, now })
    if (isWithin) await confirm(db, { bureauCode: key.bureauCode, id }, now)
    return isWithin
  })
