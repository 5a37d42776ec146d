import { columnsOf, type ImportColumn, type ImportFault, importLimits } from '../../domain/import-columns.ts'
import { type ImportContext, type ImportLine, readImportLine } from '../../domain/import-line.ts'
import type { CheckedFile } from '../../contract.ts'
import { en } from '../../words/en.ts'
import { importEn } from '../../words/import-en.ts'
import { importZh } from '../../words/import-zh.ts'
import { zh } from '../../words/zh.ts'
import type { ImportEncoding, ReceivedFile } from './decode-file.ts'
import { type FileLine, linesOf, NoCsv } from './read-lines.ts'

const names = [importZh.columns, importEn.columns]
/** What sources and outcomes are called in a file: as on the screens, in either language. */
export const importNames = { sourceNames: [zh.sources, en.sources], dispositionNames: [zh.dispositions, en.dispositions] }

export interface SourceNumber {
  readonly sourceSystem: string
  readonly sourceNumber: string
}
export const keyOf = ({ sourceSystem, sourceNumber }: SourceNumber): string => JSON.stringify([sourceSystem, sourceNumber])

interface Reading {
  readonly file: ReceivedFile
  readonly encoding: ImportEncoding
  readonly context: ImportContext
}

type Checked = Omit<CheckedFile, 'import' | 'encoding' | 'known'>

const askedAtOnce = 500

/** Counts what is known of the numbers that it is given, some hundreds at a time. */
function knownCounter(countKnown: (numbers: readonly SourceNumber[]) => Promise<number>) {
  let waiting: SourceNumber[] = []
  let known = 0
  const ask = async () => {
    if (waiting.length > 0) known += await countKnown(waiting)
    waiting = []
  }
  return {
    async take(line: ImportLine) {
      waiting.push({ sourceSystem: line.sourceSystem, sourceNumber: line.sourceNumber })
      if (waiting.length >= askedAtOnce) await ask()
    },
    async total() {
      await ask()
      return known
    },
  }
}

/** Looks at every line; what is found in the first hundred faulty places is told, and how many there are in all. */
export async function checkFile(
  { file, encoding, context }: Reading,
  countKnown: (numbers: readonly SourceNumber[]) => Promise<number>,
): Promise<Checked & { readonly known: number }> {
  const found = newFindings()
  const counter = knownCounter(countKnown)
  const firstLines = new Map<string, number>()
  const takeRow = async (one: FileLine, places: ReadonlyMap<ImportColumn, number>) => {
    found.takeLine(one)
    const { line, faults } = readRow(one, places, context)
    found.add(faults)
    if (line === null) return
    const first = firstLines.get(keyOf(line))
    if (first === undefined) firstLines.set(keyOf(line), one.line)
    else found.add([{ line: one.line, column: 'sourceNumber', code: 'repeated', otherLine: first }])
    await counter.take(line)
  }
  let places: ReadonlyMap<ImportColumn, number> | null = null
  try {
    for await (const one of linesOf(file, encoding)) {
      if (places !== null) await takeRow(one, places)
      else if (found.takeHead(one)) places = columnsOf(one.cells, names).places
      else break
    }
  } catch (error) {
    if (!(error instanceof NoCsv)) throw error
    found.add([{ line: error.line, column: null, code: error.code }])
  }
  return { ...found.result(), known: await counter.total() }
}

/** One line read by the places of its columns; a line with more cells than titles is shifted somewhere. */
function readRow({ line: at, cells }: FileLine, places: ReadonlyMap<ImportColumn, number>, context: ImportContext) {
  const named = Object.fromEntries([...places].map(([column, place]) => [column, cells[place] ?? '']))
  const { line, faults } = readImportLine(named, context)
  const found: ImportFault[] = faults.map((fault) => ({ line: at, ...fault }))
  return { line, faults: found }
}

function newFindings() {
  const faults: ImportFault[] = []
  const preview: { line: number; cells: string[] }[] = []
  let columns: Checked['columns'] = []
  let [faultCount, rows] = [0, 0]
  const add = (more: readonly ImportFault[]) => {
    faultCount += more.length
    faults.push(...more.slice(0, Math.max(0, importLimits.faultsShown - faults.length)))
  }
  return {
    add,
    /** False: a column is missing or there twice, so that no line can be read. */
    takeHead({ cells }: FileLine): boolean {
      const head = columnsOf(cells, names)
      const at = new Map([...head.places].map(([column, place]) => [place, column]))
      columns = cells.map((title, place) => ({ title, column: at.get(place) ?? null }))
      add(head.faults)
      return head.faults.length === 0
    },
    takeLine({ line, cells }: FileLine) {
      rows += 1
      if (preview.length < importLimits.linesShown) preview.push({ line, cells: [...cells] })
      if (cells.slice(columns.length).some((cell) => cell !== '')) add([{ line, column: null, code: 'moreCells' }])
    },
    result: (): Checked => ({ rows, columns, preview, faults, faultCount }),
  }
}

/** The rows of a file that was checked, so many at a time. */
export async function* batchesOf({ file, encoding, context }: Reading, size: number): AsyncGenerator<ImportLine[]> {
  let places: ReadonlyMap<ImportColumn, number> | null = null
  let batch: ImportLine[] = []
  for await (const one of linesOf(file, encoding)) {
    if (places === null) {
      places = columnsOf(one.cells, names).places
      continue
    }
    const { line } = readRow(one, places, context)
    if (line === null) throw new TypeError('a file that was checked has a faulty line')
    batch.push(line)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
