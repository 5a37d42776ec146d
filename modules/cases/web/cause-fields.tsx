import { useMemo } from 'react'
import { Combobox } from '#platform/web/combobox.tsx'
import { Field } from '#platform/web/field.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { asksForText } from '../domain/cause.ts'
import type { CaseKind } from '../domain/stage.ts'
import { causeOptions } from './cause-options.ts'
import { caseWords } from './screen-words.ts'

/** A cause while it is being chosen; the three words belong to “other”. */
export interface CauseDraft {
  readonly causeCode: string | null
  readonly causeText: string
  readonly causeLaw: string
  readonly causeArticle: string
}

/** Whether what “other” needs is still to be written. */
export const causeTextMissing = ({ causeCode, causeText }: CauseDraft): boolean => asksForText(causeCode) && causeText.trim().length < 2

/** What goes to the server: the words beside “other” alone. */
export const causeInput = ({ causeCode, causeText, causeLaw, causeArticle }: CauseDraft) => ({
  ...(causeCode && { causeCode }),
  ...(asksForText(causeCode) && {
    ...(causeText.trim() && { causeText: causeText.trim() }),
    ...(causeLaw.trim() && { causeLaw: causeLaw.trim() }),
    ...(causeArticle.trim() && { causeArticle: causeArticle.trim() }),
  }),
})

interface CauseFieldProps {
  readonly kind: CaseKind
  readonly value: string | null
  readonly onChange: (code: string | null) => void
  readonly error?: string | undefined
}

/** Type to find the cause of a case of this kind. */
export function CauseField({ kind, value, onChange, error }: CauseFieldProps) {
  const words = useWords(caseWords)
  const language = useLanguage()
  const options = useMemo(() => causeOptions(kind, language), [kind, language])
  return (
    <Field label={words.fields.cause} error={error}>
      {(control) => <Combobox control={control} options={options} value={value} onChange={onChange} alwaysOpen shown={6} />}
    </Field>
  )
}

interface CauseFieldsProps {
  readonly kind: CaseKind
  readonly draft: CauseDraft
  readonly set: (change: Partial<CauseDraft>) => void
  readonly errorAt: (name: keyof CauseDraft) => string | undefined
}

/** The cause from the list, or “other” with what it is; law and article where the officer knows them. */
export function CauseFields({ kind, draft, set, errorAt }: CauseFieldsProps) {
  const words = useWords(caseWords).record.cause
  return (
    <>
      <CauseField kind={kind} value={draft.causeCode} onChange={(causeCode) => set({ causeCode })} error={errorAt('causeCode')} />
      {asksForText(draft.causeCode) && (
        <>
          <Field label={words.text} hint={words.textHint} error={errorAt('causeText')}>
            {(control) => (
              <input
                {...control}
                className="input"
                maxLength={60}
                autoComplete="off"
                value={draft.causeText}
                onChange={(event) => set({ causeText: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.law} hint={words.lawHint} optional error={errorAt('causeLaw')}>
            {(control) => (
              <input
                {...control}
                className="input"
                maxLength={40}
                autoComplete="off"
                value={draft.causeLaw}
                onChange={(event) => set({ causeLaw: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.article} optional error={errorAt('causeArticle')}>
            {(control) => (
              <input
                {...control}
                className="input"
                maxLength={20}
                autoComplete="off"
                value={draft.causeArticle}
                onChange={(event) => set({ causeArticle: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}
