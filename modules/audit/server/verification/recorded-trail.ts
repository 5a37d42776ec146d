import type { BureauCode } from '#kernel/unit-code.ts'
import { signedSheetOf } from '../heads/head-sheet-repository.ts'
import type { TrailRecord } from './trail-verifier.ts'
import { bureausWithTrail, type Db, headsOf, nextEntries, nextSheets } from './verification-queries.ts'

const pageSize = 2_000

/** Everything recorded, bureau by bureau: sheets, heads, entries. */
export async function* recordsOf(db: Db, bureauCode: BureauCode | null): AsyncGenerator<TrailRecord> {
  for (const bureau of await bureausWithTrail(db, bureauCode)) {
    yield* sheetsOf(db, bureau)
    const heads = await headsOf(db, bureau)
    for (const head of heads) yield { kind: 'head', ...head }
    for (const { chain } of heads) yield* entriesOf(db, bureau, chain)
  }
}

async function* sheetsOf(db: Db, bureauCode: BureauCode): AsyncGenerator<TrailRecord> {
  let after = 0
  for (;;) {
    const page = await nextSheets(db, { bureauCode, after, limit: pageSize })
    for (const row of page) yield { kind: 'sheet', bureauCode, number: row.number, sheet: signedSheetOf(row) }
    if (page.length < pageSize) return
    after = page.at(-1)?.number ?? after
  }
}

async function* entriesOf(db: Db, bureauCode: BureauCode, chain: number): AsyncGenerator<TrailRecord> {
  let after = 0
  for (;;) {
    const page = await nextEntries(db, { bureauCode, chain, after, limit: pageSize })
    for (const entry of page) yield { kind: 'entry', entry }
    if (page.length < pageSize) return
    after = page.at(-1)?.seq ?? after
  }
}
