import { createHmac, randomBytes } from 'node:crypto'

// law: RFC 6238 with the values that every authenticator app knows: HMAC-SHA-1, steps of 30 s, 6 digits, 160 bits of secret.
const stepSeconds = 30
const secretBytes = 20
/** One step early or late: a phone's clock, and the time that typing takes. */
const drift = [0, -1, 1] as const

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding, as apps read a secret. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

export const newSecret = (): Buffer => randomBytes(secretBytes)

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1_000 / stepSeconds)

/** The code of one step (RFC 4226, 5.3). */
export function codeAt(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The step that a code belongs to, among those near `now`; null if to none. */
export const stepOfCode = (secret: Buffer, code: string, now: Date): number | null =>
  drift.map((early) => stepAt(now) + early).find((step) => codeAt(secret, step) === code) ?? null

/** What the QR code says to an authenticator app. */
export function keyUri(secret: Buffer, { policeNumber, issuer }: { readonly policeNumber: string; readonly issuer: string }): string {
  const label = `${encodeURIComponent(issuer)}:${policeNumber}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=${stepSeconds}`
}
