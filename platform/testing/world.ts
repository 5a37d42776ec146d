import { createHash, randomInt } from 'node:crypto'
import type * as z from 'zod/mini'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Actor, Grant, Officer, Role } from '#kernel/actor.ts'
import { bureauCode, type BureauCode, unitCode, type UnitCode } from '#kernel/unit-code.ts'
import { type Action, perform } from '#platform/server/action.ts'
import type { AuditSink } from '#platform/server/context.ts'
import { type Connection, openAs, openDatabase, type OpenTransaction } from '#platform/server/database.ts'
import { createHttp } from '#platform/server/http.ts'
import { silentLog } from '#platform/server/log.ts'
import { migrate, readMigrations } from '#platform/server/migrate.ts'
import { gatherSubscribers, type Module } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { ask, type Query } from '#platform/server/query.ts'
import { newSigner } from '#platform/server/signer.ts'
import { vaultOf } from '#platform/server/vault.ts'
import { deliverNext } from '#platform/server/worker.ts'
import { cloneTemplate, ensureTemplate } from './database.ts'

/** A line of the audit trail as a test reads it. */
export interface TrailLine {
  readonly actor: string
  readonly action: string
  readonly outcome: string
}

export interface World {
  readonly platform: Platform
  /** For what opens its own connections, such as a bulk load. */
  readonly connection: Connection
  readonly open: OpenTransaction
  readonly bureau: BureauCode
  /** The station that officers belong to unless a test says otherwise. */
  readonly station: UnitCode
  readonly clock: { now: Date }
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
  unit(): UnitCode
  officer(name: string, role: Role | readonly Role[], unit?: UnitCode): Officer
  perform<Tables, Input extends z.ZodMiniType, Output>(action: Action<Tables, Input, Output>, actor: Actor, input: unknown): Promise<Output>
  ask<Tables, Input extends z.ZodMiniType, Output>(query: Query<Tables, Input, Output>, actor: Actor, input: unknown): Promise<Output>
  /** Lets the worker do everything that is due, the modules' own loops included. */
  work(): Promise<void>
  auditTrail(subject: string): Promise<TrailLine[]>
  http(actor: () => Actor | null): Promise<FastifyInstance>
  close(): Promise<void>
}

/** Monday 2 March 2026, 10:00 in Beijing: an ordinary working day under the law of 2026. */
export const worldBegins = new Date('2026-03-02T02:00:00Z')
export const testKey = createHash('sha256').update('a key for tests only').digest()

/** A trail without a chain, for worlds that leave the audit module out. */
function plainTrail(): AuditSink & { readonly lines: { subject: string | null; line: TrailLine }[] } {
  const lines: { subject: string | null; line: TrailLine }[] = []
  return {
    lines,
    append: async (_open, entry) => {
      const actor = entry.actor.kind === 'officer' ? entry.actor.name : entry.actor.id
      lines.push({ subject: entry.about?.subject ?? null, line: { actor, action: entry.action, outcome: entry.outcome } })
    },
  }
}

/** The module's own way to keep the trail, if it has one: `auditSink` on the audit module. */
interface WithSink extends Module {
  readonly auditSink?: AuditSink
}

/** A police bureau of its own on a migrated database of this test worker, so that row access keeps tests apart. */
export async function createWorld(modules: readonly WithSink[]): Promise<World> {
  const folders = modules.flatMap((module) => module.migrations ?? [])
  const known = await readMigrations(folders)
  const key = createHash('sha256')
    .update(known.map(({ name, checksum }) => name + checksum).join('\n'))
    .digest('hex')
    .slice(0, 16)
  await ensureTemplate(key, async (connection) => void (await migrate(connection, folders)))
  const database = await cloneTemplate(key)
  const opened = openDatabase(database.connection, () => undefined, 8)
  const clock = { now: worldBegins }
  const trail = plainTrail()
  const sink = modules.find((module) => module.auditSink)?.auditSink
  const platform: Platform = {
    db: opened.db,
    vault: vaultOf(testKey),
    signer: newSigner('ed25519'),
    headsTo: null,
    clock: { now: async () => clock.now },
    audit: { append: async (open, entry) => void (await Promise.all([trail.append(open, entry), sink?.append(open, entry)])) },
    log: silentLog,
    addresses: { publicUrl: 'http://127.0.0.1:3000', staffUrl: 'http://127.0.0.1:3000' },
    isDemo: false,
    outside: {},
    subscribers: gatherSubscribers(modules),
    books: modules.flatMap((module) => module.book ?? []),
    wake: () => undefined,
  }
  return assemble({
    platform,
    connection: database.connection,
    clock,
    trail: trail.lines,
    modules,
    async close() {
      await opened.close()
      await database.drop()
    },
  })
}

interface Parts {
  readonly platform: Platform
  readonly connection: Connection
  readonly clock: { now: Date }
  readonly trail: { subject: string | null; line: TrailLine }[]
  readonly modules: readonly Module[]
  close(): Promise<void>
}

function assemble({ platform, connection, clock, trail, modules, close }: Parts): World {
  const division = String(randomInt(900_000, 999_999))
  const bureau = bureauCode(`${division}000000`)
  const station = unitCode(`${division}550100`)
  let units = 1
  let policeNumbers = randomInt(100_000, 800_000)
  return {
    platform,
    connection,
    open: openAs(platform.db),
    bureau,
    station,
    clock,
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      clock.now = new Date(clock.now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000)
    },
    unit: () => unitCode(`${division}55${String(++units).padStart(2, '0')}00`),
    officer(name, role, unit = station) {
      const grants = [role]
        .flat()
        .map((one): Grant => ({ role: one, unitCode: unit, bureauCode: bureau, units: unit === bureau ? 'all' : [unit] }))
      return { kind: 'officer', id: uuid(), name, policeNumber: String(++policeNumbers), unitCode: unit, bureauCode: bureau, grants }
    },
    perform: (action, actor, input) => perform(platform, action, actor, input),
    ask: (query, actor, input) => ask(platform, query, actor, input),
    work: () => workAll(platform, modules),
    auditTrail: async (subject) => trail.filter((entry) => entry.subject === subject).map((entry) => entry.line),
    http: (actor) => createHttp({ modules, getPlatform: () => platform, identify: async () => actor() }),
    close,
  }
}

async function workAll(platform: Platform, modules: readonly Module[]): Promise<void> {
  const loops = modules.flatMap((module) => module.loops ?? [])
  let isBusy = true
  while (isBusy) {
    isBusy = await deliverNext(platform)
    for (const loop of loops) isBusy = (await loop.turn(platform)) || isBusy
  }
  // why: a delivery that failed would otherwise look like one that never was.
  const { rows } = await sql<{ subscriber: string; last_error: string }>`
    select subscriber, last_error from platform.delivery where done_at is null and last_error is not null`.execute(platform.db)
  if (rows.length > 0) throw new Error(`deliveries failed: ${rows.map((row) => `${row.subscriber} (${row.last_error})`).join(', ')}`)
}
