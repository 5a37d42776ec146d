/** What every paper of an incident prints. */
interface EveryPaper {
  readonly incidentNumber: string
  readonly paperNumber: string
  readonly bureauName: string
  readonly unitName: string
  readonly unitPhone: string | null
  /** Null: no name was left. */
  readonly reporterName: string | null
  /** The person asked that nobody learns who it is: no copy prints a name. */
  readonly isIdentitySecret?: boolean
  readonly reportedAt: Date
  /** As printed: 电话报警, 来所报案, … */
  readonly reportWay: string
  readonly matter: string
  readonly officer: { readonly name: string; readonly policeNumber: string }
  readonly issuedAt: Date
  readonly isDemo: boolean
}

/** 行政案件不予立案告知书, with remedies of its own: reconsideration within 60 days, suit within 6 months. */
export interface RefusalFacts extends EveryPaper {
  readonly form: 'refusal-notice'
  readonly decidedAt: Date
  readonly reasons: string
  /** Who decides on a request for reconsideration, and the court, as the bureau named them when the paper was issued. */
  readonly reconsiderationOrgan?: string | null
  readonly court?: string | null
}

/** 告知书: not for the police; which authority to turn to. */
export interface OtherAuthorityFacts extends EveryPaper {
  readonly form: 'other-authority-notice'
  readonly authority: string
  readonly reasons: string
}

/** 移送案件通知书 */
export interface TransferFacts extends EveryPaper {
  readonly form: 'transfer-notice'
  readonly recipient: string
  readonly reasons: string
}

/** One thing that was handed over. */
export interface EvidenceItem {
  readonly name: string
  readonly quantity: string
  readonly features: string
}

/** 接受证据清单 */
export interface EvidenceFacts extends EveryPaper {
  readonly form: 'evidence-list'
  /** Null: it is the reporter, whose identity is kept secret. */
  readonly giverName: string | null
  readonly items: readonly EvidenceItem[]
}

export type IncidentPaperFacts = RefusalFacts | OtherAuthorityFacts | TransferFacts | EvidenceFacts
