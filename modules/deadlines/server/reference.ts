import { citationText } from '#modules/law-library/index.ts'
import { catalogue } from '../domain/catalogue.ts'
import { approverWords, pauseReasonWords, restartReasonWords, tierWords } from '../domain/clock-event.ts'
import type { DeadlineRule, ExtensionStep, Limit, RollOver, Standing } from '../domain/deadline-rule.ts'
import { forCitizen } from '../domain/deadline-rule.ts'
import { lengthText } from '../domain/length.ts'

const standingWords: Record<Standing, string> = { confirmed: '已核对条文', secondary: '二手来源', unconfirmed: '未核实' }
const rollOverWords: Record<RollOver, string> = {
  never: '不顺延',
  always: '顺延',
  'unless-in-custody': '顺延（在押除外）',
  'not-relied-on': '条文可顺延，不采用',
}

function limitText(limit: Limit): string {
  if ('words' in limit) return limit.words.zh
  return 'decided' in limit ? '由决定确定' : lengthText(limit).zh
}

function extensionText({ most, times = 1, approvers, when }: ExtensionStep): string {
  const length = 'adds' in most ? `另加 ${lengthText(most.adds).zh}` : `共至 ${lengthText(most.total).zh}`
  const often = times > 1 ? `，最多 ${times} 次` : ''
  const who = approvers.map((approver) => approverWords[approver].zh).join('或')
  return `${length}${often}（${who}${when ? `；${when.zh}` : ''}）`
}

type Named = Readonly<Record<string, { readonly zh: string }>>

const keysOf = (given: object | undefined, words: Named): string =>
  Object.keys(given ?? {})
    .map((key) => words[key]?.zh ?? key)
    .join('、')

const tiersOf = (rule: DeadlineRule): string =>
  Object.entries(rule.tiers ?? {})
    .map(([tier, { limit }]) => `；${tierWords[tier as keyof typeof tierWords].zh} ${lengthText(limit).zh}`)
    .join('')

function rowOf(rule: DeadlineRule): string {
  const { from, to } = rule.inForce
  return [
    `\`${rule.id}\``,
    `${rule.title.zh}<br>${rule.title.en}`,
    rule.startsWith.zh,
    `${limitText(rule.limit)}${tiersOf(rule)}`,
    (rule.extensions ?? []).map(extensionText).join('<br>'),
    keysOf(rule.pausedBy, pauseReasonWords),
    keysOf(rule.restartedBy, restartReasonWords),
    'words' in rule.limit ? '' : rollOverWords[rule.rollsOver],
    rule.basis.map((citation) => citationText(citation, 'zh')).join('<br>'),
    from || to ? `${from ?? ''} 至 ${to ?? '今'}` : '现行',
    standingWords[rule.standing],
    forCitizen(rule) ? '是' : '否',
  ]
    .map((cell) => cell || '—')
    .join(' | ')
}

const heads = ['编号', '事项', '起算', '期限', '延长', '不计入', '重新计算', '节假日', '依据', '施行', '核对', '可告知当事人']

/** The table that the legal unit signs: every rule of the catalogue, one row each. */
export const referenceDocuments = (): Record<string, string> => ({
  'deadlines.md': [
    '# 法定期限 Statutory periods',
    '',
    'Generated from `modules/deadlines/domain/rules/`. A changed row is a changed effect of law: the legal unit signs it.',
    '',
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---|').join('')}`,
    ...catalogue.map((rule) => `| ${rowOf(rule)} |`),
    '',
  ].join('\n'),
})
