import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { BureauCode } from '#kernel/unit-code.ts'

/** Where a chain first fails to hold, and how. */
export interface ChainFault {
  readonly kind: 'changed' | 'swapped' | 'missing' | 'headless' | 'foreign-head' | 'cut' | 'rewritten'
  readonly bureauCode: BureauCode
  readonly chain: number
  readonly seq: number
  /** With `swapped`: the place of the other entry. */
  readonly other?: number
  /** With `cut` and `rewritten`: the number of the signed sheet that says otherwise. */
  readonly sheet?: number
}

/** What is wrong with a signed sheet of heads. */
export interface SheetFault {
  readonly kind: 'unreadable' | 'unsigned' | 'foreign-key' | 'gap' | 'unlinked' | 'replaced' | 'gone'
  readonly bureauCode: string
  readonly sheet: number
}

export type TrailFault = ChainFault | SheetFault

const ofChain: Readonly<Record<ChainFault['kind'], (fault: ChainFault) => Bilingual>> = {
  changed: () => ({ zh: '内容与其哈希不符（被改动）', en: 'does not match its hash (changed)' }),
  swapped: ({ other }) => ({ zh: `与第 ${other} 条被调换了位置`, en: `changed places with entry ${other}` }),
  missing: () => ({ zh: '缺失（被删除或尾部被截断）', en: 'is missing (deleted, or the tail was cut off)' }),
  headless: () => ({ zh: '是链尾，但链头记录已不存在', en: 'ends the chain, but the record of the chain’s end is gone' }),
  'foreign-head': () => ({
    zh: '是链尾，但与链头记录不符（多出或改动）',
    en: 'ends the chain, but the record of the chain’s end says otherwise (added or changed)',
  }),
  cut: ({ sheet }) => ({
    zh: `缺失：第 ${sheet} 号签名链头单证明它存在过（尾部被截断，链头也被改过）`,
    en: `is missing, but signed sheet ${sheet} proves that it was there (the tail was cut, and the chain’s end rewritten)`,
  }),
  rewritten: ({ sheet }) => ({
    zh: `与第 ${sheet} 号签名链头单不符（这条或之前的记录被整段重写）`,
    en: `is not what signed sheet ${sheet} says (this entry or earlier ones were written anew)`,
  }),
}

const ofSheet: Readonly<Record<SheetFault['kind'], Bilingual>> = {
  unreadable: { zh: '读不懂', en: 'cannot be read' },
  unsigned: { zh: '签名不成立（被改动或伪造）', en: 'is not signed by the key it names (changed or forged)' },
  'foreign-key': { zh: '由不认识的密钥签名', en: 'is signed by a key that is not known' },
  gap: { zh: '缺失', en: 'is missing' },
  unlinked: { zh: '与前一号不相连', en: 'does not follow from the one before' },
  replaced: { zh: '与送出本机的那份不同', en: 'differs from the one that left the machine' },
  gone: { zh: '送出过本机，但数据库里已没有', en: 'left the machine, but the database no longer has it' },
}

function sentence(fault: TrailFault): Bilingual {
  if ('chain' in fault) {
    const { bureauCode, chain, seq } = fault
    const how = ofChain[fault.kind](fault)
    return {
      zh: `单位 ${bureauCode} 第 ${chain} 链第 ${seq} 条：${how.zh}`,
      en: `Bureau ${bureauCode}, chain ${chain}, entry ${seq}: ${how.en}`,
    }
  }
  const { zh, en } = ofSheet[fault.kind]
  return {
    zh: `单位 ${fault.bureauCode} 第 ${fault.sheet} 号签名链头单：${zh}`,
    en: `Bureau ${fault.bureauCode}, signed sheet ${fault.sheet}: ${en}`,
  }
}

export const sayTrailFault = (fault: TrailFault, language: Language): string => sentence(fault)[language]
