import { Segments } from '#platform/web/choice.tsx'
import { Field } from '#platform/web/field.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { causeInFull, type GivenCause } from './domain/cause.ts'
import { type PartyRole, partyRoles, secrecies, sensitivities, type Secrecy, type Sensitivity } from './domain/disclosure.ts'
import { caseWords } from './web/screen-words.ts'

/** The printed form of a receipt, notice or other paper of a case. */
export const paperAddress = (caseId: string, paperId: string): string => `/api/cases/${caseId}/papers/${paperId}`

/** What a cause is called in the person's language, with its words and law where it stands on no list. */
export function useCauseInFull(): (cause: GivenCause) => string {
  const language = useLanguage()
  return (cause) => causeInFull(cause, language)
}

/** What a sensitivity is called in the person's language. */
export const useSensitivityNames = (): Readonly<Record<Sensitivity, string>> => useWords(caseWords).sensitivities

export { type CauseDraft, CauseFields, causeInput, causeTextMissing } from './web/cause-fields.tsx'

interface OneOf<Value extends string> {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly hint?: string
  readonly error?: string | undefined
}

/** Whether the case is of a kind about which nobody is told by message. */
export function SensitivityField({ value, onChange, hint, error }: OneOf<Sensitivity>) {
  const words = useWords(caseWords)
  return (
    <Field label={words.fields.sensitivity} hint={hint} error={error}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value as Sensitivity)}>
          {sensitivities.map((each) => (
            <option key={each} value={each}>
              {words.sensitivities[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface ReporterRoleProps {
  /** A legal choice begins with none: a complainant alone is served a refusal. */
  readonly value: PartyRole | null
  readonly onChange: (value: PartyRole) => void
  readonly error?: string | undefined
}

/** As what the person reported: it decides which papers and remedies are theirs. */
export function ReporterRoleField({ value, onChange, error }: ReporterRoleProps) {
  const words = useWords(caseWords)
  const options = partyRoles.map((role) => ({ value: role, label: words.partyRoles[role] }))
  return <Segments label={words.fields.reporterRole} options={options} value={value} onChange={onChange} error={error} />
}

/** Whether only the holder, the head of the unit and the leader may know of the case. */
export function SecrecyField({ value, onChange, hint, error }: OneOf<Secrecy>) {
  const words = useWords(caseWords)
  return (
    <Field label={words.fields.secrecy} hint={hint} error={error}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value as Secrecy)}>
          {secrecies.map((each) => (
            <option key={each} value={each}>
              {words.secrecies[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
