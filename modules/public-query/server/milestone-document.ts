import type { Bilingual } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'
import { citationWords } from '#modules/law-library/index.ts'
import type { Milestone, PartyRole, Saying } from '../domain/milestone.ts'
import { milestones } from '../domain/milestones/index.ts'

const roleNames: Record<PartyRole, string> = {
  reporter: '报案人 reporter',
  complainant: '控告人 complainant',
  victim: '被害人、被侵害人 victim',
}

const both = ({ zh, en }: Bilingual): string => `${zh} / ${en}`
const cited = (basis: readonly Citation[]): string =>
  basis.length === 0 ? '' : ` — ${basis.map((one) => citationWords(one).zh).join('、')}`
const said = (saying: Saying): string =>
  `- ${saying.for ? `（${saying.for.map((role) => roleNames[role]).join('，')}）` : ''}${both(saying.text)}${cited(saying.basis)}`

const part = (title: string, sayings: readonly Saying[]): string[] =>
  sayings.length === 0 ? [] : ['', `**${title}**`, '', ...sayings.map(said)]

function limitLine({ nextLimit }: Milestone): string {
  if ('none' in nextLimit) return both(nextLimit.none)
  const whom = nextLimit.for ? `（${nextLimit.for.map((role) => roleNames[role]).join('，')}）` : ''
  return `${nextLimit.rules.map((rule) => `\`${rule}\``).join('、')}${whom}；没有日期时 / without a date: ${both(nextLimit.otherwise)}`
}

/** When it is reached, and in which cases it reads otherwise. */
const reachedLine = ({ reachedOn, kind, outcome, hiddenIn, plainIn = [] }: Milestone): string =>
  [
    [`\`${reachedOn}\``, kind, outcome].filter(Boolean).join(', '),
    ...(hiddenIn.length > 0 ? [`不显示于 / hidden in: ${hiddenIn.join(', ')}`] : []),
    ...(plainIn.length > 0
      ? [`只读作“已作出决定” / reads as “decided” in: ${plainIn.filter((one) => !hiddenIn.includes(one)).join(', ')}`]
      : []),
  ].join('; ')

const stepLine = ({ nextStep, nextStepDone }: Milestone): string =>
  nextStep ? `${both(nextStep)}${nextStepDone ? `；办完后 / once done: ${both(nextStepDone)}` : ''}` : '—'

const section = (milestone: Milestone): string[] => [
  '',
  `## ${milestone.id}: ${both(milestone.title)}`,
  '',
  reachedLine(milestone),
  '',
  `${both(milestone.meaning)}${cited(milestone.basis)}`,
  '',
  `**下一步 / Next step**: ${stepLine(milestone)}`,
  '',
  `**最迟日期 / Last lawful date**: ${limitLine(milestone)}`,
  ...part('接下来 / What is next', milestone.whatIsNext),
  ...part('到期没有结果 / Once the date has passed', milestone.remedyWhenLate),
  ...part('您可以 / What one may do', milestone.remedy),
]

/** The wording of every milestone, for the legal unit to read and sign. */
export const milestoneDocument = (): string =>
  [
    '# 里程碑 Milestones',
    '',
    '公民在查询页看到的全部措辞。由程序生成，修改措辞即修改 `modules/public-query/domain/milestones`。',
    ...milestones.flatMap(section),
    '',
  ].join('\n')
