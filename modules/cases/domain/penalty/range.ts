import type { Bilingual } from '#kernel/bilingual.ts'
import rows from './ranges.json' with { type: 'json' }

/** 治安管理处罚法: as amended in 2012, in force to 2025-12-31; as revised in 2025, in force from 2026-01-01. */
export type Edition = 2012 | 2025

/** `min` and `max` in days, both included. */
export interface Detention {
  readonly kind: 'detention'
  readonly min: number
  readonly max: number
  readonly unit: 'day'
}

/** `min` and `max` in yuan, both included. */
export interface FineOfYuan {
  readonly kind: 'fine'
  readonly min: number
  readonly max: number
  readonly unit: 'CNY'
}

/** A fine of `min` to `max` times the unlawful gains. */
interface FineOfGains {
  readonly kind: 'fine'
  readonly multiple_of_gains: readonly [min: number, max: number]
}

export type MainPenalty = { readonly kind: 'warning' } | FineOfYuan | FineOfGains | Detention

/** One lawful choice: a main penalty, and a fine that must or may be added. Named as the exchange file names them. */
export interface PenaltyOption {
  readonly main: MainPenalty
  readonly add?: FineOfYuan
  readonly add_is?: 'mandatory' | 'optional'
}

/** How grave the act was, in the exchange file's word (`base`, `graver` …), with the choices that the law then gives. */
export interface PenaltyTier {
  readonly tier: string
  readonly options: readonly PenaltyOption[]
}

/** What one edition says on a cause; `article` e.g. `50(1)(2)`. */
export interface CauseInEdition {
  readonly article: string
  readonly tiers: readonly PenaltyTier[]
}

/** A cause with its ranges; an edition that does not know it has null. `codes` are those of `causes.json`. */
export interface CauseRanges {
  readonly name: string
  readonly en: string
  readonly codes: readonly string[]
  readonly editions: Readonly<Record<Edition, CauseInEdition | null>>
  /** What the later edition asks for beyond the earlier, which no comparison of ranges shows. */
  readonly differs: Bilingual | null
  /** What this cause alone adds to its range. */
  readonly note: Bilingual | null
}

const malformed = (text: string): never => {
  throw new TypeError(`not a penalty range: ${text}`)
}

/** `D≤5` is one to five days, since a day is the least that can be served; `F≤200` has no least. */
function mainOf(text: string): MainPenalty {
  if (text === 'W') return { kind: 'warning' }
  const gains = /^F(\d+)-(\d+)xgain$/.exec(text)
  if (gains) return { kind: 'fine', multiple_of_gains: [Number(gains[1]), Number(gains[2])] }
  const [, letter, least, upTo, most] = /^([DF])(?:(\d+)-|(≤))(\d+)$/.exec(text) ?? malformed(text)
  const max = Number(most)
  if (letter === 'D') return { kind: 'detention', min: upTo ? 1 : Number(least), max, unit: 'day' }
  return { kind: 'fine', min: upTo ? 0 : Number(least), max, unit: 'CNY' }
}

function addedFine(text: string): FineOfYuan {
  const fine = mainOf(text)
  return fine.kind === 'fine' && 'max' in fine ? fine : malformed(text)
}

function optionOf(text: string): PenaltyOption {
  const [main = '', added] = text.split('+')
  if (added === undefined) return { main: mainOf(main) }
  const isOptional = added.startsWith('?')
  return { main: mainOf(main), add: addedFine(isOptional ? added.slice(1) : added), add_is: isOptional ? 'optional' : 'mandatory' }
}

/**
 * Reads `base: W|F≤200; graver: D5-10+?F≤500`: tiers parted by `; `, W warning, F fine in yuan, D detention in days, `|` or, `+` must be
 * added, `+?` may be added, `≤` included. An empty text has no tier. Throws on anything else.
 */
export function readRange(text: string): readonly PenaltyTier[] {
  if (text === '') return []
  return text.split('; ').map((part) => {
    const [tier = '', choices = ''] = part.split(': ')
    return { tier, options: choices.split('|').map(optionOf) }
  })
}

interface Row {
  readonly name: string
  readonly en: string
  readonly codes: readonly string[]
  readonly law2012: { readonly article: string; readonly range: string } | null
  readonly law2025: { readonly article: string; readonly range: string } | null
  readonly differs?: Bilingual
  readonly note?: Bilingual
}

const inEdition = (law: Row['law2012']): CauseInEdition | null => law && { article: law.article, tiers: readRange(law.range) }

/** Every public-order cause with the ranges of both editions. */
export const allRanges: readonly CauseRanges[] = (rows as readonly Row[]).map((row) => ({
  name: row.name,
  en: row.en,
  codes: row.codes,
  editions: { 2012: inEdition(row.law2012), 2025: inEdition(row.law2025) },
  differs: row.differs ?? null,
  note: row.note ?? null,
}))

const byName = new Map(allRanges.map((cause) => [cause.name, cause]))

/** By its Chinese name, exactly. */
export const rangesOf = (name: string): CauseRanges | undefined => byName.get(name)

export const tierNamed = (law: CauseInEdition | null, tier: string): PenaltyTier | undefined => law?.tiers.find((one) => one.tier === tier)
