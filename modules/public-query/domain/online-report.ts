/** What happened, in words that a person would choose; the desk's categories are theirs to refine. */
export const reportKinds = ['theft', 'fraud', 'assault', 'damage', 'domestic', 'sexual', 'noise', 'dispute', 'other'] as const
export type ReportKind = (typeof reportKinds)[number]

export const concerned = ['self', 'family', 'child', 'other'] as const
/** For whom somebody reports. */
export type Concerned = (typeof concerned)[number]

/** Shortest and longest text of each field, in characters. */
export const reportLengths = { what: [10, 1_000], when: [2, 60], where: [4, 100], name: [2, 30] } as const
export type ReportText = keyof typeof reportLengths

/** A report as it will be registered. The phone is kept beside it. */
export interface OnlineReport {
  readonly kind: ReportKind
  readonly what: string
  readonly when: string
  readonly where: string
  readonly name: string
  readonly concerned: Concerned
}

export type TypedReport = Readonly<Record<ReportText | 'kind' | 'concerned', string>>
export type FaultyPart = keyof TypedReport

// why: line ends arrive as two characters, and no text of the record may hold other control characters.
const cleaned = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    // oxlint-disable-next-line no-control-regex -- because control characters are what is taken out
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F\uE000\uE001]/g, ' ')
    .trim()

const isOf = <Word extends string>(words: readonly Word[], typed: string): typed is Word => (words as readonly string[]).includes(typed)

const fits = (part: ReportText, text: string): boolean => {
  const [least, most] = reportLengths[part]
  const length = [...text].length
  return length >= least && length <= most
}

/** The report as typed by hand, or the parts of it that will not do. */
export function readReport(typed: TypedReport): { readonly report: OnlineReport } | { readonly faulty: readonly FaultyPart[] } {
  const { kind, concerned: whom } = typed
  const texts = { what: cleaned(typed.what), when: cleaned(typed.when), where: cleaned(typed.where), name: cleaned(typed.name) }
  const faulty = (Object.keys(texts) as ReportText[]).filter((part) => !fits(part, texts[part]))
  if (isOf(reportKinds, kind) && isOf(concerned, whom) && faulty.length === 0) return { report: { ...texts, kind, concerned: whom } }
  return {
    faulty: [...(isOf(reportKinds, kind) ? [] : ['kind' as const]), ...faulty, ...(isOf(concerned, whom) ? [] : ['concerned' as const])],
  }
}

interface Sorted {
  /** A category of the desk. */
  readonly category: string
  /** Where the category's own would be too low. */
  readonly grade?: 'II'
  readonly sensitivity: 'none' | 'domestic' | 'sexual' | 'minor'
}

const sorting: Readonly<Record<ReportKind, Sorted>> = {
  theft: { category: 'theft', sensitivity: 'none' },
  fraud: { category: 'fraud', sensitivity: 'none' },
  assault: { category: 'beating', sensitivity: 'none' },
  damage: { category: 'damage', sensitivity: 'none' },
  domestic: { category: 'domestic-violence', sensitivity: 'domestic' },
  sexual: { category: 'other', grade: 'II', sensitivity: 'sexual' },
  noise: { category: 'noise', sensitivity: 'none' },
  dispute: { category: 'neighbour-dispute', sensitivity: 'none' },
  other: { category: 'other', sensitivity: 'none' },
}

/** How the desk receives it. A report for a child is a minor's whatever happened, unless it is more sensitive still. */
export function sortReport({ kind, concerned: whom }: Pick<OnlineReport, 'kind' | 'concerned'>): Sorted {
  const sorted = sorting[kind]
  return sorted.sensitivity === 'none' && whom === 'child' ? { ...sorted, sensitivity: 'minor' } : sorted
}
