/** What a line of an import file may say, in the order of the template. */
export const importColumns = [
  'sourceSystem',
  'sourceNumber',
  'receivedAt',
  'source',
  'category',
  'grade',
  'reporterName',
  'reporterPhone',
  'place',
  'summary',
  'disposition',
  'disposedAt',
  'note',
  'unit',
] as const
export type ImportColumn = (typeof importColumns)[number]

export const requiredColumns: readonly ImportColumn[] = [
  'sourceSystem',
  'sourceNumber',
  'receivedAt',
  'source',
  'category',
  'place',
  'summary',
]

export const importFaults = [
  'required',
  'tooShort',
  'tooLong',
  'time',
  'future',
  'year',
  'beforeReceipt',
  'source',
  'category',
  'grade',
  'phone',
  'disposition',
  'endsHere',
  'withoutOutcome',
  'unit',
  'ambiguousUnit',
  'exponent',
  'repeated',
  'character',
  'missingColumn',
  'doubleColumn',
  'moreCells',
  'quotes',
  'recordTooLong',
] as const
export type ImportFaultCode = (typeof importFaults)[number]

export interface ImportFault {
  readonly line: number
  readonly column: ImportColumn | null
  readonly code: ImportFaultCode
  /** Of a repeated number the line that had it first. */
  readonly otherLine?: number
}

export const importLimits = { fileBytes: 50 * 1024 * 1024, lineBytes: 64 * 1024, faultsShown: 100, linesShown: 5 } as const

/** In which column each title stands. A title is known by its name in either language, or by the column's own. */
export function columnsOf(titles: readonly string[], names: readonly Readonly<Record<ImportColumn, string>>[]) {
  const known = (title: string) =>
    importColumns.find(
      (column) => column.toLowerCase() === title.toLowerCase() || names.some((name) => name[column].toLowerCase() === title.toLowerCase()),
    )
  const found = titles.map((title) => known(title.trim()))
  const places = new Map<ImportColumn, number>()
  const double = new Set<ImportColumn>()
  for (const [place, column] of found.entries()) {
    if (column === undefined) continue
    if (places.has(column)) double.add(column)
    else places.set(column, place)
  }
  const faults: ImportFault[] = [
    ...requiredColumns.filter((column) => !places.has(column)).map((column) => ({ line: 1, column, code: 'missingColumn' as const })),
    ...[...double].map((column) => ({ line: 1, column, code: 'doubleColumn' as const })),
  ]
  const unused = titles.filter((title, place) => found[place] === undefined && title.trim() !== '')
  return { places, unused, faults }
}
