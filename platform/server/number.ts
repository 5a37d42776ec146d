import { sql } from 'kysely'
import type { OpenTransaction } from './database.ts'
import type { PlatformTables } from './tables.ts'

export interface Series {
  readonly bureauCode: string
  readonly unitCode: string
  readonly kind: string
  /** `yyyyMM` for calls and cases, `yyyy` for papers. */
  readonly period: string
}

/** The next number of a series, without gaps: given back if the transaction fails. */
export async function nextNumber(open: OpenTransaction, { bureauCode, unitCode, kind, period }: Series): Promise<number> {
  const { rows } = await sql<{ last_value: number }>`
    insert into platform.counter (bureau_code, unit_code, kind, period, last_value) values (${bureauCode}, ${unitCode}, ${kind}, ${period}, 1)
    on conflict (bureau_code, unit_code, kind, period) do update set last_value = counter.last_value + 1
    returning last_value`.execute(open.as<PlatformTables>())
  return Number(rows[0]?.last_value)
}

/** The last number that a series gave out; 0 before the first. */
export async function lastNumber(open: OpenTransaction, { bureauCode, unitCode, kind, period }: Series): Promise<number> {
  const { rows } = await sql<{ last_value: number }>`
    select last_value from platform.counter
    where bureau_code = ${bureauCode} and unit_code = ${unitCode} and kind = ${kind} and period = ${period}`.execute(
    open.as<PlatformTables>(),
  )
  return Number(rows[0]?.last_value ?? 0)
}
