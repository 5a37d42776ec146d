import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** The cell that a sealed value belongs to: moved to another row or column it can no longer be opened. */
export interface Cell {
  readonly bureauCode: string
  readonly table: string
  readonly column: string
  /** What follows the bureau in the primary key of the row, joined by points. */
  readonly id: string
}

/** How new values are sealed; each kind is opened whatever the setting. */
export const sealKinds = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const
export type SealKind = (typeof sealKinds)[number]

/** The first byte of a sealed value. */
const versions: Readonly<Record<SealKind, number>> = { 'aes-256-gcm': 1, 'sm4-ctr-hmac-sm3': 2 }
const keyIdBytes = 4
/** Version and id of the key: what every sealed value begins with. */
export const headBytes = 1 + keyIdBytes

export interface Sealer {
  /** Eight hexadecimal digits, derived from the key. */
  readonly id: string
  seal(kind: SealKind, text: string, cell: Cell): Buffer
  /** Throws if the value was changed, or sealed for another cell. */
  open(sealed: Buffer, cell: Cell): string
}

export const derive = (master: Buffer, label: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', master, 'daylight', label, bytes))
// why: a key that was prepared once is four times as fast as bytes.
const keyOf = (master: Buffer, label: string, bytes = 32): KeyObject => createSecretKey(derive(master, label, bytes))
const boundTo = ({ bureauCode, table, column, id }: Cell) => Buffer.from([bureauCode, table, column, id].join('\u0000'))

export const idOf = (master: Buffer): string => derive(master, 'key-id').subarray(0, keyIdBytes).toString('hex')

/** What a value sealed now with this key begins with. */
export const headOf = (kind: SealKind, keyId: string): Buffer => Buffer.concat([Buffer.from([versions[kind]]), Buffer.from(keyId, 'hex')])

/** How a value was sealed, by what it begins with. */
export const kindIn = (sealed: Buffer): SealKind => sealKinds.find((kind) => versions[kind] === sealed[0]) ?? 'aes-256-gcm'

/** The id of the key that a value was sealed with. */
export const keyIdIn = (sealed: Buffer): string => sealed.subarray(1, headBytes).toString('hex')

interface Method {
  seal(text: string, bound: Buffer, head: Buffer): Buffer
  open(body: Buffer, bound: Buffer, head: Buffer): string
}

/** AES-256-GCM: nonce (12), tag (16), text. */
function aes(master: Buffer): Method {
  const [key, nonceBytes, tagBytes] = [keyOf(master, 'seal'), 12, 16]
  return {
    seal(text, bound) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(body, bound) {
      const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, nonceBytes)).setAAD(bound)
      decipher.setAuthTag(body.subarray(nonceBytes, nonceBytes + tagBytes))
      return Buffer.concat([decipher.update(body.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
    },
  }
}

/**
 * SM4 in counter mode, then HMAC-SM3 over cell, head, nonce and text: nonce (16), tag (32), text.
 * Node's OpenSSL has no SM4-GCM; encrypt-then-MAC is as good, and both halves are GB/T 32907 and GB/T 32905.
 */
function sm4(master: Buffer): Method {
  const [key, macKey, nonceBytes, tagBytes] = [keyOf(master, 'seal-sm4', 16), keyOf(master, 'seal-sm3'), 16, 32]
  const tagOf = (bound: Buffer, head: Buffer, nonce: Buffer, text: Buffer) => {
    const length = Buffer.alloc(4)
    // why: without the length, bytes could move from the cell into the text.
    length.writeUInt32BE(bound.length)
    return createHmac('sm3', macKey)
      .update(Buffer.concat([length, bound, head, nonce, text]))
      .digest()
  }
  return {
    seal(text, bound, head) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('sm4-ctr', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, tagOf(bound, head, nonce, body), body])
    },
    open(sealed, bound, head) {
      const [nonce, tag] = [sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes, nonceBytes + tagBytes)]
      const body = sealed.subarray(nonceBytes + tagBytes)
      const expected = tagOf(bound, head, nonce, body)
      if (tag.length !== tagBytes || !timingSafeEqual(tag, expected)) throw new Error('sealed value does not hold')
      const decipher = createDecipheriv('sm4-ctr', key, nonce)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

/** `master` has 32 bytes; every key in use is derived from it. */
export function sealerOf(master: Buffer): Sealer {
  const id = idOf(master)
  const methods: Readonly<Record<SealKind, Method>> = { 'aes-256-gcm': aes(master), 'sm4-ctr-hmac-sm3': sm4(master) }
  return {
    id,
    seal(kind, text, cell) {
      const head = headOf(kind, id)
      return Buffer.concat([head, methods[kind].seal(text, boundTo(cell), head)])
    },
    open(sealed, cell) {
      const kind = sealKinds.find((one) => versions[one] === sealed[0])
      if (!kind) throw new Error('sealed in a way that this program does not know')
      return methods[kind].open(sealed.subarray(headBytes), boundTo(cell), headOf(kind, id))
    },
  }
}
