import type { Citation } from '#kernel/citation.ts'

/** 强制措施: 拘传、取保候审、监视居住、拘留、逮捕. */
export const measureKinds = ['compelled-appearance', 'bail', 'residential-surveillance', 'detention', 'arrest'] as const
export type MeasureKind = (typeof measureKinds)[number]

interface MeasureLaw {
  /** Whose decision it is; the leader's warrant follows the approval of an arrest. */
  readonly decidedBy: 'leader' | 'procuratorate'
  readonly basis: Citation
}

const leader = 'leader' as const

export const measureLaw: Readonly<Record<MeasureKind, MeasureLaw>> = {
  'compelled-appearance': { decidedBy: leader, basis: { law: 'cpl', article: '66' } },
  bail: { decidedBy: leader, basis: { law: 'cpl', article: '67' } },
  'residential-surveillance': { decidedBy: leader, basis: { law: 'cpl', article: '74' } },
  detention: { decidedBy: leader, basis: { law: 'cpl', article: '82' } },
  arrest: { decidedBy: 'procuratorate', basis: { law: 'cpl', article: '80' } },
}
