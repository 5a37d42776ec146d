import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { PasskeyPlace } from '../domain/passkey-place.ts'

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const present = 0x01
const verified = 0x04
const attested = 0x40

interface Answering extends PasskeyPlace {
  readonly challenge: string
  /** Whether the person showed a finger, a face or a PIN; yes unless said otherwise. */
  readonly isVerified?: boolean
}

/** A phone that holds one passkey, as WebAuthn has it: ES256, attestation `none`. */
export class Authenticator {
  readonly #id = randomBytes(16)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #uses = 0

  get id(): string {
    return this.#id.toString('base64url')
  }

  /** The answer to a question that asks for a new passkey. */
  register(asked: Answering) {
    const idLength = Buffer.alloc(2)
    idLength.writeUInt16BE(this.#id.length)
    const credential = Buffer.concat([Buffer.alloc(16), idLength, this.#id, coseKey(this.#keys.publicKey)])
    const data = Buffer.concat([this.#head(asked, attested), credential])
    const words = [cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0]), cborText('authData')]
    const attestation = Buffer.concat([Buffer.from([0xa3]), ...words, cborBytes(data)])
    return this.#answer({
      clientDataJSON: clientData('webauthn.create', asked).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
    })
  }

  /** The answer to a question that asks who it is. */
  show(asked: Answering) {
    this.#uses += 1
    const data = this.#head(asked, 0)
    const client = clientData('webauthn.get', asked)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#keys.privateKey)
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  #head({ domain, isVerified = true }: Answering, more: number): Buffer {
    const uses = Buffer.alloc(4)
    uses.writeUInt32BE(this.#uses)
    return Buffer.concat([sha256(domain), Buffer.from([present | more | (isVerified ? verified : 0)]), uses])
  }

  #answer(response: Readonly<Record<string, string>>) {
    return { id: this.id, rawId: this.id, type: 'public-key' as const, response, clientExtensionResults: {} }
  }
}

const clientData = (type: string, { challenge, origin }: Answering): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)])
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an EC2 key for ES256 on P-256 (RFC 9053). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const [left, right] = [x, y].map((part) => cborBytes(Buffer.from(part, 'base64url'))) as [Buffer, Buffer]
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), left, Buffer.from([0x22]), right])
}
