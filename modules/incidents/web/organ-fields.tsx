import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem } from '#platform/web/refusal.tsx'
import { intakeWords } from './intake-words.ts'
import type { Intake } from './use-intake.ts'

/** From whom a matter is taken over, and what that organ calls it. */
export function OrganFields({ intake: { call, set, problem } }: { readonly intake: Intake }) {
  const words = useWords(intakeWords).organ
  return (
    <>
      <div className="span-6" data-organ>
        <Field label={words.name} hint={words.hint} error={fieldProblem(problem, 'transferFrom.organ')}>
          {(control) => (
            <input
              {...control}
              className="input"
              autoComplete="off"
              maxLength={100}
              value={call.draft.fromOrgan}
              onChange={(event) => set({ fromOrgan: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="span-6">
        <Field label={words.number} optional error={fieldProblem(problem, 'transferFrom.number')}>
          {(control) => (
            <input
              {...control}
              className="input"
              autoComplete="off"
              maxLength={60}
              value={call.draft.fromNumber}
              onChange={(event) => set({ fromNumber: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
