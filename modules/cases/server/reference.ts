import { roleName } from '#kernel/role-name.ts'
import { type CaseLaw, type Move, moves } from '../domain/stage.ts'
import { zh } from '../words/zh.ts'

const cell = (texts: readonly string[]): string => (texts.length > 0 ? texts.join('、') : '—')

const lawText: Record<CaseLaw, string> = { 'public-order': '治安案件', 'other-law': '其他法律' }

function startText(start: Move['starts'][number]): string {
  if (typeof start === 'string') return start
  return `${start.rule}（${'under' in start ? lawText[start.under] : zh.partyRoles[start.for]}）`
}

/** The table and the diagram of lawful moves, for the legal unit to sign. */
export function references(): Record<string, string> {
  const rows = moves.map((move) => {
    const from = move.from ? zh.stages[move.from] : '（起点）'
    const underOther = (move.basisUnderOtherLaw ?? []).map(({ law, article }) => `${law} ${article}（其他法律）`)
    const article = cell([...move.basis.map(({ law, article: number }) => `${law} ${number}`), ...underOther])
    const starts = cell(move.starts.map(startText))
    return `| ${zh.kinds[move.kind]} | ${from} | ${zh.acts[move.act]} | ${zh.stages[move.to]} | ${cell(move.by.map((role) => roleName[role].zh))} | ${zh.levels[move.level]} | ${move.needsReason ? '要写明' : '—'} | ${starts} | ${cell(move.ends)} | ${article} |`
  })
  const arrows = moves.map(
    (move) =>
      `  ${move.kind}_${(move.from ?? 'start').replaceAll('-', '_')} -->|${zh.acts[move.act]}| ${move.kind}_${move.to.replaceAll('-', '_')}`,
  )
  const nodes = [
    ...new Set(
      moves.flatMap((move) => [
        `${move.kind}_${(move.from ?? 'start').replaceAll('-', '_')}["${move.from ? zh.stages[move.from] : '报案'}（${zh.kinds[move.kind]}）"]`,
        `${move.kind}_${move.to.replaceAll('-', '_')}["${zh.stages[move.to]}（${zh.kinds[move.kind]}）"]`,
      ]),
    ),
  ]
  return {
    'case-stages.md': [
      '# 案件阶段 Case stages',
      '',
      'Generated from `modules/cases/domain/stage.ts`. A pair that is not listed cannot happen.',
      '',
      '| 种类 | 从 | 行为 | 到 | 谁 | 哪一级 | 理由 | 起算期限 | 终止期限 | 依据 |',
      '|---|---|---|---|---|---|---|---|---|---|',
      ...rows,
      '',
      '```mermaid',
      'flowchart LR',
      ...nodes.map((node) => `  ${node}`),
      ...arrows,
      '```',
      '',
    ].join('\n'),
  }
}
