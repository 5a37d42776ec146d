/** Kinds below the bureau; the bureau itself is made once, by the command that sets the installation up. */
export const unitKinds = ['station', 'brigade', 'centre', 'department'] as const
export type LowerKind = (typeof unitKinds)[number]

export const unitFaults = [
  'columns',
  'code',
  'code-twice',
  'code-elsewhere',
  'kind',
  'name',
  'short-name',
  'phone',
  'parent-unknown',
  'parent-circle',
] as const
export type UnitFault = (typeof unitFaults)[number]

/** A unit of a file or a form, not yet held against what is there. */
export interface UnitDraft {
  readonly code: string
  readonly parentCode: string
  readonly kind: LowerKind
  readonly nameZh: string
  readonly nameEn: string
  readonly shortName: string
  readonly phone: string | null
  readonly address: string | null
}

export interface LineFault {
  /** As a spreadsheet counts: the head is line 1. */
  readonly line: number
  readonly fault: UnitFault
  readonly value: string
}

/** Names of the columns, either language; the first four must be there. */
const columns = {
  code: ['代码', 'code'],
  name: ['名称', 'name'],
  kind: ['类别', 'kind'],
  parent: ['上级代码', 'parent'],
  short: ['简称', 'short'],
  english: ['英文名称', 'english'],
  phone: ['电话', 'phone'],
  address: ['地址', 'address'],
} as const
type Column = keyof typeof columns
const demanded: readonly Column[] = ['code', 'name', 'kind', 'parent']

const kindNames: Readonly<Record<string, LowerKind>> = {
  派出所: 'station',
  大队: 'brigade',
  支队: 'brigade',
  中队: 'brigade',
  中心: 'centre',
  科室: 'department',
  station: 'station',
  brigade: 'brigade',
  centre: 'centre',
  department: 'department',
}

interface Known {
  readonly bureauCode: string
  /** Units of the bureau that are there already, with their parents. */
  readonly parents: ReadonlyMap<string, string | null>
}

interface ReadFile {
  readonly units: readonly UnitDraft[]
  readonly faults: readonly LineFault[]
}

/** Reads the cells of a file of units. An empty parent stands for the bureau. */
export function readUnits(cells: readonly (readonly string[])[], known: Known): ReadFile {
  const [head = [], ...lines] = cells
  const places = placesOf(head)
  const missing = demanded.filter((name) => places[name] === -1)
  if (missing.length > 0) return { units: [], faults: missing.map((name) => ({ line: 1, fault: 'columns', value: columns[name][0] })) }
  const cell = (line: readonly string[], name: Column) => line[places[name]]?.trim() ?? ''
  const units = lines.map((line): UnitDraft => {
    const nameZh = cell(line, 'name')
    return {
      code: cell(line, 'code'),
      parentCode: cell(line, 'parent') || known.bureauCode,
      // why: an unknown kind is a fault of its line, and nothing of a faulty file is kept.
      kind: kindNames[cell(line, 'kind').toLowerCase()] ?? 'department',
      nameZh,
      nameEn: cell(line, 'english') || nameZh,
      shortName: cell(line, 'short') || nameZh.slice(0, longestShortName),
      phone: cell(line, 'phone') || null,
      address: cell(line, 'address') || null,
    }
  })
  const unknownKinds = lines.flatMap((line, at) =>
    cell(line, 'kind').toLowerCase() in kindNames ? [] : [{ line: at + 2, fault: 'kind' as const, value: cell(line, 'kind') }],
  )
  const others = units.flatMap((unit, at) => faultsOf(unit, units, known).map((fault) => ({ line: at + 2, ...fault })))
  return { units, faults: [...unknownKinds, ...others].toSorted((one, other) => one.line - other.line) }
}

const placesOf = (head: readonly string[]): Readonly<Record<Column, number>> => {
  const given = head.map((name) => name.trim().toLowerCase())
  const placeOf = (name: Column) => given.findIndex((text) => (columns[name] as readonly string[]).includes(text))
  return Object.fromEntries((Object.keys(columns) as Column[]).map((name) => [name, placeOf(name)])) as Record<Column, number>
}

const longestName = 40
const longestShortName = 12

/** What is wrong with one unit beside all that come with it. */
export function faultsOf(unit: UnitDraft, all: readonly UnitDraft[], known: Known): readonly Omit<LineFault, 'line'>[] {
  const { code, parentCode, nameZh, shortName, phone } = unit
  const isTwice = all.filter((other) => other.code === code).length > 1
  const parents = new Map([...known.parents, ...all.map((one) => [one.code, one.parentCode] as const)])
  const found: readonly (readonly [boolean, UnitFault, string])[] = [
    [!/^\d{12}$/.test(code) || code === known.bureauCode, 'code', code],
    [isTwice, 'code-twice', code],
    [nameZh === '' || nameZh.length > longestName, 'name', nameZh],
    [shortName.length > longestShortName, 'short-name', shortName],
    [phone !== null && !/^[\d -]{5,20}$/.test(phone), 'phone', phone ?? ''],
    [!parents.has(parentCode), 'parent-unknown', parentCode],
    [parents.has(parentCode) && code !== known.bureauCode && runsInCircle(code, parents), 'parent-circle', parentCode],
  ]
  return found.flatMap(([isFault, fault, value]) => (isFault ? [{ fault, value }] : []))
}

function runsInCircle(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  let at: string | null | undefined = code
  while (at !== null && at !== undefined) {
    if (seen.has(at)) return true
    seen.add(at)
    at = parents.get(at)
  }
  return false
}
