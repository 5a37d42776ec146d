import { CauseFields, ReporterRoleField, SecrecyField, SensitivityField } from '#modules/cases/parts.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem } from '#platform/web/refusal.tsx'
import type { IncidentDetail } from '../contract.ts'
import type { CaseDraft } from './disposal.ts'
import { incidentWords } from './screen-words.ts'

export interface CaseFieldsProps {
  readonly kind: 'administrative' | 'criminal'
  readonly incident: IncidentDetail
  readonly draft: CaseDraft
  readonly set: (change: Partial<CaseDraft>) => void
  readonly problem: unknown
}

/** What a case is opened with: cause, matter, and of the reporter what is not known yet. */
export function CaseFields({ kind, incident, draft, set, problem }: CaseFieldsProps) {
  const words = useWords(incidentWords).disposal
  const errorAt = (name: keyof CaseDraft) => fieldProblem(problem, name)
  return (
    <>
      <CauseFields kind={kind} draft={draft} set={set} errorAt={errorAt} />
      <Field label={words.matter} hint={words.matterHint} error={errorAt('matter')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            value={draft.matter}
            onChange={(event) => set({ matter: event.target.value })}
          />
        )}
      </Field>
      {incident.reporterName === null && (
        <Field label={words.reporterName} hint={words.reporterNameHint} error={errorAt('reporterName')}>
          {(control) => (
            <input
              {...control}
              className="input"
              autoComplete="off"
              value={draft.reporterName}
              onChange={(event) => set({ reporterName: event.target.value })}
            />
          )}
        </Field>
      )}
      {incident.reporterPhone === null && (
        <Field label={words.reporterPhone} hint={words.reporterPhoneHint} optional error={errorAt('reporterPhone')}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="tel"
              autoComplete="off"
              value={draft.reporterPhone}
              onChange={(event) => set({ reporterPhone: event.target.value })}
            />
          )}
        </Field>
      )}
      {kind === 'criminal' && (
        <ReporterRoleField value={draft.reporterRole} onChange={(reporterRole) => set({ reporterRole })} error={errorAt('reporterRole')} />
      )}
      <ReporterSecretField isAsked={incident.reporterAskedSecrecy} value={draft.reporterIdentitySecret} set={set} />
      <SensitivityField value={draft.sensitivity} onChange={(sensitivity) => set({ sensitivity })} error={errorAt('sensitivity')} />
      <SecrecyField value={draft.secrecy} onChange={(secrecy) => set({ secrecy })} error={errorAt('secrecy')} />
    </>
  )
}

interface ReporterSecretProps {
  /** The person asked for it before. */
  readonly isAsked: boolean
  readonly value: boolean
  readonly set: CaseFieldsProps['set']
}

/** The person asks that nobody learns who it is; only they themselves lift it, in the case. */
function ReporterSecretField({ isAsked, value, set }: ReporterSecretProps) {
  const words = useWords(incidentWords).disposal
  return (
    <div className="field">
      <label className="row">
        <input
          type="checkbox"
          checked={value}
          disabled={isAsked}
          aria-describedby="reporter-secret-hint"
          onChange={(event) => set({ reporterIdentitySecret: event.target.checked })}
        />
        {words.reporterSecret}
      </label>
      <p id="reporter-secret-hint" className="field-hint">
        {words.reporterSecretHint}
      </p>
    </div>
  )
}
