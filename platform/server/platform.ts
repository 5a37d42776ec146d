import type { Addresses, AuditSink, Clock } from './context.ts'
import type { Database } from './database.ts'
import type { Log } from './log.ts'
import type { Signer } from './signer.ts'
import type { SubjectBook } from './subject-book.ts'
import type { SignOnSetting } from './sign-on-setting.ts'
import type { Subscriber } from './subscriber.ts'
import type { Vault } from './vault.ts'

/** All that the actions of one process share. */
export interface Platform {
  readonly db: Database
  readonly vault: Vault
  /** Signs what leaves the machine to prove something later. */
  readonly signer: Signer
  /** The folder or address that signed heads of the audit trail go to; null: they stay here. */
  readonly headsTo: string | null
  readonly clock: Clock
  readonly audit: AuditSink
  readonly log: Log
  readonly addresses: Addresses
  readonly isDemo: boolean
  /** What was set up outside of the house, such as gateways, by the module that uses it; each reads its own. */
  readonly outside: Readonly<Record<string, unknown>>
  /** The bureau's own identity provider, if the settings name one. */
  readonly signOn?: SignOnSetting | null
  /** Subscribers by the name of their event. */
  readonly subscribers: ReadonlyMap<string, readonly Subscriber[]>
  /** How the modules number what they keep. */
  readonly books: readonly SubjectBook[]
  /** Tells the worker of this process that there may be something to do; a poll catches what it misses. */
  wake(): void
}
