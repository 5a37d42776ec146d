import type * as z from 'zod/mini'
import { type CauseDraft, causeInput, causeTextMissing } from '#modules/cases/parts.tsx'
import type { When } from '#platform/web/when-field.tsx'
import { whenInput } from '#platform/web/when-field.tsx'
import type { disposeIncident, fileIncident, IncidentDetail } from '../contract.ts'
import { asksFor } from '../domain/incident-state.ts'
import type { Disposition } from '../domain/incident-state.ts'

type DisposeInput = z.input<typeof disposeIncident.input>
type FileInput = z.input<typeof fileIncident.input>

/** What a case is opened with; the officer proposes it, the unit head files it. */
export interface CaseDraft extends CauseDraft {
  readonly matter: string
  readonly reporterName: string
  readonly reporterPhone: string
  /** As what the person reports a crime; a legal choice begins with none. */
  readonly reporterRole: NonNullable<DisposeInput['reporterRole']> | null
  /** The person asks that nobody learns who it is. */
  readonly reporterIdentitySecret: boolean
  readonly sensitivity: IncidentDetail['sensitivity']
  readonly secrecy: IncidentDetail['secrecy']
}

export interface DisposalDraft extends CaseDraft {
  /** A legal choice begins with none. */
  readonly disposition: Disposition | null
  readonly note: string
  /** Why the outcome is corrected; null where it is recorded for the first time. */
  readonly reason: string | null
}

type Known = Pick<
  IncidentDetail,
  | 'id'
  | 'summary'
  | 'dispositionNote'
  | 'proposedCause'
  | 'proposedCauseText'
  | 'proposedCauseLaw'
  | 'proposedCauseArticle'
  | 'reporterName'
  | 'reporterPhone'
  | 'reporterAskedSecrecy'
  | 'sensitivity'
  | 'secrecy'
>

export const firstCaseDraft = ({ summary, dispositionNote, sensitivity, secrecy, ...known }: Known): CaseDraft => ({
  causeCode: known.proposedCause,
  causeText: known.proposedCauseText ?? '',
  causeLaw: known.proposedCauseLaw ?? '',
  causeArticle: known.proposedCauseArticle ?? '',
  matter: dispositionNote ?? summary,
  reporterName: '',
  reporterPhone: '',
  reporterRole: null,
  reporterIdentitySecret: known.reporterAskedSecrecy,
  sensitivity,
  secrecy,
})

export type CaseMissing = 'causeCode' | 'causeText' | 'matter' | 'reporterName'

/** What a case cannot be opened without. The receipt needs somebody to hand it to. */
export function caseMissing(draft: CaseDraft, known: Pick<Known, 'reporterName'>): readonly CaseMissing[] {
  const missing: (CaseMissing | false)[] = [
    draft.causeCode === null && 'causeCode',
    causeTextMissing(draft) && 'causeText',
    draft.matter.trim().length < 2 && 'matter',
    known.reporterName === null && draft.reporterName.trim() === '' && 'reporterName',
  ]
  return missing.filter((field) => field !== false)
}

export type DisposalMissing = CaseMissing | 'disposition' | 'note' | 'reporterRole' | 'reason'

export function disposalMissing(draft: DisposalDraft, known: Pick<Known, 'reporterName'>): readonly DisposalMissing[] {
  const missing = outcomeMissing(draft, known)
  return draft.reason !== null && draft.reason.trim().length < 2 ? [...missing, 'reason'] : missing
}

function outcomeMissing(draft: DisposalDraft, known: Pick<Known, 'reporterName'>): readonly DisposalMissing[] {
  const { disposition, note } = draft
  if (disposition === null) return ['disposition']
  if (disposition === 'criminal-case' && draft.reporterRole === null) return [...caseMissing(draft, known), 'reporterRole']
  if (asksFor[disposition] === 'case') return caseMissing(draft, known)
  return note.trim().length < 2 ? ['note'] : []
}

const cleanPhone = (text: string) => text.replaceAll(/[\s-]/g, '')

const reporterInput = ({ reporterName, reporterPhone, reporterIdentitySecret }: CaseDraft) => ({
  ...(reporterName.trim() && { reporterName: reporterName.trim() }),
  ...(cleanPhone(reporterPhone) && { reporterPhone: cleanPhone(reporterPhone) }),
  ...(reporterIdentitySecret && { reporterIdentitySecret }),
})

interface Making {
  readonly incidentId: string
  /** Made once per form, so that a second click opens no second case. */
  readonly caseId: string
  readonly when: When
}

/** What goes to the server, with nothing that this disposition does not ask for. */
export function disposalInput(draft: DisposalDraft, disposition: Disposition, { incidentId, caseId, when }: Making): DisposeInput {
  const base = { incidentId, disposition, sensitivity: draft.sensitivity, ...whenInput(when) }
  if (asksFor[disposition] !== 'case') return { ...base, note: draft.note.trim() }
  return {
    ...base,
    // why: the unit head reads here what the officer saw, and files the case with it.
    note: draft.matter.trim(),
    matter: draft.matter.trim(),
    secrecy: draft.secrecy,
    ...causeInput(draft),
    ...(disposition === 'criminal-case' && { caseId, ...(draft.reporterRole && { reporterRole: draft.reporterRole }) }),
    ...reporterInput(draft),
  }
}

export const filingInput = (draft: CaseDraft, { incidentId, caseId, when }: Making): FileInput => ({
  incidentId,
  caseId,
  ...causeInput(draft),
  causeCode: draft.causeCode ?? '',
  matter: draft.matter.trim(),
  sensitivity: draft.sensitivity,
  secrecy: draft.secrecy,
  ...reporterInput(draft),
  ...whenInput(when),
})
