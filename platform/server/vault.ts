import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { InstallationFault } from './migrate.ts'
import { placeOnce } from './place-once.ts'

/** The cell that a sealed value belongs to: moved to another row or column it can no longer be opened. */
export interface Cell {
  readonly bureauCode: string
  readonly table: string
  readonly column: string
  readonly id: string
}

export type HashPurpose = 'phone' | 'code' | 'name' | 'input' | 'session' | 'public-phone' | 'public-code' | 'address'

/** Seals personal data (AES-256-GCM) and makes keyed hashes (HMAC-SHA-256), one derived key for each purpose. */
export interface Vault {
  seal(text: string, cell: Cell): Buffer
  open(sealed: Buffer, cell: Cell): string
  hash(purpose: HashPurpose, text: string): Buffer
}

const version = 1
const keyIdBytes = 4
const nonceBytes = 12
const tagBytes = 16
const headBytes = 1 + keyIdBytes + nonceBytes

const derive = (master: Buffer, label: string) => Buffer.from(hkdfSync('sha256', master, 'daylight', label, 32))
// why: a key that was prepared once is four times as fast as bytes.
const keyOf = (master: Buffer, label: string): KeyObject => createSecretKey(derive(master, label))
const boundTo = ({ bureauCode, table, column, id }: Cell) => Buffer.from([bureauCode, table, column, id].join('\u0000'))

/** `master` has 32 bytes. */
export function vaultOf(master: Buffer): Vault {
  const sealing = keyOf(master, 'seal')
  const keyId = derive(master, 'key-id').subarray(0, keyIdBytes)
  const hashing = new Map<HashPurpose, KeyObject>()
  const hashKey = (purpose: HashPurpose) => {
    const known = hashing.get(purpose) ?? keyOf(master, `hash:${purpose}`)
    hashing.set(purpose, known)
    return known
  }
  return {
    seal(text, cell) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(boundTo(cell))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version]), keyId, nonce, cipher.getAuthTag(), body])
    },
    open(sealed, cell) {
      if (sealed[0] !== version || !sealed.subarray(1, 1 + keyIdBytes).equals(keyId))
        throw new InstallationFault(
          '密钥文件与数据库不符，请放回原来的密钥文件。 / The key file does not belong to this database: put the right one back.',
        )
      const nonce = sealed.subarray(1 + keyIdBytes, headBytes)
      const decipher = createDecipheriv('aes-256-gcm', sealing, nonce).setAAD(boundTo(cell))
      decipher.setAuthTag(sealed.subarray(headBytes, headBytes + tagBytes))
      return Buffer.concat([decipher.update(sealed.subarray(headBytes + tagBytes)), decipher.final()]).toString('utf8')
    },
    hash: (purpose, text) => createHmac('sha256', hashKey(purpose)).update(text, 'utf8').digest(),
  }
}

/** Opens the vault with the first key in `home/keys`, which is made with mode 0600 on the first start. */
export async function openVault(home: string): Promise<Vault> {
  const folder = path.join(home, 'keys')
  const file = path.join(folder, 'first.key')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await placeOnce(file, () => `${randomBytes(32).toString('base64url')}\n`)
  const master = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url')
  if (master.length !== 32)
    throw new InstallationFault(`密钥文件 ${file} 已损坏，请从备份恢复。 / The key file ${file} is damaged: restore it from the backup.`)
  return vaultOf(master)
}
