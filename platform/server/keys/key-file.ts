import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { InstallationFault } from '../migrate.ts'

const format = 'daylight-keys-1'
const saltBytes = 16
const nonceBytes = 12
const keyBytes = 32
/** scrypt with N = 2^17, r = 8, p = 1: 128 MB and about half a second for each passphrase that somebody tries. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }
export const shortestPassphrase = 12

interface Written {
  readonly format: typeof format
  readonly salt: string
  readonly nonce: string
  readonly tag: string
  readonly sealed: string
}

const keyFrom = (passphrase: string, salt: Buffer) => scryptSync(passphrase.normalize('NFKC'), salt, keyBytes, cost)

/** What belongs to the keys of an installation: those that seal, those that sign, and the public halves. */
const isKeyFile = (name: string) => /\.(key|pub)$|^lookup\.json$/.test(name) && !name.includes('/')

/** All keys of a folder in one text that only the passphrase opens (scrypt, AES-256-GCM). */
export async function writeKeyFile(folder: string, passphrase: string): Promise<string> {
  const names = (await readdir(folder)).filter(isKeyFile).toSorted()
  const files = await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const))
  const [salt, nonce] = [randomBytes(saltBytes), randomBytes(nonceBytes)]
  const cipher = createCipheriv('aes-256-gcm', keyFrom(passphrase, salt), nonce).setAAD(Buffer.from(format))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(Object.fromEntries(files)), 'utf8'), cipher.final()])
  const written: Written = {
    format,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  }
  return `${JSON.stringify(written)}\n`
}

const noKeyFile = () => new InstallationFault('这不是密钥导出文件，或文件不完整。 · This is no file of keys, or it was cut short.')

function parsed(text: string): Written {
  try {
    const read = JSON.parse(text) as Partial<Written>
    if (read.format === format && read.salt && read.nonce && read.tag && read.sealed) return read as Written
  } catch {
    // why: what is no JSON is refused like every other file that is not ours.
  }
  throw noKeyFile()
}

/** The files in an exported text. Throws an InstallationFault if it is none, or the passphrase another. */
export function readKeyFile(text: string, passphrase: string): Readonly<Record<string, string>> {
  const { salt, nonce, tag, sealed } = parsed(text)
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(passphrase, Buffer.from(salt, 'base64')), Buffer.from(nonce, 'base64'))
    decipher.setAAD(Buffer.from(format)).setAuthTag(Buffer.from(tag, 'base64'))
    const opened = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()])
    return JSON.parse(opened.toString('utf8')) as Record<string, string>
  } catch {
    throw new InstallationFault('口令不对，或文件被改动过。 · The passphrase is wrong, or the file was changed.')
  }
}

/** Puts exported keys into a folder. Refused if another key is there already: keys are never written over. */
export async function placeKeys(folder: string, files: Readonly<Record<string, string>>): Promise<number> {
  const names = Object.keys(files).filter(isKeyFile)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const there = (await readdir(folder)).filter((name) => name.endsWith('.key'))
  for (const name of there)
    if ((await readFile(path.join(folder, name), 'utf8')) !== files[name])
      throw new InstallationFault(
        `${folder} 里已有别的密钥（${name}），没有动它。请先移走。 · ${folder} holds another key (${name}); nothing was changed. Move it away first.`,
      )
  for (const name of names) await writeFile(path.join(folder, name), files[name] ?? '', { mode: name.endsWith('.pub') ? 0o644 : 0o600 })
  return names.length
}
