import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { pageOf } from '#platform/shared/page.ts'

export const outcomeKinds = ['done', 'read', 'refused'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export const dayChoices = [1, 7, 30, 90, 365] as const

export const TrailEntry = z.object({
  /** `bureau.chain.seq`: its place in the record. */
  id: z.string(),
  at: z.iso.datetime({ offset: true }),
  actorKind: z.enum(['officer', 'party', 'job']),
  actorId: z.string(),
  /** Name, unit and roles as they were; null for a citizen or a job. */
  actorName: z.nullable(z.string()),
  actorUnitName: z.nullable(z.string()),
  actorRoles: z.array(z.string()),
  action: z.string(),
  subject: z.nullable(z.string()),
  unitCode: z.string(),
  unitName: z.string(),
  outcomeKind: z.enum(outcomeKinds),
  /** `done`, `read`, or the code of the refusal. */
  outcome: z.string(),
  /** Of an entry about a file that left the house. */
  exported: z.optional(
    z.object({
      list: z.enum(['incidents', 'cases']),
      rowCount: z.number(),
      isUnmasked: z.boolean(),
      filter: z.record(z.string(), z.string()),
      reason: z.nullable(z.string()),
    }),
  ),
})
export type TrailEntry = z.infer<typeof TrailEntry>

const words = z.string().check(z.trim(), z.maxLength(120))

/** A page of a trail; also for the modules that show their own subject's. */
export const trailPlace = {
  after: z.optional(z.string().check(z.regex(/^\d{1,16}\.\d{12}\.\d{1,2}\.\d{1,18}$/))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
}

export const TrailPage = pageOf(TrailEntry)

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did, read or was refused what, in the units that one supervises; the newest first.',
  input: z.object({
    /** One subject, such as `case:<id>`. */
    subject: z.optional(words),
    /** All subjects of a kind, such as `case`. */
    subjectKind: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))),
    officerId: z.optional(z.uuid()),
    policeNumber: z.optional(z.string().check(z.trim(), z.regex(/^\d{6}$/, '#auditPoliceNumber'))),
    /** A whole action or a module: `cases.file` or `cases`. */
    action: z.optional(z.string().check(z.trim(), z.regex(/^[A-Za-z.-]{1,80}$/))),
    outcome: z.optional(z.enum(outcomeKinds)),
    days: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3_660))),
    ...trailPlace,
  }),
  output: TrailPage,
})

/** Case and incident numbers: a letter and digits. */
const number = z.optional(z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]\d{10,30}$/, '#auditNumber')))
const daysBack = z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3_660)))

const looks = {
  /** How often, first and last. */
  times: z.number(),
  firstAt: z.iso.datetime({ offset: true }),
  lastAt: z.iso.datetime({ offset: true }),
  /** By what acts, such as `cases.find`. */
  actions: z.array(z.string()),
}

export const Reader = z.object({
  /** Of the officer, or the kind of who is none. */
  id: z.string(),
  actorKind: z.enum(['officer', 'party', 'job']),
  name: z.nullable(z.string()),
  unitName: z.nullable(z.string()),
  ...looks,
})
export type Reader = z.infer<typeof Reader>

export const listReaders = endpoint({
  method: 'GET',
  path: '/api/audit/readers',
  summary: 'Who looked at one case or incident, how often and when; by its number or its reference.',
  input: z.object({ number, subject: z.optional(words), days: daysBack }),
  output: pageOf(Reader),
})

export const Looked = z.object({
  /** `case:<id>`. */
  id: z.string(),
  kind: z.string(),
  /** Null for what has no number. */
  number: z.nullable(z.string()),
  ...looks,
})
export type Looked = z.infer<typeof Looked>

export const listLooked = endpoint({
  method: 'GET',
  path: '/api/audit/looked',
  summary: 'What one officer looked at, how often and when.',
  input: z.object({
    policeNumber: z.optional(z.string().check(z.trim(), z.regex(/^\d{6}$/, '#auditPoliceNumber'))),
    officerId: z.optional(z.uuid()),
    days: daysBack,
  }),
  output: pageOf(Looked),
})

const sheetPlace = /^\d{12}\.\d{1,15}$/

export const HeadSheetRow = z.object({
  /** `bureau.number`. */
  id: z.string(),
  bureauName: z.string(),
  number: z.number(),
  kind: z.enum(['hour', 'day']),
  takenAt: z.iso.datetime({ offset: true }),
  chains: z.number(),
  /** Entries that the chains held when it was taken. */
  entries: z.number(),
  algorithm: z.enum(['ed25519', 'sm2-sm3']),
  /** Fingerprint of the public key, as it stands on the printed sheet. */
  key: z.string(),
  /** Where it was sent; null if nobody has tried. */
  sending: z.nullable(
    z.object({
      place: z.string(),
      sentAt: z.nullable(z.iso.datetime({ offset: true })),
      attempts: z.number(),
      error: z.nullable(z.string()),
    }),
  ),
})
export type HeadSheetRow = z.infer<typeof HeadSheetRow>

export const listHeads = endpoint({
  method: 'GET',
  path: '/api/audit/heads',
  summary: 'Signed heads of the audit chains of the bureaus that one supervises, with where each was sent; the newest first.',
  input: z.object({
    kind: z.optional(z.enum(['hour', 'day'])),
    sent: z.optional(z.enum(['sent', 'kept'])),
    after: z.optional(z.string().check(z.regex(/^\d{1,15}\.\d{12}$/))),
    limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
  }),
  output: pageOf(HeadSheetRow),
})

const oneSheet = z.object({ sheetId: z.string().check(z.regex(sheetPlace)) })

export const printHeads = endpoint({
  method: 'GET',
  path: '/api/audit/heads/:sheetId/paper',
  summary: 'One signed sheet of heads to print and keep outside of the machine.',
  input: oneSheet,
  output: z.unknown(),
})

export const takeHeads = endpoint({
  method: 'GET',
  path: '/api/audit/heads/:sheetId/file',
  summary: 'One signed sheet of heads as the text that verify-audit reads.',
  input: oneSheet,
  output: z.unknown(),
})

export const readKeys = endpoint({
  method: 'GET',
  path: '/api/keys',
  summary: 'Ids of the keys that seal personal data, and how far sealing anew with the newest has come, by table.',
  input: z.object({}),
  output: z.object({
    /** The oldest first; the last one seals. */
    keys: z.array(z.string()),
    kind: z.enum(['aes-256-gcm', 'sm4-ctr-hmac-sm3']),
    /** Empty where no key and no algorithm was ever changed. */
    tables: z.array(
      z.object({
        module: z.string(),
        table: z.string(),
        done: z.number(),
        total: z.number(),
        sealedAnew: z.number(),
        unreadable: z.number(),
        isFinished: z.boolean(),
      }),
    ),
  }),
})
export type KeysNow = z.infer<typeof readKeys.output>
