import type { Role } from '#kernel/actor.ts'
import type { Citation } from '#kernel/citation.ts'
import type { Disposition } from './incident-state.ts'

/** 行政不予立案告知书 · 告知书（另找机关）· 移送案件通知书 · 接受证据清单 */
export const incidentForms = ['refusal-notice', 'other-authority-notice', 'transfer-notice', 'evidence-list'] as const
export type IncidentForm = (typeof incidentForms)[number]

/** How a paper reached the person: 当面 · 留置 · 邮寄 · 电子 · 电话告知后自取 */
export const serviceWays = ['in-person', 'left-behind', 'by-post', 'electronic', 'by-phone'] as const
export type ServiceWay = (typeof serviceWays)[number]

/** When a form may be issued and by whom. Evidence is received in whatever state an incident is: what was taken is always recorded. */
export interface FormRule {
  readonly form: IncidentForm
  readonly dispositions: readonly Disposition[] | 'any'
  readonly by: readonly Role[]
  /** The word of the paper's number, 文号. */
  readonly word: string
  readonly basis: readonly Citation[]
}

export const formRules: Readonly<Record<IncidentForm, FormRule>> = {
  'refusal-notice': {
    form: 'refusal-notice',
    dispositions: ['not-accepted', 'administrative-case'],
    by: ['unit-head'],
    word: '不立案告',
    basis: [
      { law: 'psapl-2025', article: '90' },
      { law: 'reconsideration-law', article: '20' },
      { law: 'litigation-law', article: '46' },
    ],
  },
  'other-authority-notice': {
    form: 'other-authority-notice',
    dispositions: ['no-police-matter'],
    by: ['officer', 'unit-head'],
    word: '告知',
    basis: [{ law: 'proc-admin', article: '61(3)' }],
  },
  'transfer-notice': {
    form: 'transfer-notice',
    dispositions: ['transferred'],
    // why: that a matter goes elsewhere is the head's to decide (domain.md §3.1); the officer records what was found.
    by: ['unit-head'],
    word: '移送',
    basis: [
      { law: 'proc-admin', article: '61(2)' },
      { law: 'proc-admin', article: '62' },
    ],
  },
  'evidence-list': {
    form: 'evidence-list',
    dispositions: 'any',
    by: ['officer', 'unit-head', 'dispatcher'],
    word: '证清',
    basis: [{ law: 'proc-crim', article: '171' }],
  },
}

export const mayIssue = (form: IncidentForm, disposition: Disposition | null): boolean => {
  const { dispositions } = formRules[form]
  return dispositions === 'any' || (disposition !== null && dispositions.includes(disposition))
}

/** The forms that may be issued for an incident as it stands; a refusal is decided by its own act. */
export const issuableForms = (disposition: Disposition | null): readonly IncidentForm[] =>
  incidentForms.filter((form) => form !== 'refusal-notice' && mayIssue(form, disposition))
