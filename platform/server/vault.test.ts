import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openVault, vaultOf } from './vault.ts'

const openAt = (home: string) => openVault({ folder: path.join(home, 'keys'), keys: null, kind: 'aes-256-gcm' })
const cell = { bureauCode: '141199000000', table: 'cases.party', column: 'phone', id: 'one' }
const vault = vaultOf(randomBytes(32))

describe('sealing', () => {
  it('opens what it sealed, and never seals twice alike', () => {
    const sealed = vault.seal('19900000417', cell)
    expect(vault.open(sealed, cell)).toBe('19900000417')
    expect(vault.seal('19900000417', cell).equals(sealed)).toBe(false)
    expect(sealed.includes('19900000417')).toBe(false)
  })

  it.each(['bureauCode', 'table', 'column', 'id'] as const)('does not open a value moved to another %s', (part) => {
    const sealed = vault.seal('19900000417', cell)
    expect(() => vault.open(sealed, { ...cell, [part]: 'other' })).toThrow()
  })

  it('notices a changed byte, and another key in plain words', () => {
    const sealed = vault.seal('19900000417', cell)
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    expect(() => vault.open(sealed, cell)).toThrow()
    expect(() => vaultOf(randomBytes(32)).open(vault.seal('a', cell), cell)).toThrow(/put the right one back/)
  })

  it('hashes the same text differently for each purpose', () => {
    expect(vault.hash('phone', '19900000417').equals(vault.hash('phone', '19900000417'))).toBe(true)
    expect(vault.hash('phone', '19900000417').equals(vault.hash('public-phone', '19900000417'))).toBe(false)
  })
})

describe('the first key', () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'daylight-vault-'))
  })
  afterAll(() => rm(home, { recursive: true }))

  it('is made once, mode 0600, also by two processes that start together', async () => {
    const [one, two] = await Promise.all([openAt(home), openAt(home)])
    expect(two.open(one.seal('a', cell), cell)).toBe('a')
    expect((await stat(path.join(home, 'keys/first.key'))).mode & 0o777).toBe(0o600)
    expect((await openAt(home)).open(one.seal('b', cell), cell)).toBe('b')
  })

  it('is refused in plain words when damaged', async () => {
    const file = path.join(home, 'keys/first.key')
    const whole = await readFile(file, 'utf8')
    await writeFile(file, 'short')
    await expect(openAt(home)).rejects.toThrow(/restore it from the backup/)
    await writeFile(file, whole)
  })
})
