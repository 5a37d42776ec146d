import { SensitivityField } from '#modules/cases/parts.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { Field } from '#platform/web/field.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField } from '#platform/web/when-field.tsx'
import { mostUnits } from '../domain/dispatch.ts'
import { grades, sources } from '../domain/incident-state.ts'
import { categoryOptions } from './category-options.ts'
import { fieldKeys } from './intake-focus.ts'
import { OrganFields } from './organ-fields.tsx'
import { PlaceField } from './place-field.tsx'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'
import { UnitPicker } from './unit-picker.tsx'
import type { Intake } from './use-intake.ts'
import { useUnitOptions } from './use-unit-options.ts'

/** The eight numbered fields of a call, and below them the two that most calls leave alone. */
export const IntakeFields = ({ intake }: { intake: Intake }) => (
  <div className="form-grid">
    <ReporterFields intake={intake} />
    {intake.call.draft.source === 'transfer' && <OrganFields intake={intake} />}
    <PlaceFields intake={intake} />
    <ChoiceFields intake={intake} />
    <SeldomFields intake={intake} />
  </div>
)

interface Part {
  readonly intake: Intake
}

function ReporterFields({ intake: { call, set, problem } }: Part) {
  const words = useWords(incidentWords)
  const { draft } = call
  return (
    <>
      <div className="span-3">
        <Field label={words.fields.reporterName} optional fieldKey={fieldKeys.reporterName} error={fieldProblem(problem, 'reporterName')}>
          {(control) => (
            <input
              {...control}
              className="input"
              autoComplete="off"
              autoFocus
              value={draft.reporterName}
              onChange={(event) => set({ reporterName: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="span-3">
        <Field
          label={words.fields.reporterPhone}
          optional
          fieldKey={fieldKeys.reporterPhone}
          error={fieldProblem(problem, 'reporterPhone')}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              type="tel"
              autoComplete="off"
              placeholder={words.intake.phoneHint}
              value={draft.reporterPhone}
              onChange={(event) => set({ reporterPhone: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="span-6">
        <Segments
          label={words.fields.source}
          fieldKey={fieldKeys.source}
          options={sources.map((source) => ({ value: source, label: words.sources[source] }))}
          value={draft.source}
          onChange={(source) => set({ source })}
          error={fieldProblem(problem, 'source')}
        />
      </div>
    </>
  )
}

function PlaceFields({ intake: { call, set, problem } }: Part) {
  const words = useWords(incidentWords)
  const units = useUnitOptions()
  const { draft } = call
  return (
    <>
      <div className="span-8">
        <Field label={words.fields.place} fieldKey={fieldKeys.place} error={fieldProblem(problem, 'place')}>
          {(control) => (
            <PlaceField
              control={control}
              value={draft.place}
              onType={(place) => set({ place })}
              onTake={({ name, location, unitCode }) =>
                set({ place: `${location} ${name}`, ...(units.some(({ value }) => value === unitCode) && { suggestedUnit: unitCode }) })
              }
            />
          )}
        </Field>
      </div>
      <div className="span-4">
        <Segments
          label={words.fields.grade}
          fieldKey={fieldKeys.grade}
          options={grades.map((grade) => ({ value: grade, label: grade }))}
          value={draft.grade}
          onChange={(grade) => set({ grade })}
          error={fieldProblem(problem, 'grade')}
        />
        <p className="field-hint">
          {draft.grade ? `${draft.grade} ${words.grades[draft.grade]}` : ''}
          {!draft.ownGrade && `${draft.grade ? ' · ' : ''}${words.intake.gradeFollows}`}
        </p>
      </div>
      <Field label={words.fields.summary} fieldKey={fieldKeys.summary} error={fieldProblem(problem, 'summary')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            value={draft.summary}
            onChange={(event) => set({ summary: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

function ChoiceFields({ intake: { call, set, problem } }: Part) {
  const words = useWords(incidentWords)
  const language = useLanguage()
  const units = useUnitOptions()
  return (
    <>
      <div className="span-6">
        <Field label={words.fields.category} fieldKey={fieldKeys.category} error={fieldProblem(problem, 'category')}>
          {(control) => (
            <Combobox
              control={control}
              options={categoryOptions(language, words.categoryGroups)}
              value={call.draft.category}
              onChange={(category) => set({ category })}
              alwaysOpen
              shown={5}
            />
          )}
        </Field>
      </div>
      <div className="span-6">
        <Field label={words.fields.unitCode} fieldKey={fieldKeys.unitCode} error={fieldProblem(problem, 'dispatchTo')}>
          {(control) => (
            <Combobox
              control={control}
              options={units}
              value={call.draft.unitCode}
              onChange={(unitCode) => set({ unitCode })}
              alwaysOpen
              shown={5}
            />
          )}
        </Field>
      </div>
    </>
  )
}

function SeldomFields({ intake: { call, set, setWhen, problem } }: Part) {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const units = useUnitOptions()
  return (
    <>
      <div className="span-6">
        <SensitivityField
          value={call.draft.sensitivity}
          onChange={(sensitivity) => set({ sensitivity })}
          hint={words.intake.sensitivityHint}
          error={fieldProblem(problem, 'sensitivity')}
        />
      </div>
      <div className="span-6 stack">
        <WhenField label={words.intake.receivedAt} when={call.when} onChange={setWhen} problem={problem} />
      </div>
      {call.draft.unitCode !== null && units.length > 1 && (
        <div className="span-6">
          <UnitPicker
            label={sending.alsoTo}
            hint={sending.alsoHint}
            options={units.filter(({ value }) => value !== call.draft.unitCode)}
            chosen={call.draft.alsoTo}
            onChange={(alsoTo) => set({ alsoTo })}
            error={fieldProblem(problem, 'alsoTo')}
            most={mostUnits - 1}
          />
        </div>
      )}
    </>
  )
}
