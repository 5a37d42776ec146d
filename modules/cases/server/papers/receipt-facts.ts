import type { Day } from '#kernel/beijing-time.ts'

/** How the reporter's signature stands when the paper is printed. */
type Signature = 'to-sign' | 'unreachable' | 'refused'

export interface PaperOfficer {
  readonly name: string
  readonly policeNumber: string
  readonly phone: string
}

/** How the reporter follows the case. The code is printed here and nowhere else. */
export interface QueryRoute {
  /** The address that a person types, e.g. `https://gongan.example.cn/q`. */
  readonly url: string
  /** Sixteen digits. */
  readonly code: string
  /** What the QR code holds: the address with `v1.`, number and code in its fragment. */
  readonly qrText: string
  /** No mobile is registered: number and code alone open the page, and the paper says so. */
  readonly isCodeOnly?: boolean
}

/** How far the case had come when a party was added to it. */
export interface Reached {
  readonly stage: 'filed' | 'not-filed'
  readonly reachedAt: Date
}

/** Issued again for one that was lost. */
export interface Reissue {
  readonly number: number
  readonly reissuedAt: Date
}

/** The last lawful day of the next step and where the law sets it, worded: `《治安管理处罚法》第118条`. */
export interface LatestDay {
  readonly day: Day
  readonly basis: string
}

interface EveryPaper {
  readonly caseNumber: string
  readonly paperNumber: string
  readonly bureauName: string
  readonly unitName: string
  /** Null: no name was left. The reporter's phone has no place on a paper: it is one of the factors of the query. */
  readonly reporterName: string | null
  /** What the person is called in this case: 报案人, 控告人, 被害人, 被侵害人; 报案人 on papers that do not say. */
  readonly partyWord?: string
  /**
   * The person asked that nobody learns who it is. law: PROC-CRIM 173 and PROC-ADMIN 63 want that noted in the file and kept
   * secret; one copy lies in the file that others read, so no copy prints a name.
   */
  readonly isIdentitySecret?: boolean
  readonly reportedAt: Date
  /** As printed: 电话报警, 来所报案, …; empty leaves the field out, and so do an empty police number and phone. */
  readonly reportWay: string
  readonly matter: string
  readonly officers: readonly PaperOfficer[]
  readonly issuedAt: Date
  readonly signature: Signature
  readonly isDemo: boolean
}

interface Receipt extends EveryPaper {
  readonly reissue?: Reissue
  /** Set when it is read: another one was issued in its place on this day. */
  readonly voidedAt?: Date
  readonly reached?: Reached
}

/** 受案回执, criminal. */
export interface AcceptanceReceiptFacts extends Receipt {
  readonly form: 'acceptance-receipt'
  /** What was taken in evidence, in one line; null when nothing was. */
  readonly evidence: string | null
  /** Until when it is decided whether a case is filed. */
  readonly latest: LatestDay | null
  readonly query: QueryRoute
}

/** 行政案件立案告知书, form of 2024. */
export interface AdminFilingNoticeFacts extends Receipt {
  readonly form: 'admin-filing-notice'
  readonly filedAt: Date
  /** What the case is filed as, e.g. 盗窃. */
  readonly causeName: string
  /** Worded, e.g. `《中华人民共和国治安管理处罚法》第九十条`. */
  readonly legalBasis: string
  /** Until when the case is decided; null where the law sets no limit, and the paper then says so. */
  readonly latest: LatestDay | null
  readonly query: QueryRoute
}

/** 不予立案通知书, criminal, for the person who reported; it goes with the receipt already given and has no code of its own. */
export interface NoFilingNoticeFacts extends EveryPaper {
  readonly form: 'no-filing-notice'
  readonly decidedAt: Date
  readonly reasons: string
}

/** The papers that hold a code. */
export type QueryableFacts = AcceptanceReceiptFacts | AdminFilingNoticeFacts

export type ReceiptFacts = AcceptanceReceiptFacts | AdminFilingNoticeFacts | NoFilingNoticeFacts
