import { type BureauCode, bureauCode, isUnitCode } from '#kernel/unit-code.ts'

export const sheetKinds = ['hour', 'day'] as const
export type SheetKind = (typeof sheetKinds)[number]

/** The last link of one chain: its place, and its hash in hexadecimal digits. */
export interface ChainHead {
  readonly chain: number
  readonly seq: number
  readonly hash: string
}

/** What a sheet says: where each chain of a bureau ended when it was taken. */
export interface HeadSheet {
  readonly bureauCode: BureauCode
  /** From 1, without a gap. */
  readonly number: number
  readonly kind: SheetKind
  readonly takenAt: Date
  /** SHA-256 of the text of the sheet before it, in hexadecimal digits; null for the first. */
  readonly previous: string | null
  readonly heads: readonly ChainHead[]
}

const title = 'DAYLIGHT AUDIT HEADS 1'
const ending = 'end'

/**
 * The text that is signed, in UTF-8, each line ended by one line feed: title, `bureau`, `number`, `kind`, `taken` (ISO 8601, UTC),
 * `previous` (`-` for none), one `chain <0–63> <place> <hash>` for each chain in their order, `end`.
 */
export const writeSheet = ({ bureauCode: bureau, number, kind, takenAt, previous, heads }: HeadSheet): string =>
  [
    title,
    `bureau ${bureau}`,
    `number ${number}`,
    `kind ${kind}`,
    `taken ${takenAt.toISOString()}`,
    `previous ${previous ?? '-'}`,
    ...heads.map(({ chain, seq, hash }) => `chain ${chain} ${seq} ${hash}`),
    ending,
    '',
  ].join('\n')

const chainLine = /^chain (\d{1,2}) (\d{1,18}) ([0-9a-f]{64})$/

/** Reads a sheet; null unless it is exactly the text that `writeSheet` writes of what it says. */
export function readSheet(text: string): HeadSheet | null {
  const lines = text.split('\n')
  const said = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? ''
  const [bureau, kind, takenAt, previous] = [said('bureau'), said('kind'), new Date(said('taken')), said('previous')]
  if (!isUnitCode(bureau) || Number.isNaN(takenAt.getTime())) return null
  const sheet: HeadSheet = {
    bureauCode: bureauCode(bureau),
    number: Number(said('number')),
    kind: kind === 'day' ? 'day' : 'hour',
    takenAt,
    previous: previous === '-' ? null : previous,
    heads: lines.flatMap((line) => {
      const [, chain, seq, hash] = chainLine.exec(line) ?? []
      return hash === undefined ? [] : [{ chain: Number(chain), seq: Number(seq), hash }]
    }),
  }
  return writeSheet(sheet) === text ? sheet : null
}
