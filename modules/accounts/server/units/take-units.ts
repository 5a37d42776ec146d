import type { BureauCode } from '#kernel/unit-code.ts'
import { unitCode } from '#kernel/unit-code.ts'
import { type LineFault, readUnits, type UnitDraft } from '../../domain/unit-file.ts'
import { bureausOfUnits, type UnitDb, unitsOfBureau, writeUnits } from '../unit-repository.ts'
import { cellsOf } from './read-unit-file.ts'

interface Taken {
  readonly added: number
  readonly changed: number
  readonly faults: LineFault[]
}

/** Writes the units of a file into the bureau, or nothing and what is wrong with each line. */
export async function takeUnits(tx: UnitDb, bureauCode: BureauCode, csv: string): Promise<Taken> {
  const there = await unitsOfBureau(tx, bureauCode)
  const parents = new Map(there.map((unit) => [unit.code as string, unit.parentCode as string | null]))
  const { units, faults } = readUnits(cellsOf(csv), { bureauCode, parents })
  const foreign = await foreignCodes(tx, bureauCode, units)
  const elsewhere = units.flatMap(({ code }, at) =>
    foreign.has(code) ? [{ line: at + 2, fault: 'code-elsewhere' as const, value: code }] : [],
  )
  const all = [...faults, ...elsewhere].toSorted((one, other) => one.line - other.line)
  if (all.length > 0) return { added: 0, changed: 0, faults: all }
  await writeUnits(tx, bureauCode, units)
  const changed = units.filter(({ code }) => parents.has(code)).length
  return { added: units.length - changed, changed, faults: [] }
}

/** Codes that another bureau has already. */
export async function foreignCodes(tx: UnitDb, bureauCode: BureauCode, units: readonly UnitDraft[]): Promise<ReadonlySet<string>> {
  const codes = units.flatMap(({ code }) => (/^\d{12}$/.test(code) ? [unitCode(code)] : []))
  const found = await bureausOfUnits(tx, codes)
  return new Set(found.filter((unit) => unit.bureauCode !== bureauCode).map(({ code }) => code as string))
}
