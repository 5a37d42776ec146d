import type { Bilingual } from '#kernel/bilingual.ts'

/** The findings of the engine: each name is a sentence that is true when the law was kept. */
const findingWords = {
  'times-are-times': { zh: '时间无法识别。', en: 'A time cannot be read.' },
  'rule-in-force-at-start': { zh: '起算时该规定不施行。', en: 'The rule was not in force at the start.' },
  'limit-has-a-number': { zh: '法律没有规定具体期限。', en: 'The law names no number.' },
  'period-is-statutory': {
    zh: '这是管理指标，由本地设定，不是法定期限。',
    en: 'This is a target of management that a bureau sets, not a statutory period.',
  },
  'term-is-decided': { zh: '期限由决定确定，尚未给出。', en: 'The term comes from a decision that was not given.' },
  'term-within-its-length': { zh: '决定的期限超过法定最长期限。', en: 'The decided term is longer than the law allows.' },
  'pause-ends-after-it-begins': { zh: '停止计算的结束早于开始。', en: 'A pause ends before it begins.' },
  'restart-follows-start': { zh: '重新计算早于起算时间。', en: 'A restart lies before the start.' },
  'extension-known-to-law': { zh: '法律不允许延长该期限。', en: 'The law knows no extension of this period.' },
  'extension-not-too-often': { zh: '延长次数已用完。', en: 'It was extended as often as the law allows.' },
  'extension-within-its-length': { zh: '延长超过法定长度。', en: 'The extension is longer than the law allows.' },
  'extension-lengthens': { zh: '延长后的期限短于原期限。', en: 'The extended period is shorter than the one before.' },
  'extension-steps-in-order': { zh: '延长应当逐级进行，不得越级。', en: 'Extensions follow one another; a step was skipped.' },
  'extension-by-who-may': { zh: '批准人无权批准该延长。', en: 'Who approved it may not.' },
  'extension-on-its-ground': { zh: '延长的理由不是法定情形。', en: 'The ground is not one of the law.' },
  'extension-decided-in-time': {
    zh: '延长决定在期限届满之后作出，不能延长已经届满的期限。',
    en: 'It was decided after the period had ended.',
  },
} as const satisfies Record<string, Bilingual>

export type FindingName = keyof typeof findingWords

export const findingText = (name: string): Bilingual => (name in findingWords ? findingWords[name as FindingName] : { zh: name, en: name })
