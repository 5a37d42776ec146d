import type { Actor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { OpenTransaction } from './database.ts'
import type { Vault } from './vault.ts'

/** What the record will say this was about: the subject, and the unit that holds it. */
export interface About {
  readonly subject: string
  readonly bureauCode: BureauCode
  readonly unitCode: UnitCode
  /** True for a subject that not everybody in its unit may know of: its entries are shown to fewer still. */
  readonly isSecret?: boolean
}

/** Where links lead. Citizens and staff may live on different machines. */
export interface Addresses {
  readonly publicUrl: string
  readonly staffUrl: string
}

/** What a change has at hand while it runs, and what it passes on to another module's door. */
export interface Doing {
  readonly actor: Actor
  /** The transaction's time, read once from the database. */
  readonly now: Date
  readonly open: OpenTransaction
  readonly vault: Vault
  readonly addresses: Addresses
  readonly isDemo: boolean
  /** Keyed hash of the input, kept on a row whose id the client made, so that a repeat can be told from a clash. */
  readonly inputHash: Buffer
  emit(event: DomainEvent): void
  about(about: About): void
}

/** One line of the audit trail. Actor, unit and roles are written as they were. */
export interface AuditEntry {
  readonly actor: Actor
  readonly action: string
  readonly about: About | null
  /** `done`, `read`, or the code of the refusal. */
  readonly outcome: string
  readonly at: Date
}

/** Given by `app/`: the platform knows that something is recorded, not how. */
export interface AuditSink {
  append(open: OpenTransaction, entry: AuditEntry): Promise<void>
}

/** Reads the time; tests move it by hand. */
export interface Clock {
  now(open: OpenTransaction): Promise<Date>
}
