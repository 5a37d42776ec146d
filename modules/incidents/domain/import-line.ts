import { categories, categoryOf } from './category.ts'
import type { ImportColumn, ImportFaultCode } from './import-columns.ts'
import { requiredColumns } from './import-columns.ts'
import { type Disposition, dispositions, type Grade, grades, type Source, sources } from './incident-state.ts'

/** One line of an import file, as it will be registered. Times are ISO texts, so that it can be kept as JSON. */
export interface ImportLine {
  readonly sourceSystem: string
  readonly sourceNumber: string
  readonly receivedAt: string
  readonly source: Source
  readonly category: string
  readonly grade: Grade
  readonly reporterName: string | null
  readonly reporterPhone: string | null
  readonly place: string
  readonly summary: string
  /** How it ended in the other system; null: it goes on here. */
  readonly ended: { readonly disposition: Disposition; readonly at: string; readonly note: string; readonly unitCode: string | null } | null
}

type Names<Value extends string> = readonly Readonly<Record<Value, string>>[]

/** Codes of units by code and by each of their names; null: several bear this name, and none is guessed. */
export type UnitsByName = ReadonlyMap<string, string | null>

interface NamedUnit {
  readonly code: string
  readonly names: readonly string[]
}

export function unitsByName(units: readonly NamedUnit[]): UnitsByName {
  const found = new Map<string, string | null>()
  for (const { code, names } of units) for (const name of names) found.set(name, found.has(name) && found.get(name) !== code ? null : code)
  for (const { code } of units) found.set(code, code)
  return found
}

/** What a line is read against. */
export interface ImportContext {
  readonly now: Date
  readonly units: UnitsByName
  readonly sourceNames: Names<Source>
  readonly dispositionNames: Names<Disposition>
}

/** What can be a fault of one cell. */
interface CellFault {
  readonly column: ImportColumn
  readonly code: ImportFaultCode
}

/** Outcomes that open a case here or wait for the head of a unit: these are decided in this house, not in a file. */
const endHere: readonly Disposition[] = ['administrative-case', 'not-accepted']

const lengths: Partial<Record<ImportColumn, readonly [number, number]>> = {
  sourceSystem: [1, 40],
  sourceNumber: [1, 60],
  reporterName: [1, 60],
  place: [2, 200],
  summary: [2, 2000],
  note: [2, 500],
}

const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:\+08:?00)?$/

/** `2026-03-02 10:00` and the ways in which spreadsheets write it; always Beijing's time. */
export function beijingInstant(text: string): Date | null {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00'] = written.exec(text) ?? []
  const two = (part: string) => part.padStart(2, '0')
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+08:00`
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return null
  // why: JavaScript makes 31 April into 1 May.
  const shown = new Date(at.getTime() + 8 * 3_600_000).toISOString()
  return shown.slice(0, 19) === iso.slice(0, 19) ? at : null
}

const chosen = <Value extends string>(text: string, values: readonly Value[], names: Names<Value>): Value | undefined =>
  values.find((value) => value === text || names.some((name) => name[value].toLowerCase() === text.toLowerCase()))

const categoryNamed = (text: string) =>
  categoryOf(text) ?? categories.find(({ zh, en }) => zh === text || en.toLowerCase() === text.toLowerCase())

const phoneForm = /^(1\d{10}|0\d{9,11})$/
/** As people write it: 199 0000 0417, 0350-5550110. */
const plainPhone = (text: string): string => text.replaceAll(/[\s-]/g, '')

type Cells = Readonly<Partial<Record<ImportColumn, string>>>

/** 440305… as a spreadsheet shows it and then saves it. */
const exponentForm = /^\d(\.\d+)?E\+\d+$/i

/** Faults of single cells: missing, too long, or with what no text may hold. */
function faultsOfCells(cells: Cells): CellFault[] {
  const missing = requiredColumns.filter((column) => !cells[column]).map((column): CellFault => ({ column, code: 'required' }))
  const others = Object.entries(cells).flatMap(([name, text]): CellFault[] => {
    const column = name as ImportColumn
    const [least, most] = lengths[column] ?? [0, 200]
    if (text.includes('\u0000') || text.includes('\uFFFD')) return [{ column, code: 'character' }]
    if (column === 'sourceNumber' && exponentForm.test(text)) return [{ column, code: 'exponent' }]
    if (text !== '' && text.length < least) return [{ column, code: 'tooShort' }]
    return text.length > most ? [{ column, code: 'tooLong' }] : []
  })
  return [...missing, ...others]
}

type Ended = ImportLine['ended']

/** A cell as it was understood, or why it was not; null where an optional cell is empty. */
type Read<Value> = { readonly value: Value } | { readonly code: ImportFaultCode }

/** No call is older than the republic; a year before it lost a digit, such as 0206. */
const firstDay = new Date('1949-01-01T00:00:00+08:00')

const timeIn = (text: string, now: Date, after: Date | null): Read<Date> => {
  const at = beijingInstant(text)
  if (!at) return { code: 'time' }
  if (at > now) return { code: 'future' }
  if (at < firstDay) return { code: 'year' }
  return after && at < after ? { code: 'beforeReceipt' } : { value: at }
}

const outcomeIn = (text: string, names: Names<Disposition>): Read<Disposition> => {
  const value = chosen(text, dispositions, names)
  if (!value) return { code: 'disposition' }
  return endHere.includes(value) ? { code: 'endsHere' } : { value }
}

const orFault = <Value>(value: Value | undefined, code: ImportFaultCode): Read<Value> => (value === undefined ? { code } : { value })

const gradeIn = (text: string, usual: Grade | undefined): Read<Grade | undefined> =>
  text === ''
    ? { value: usual }
    : orFault(
        grades.find((grade) => grade === text),
        'grade',
      )

const phoneIn = (text: string): Read<string | null> => {
  const phone = plainPhone(text)
  return phone === '' || phoneForm.test(phone) ? { value: phone || null } : { code: 'phone' }
}

/** Collects what is at fault while cells are read; an empty required cell is a fault already and is not read. */
function reader(cells: Cells, faults: CellFault[]) {
  return <Value>(column: ImportColumn, read: (text: string) => Read<Value>): Value | undefined => {
    const text = cells[column] ?? ''
    if (text === '' && requiredColumns.includes(column)) return undefined
    const found = read(text)
    if ('value' in found) return found.value
    faults.push({ column, code: found.code })
    return undefined
  }
}

const unitIn = (text: string, units: UnitsByName): Read<string | null> => {
  if (text === '') return { value: null }
  const code = units.get(text)
  return code === null ? { code: 'ambiguousUnit' } : orFault<string | null>(code, 'unit')
}

const besidesOutcome = ['disposedAt', 'note', 'unit'] as const

/** How it ended in the other system; null where it goes on here. */
function endOf(cells: Cells, receivedAt: Date | null, { now, units, dispositionNames }: ImportContext, faults: CellFault[]): Ended {
  if (!cells.disposition) {
    faults.push(...besidesOutcome.filter((column) => cells[column]).map((column): CellFault => ({ column, code: 'withoutOutcome' })))
    return null
  }
  const missing = (['disposedAt', 'note'] as const).filter((column) => !cells[column])
  faults.push(...missing.map((column): CellFault => ({ column, code: 'required' })))
  const read = reader(cells, faults)
  const disposition = read('disposition', (text) => outcomeIn(text, dispositionNames))
  const at = missing.includes('disposedAt') ? undefined : read('disposedAt', (text) => timeIn(text, now, receivedAt))
  const unitCode = read('unit', (text) => unitIn(text, units))
  return disposition && at ? { disposition, at: at.toISOString(), note: cells.note ?? '', unitCode: unitCode ?? null } : null
}

/** What is kept as it was written. */
const wordsOf = ({ sourceSystem = '', sourceNumber = '', place = '', summary = '', reporterName }: Cells) => ({
  sourceSystem,
  sourceNumber,
  place,
  summary,
  reporterName: reporterName || null,
})

/** Reads one line; every fault at once. */
export function readImportLine(
  cells: Cells,
  context: ImportContext,
): { readonly line: ImportLine | null; readonly faults: readonly CellFault[] } {
  const faults = faultsOfCells(cells)
  const read = reader(cells, faults)
  const receivedAt = read('receivedAt', (text) => timeIn(text, context.now, null))
  const source = read('source', (text) => orFault(chosen(text, sources, context.sourceNames), 'source'))
  const category = read('category', (text) => orFault(categoryNamed(text), 'category'))
  const grade = read('grade', (text) => gradeIn(text, category?.grade))
  const reporterPhone = read('reporterPhone', phoneIn)
  const ended = endOf(cells, receivedAt ?? null, context, faults)
  if (faults.length > 0 || !receivedAt || !source || !category || !grade) return { line: null, faults }
  const understood = { receivedAt: receivedAt.toISOString(), source, category: category.code, grade }
  return { line: { ...wordsOf(cells), ...understood, reporterPhone: reporterPhone ?? null, ended }, faults }
}
