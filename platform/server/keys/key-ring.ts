import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { InstallationFault } from '../migrate.ts'
import { placeOnce } from './place-once.ts'
import { derive, idOf } from './sealing.ts'

export const hashPurposes = ['phone', 'code', 'name', 'input', 'session', 'public-phone', 'public-code', 'address'] as const
export type HashPurpose = (typeof hashPurposes)[number]

/** The keys of an installation, all of 32 bytes. */
export interface KeyRing {
  /** The oldest first; new values are sealed with the last. */
  readonly masters: readonly Buffer[]
  /** Keys of look-up, where they no longer follow from the oldest master. */
  readonly lookup: ReadonlyMap<string, Buffer> | null
}

const ending = '.key'
const firstName = `first${ending}`
const lookupName = 'lookup.json'
const keyBytes = 32

/** Whether this is the file of a sealing key, and not of one that signs. */
const isMaster = (name: string) => name === firstName || /^\d{14}-[0-9a-f]{8}\.key$/.test(name)
// why: the first key has a name, the later ones their time.
const inOrder = (names: readonly string[]) =>
  names.filter(isMaster).toSorted((a, b) => Number(b === firstName) - Number(a === firstName) || (a < b ? -1 : 1))

const damaged = (file: string) =>
  new InstallationFault(`密钥文件 ${file} 已损坏，请从备份恢复。 / The key file ${file} is damaged: restore it from the backup.`)

function masterIn(file: string): Buffer {
  const master = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (master.length !== keyBytes) throw damaged(file)
  return master
}

function lookupIn(file: string): KeyRing['lookup'] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return null
  }
  try {
    return new Map(
      Object.entries(JSON.parse(text) as Record<string, string>).map(([purpose, key]) => [purpose, Buffer.from(key, 'base64url')]),
    )
  } catch {
    throw damaged(file)
  }
}

interface NamedKey {
  readonly file: string
  readonly master: Buffer
  readonly id: string
}

const keysIn = (folder: string): NamedKey[] =>
  inOrder(readdirSync(folder)).map((name) => {
    const master = masterIn(path.join(folder, name))
    return { file: path.join(folder, name), master, id: idOf(master) }
  })

/** Reads the keys in a folder; at once, so that a value sealed with a key that came meanwhile can still be opened. */
export const readRing = (folder: string): KeyRing => ({
  masters: keysIn(folder).map(({ master }) => master),
  lookup: lookupIn(path.join(folder, lookupName)),
})

const newMaster = () => `${randomBytes(keyBytes).toString('base64url')}\n`

/** Makes the first key of an installation that has none, with mode 0600. */
export async function makeFirstKey(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (inOrder(readdirSync(folder)).length === 0) await placeOnce(path.join(folder, firstName), newMaster)
  // why: it also takes from others the right to read that somebody gave them.
  else for (const { file } of keysIn(folder)) await placeOnce(file, newMaster)
}

/** Adds a key; from now on it seals. Gives its id. */
export async function addKey(folder: string, now: Date): Promise<string> {
  const [secret, time] = [newMaster(), now.toISOString().replaceAll(/\D/g, '').slice(0, 14)]
  const id = idOf(Buffer.from(secret.trim(), 'base64url'))
  await placeOnce(path.join(folder, `${time}-${id}${ending}`), () => secret)
  return id
}

/** The keys of look-up as they are now, by purpose. */
export const lookupKeys = ({ masters, lookup }: KeyRing): ReadonlyMap<HashPurpose, Buffer> => {
  const [oldest] = masters
  const known = new Map<HashPurpose, Buffer>()
  for (const purpose of hashPurposes) {
    const kept = lookup?.get(purpose)
    const root = lookup?.get('phone') ?? oldest
    if (kept ?? root) known.set(purpose, kept ?? derive(root as Buffer, `hash:${purpose}`))
  }
  return known
}

/**
 * Takes a key away that nothing is sealed with any longer. What look-ups need of it stays, in a form from which it cannot be computed.
 * False if there is no such key, or if it is the one that seals.
 */
export async function removeKey(folder: string, id: string): Promise<boolean> {
  const keys = keysIn(folder)
  const gone = keys.find((key) => key.id === id)
  if (!gone || gone === keys.at(-1)) return false
  const kept = Object.fromEntries([...lookupKeys(readRing(folder))].map(([purpose, key]) => [purpose, key.toString('base64url')]))
  await placeOnce(path.join(folder, lookupName), () => `${JSON.stringify(kept)}\n`)
  await rm(gone.file)
  return true
}

/** Keys given by a setting, the oldest first, each 32 bytes in base64url. */
export function ringOf(setting: readonly string[]): KeyRing {
  const masters = setting.map((text) => Buffer.from(text, 'base64url'))
  if (masters.length === 0 || masters.some((master) => master.length !== keyBytes))
    throw new InstallationFault(
      'DAYLIGHT_KEYS 里的每个密钥须为 32 字节（base64url）。 · Each key in DAYLIGHT_KEYS has 32 bytes in base64url.',
    )
  return { masters, lookup: null }
}
