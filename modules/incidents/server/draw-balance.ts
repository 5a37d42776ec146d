import { type Day, startOf } from '#kernel/beijing-time.ts'
import { monthOf } from '#modules/cases/index.ts'
import { openAs, type OpenTransaction } from '#platform/server/database.ts'
import { lastNumber } from '#platform/server/number.ts'
import { type FaultKind, type Tally, tally } from '../domain/balance.ts'
import { incidentNumber } from '../domain/incident-number.ts'
import { type BalanceOf, faultsOf, missingSerials, receiptsIn, standingsOf, strayReceipts, waitingTooLong } from './balance-queries.ts'
import type { IncidentTables } from './tables.ts'

const dayMs = 86_400_000

/** One day of a bureau, added up from two sides: what the log says was received, and where the incidents stand. */
export interface Balance {
  readonly day: Day
  readonly received: number
  readonly tally: Tally
  /** Received less the sum of all parts; nothing but zero is right. */
  readonly difference: number
  readonly waitingTooLong: number
  /** Numbers of the month of the day. */
  readonly numbers: { readonly month: string; readonly given: number; readonly found: number }
  /** The first of them; `faultCount` says how many there are. */
  readonly faults: readonly { readonly incidentId: string | null; readonly number: string; readonly kind: FaultKind }[]
  readonly faultCount: number
}

/** Draws the balance of one day; reads only, and all of it as it stood at one moment, so that a call in between is on both sides or on none. */
export function drawBalance(open: OpenTransaction, of: BalanceOf, now: Date): Promise<Balance> {
  const db = open.as<IncidentTables>()
  if (db.isTransaction) return draw(open, of, now)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => draw(openAs(tx), of, now))
}

async function draw(open: OpenTransaction, of: BalanceOf, now: Date): Promise<Balance> {
  const db = open.as<IncidentTables>()
  const { bureauCode, day } = of
  const month = monthOf(startOf(day))
  const received = await receiptsIn(db, of)
  const counted = tally(await standingsOf(db, of))
  const given = await lastNumber(open, { bureauCode, unitCode: bureauCode, kind: 'incident', period: month })
  const prefix = incidentNumber(bureauCode, month, 0).slice(0, -6)
  const { found, missing, missingCount } = await missingSerials(db, { bureauCode, prefix, given })
  const ofIncidents = await faultsOf(db, of, now)
  const stray = await strayReceipts(db, of)
  return {
    day,
    received,
    tally: counted,
    difference: received - counted.sum,
    waitingTooLong: await waitingTooLong(db, of, new Date(now.getTime() - dayMs)),
    numbers: { month, given, found },
    faults: [
      ...ofIncidents.rows,
      ...stray.rows,
      ...missing.map((serial) => ({
        incidentId: null,
        number: incidentNumber(bureauCode, month, serial),
        kind: 'number-missing' as const,
      })),
    ],
    faultCount: ofIncidents.count + stray.count + missingCount,
  }
}

/** Everything adds up: no difference and nothing to account for. */
export const isBalanced = ({ difference, faultCount, tally: { misplaced }, numbers }: Balance): boolean =>
  difference === 0 && misplaced === 0 && faultCount === 0 && numbers.given === numbers.found
