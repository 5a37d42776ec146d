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
  if (!('decided' in limit)) return lengthText(limit).zh
  return limit.most === undefined ? '由决定确定' : `由决定确定，最长 ${lengthText({ count: limit.most, unit: limit.decided }).zh}`
}

function mostText(most: ExtensionStep['most']): string {
  if (most === 'as-decided') return '法律未规定长度'
  return 'adds' in most ? `另加 ${lengthText(most.adds).zh}` : `共至 ${lengthText(most.total).zh}`
}

function oftenText({ times = 1 }: ExtensionStep): string {
  if (times === 'any') return '，次数不限'
  return times > 1 ? `，最多 ${times} 次` : ''
}

function extensionText(step: ExtensionStep): string {
  const who = step.approvers.map((approver) => approverWords[approver].zh).join('或')
  const inWords = [who, step.when?.zh, step.follows && '须先用尽前一级'].filter(Boolean).join('；')
  return `${mostText(step.most)}${oftenText(step)}${inWords && `（${inWords}）`}`
}

type Named = Readonly<Record<string, { readonly zh: string }>>

const keysOf = (given: object | undefined, words: Named): string =>
  Object.keys(given ?? {})
    .map((key) => words[key]?.zh ?? key)
    .join('、')

const tiersOf = (rule: DeadlineRule): string =>
  Object.entries(rule.tiers ?? {})
    .map(
      ([tier, { limit, closed }]) =>
        `；${tierWords[tier as keyof typeof tierWords].zh} ${lengthText(limit).zh}${closed ? '（不得延长）' : ''}`,
    )
    .join('')

function rollOverText(rule: DeadlineRule): string {
  if ('words' in rule.limit) return ''
  if (!rule.countsBackFrom) return rollOverWords[rule.rollsOver]
  return rule.countsBackFrom === 'start' ? '倒算' : `自 \`${rule.countsBackFrom.id}\` 届满倒算`
}

function rowOf(rule: DeadlineRule): string {
  const { from, to } = rule.inForce
  return [
    `\`${rule.id}\``,
    `${rule.title.zh}<br>${rule.title.en}`,
    rule.startsWith.zh,
    `${limitText(rule.limit)}${rule.followedBy ? `，其后 ${lengthText(rule.followedBy.length).zh}（${rule.followedBy.when.zh}）` : ''}${tiersOf(rule)}`,
    [...(rule.extensions ?? []).map(extensionText), rule.mostInAll && `合计最长 ${lengthText(rule.mostInAll).zh}`]
      .filter(Boolean)
      .join('<br>'),
    keysOf(rule.pausedBy, pauseReasonWords),
    keysOf(rule.restartedBy, restartReasonWords),
    rollOverText(rule),
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
