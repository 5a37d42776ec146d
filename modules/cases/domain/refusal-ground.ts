import type { Bilingual } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'

/** 不予立案的法定理由: what the law knows as a reason not to file a reported crime. */
export const refusalGrounds = [
  'no-crime',
  'plainly-minor',
  'limitation-passed',
  'pardoned',
  'complaint-only',
  'suspect-dead',
  'other-by-law',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]

interface GroundLaw {
  /** As the notice prints it. */
  readonly text: Bilingual
  readonly basis: readonly Citation[]
}

const sixteen = (item: number): readonly Citation[] => [
  { law: 'cpl', article: '112' },
  { law: 'cpl', article: `16(${item})` },
]

export const refusalGroundLaw: Readonly<Record<RefusalGround, GroundLaw>> = {
  'no-crime': {
    text: { zh: '没有犯罪事实', en: 'There is no fact of a crime' },
    basis: [{ law: 'cpl', article: '112' }],
  },
  'plainly-minor': {
    text: { zh: '犯罪事实显著轻微，不需要追究刑事责任', en: 'The facts are plainly minor and call for no criminal liability' },
    basis: sixteen(1),
  },
  'limitation-passed': {
    text: { zh: '犯罪已过追诉时效期限', en: 'The time to prosecute the crime has passed' },
    basis: sixteen(2),
  },
  pardoned: { text: { zh: '经特赦令免除刑罚', en: 'The penalty was remitted by a pardon' }, basis: sixteen(3) },
  'complaint-only': {
    text: {
      zh: '依照刑法告诉才处理的犯罪，没有告诉或者撤回告诉',
      en: 'A crime tried on complaint only, and none was made or it was withdrawn',
    },
    basis: sixteen(4),
  },
  'suspect-dead': { text: { zh: '犯罪嫌疑人死亡', en: 'The suspect has died' }, basis: sixteen(5) },
  'other-by-law': {
    text: { zh: '其他法律规定免予追究刑事责任', en: 'Another law exempts from criminal liability' },
    basis: sixteen(6),
  },
}

/** What the notice gives as its reasons: the ground of the law first, then what the leader wrote. Refusals from before grounds were kept have the reason alone. */
export const printedReasons = (ground: RefusalGround | null | undefined, reason: string): string =>
  !ground ? reason : `${refusalGroundLaw[ground].text.zh}。${reason}`
