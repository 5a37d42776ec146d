import type { Bilingual } from '#kernel/bilingual.ts'

type Facts = Readonly<Record<string, unknown>>

export const zh = {
  howCounted: '计算过程',
  unconfirmed: '该期限的依据尚未核对条文，仅供内部提醒。',
  ended: { metInTime: '已按期办结', metLate: '逾期办结', cancelled: '不再计算' },
  refusals: {
    'deadlines.clockNotFound': '没有这项期限，或不在您的查看范围内。',
    'deadlines.noRuleInForce': (facts: Facts) =>
      `${String(facts['at']).slice(0, 10)} 没有施行中的期限规定 ${String(facts['rule'])}。请核对时间。`,
    'deadlines.notLawful': (facts: Facts) => (facts['text'] as Bilingual).zh,
  },
}
