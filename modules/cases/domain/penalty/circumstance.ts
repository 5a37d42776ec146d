import type { Citation } from '#kernel/citation.ts'
import type { Edition } from './range.ts'
import { line, psapl, type Direction, type DirectionKind } from './sum-line.ts'

/** In one edition: which way it leads, by which article. */
type Effect = readonly [kind: DirectionKind, article: string]

interface Circumstance {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** null: that edition gives it no effect of its own. */
  readonly in2012: Effect | null
  readonly in2025: Effect | null
}

/** 受害人在期限内控告，公安机关应当受理而不受理: the limitation does not run out (行政程序规定 154). */
export const complainedInTime = 'complained-in-time'
export const complainedInTimeZh = '被侵害人在期限内控告而应受理未受理'

const milder2012: Effect = ['reduced-or-none', '19']
const milder2025: Effect = ['lighter-reduced-or-none', '20']
const heavier2012: Effect = ['heavier', '20']
const heavier2025: Effect = ['heavier', '22']

/** What makes a penalty milder or heavier, as the law lists it. */
export const circumstances: readonly Circumstance[] = [
  { code: 'minor', zh: '情节轻微', en: 'minor', in2012: ['check', '19'], in2025: milder2025 },
  { code: 'especially-minor', zh: '情节特别轻微', en: 'especially minor', in2012: milder2012, in2025: milder2025 },
  {
    code: 'harm-undone',
    zh: '主动消除或者减轻违法后果',
    en: 'harm undone or lessened on own initiative',
    in2012: null,
    in2025: milder2025,
  },
  { code: 'forgiven', zh: '取得被侵害人谅解', en: 'forgiven by the victim', in2012: null, in2025: milder2025 },
  { code: 'coerced', zh: '出于他人胁迫或者诱骗', en: 'coerced or lured by another', in2012: milder2012, in2025: milder2025 },
  { code: 'surrendered', zh: '主动投案', en: 'gave themselves up and told the truth', in2012: milder2012, in2025: milder2025 },
  { code: 'merit', zh: '有立功表现', en: 'helped solve another case', in2012: milder2012, in2025: milder2025 },
  { code: 'plea', zh: '认错认罚', en: 'admits the act and accepts the penalty', in2012: null, in2025: ['may-be-lenient', '21'] },
  {
    code: 'blind-or-deaf-mute',
    zh: '盲人或者又聋又哑的人',
    en: 'blind, or deaf and mute',
    in2012: ['may-be-lighter-reduced-or-none', '14'],
    in2025: ['may-be-lighter-reduced-or-none', '14'],
  },
  { code: 'self-defence', zh: '制止正在进行的不法侵害', en: 'stopping an unlawful attack', in2012: null, in2025: ['check', '19'] },
  { code: 'grave-consequences', zh: '有较严重后果', en: 'fairly grave consequences', in2012: heavier2012, in2025: heavier2025 },
  { code: 'incited-others', zh: '教唆、胁迫、诱骗他人', en: 'incited, coerced or lured others', in2012: heavier2012, in2025: heavier2025 },
  {
    code: 'retaliation',
    zh: '打击报复报案人、证人等',
    en: 'retaliation against a reporter or witness',
    in2012: heavier2012,
    in2025: heavier2025,
  },
  {
    code: 'penalised-within-six-months',
    zh: '六个月内曾受治安管理处罚',
    en: 'public-order penalty within the last six months',
    in2012: heavier2012,
    in2025: heavier2025,
  },
  {
    code: 'penalised-within-a-year',
    zh: '一年内曾受治安管理处罚',
    en: 'public-order penalty within the last year',
    in2012: ['check', '20'],
    in2025: heavier2025,
  },
]

const byWord = new Map(circumstances.flatMap((one) => [[one.code, one] as const, [one.zh, one] as const]))

const effectWords: Readonly<Record<DirectionKind, readonly [zh: string, en: string]>> = {
  'lighter-or-reduced': ['从轻或者减轻处罚', 'lighter or reduced'],
  'may-be-lighter-or-reduced': ['可以从轻或者减轻处罚', 'may be lighter or reduced'],
  'may-be-lighter-reduced-or-none': ['可以从轻、减轻或者不予处罚', 'may be lighter, reduced or none'],
  'reduced-or-none': ['减轻处罚或者不予处罚', 'reduced or none'],
  'lighter-reduced-or-none': ['从轻、减轻或者不予处罚', 'lighter, reduced or none'],
  'may-be-lenient': ['可以依法从宽处理', 'may be treated leniently'],
  heavier: ['从重处罚', 'heavier'],
  guardian: ['责令监护人履行职责', 'the guardian is told to do their duty'],
  education: ['采取矫治教育等措施', 'corrective education'],
  hearing: ['告知听证权利', 'tell of the right to a hearing'],
  check: ['先核实是否符合法定条件', 'establish first whether the condition of the law is met'],
}

/** `情形：从重处罚。` with its article. */
export const direction = (kind: DirectionKind, zh: string, en: string, basis: readonly Citation[]): Direction =>
  line(kind, `${zh}：${effectWords[kind][0]}。`, `${en.charAt(0).toUpperCase()}${en.slice(1)}: ${effectWords[kind][1]}.`, basis)

// law: PSAPL 2012 art.19(2) asks for both at once, art.20 of 2025 for either.
function undoneAndForgiven(given: readonly (Circumstance | undefined)[]): boolean {
  const codes = new Set(given.map((one) => one?.code))
  return codes.has('harm-undone') && codes.has('forgiven')
}

function effectOf(given: string, one: Circumstance | undefined, edition: Edition): Direction {
  if (!one) return direction('check', `情节“${given}”不在目录中`, `The circumstance “${given}” is not in the list`, [])
  const effect = edition === 2012 ? one.in2012 : one.in2025
  if (effect) return direction(effect[0], one.zh, one.en, psapl(edition, effect[1]))
  return direction('check', `${one.zh}（2012版未单独规定）`, `${one.en} (of no effect of its own in the edition of 2012)`, [])
}

/** Where the given circumstances lead under this edition; whatever is not in the list, or has no effect there, is put to the reviewer. */
export function directionsOf(words: readonly string[], edition: Edition): readonly Direction[] {
  const rest = words.filter((word) => word !== complainedInTime && word !== complainedInTimeZh)
  const given = rest.map((word) => ({ word, one: byWord.get(word) }))
  const isBoth = edition === 2012 && undoneAndForgiven(given.map(({ one }) => one))
  const isPartOfBoth = (one: Circumstance | undefined) => isBoth && (one?.code === 'harm-undone' || one?.code === 'forgiven')
  const both = isBoth
    ? [
        direction(
          'reduced-or-none',
          '主动消除或者减轻违法后果，并取得被侵害人谅解',
          'harm undone or lessened, and forgiven by the victim',
          psapl(2012, '19'),
        ),
      ]
    : []
  return [...both, ...given.filter(({ one }) => !isPartOfBoth(one)).map(({ word, one }) => effectOf(word, one, edition))]
}
