import type { CaseDetail } from '../contract.ts'

export type Party = CaseDetail['parties'][number]
export type PartyAct = 'add' | 'phone' | 'reissue' | 'secret' | 'open' | 'serve'

/** What the form of an act is given, and tells once it is done. */
export interface PartyActProps {
  readonly record: CaseDetail
  readonly act: PartyAct
  /** Null for an act that is about nobody yet. */
  readonly party: Party | null
  readonly onClose: () => void
  readonly onDone: (papers?: { receiptId: string; noticeId?: string | null }) => void
}
