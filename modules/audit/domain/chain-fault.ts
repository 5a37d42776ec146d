import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { BureauCode } from '#kernel/unit-code.ts'

/** Where a chain first fails to hold, and how. */
export interface ChainFault {
  /** `changed` also says that two entries changed places; `missing` also that the tail was cut. */
  readonly kind: 'changed' | 'missing' | 'headless' | 'foreign-head'
  readonly bureauCode: BureauCode
  readonly chain: number
  readonly seq: number
}

const said: Readonly<Record<ChainFault['kind'], Bilingual>> = {
  changed: { zh: '内容与其哈希不符（被改动或调换）', en: 'does not match its hash (changed or moved)' },
  missing: { zh: '缺失（被删除或尾部被截断）', en: 'is missing (deleted, or the tail was cut off)' },
  headless: { zh: '是链尾，但链头记录已不存在', en: 'ends the chain, but the record of the chain’s end is gone' },
  'foreign-head': {
    zh: '是链尾，但与链头记录不符（多出或改动）',
    en: 'ends the chain, but the record of the chain’s end says otherwise (added or changed)',
  },
}

const sentences = ({ bureauCode, chain, seq }: ChainFault, fault: Bilingual): Bilingual => ({
  zh: `单位 ${bureauCode} 第 ${chain} 链第 ${seq} 条：${fault.zh}`,
  en: `Bureau ${bureauCode}, chain ${chain}, entry ${seq}: ${fault.en}`,
})

export const sayChainFault = (fault: ChainFault, language: Language): string => sentences(fault, said[fault.kind])[language]
