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

/** What a line is read against. */
export interface ImportContext {
  readonly now: Date
  /** Codes of units by code and by each of their names. */
  readonly units: ReadonlyMap<string, string>
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

/** Faults of single cells: missing, too long, or with what no text may hold. */
function faultsOfCells(cells: Cells): CellFault[] {
  const missing = requiredColumns.filter((column) => !cells[column]).map((column): CellFault => ({ column, code: 'required' }))
  const others = Object.entries(cells).flatMap(([name, text]): CellFault[] => {
    const column = name as ImportColumn
    const [least, most] = lengths[column] ?? [0, 200]
    if (text.includes('\u0000') || text.includes('\uFFFD')) return [{ column, code: 'character' }]
    if (text !== '' && text.length < least) return [{ column, code: 'tooShort' }]
    return text.length > most ? [{ column, code: 'tooLong' }] : []
  })
  return [...missing, ...others]
}

type Ended = ImportLine['ended']

function endOf(
  cells: Cells,
  receivedAt: Date | null,
  { now, units, dispositionNames }: ImportContext,
): { ended: Ended; faults: CellFault[] } {
  const { disposition: outcome = '', disposedAt = '', note = '', unit = '' } = cells
  const faults: CellFault[] = []
  const fault = (column: ImportColumn, code: ImportFaultCode) => void faults.push({ column, code })
  if (outcome === '') {
    for (const column of ['disposedAt', 'note', 'unit'] as const) if (cells[column]) fault(column, 'withoutOutcome')
    return { ended: null, faults }
  }
  const disposition = chosen(outcome, dispositions, dispositionNames)
  if (!disposition) fault('disposition', 'disposition')
  else if (endHere.includes(disposition)) fault('disposition', 'endsHere')
  const at = beijingInstant(disposedAt)
  if (!at) fault('disposedAt', disposedAt === '' ? 'required' : 'time')
  else if (at > now) fault('disposedAt', 'future')
  else if (receivedAt && at < receivedAt) fault('disposedAt', 'beforeReceipt')
  if (note === '') fault('note', 'required')
  const unitCode = unit === '' ? null : units.get(unit)
  if (unitCode === undefined) fault('unit', 'unit')
  if (!disposition || !at || unitCode === undefined) return { ended: null, faults }
  return { ended: { disposition, at: at.toISOString(), note, unitCode }, faults }
}

/** Reads one line; every fault at once. */
export function readImportLine(
  cells: Cells,
  context: ImportContext,
): { readonly line: ImportLine | null; readonly faults: readonly CellFault[] } {
  const faults = faultsOfCells(cells)
  const fault = (column: ImportColumn, code: ImportFaultCode) => void faults.push({ column, code })
  const { sourceSystem = '', sourceNumber = '', place = '', summary = '', receivedAt: time = '', grade = '' } = cells
  const receivedAt = time === '' ? null : beijingInstant(time)
  if (time !== '' && !receivedAt) fault('receivedAt', 'time')
  if (receivedAt && receivedAt > context.now) fault('receivedAt', 'future')
  const source = chosen(cells.source ?? '', sources, context.sourceNames)
  if (cells.source && !source) fault('source', 'source')
  const category = categoryNamed(cells.category ?? '')
  if (cells.category && !category) fault('category', 'category')
  if (grade !== '' && !grades.includes(grade as Grade)) fault('grade', 'grade')
  const phone = plainPhone(cells.reporterPhone ?? '')
  if (phone !== '' && !phoneForm.test(phone)) fault('reporterPhone', 'phone')
  const end = endOf(cells, receivedAt, context)
  faults.push(...end.faults)
  if (faults.length > 0 || !receivedAt || !source || !category) return { line: null, faults }
  const line: ImportLine = {
    sourceSystem,
    sourceNumber,
    receivedAt: receivedAt.toISOString(),
    source,
    category: category.code,
    grade: grade === '' ? category.grade : (grade as Grade),
    reporterName: cells.reporterName || null,
    reporterPhone: phone || null,
    place,
    summary,
    ended: end.ended,
  }
  return { line, faults: [] }
}
