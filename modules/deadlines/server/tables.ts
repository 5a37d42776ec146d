import type { ColumnType } from 'kysely'
import type { LifeState } from '../domain/clock-state.ts'
import type { Standing } from '../domain/deadline-rule.ts'
import type { StoredEvent } from './stored-event.ts'

export type Secrecy = 'ordinary' | 'secret'

interface ClockColumns {
  bureau_code: string
  id: string
  subject: string
  rule: string
  started_at: Date
  due_at: Date
  provisional: boolean
  standing: Standing
  state: LifeState
  met_at: Date | null
  unit_code: string
  holder_id: string | null
  second_id: string | null
  secrecy: Secrecy
}

export interface ClockRow extends ClockColumns {
  events: readonly StoredEvent[]
  recorded_at: Date
}

/** The published view: join it on `bureau_code` and `subject`. It carries the access columns; narrow by them. */
export interface PubClockTables {
  'deadlines.pub_clock': ClockColumns
}

// why: the driver would write an array as a PostgreSQL array; JSON goes in as text.
type Written<Row> = Omit<Row, 'events'> & { events: ColumnType<readonly StoredEvent[], string, string> }

export interface ClockTables {
  'deadlines.clock': Written<ClockRow>
}
