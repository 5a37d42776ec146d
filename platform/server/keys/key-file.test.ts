import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSigner } from '../signer.ts'
import { openVault } from '../vault.ts'
import { placeKeys, readKeyFile, writeKeyFile } from './key-file.ts'
import { addKey, removeKey } from './key-ring.ts'

const folder = () => mkdtemp(path.join(tmpdir(), 'keys-'))
const open = (where: string) => openVault({ folder: where, keys: null, kind: 'aes-256-gcm' })
const cell = { bureauCode: '141199000000', table: 'cases.party', column: 'phone', id: 'one' }
const passphrase = '十二个字以上的一句口令才行'
const now = new Date('2026-03-02T02:00:00Z')

describe('exported keys', () => {
  it('open on another machine what was sealed and hashed on this one, and sign alike', async () => {
    const [here, there] = [await folder(), await folder()]
    const vault = await open(here)
    const early = vault.seal('早', cell)
    await addKey(here, now)
    vault.refresh()
    const late = vault.seal('晚', cell)
    const signer = await openSigner(here, 'ed25519')
    await placeKeys(there, readKeyFile(await writeKeyFile(here, passphrase), passphrase))
    const other = await open(there)
    expect([other.open(early, cell), other.open(late, cell)]).toEqual(['早', '晚'])
    expect(other.hash('phone', '19900000417')).toEqual(vault.hash('phone', '19900000417'))
    expect((await openSigner(there, 'ed25519')).spki).toEqual(signer.spki)
    for (const name of await readdir(there))
      if (name.endsWith('.key')) expect((await stat(path.join(there, name))).mode & 0o777).toBe(0o600)
  })

  it('are of no use without the passphrase, changed, or cut', async () => {
    const here = await folder()
    await open(here)
    const text = await writeKeyFile(here, passphrase)
    expect(text).not.toContain((await readFile(path.join(here, 'first.key'), 'utf8')).trim())
    expect(() => readKeyFile(text, `${passphrase}。`)).toThrow(/passphrase is wrong/)
    const { sealed, ...rest } = JSON.parse(text) as { sealed: string }
    expect(() => readKeyFile(JSON.stringify({ ...rest, sealed: `AAAA${sealed.slice(4)}` }), passphrase)).toThrow(/passphrase is wrong/)
    expect(() => readKeyFile(text.slice(0, -40), passphrase)).toThrow(/no file of keys/)
    expect(() => readKeyFile('{}', passphrase)).toThrow(/no file of keys/)
  })

  it('never take the place of other keys', async () => {
    const [here, there] = [await folder(), await folder()]
    await open(here)
    await open(there)
    const files = readKeyFile(await writeKeyFile(here, passphrase), passphrase)
    const before = await readFile(path.join(there, 'first.key'), 'utf8')
    await expect(placeKeys(there, files)).rejects.toThrow(/holds another key/)
    expect(await readFile(path.join(there, 'first.key'), 'utf8')).toBe(before)
    expect(await placeKeys(here, files)).toBe(1)
  })

  it('cannot be led out of the folder by a name', async () => {
    const here = await folder()
    expect(await placeKeys(here, { '../evil.key': 'x', 'notes.txt': 'x' })).toBe(0)
    expect(await readdir(here)).toEqual([])
  })
})

describe('a key that is no longer needed', () => {
  it('goes, and look-ups stay as they were, without the key being left behind', async () => {
    const here = await folder()
    const vault = await open(here)
    const [first = ''] = vault.keyIds()
    const [sealed, hash] = [vault.seal('早', cell), vault.hash('phone', '19900000417')]
    expect(await removeKey(here, first)).toBe(false)
    await addKey(here, now)
    expect(await removeKey(here, first)).toBe(true)
    const after = await open(here)
    expect(after.hash('phone', '19900000417')).toEqual(hash)
    expect(() => after.open(sealed, cell)).toThrow(/put the right one back/)
    expect(await readdir(here)).toHaveLength(2)
  })

  it('is taken up by a running process without a restart', async () => {
    const here = await folder()
    const [one, two] = [await open(here), await open(here)]
    await addKey(here, now)
    two.refresh()
    expect(one.open(two.seal('新', cell), cell)).toBe('新')
    await writeFile(path.join(here, 'notes.txt'), 'not a key')
    expect(one.keyIds()).toHaveLength(2)
  })
})
