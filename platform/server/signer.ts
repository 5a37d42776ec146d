import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import { placeOnce } from './keys/place-once.ts'

/** Ed25519 (RFC 8032), or SM2 over SM3 (GM/T 0003, GM/T 0009) where the law or the customer asks for national algorithms. */
export const signatureAlgorithms = ['ed25519', 'sm2-sm3'] as const
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

/** A public key as SubjectPublicKeyInfo in DER. */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm
  readonly spki: Buffer
}

/** Signs texts that leave the machine. */
export interface Signer extends PublicKey {
  /** Ed25519: 64 bytes; SM2: the DER sequence of r and s. */
  sign(text: string): Buffer
}

/** What people compare by eye: the first 16 bytes of the SHA-256 of the public key, in groups of four digits. */
export const fingerprintOf = (spki: Buffer): string =>
  (hash('sha256', spki, 'hex').slice(0, 32).match(/.{4}/g) ?? []).join(' ').toUpperCase()

// why: GM/T 0009 fixes this identity where none was agreed; OpenSSL takes an empty one, and other programs then refuse the signature.
const sm2Options = { hash: true, der: true, userId: '1234567812345678' } as const
const sm2SpkiHead = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))

/** Whether the text was signed by the holder of this key. A malformed signature or key is a no. */
export function isSignedBy({ algorithm, spki }: PublicKey, text: string, signature: Buffer): boolean {
  try {
    if (algorithm === 'ed25519')
      return verify(null, Buffer.from(text, 'utf8'), createPublicKey({ key: spki, type: 'spki', format: 'der' }), signature)
    if (!spki.subarray(0, sm2SpkiHead.length).equals(sm2SpkiHead)) return false
    return sm2.doVerifySignature(bytesOf(text), signature.toString('hex'), spki.subarray(sm2SpkiHead.length).toString('hex'), sm2Options)
  } catch {
    // why: what was forged need not even be well formed.
    return false
  }
}

interface Kind {
  /** A new secret, as it stands in its file. */
  make(): string
  open(secret: string): Signer
}

const kinds: Readonly<Record<SignatureAlgorithm, Kind>> = {
  ed25519: {
    make: () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
    open(secret) {
      const key = createPrivateKey({ key: Buffer.from(secret, 'base64url'), type: 'pkcs8', format: 'der' })
      const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
      return { algorithm: 'ed25519', spki, sign: (text) => sign(null, Buffer.from(text, 'utf8'), key) }
    },
  },
  'sm2-sm3': {
    make: () => Buffer.from(sm2.generateKeyPairHex().privateKey, 'hex').toString('base64url'),
    open(secret) {
      const key = Buffer.from(secret, 'base64url').toString('hex')
      const publicKey = sm2.getPublicKeyFromPrivateKey(key)
      const spki = Buffer.concat([sm2SpkiHead, Buffer.from(publicKey, 'hex')])
      const sign = (text: string) => Buffer.from(sm2.doSignature(bytesOf(text), key, { ...sm2Options, publicKey }), 'hex')
      return { algorithm: 'sm2-sm3', spki, sign }
    },
  },
}

/** A signer with a new key that nobody keeps; for tests. */
export const newSigner = (algorithm: SignatureAlgorithm): Signer => kinds[algorithm].open(kinds[algorithm].make())

const prefix = 'sign-'
const fileOf = (folder: string, algorithm: SignatureAlgorithm, ending: 'key' | 'pub') =>
  path.join(folder, `${prefix}${algorithm}.${ending}`)

/** Opens the signing key in `folder`, made with mode 0600 on the first start; its public half lies beside it to be handed out. */
export async function openSigner(folder: string, algorithm: SignatureAlgorithm): Promise<Signer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = fileOf(folder, algorithm, 'key')
  await placeOnce(file, () => `${kinds[algorithm].make()}\n`)
  const signer = kinds[algorithm].open((await readFile(file, 'utf8')).trim())
  await writeFile(fileOf(folder, algorithm, 'pub'), writePublicKey(signer), { mode: 0o644 })
  return signer
}

/** `ed25519 <base64>`: how a public key is handed to whoever verifies. */
export const writePublicKey = ({ algorithm, spki }: PublicKey): string => `${algorithm} ${spki.toString('base64')}\n`

/** Null if the text is not a public key as `writePublicKey` writes it. */
export function readPublicKey(text: string): PublicKey | null {
  const [name, key] = text.trim().split(' ')
  const algorithm = signatureAlgorithms.find((one) => one === name)
  return algorithm && key ? { algorithm, spki: Buffer.from(key, 'base64') } : null
}

/** The public keys that this installation has signed with, whichever is in use now. */
export async function ownPublicKeys(folder: string): Promise<PublicKey[]> {
  const names = await readdir(folder).catch(() => [])
  const texts = names
    .filter((name) => name.startsWith(prefix) && name.endsWith('.pub'))
    .map((name) => readFile(path.join(folder, name), 'utf8'))
  return (await Promise.all(texts)).flatMap((text) => readPublicKey(text) ?? [])
}
