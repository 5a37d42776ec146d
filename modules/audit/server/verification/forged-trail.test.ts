import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BureauCode, bureauCode } from '#kernel/unit-code.ts'
import { accountsModule } from '#modules/accounts/server/module.ts'
import type { AuditEntry } from '#platform/server/context.ts'
import { openAs } from '#platform/server/database.ts'
import { fingerprintOf, newSigner, type Signer } from '#platform/server/signer.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { readSheet, writeSheet } from '../../domain/head-sheet.ts'
import { appendMany, type SignedSheet, trailLines, verifyAudit, verifyTrailFile } from '../../index.ts'
import { signSheet } from '../heads/signed-sheet.ts'
import { auditModule } from '../module.ts'

let world: World
let bureaus = 0
beforeAll(async () => {
  world = await createWorld([accountsModule, auditModule])
})
afterAll(() => world.close())

const entriesOf = (bureau: BureauCode, from: number, count: number, outcome = 'read') =>
  Array.from({ length: count }, (_, at): AuditEntry => ({
    actor: { kind: 'job', id: 'test', bureauCode: bureau },
    action: 'cases.find',
    about: { subject: `case:${from + at}`, bureauCode: bureau, unitCode: bureau },
    outcome,
    at: new Date(Date.UTC(2026, 2, 2, 2, from + at)),
  }))
const append = (entries: readonly AuditEntry[]) => world.platform.db.transaction().execute((tx) => appendMany(openAs(tx), entries))

/** What only somebody with the tables themselves in hand could do. */
const tamper = (statement: string) =>
  world.platform.db.transaction().execute(async (tx) => {
    await sql`set local role daylight_owner`.execute(tx)
    await sql`alter table audit.entry disable trigger entry_is_append_only`.execute(tx)
    await sql.raw(statement).execute(tx)
    await sql`alter table audit.entry enable trigger entry_is_append_only`.execute(tx)
  })

interface Story {
  readonly bureau: BureauCode
  /** Sheets that left the machine, as they are in the drawer of somebody else. */
  readonly kept: readonly SignedSheet[]
}

/** Six entries, a sheet, six more, a sheet; both sheets left the machine. */
async function story(): Promise<Story> {
  const bureau = bureauCode(`${980_000 + ++bureaus}000000`)
  for (const from of [0, 6]) {
    await append(entriesOf(bureau, from, 6))
    world.advance({ hours: 1 })
    await world.work()
  }
  const { rows } = await sql<{ text: string; signature: Buffer }>`
    select text, signature from audit.head_sheet where bureau_code = ${bureau} order by number`.execute(world.platform.db)
  return { bureau, kept: rows.map((row) => ({ ...row, key: { algorithm: 'ed25519' as const, spki: world.platform.signer.spki } })) }
}

const trusted = () => new Set([fingerprintOf(world.platform.signer.spki)])
const verify = async ({ bureau, kept }: Story) =>
  (await verifyAudit(world.open, { bureauCode: bureau, outside: kept, trusted: trusted() })).faults.map(({ kind, ...rest }) => ({
    kind,
    at: 'seq' in rest ? rest.seq : rest.sheet,
  }))

/** Writes the whole chain of a bureau anew, hash by hash, as its first `count` entries with another outcome from the fifth on. */
async function rewrite(bureau: BureauCode, count: number): Promise<void> {
  await tamper(`delete from audit.entry where bureau_code = '${bureau}'; delete from audit.chain where bureau_code = '${bureau}'`)
  await append([...entriesOf(bureau, 0, 4), ...entriesOf(bureau, 4, count - 4, 'done')])
}

const forge = (bureau: BureauCode, number: number, signer: Signer, change: (text: string) => string) =>
  world.platform.db.transaction().execute(async (tx) => {
    await sql`set local role daylight_owner`.execute(tx)
    const { rows } = await sql<{
      text: string
    }>`select text from audit.head_sheet where bureau_code = ${bureau} and number = ${number}`.execute(tx)
    const text = change(rows[0]?.text ?? '')
    await sql`update audit.head_sheet set text = ${text}, public_key = ${signer.spki}, signature = ${signer.sign(text)}
      where bureau_code = ${bureau} and number = ${number}`.execute(tx)
  })

describe('with signed heads', () => {
  it('holds as long as nobody touched anything', async () => {
    expect(await verify(await story())).toEqual([])
  })

  it('names where a tail was cut before the last head, although the record of the end was moved along', async () => {
    const given = await story()
    await tamper(`delete from audit.entry where bureau_code = '${given.bureau}' and seq > 8;
      update audit.chain set last_seq = 8, last_hash = (select hash from audit.entry e where e.bureau_code = chain.bureau_code and e.chain = chain.chain and e.seq = 8)
      where bureau_code = '${given.bureau}'`)
    expect(await verify(given)).toEqual([{ kind: 'cut', at: 9 }])
  })

  it('notices a cut only by what left the machine, once the sheets in the database are gone as well', async () => {
    const given = await story()
    await tamper(`delete from audit.entry where bureau_code = '${given.bureau}' and seq > 8;
      delete from audit.head_sheet where bureau_code = '${given.bureau}' and number = 2;
      update audit.chain set last_seq = 8, last_hash = (select hash from audit.entry e where e.bureau_code = chain.bureau_code and e.chain = chain.chain and e.seq = 8)
      where bureau_code = '${given.bureau}'`)
    expect(await verify({ ...given, kept: [] })).toEqual([])
    expect(await verify(given)).toEqual([
      { kind: 'gone', at: 2 },
      { kind: 'cut', at: 9 },
    ])
  })

  it('notices a whole bureau that is gone', async () => {
    const given = await story()
    await tamper(`delete from audit.entry where bureau_code = '${given.bureau}'; delete from audit.chain where bureau_code = '${given.bureau}';
      delete from audit.head_sheet where bureau_code = '${given.bureau}'`)
    expect(await verify(given)).toEqual([
      { kind: 'gone', at: 1 },
      { kind: 'gone', at: 2 },
      { kind: 'cut', at: 1 },
    ])
  })

  it('names the first head that a chain written anew does not meet', async () => {
    const given = await story()
    await rewrite(given.bureau, 12)
    expect(await verify(given)).toEqual([{ kind: 'rewritten', at: 6 }])
  })

  it('takes no sheet for a proof that another key signed, or that was changed after it was signed', async () => {
    const given = await story()
    await rewrite(given.bureau, 12)
    await forge(given.bureau, 1, newSigner('ed25519'), (text) => text)
    await tamper(
      `update audit.head_sheet set text = replace(text, 'kind hour', 'kind day') where bureau_code = '${given.bureau}' and number = 2`,
    )
    expect(await verify({ ...given, kept: [] })).toMatchObject([
      { kind: 'foreign-key', at: 1 },
      { kind: 'unsigned', at: 2 },
    ])
  })

  it('finds a sheet that was signed anew with the machine’s own key, by the one that left', async () => {
    const given = await story()
    await rewrite(given.bureau, 12)
    const { rows } = await sql<{ hash: string }>`
      select encode(hash, 'hex') as hash from audit.entry where bureau_code = ${given.bureau} and seq = 12`.execute(world.platform.db)
    await forge(given.bureau, 2, world.platform.signer, (text) => {
      const sheet = readSheet(text)!
      return writeSheet({ ...sheet, heads: sheet.heads.map((head) => ({ ...head, hash: rows[0]?.hash ?? '' })) })
    })
    expect((await verify(given)).map(({ kind }) => kind)).toEqual(['replaced', 'rewritten'])
  })

  it('misses a sheet that was taken out of the middle, and one that does not follow', async () => {
    const given = await story()
    await append(entriesOf(given.bureau, 12, 2))
    world.advance({ hours: 1 })
    await world.work()
    await tamper(`delete from audit.head_sheet where bureau_code = '${given.bureau}' and number = 2`)
    expect(await verify({ ...given, kept: [] })).toEqual([{ kind: 'gap', at: 2 }])
    const other = await story()
    await forge(other.bureau, 1, world.platform.signer, (text) => text.replace('kind day', 'kind hour'))
    expect(await verify({ ...other, kept: [] })).toEqual([{ kind: 'unlinked', at: 2 }])
  })

  it('takes nothing from a kept sheet that somebody wrote by hand', async () => {
    const given = await story()
    const forged = signSheet(newSigner('ed25519'), {
      ...readSheet(given.kept[1]?.text ?? '')!,
      number: 3,
      heads: [{ chain: 0, seq: 99, hash: 'a'.repeat(64) }],
    })
    expect(await verify({ ...given, kept: [...given.kept, forged] })).toEqual([{ kind: 'foreign-key', at: 3 }])
  })
})

describe('an exported trail', () => {
  let lines: string[]
  beforeAll(async () => {
    lines = []
    await story()
    await trailLines(world.open, async (line) => void lines.push(line))
    const from = lines.findIndex((line) => line.includes(`${980_000 + bureaus}000000`))
    lines = [lines[0]!, ...lines.slice(from, -1), JSON.stringify({ records: lines.length - 1 - from })]
  })
  const check = async (changed: readonly string[], outside: readonly SignedSheet[] = []) => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'trail-')), 'trail.jsonl')
    await writeFile(file, `${changed.join('\n')}\n`)
    return verifyTrailFile(file, { outside, trusted: null })
  }
  const entryAt = (seq: number) => lines.findIndex((line) => line.startsWith('{"entry"') && line.includes(`"seq":${seq},`))
  const without = (from: number, count = 1) => lines.toSpliced(from, count)

  it('holds without a database, and names the key that signed', async () => {
    expect(await check(lines)).toEqual({
      chains: 1,
      entries: 12,
      sheets: 2,
      signedBy: [fingerprintOf(world.platform.signer.spki)],
      faults: [],
    })
  })

  it('names a changed entry, a missing one, two that changed places and a cut tail', async () => {
    const swapped = lines.with(entryAt(5), lines[entryAt(7)]!).with(entryAt(7), lines[entryAt(5)]!)
    expect((await check(lines.with(entryAt(5), lines[entryAt(5)]!.replace('"read"', '"done"')))).faults).toMatchObject([
      { kind: 'changed', seq: 5 },
    ])
    expect((await check(without(entryAt(5)))).faults).toMatchObject([{ kind: 'missing', seq: 5 }])
    expect((await check(swapped)).faults).toMatchObject([{ kind: 'swapped', seq: 5 }])
    expect((await check(without(entryAt(11), 2))).faults).toMatchObject([{ kind: 'missing', seq: 11 }])
  })

  it('is no proof when its sheets come after the entries', async () => {
    const sheet = lines.findIndex((line) => line.startsWith('{"sheet"'))
    const moved = [...without(sheet).slice(0, -1), lines[sheet]!, lines.at(-1)!]
    expect((await check(moved)).faults.length).toBeGreaterThan(0)
  })

  it.each([
    ['its end', (all: readonly string[]) => all.slice(0, -1)],
    ['its beginning', (all: readonly string[]) => all.slice(1)],
    ['half a line', (all: readonly string[]) => [...all.slice(0, -2), all.at(-2)!.slice(0, 40)]],
    ['anything it knows', () => ['{"hello":1}']],
    ['anything', () => ['']],
  ])('is refused when it lacks %s', async (_, change) => {
    await expect(check(change(lines))).rejects.toThrow(/不是完好的痕迹导出文件/)
  })
})
