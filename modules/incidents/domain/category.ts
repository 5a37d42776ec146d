import type { Grade } from './incident-state.ts'

export const categoryGroups = ['criminal', 'public-order', 'traffic', 'dispute', 'help', 'other'] as const
export type CategoryGroup = (typeof categoryGroups)[number]

/** 警情类别: what the call-taker chooses, with the letters that find it and the grade it usually has. */
export interface Category {
  readonly code: string
  readonly group: CategoryGroup
  readonly zh: string
  readonly en: string
  /** First letters of the syllables, for typing without a mouse. */
  readonly letters: string
  readonly grade: Grade
}

export const categories: readonly Category[] = [
  { code: 'theft', group: 'criminal', zh: '盗窃', en: 'Theft', letters: 'dq', grade: 'III' },
  { code: 'burglary', group: 'criminal', zh: '入室盗窃', en: 'Burglary', letters: 'rsdq', grade: 'II' },
  { code: 'fraud', group: 'criminal', zh: '诈骗', en: 'Fraud', letters: 'zp', grade: 'II' },
  { code: 'robbery', group: 'criminal', zh: '抢劫、抢夺', en: 'Robbery', letters: 'qj', grade: 'I' },
  { code: 'injury', group: 'criminal', zh: '伤害', en: 'Injury', letters: 'sh', grade: 'I' },
  { code: 'fight', group: 'public-order', zh: '打架斗殴', en: 'Fight', letters: 'djdo', grade: 'II' },
  { code: 'beating', group: 'public-order', zh: '殴打他人', en: 'Beating', letters: 'odtr', grade: 'II' },
  { code: 'gambling', group: 'public-order', zh: '赌博', en: 'Gambling', letters: 'db', grade: 'III' },
  { code: 'damage', group: 'public-order', zh: '损毁财物', en: 'Damage to property', letters: 'shcw', grade: 'III' },
  { code: 'disturbance', group: 'public-order', zh: '扰乱秩序', en: 'Disturbance', letters: 'rlzx', grade: 'III' },
  { code: 'domestic-violence', group: 'public-order', zh: '家庭暴力', en: 'Domestic violence', letters: 'jtbl', grade: 'I' },
  { code: 'traffic', group: 'traffic', zh: '交通事故', en: 'Traffic accident', letters: 'jtsg', grade: 'II' },
  { code: 'neighbour-dispute', group: 'dispute', zh: '邻里纠纷', en: 'Dispute between neighbours', letters: 'lljf', grade: 'III' },
  { code: 'debt-dispute', group: 'dispute', zh: '经济纠纷', en: 'Dispute over money', letters: 'jjjf', grade: 'III' },
  { code: 'family-dispute', group: 'dispute', zh: '家庭纠纷', en: 'Family dispute', letters: 'jtjf', grade: 'III' },
  { code: 'consumer-dispute', group: 'dispute', zh: '消费纠纷', en: 'Consumer dispute', letters: 'xfjf', grade: 'IV' },
  { code: 'noise', group: 'dispute', zh: '噪音扰民', en: 'Noise', letters: 'zyrm', grade: 'IV' },
  { code: 'missing', group: 'help', zh: '走失', en: 'Missing person', letters: 'zs', grade: 'II' },
  { code: 'help', group: 'help', zh: '群众求助', en: 'Call for help', letters: 'qzqz', grade: 'IV' },
  { code: 'fire', group: 'help', zh: '火情', en: 'Fire', letters: 'hq', grade: 'I' },
  { code: 'complaint', group: 'other', zh: '投诉监督', en: 'Complaint about police', letters: 'tsjd', grade: 'IV' },
  { code: 'advice', group: 'other', zh: '咨询', en: 'Advice', letters: 'zx', grade: 'IV' },
  { code: 'other', group: 'other', zh: '其他', en: 'Other', letters: 'qt', grade: 'IV' },
]

const byCode = new Map(categories.map((category) => [category.code, category]))

export const categoryOf = (code: string): Category | undefined => byCode.get(code)

/** Categories whose name, letters or code begin with or hold what was typed, the best fit first. */
export function findCategories(typed: string): readonly Category[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return categories
  const rank = ({ zh, en, letters, code }: Category): number => {
    if (letters.startsWith(wanted) || zh.startsWith(wanted)) return 0
    return zh.includes(wanted) || en.toLowerCase().includes(wanted) || code.startsWith(wanted) ? 1 : 2
  }
  return categories.filter((category) => rank(category) < 2).toSorted((a, b) => rank(a) - rank(b))
}
