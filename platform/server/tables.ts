import type { Generated } from 'kysely'

export interface PlatformTables {
  'platform.migration': { name: string; checksum: string; is_breaking: boolean; applied_at: Generated<Date> }
  'platform.installation': {
    id: Generated<boolean>
    is_demo: boolean
    demo_seed: string | null
    anchor_day: string | null
    made_at: Generated<Date>
  }
  'platform.stream': { bureau_code: string; subject: string; last_position: number }
  'platform.outbox': {
    bureau_code: string
    id: string
    subject: string
    position: number
    name: string
    facts: unknown
    occurred_at: Date
    recorded_at: Date
  }
  'platform.delivery': {
    bureau_code: string
    event_id: string
    subscriber: string
    subject: string
    position: number
    run_after: Date
    attempts: Generated<number>
    done_at: Date | null
    last_error: string | null
  }
  'platform.counter': { bureau_code: string; unit_code: string; kind: string; period: string; last_value: number }
  'platform.heartbeat': { worker: string; seen_at: Date }
}
