import { hash } from 'node:crypto'
import type { Actor, Grant } from '#kernel/actor.ts'
import type { AuditEntry } from '#platform/server/context.ts'
import type { EntryRow } from './tables.ts'

export const chainCount = 64

/** A role, where, and for whom if it is somebody else's: `leader@141199000000`, `leader@141199000000^140006`. */
const roleAsHeld = ({ role, unitCode, onBehalfOf }: Grant): string =>
  `${role}@${unitCode}${onBehalfOf === undefined ? '' : `^${onBehalfOf}`}`

/** What the first link of every chain follows. */
export const nothingBefore: Buffer = Buffer.alloc(32)

/** An entry before it has its place in a chain. */
export type Content = Omit<EntryRow, 'seq' | 'hash'>

/** One unit's record is one chain, so that only its own writers wait for each other. */
export const chainOf = (unitCode: string): number => (hash('sha256', unitCode, 'buffer')[0] ?? 0) % chainCount

/** Who it was, as he was then; a citizen and a job have no name, unit or role that may be written down. */
const whoActed = (actor: Actor) => {
  const isOfficer = actor.kind === 'officer'
  return {
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: isOfficer ? actor.name : null,
    actor_unit: isOfficer ? actor.unitCode : null,
    actor_roles: isOfficer ? actor.grants.map(roleAsHeld) : [],
  }
}

/** What the entry belongs to where it has no subject: the actor's own unit, or the bureau of a citizen or a job. */
const ofActor = (actor: Actor) => ({
  subject: null,
  isSecret: false,
  bureauCode: actor.bureauCode,
  unitCode: actor.kind === 'officer' ? actor.unitCode : actor.bureauCode,
})

/** What is kept of an entry; the chain is chosen by the unit that holds the subject, in the subject's bureau. */
export function contentOf({ actor, action, about, outcome, at }: AuditEntry): Content {
  const { subject, bureauCode, unitCode, isSecret = false } = about ?? ofActor(actor)
  const held = { subject, is_secret: isSecret, unit_code: unitCode }
  return { bureau_code: bureauCode, chain: chainOf(unitCode), at, ...whoActed(actor), action, ...held, outcome }
}

const missing = 0xffff_ffff
const lengthBytes = 4

/** Length and bytes of each field, in one buffer: a bulk load makes hundreds of thousands. */
function joined(fields: readonly (string | null)[]): Buffer {
  const lengths = fields.map((text) => (text === null ? 0 : Buffer.byteLength(text, 'utf8')))
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + lengthBytes + length, 0))
  let at = 0
  for (const [index, text] of fields.entries()) {
    at = bytes.writeUInt32BE(text === null ? missing : (lengths[index] ?? 0), at)
    if (text !== null) at += bytes.write(text, at, 'utf8')
  }
  return bytes
}

const microsecondsOf = (at: Date): bigint => BigInt(at.getTime()) * 1_000n

/**
 * The bytes that stand for an entry, so that no two different entries have the same: a sequence of fields, each a length
 * (four bytes, big-endian) and that many bytes of UTF-8; a missing one is the length ffffffff alone. In this order:
 * `1` (the version), bureau, chain in decimal, time in microseconds since 1970 in decimal, kind of actor, its id, name and unit,
 * the number of its roles in decimal, each role, action, subject, `1` if that is secret or else `0`, unit, outcome.
 */
export const encode = (content: Content, microseconds: bigint = microsecondsOf(content.at)): Buffer =>
  joined([
    '1',
    content.bureau_code,
    String(content.chain),
    String(microseconds),
    content.actor_kind,
    content.actor_id,
    content.actor_name,
    content.actor_unit,
    String(content.actor_roles.length),
    ...content.actor_roles,
    content.action,
    content.subject,
    content.is_secret ? '1' : '0',
    content.unit_code,
    content.outcome,
  ])

/** SHA-256 of the previous hash (32 bytes), the place in the chain (eight bytes, big-endian, from 1) and the encoded entry. */
export function linkHash(previous: Buffer, seq: number, encoded: Buffer): Buffer {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(seq))
  return hash('sha256', Buffer.concat([previous, place, encoded]), 'buffer')
}
