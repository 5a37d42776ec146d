import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { type HashPurpose, type KeyRing, lookupKeys, makeFirstKey, readRing, ringOf } from './keys/key-ring.ts'
import { type Cell, headOf, keyIdIn, type Sealer, sealerOf, type SealKind } from './keys/sealing.ts'
import { InstallationFault } from './migrate.ts'

export type { Cell } from './keys/sealing.ts'

/** Seals personal data and makes keyed hashes (HMAC-SHA-256), one derived key for each purpose. */
export interface Vault {
  seal(text: string, cell: Cell): Buffer
  open(sealed: Buffer, cell: Cell): string
  hash(purpose: HashPurpose, text: string): Buffer
  /** What a value sealed now begins with; every other beginning is old. */
  head(): Buffer
  /** Ids of the keys, the oldest first; the last one seals. */
  keyIds(): readonly string[]
  /** Reads the keys again, so that one that was added meanwhile seals from now on. */
  refresh(): void
}

/** What is ready to work of a ring of keys. */
interface Ready {
  readonly sealers: ReadonlyMap<string, Sealer>
  readonly newest: Sealer
  readonly hashing: ReadonlyMap<HashPurpose, KeyObject>
}

function prepare(ring: KeyRing): Ready {
  const sealers = ring.masters.map(sealerOf)
  const newest = sealers.at(-1)
  if (!newest) throw new InstallationFault('没有密钥。 · There is no key.')
  const hashing = new Map([...lookupKeys(ring)].map(([purpose, key]) => [purpose, createSecretKey(key)]))
  return { sealers: new Map(sealers.map((sealer) => [sealer.id, sealer])), newest, hashing }
}

/** A vault over a ring that may grow while it is in use. */
export function vaultOver(read: () => KeyRing, kind: SealKind = 'aes-256-gcm'): Vault {
  let ready = prepare(read())
  const refresh = () => void (ready = prepare(read()))
  const sealerFor = (sealed: Buffer): Sealer => {
    const id = keyIdIn(sealed)
    if (!ready.sealers.has(id)) refresh()
    const sealer = ready.sealers.get(id)
    if (sealer) return sealer
    throw new InstallationFault(
      '密钥文件与数据库不符，请放回原来的密钥文件。 / The key file does not belong to this database: put the right one back.',
    )
  }
  return {
    seal: (text, cell) => ready.newest.seal(kind, text, cell),
    open: (sealed, cell) => sealerFor(sealed).open(sealed, cell),
    hash: (purpose, text) =>
      createHmac('sha256', ready.hashing.get(purpose) as KeyObject)
        .update(text, 'utf8')
        .digest(),
    head: () => headOf(kind, ready.newest.id),
    keyIds: () => [...ready.sealers.keys()],
    refresh,
  }
}

/** `master` has 32 bytes. */
export const vaultOf = (master: Buffer): Vault => vaultOver(() => ({ masters: [master], lookup: null }))

interface VaultSetting {
  /** Where key files lie. */
  readonly folder: string
  /** Keys given by a setting instead; null: the files. */
  readonly keys: readonly string[] | null
  readonly kind: SealKind
}

/** Opens the vault with the keys of the setting, or with those in the folder, where the first one is made on the first start. */
export async function openVault({ folder, keys, kind }: VaultSetting): Promise<Vault> {
  if (keys !== null) return vaultOver(() => ringOf(keys), kind)
  await makeFirstKey(folder)
  return vaultOver(() => readRing(folder), kind)
}
