import { type Database, openAs, timeOf } from '../database.ts'
import type { Platform } from '../platform.ts'
import type { Vault } from '../vault.ts'
import type { Loop } from '../worker.ts'
import {
  asOwner,
  beginTable,
  endPass,
  nextRows,
  noteStep,
  progressOf,
  saveRows,
  type SealedRow,
  type SealedTable,
  sealedTables,
  takeTable,
} from './reseal-repository.ts'
import type { Cell } from './sealing.ts'

const batch = 500

/** A new installation has nothing to seal anew, and a table that was begun for this key is not begun again. */
async function begin(db: Database, vault: Vault, tables: readonly SealedTable[], now: Date): Promise<void> {
  const begun = new Map((await progressOf(db)).map((table) => [table.table, table.head]))
  const isFirst = begun.size === 0 && vault.keyIds().length === 1
  if (isFirst && vault.head()[0] === 1) return
  const head = vault.head()
  for (const { name } of tables) if (!begun.get(name)?.equals(head)) await beginTable(db, name, head, now)
}

/** Some modules name a cell after its column, some after what stands in it. */
function openCell(vault: Vault, sealed: Buffer, cell: Cell): { readonly text: string; readonly cell: Cell } | null {
  for (const column of [cell.column.replace(/_sealed$/, ''), cell.column]) {
    try {
      return { text: vault.open(sealed, { ...cell, column }), cell: { ...cell, column } }
    } catch {
      // why: the other name is tried next; a value that neither opens is counted and left as it is.
    }
  }
  return null
}

interface Anew {
  readonly rows: readonly SealedRow[]
  readonly count: number
  readonly unreadable: number
}

/** The same rows with what is old sealed anew, and null for what stays. */
function sealAnew(vault: Vault, of: SealedTable, rows: readonly SealedRow[]): Anew {
  const head = vault.head()
  let [count, unreadable] = [0, 0]
  const renewed = rows.map(({ key, values }) => {
    const [bureauCode = '', ...rest] = key
    const anew = values.map((sealed, at) => {
      if (sealed === null || sealed.subarray(0, head.length).equals(head)) return null
      const found = openCell(vault, sealed, { bureauCode, table: of.name, column: of.sealed[at] ?? '', id: rest.join('.') })
      if (found) count++
      else unreadable++
      return found && vault.seal(found.text, found.cell)
    })
    return { key, values: anew }
  })
  return { rows: renewed.filter(({ values }) => values.some((value) => value !== null)), count, unreadable }
}

/** Seals the next rows anew that an older key or another kind sealed; false when all is done. It may be stopped at any moment. */
export async function resealNext({ db, vault }: Pick<Platform, 'db' | 'vault'>, now: Date): Promise<boolean> {
  vault.refresh()
  const tables = await sealedTables(db)
  await begin(db, vault, tables, now)
  return db.transaction().execute(async (tx) => {
    const turn = await takeTable(tx, vault.head())
    const of = tables.find(({ name }) => name === turn?.table)
    if (!turn || !of) return false
    await asOwner(tx)
    const rows = await nextRows(tx, of, turn.after, batch)
    const last = rows.at(-1)
    if (last) {
      const anew = sealAnew(vault, of, rows)
      await saveRows(tx, of, anew.rows)
      await noteStep(tx, of.name, { after: last.key, rows: rows.length, sealedAnew: anew.count, unreadable: anew.unreadable })
    } else await endPass(tx, of, vault.head(), now)
    return true
  })
}

const everyMs = 30_000

/** The worker's share: takes up new keys, and seals old values anew while the house goes on working. */
export const resealLoop: Loop = {
  name: 'platform.reseal',
  everyMs,
  turn: async (platform) => resealNext(platform, await timeOf(openAs(platform.db))),
}
