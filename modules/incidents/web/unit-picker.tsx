import { Button } from '#platform/web/button.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import type { ComboOption } from '#platform/web/combobox.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { mostUnits } from '../domain/dispatch.ts'
import { sendingWords } from './sending-words.ts'

interface UnitPickerProps {
  readonly label: string
  readonly hint: string
  readonly options: readonly ComboOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** The first one leads. */
  readonly firstLeads?: boolean
  readonly error: string | undefined
  readonly most?: number
}

/** Several units, each by a few letters; the order is the order of choosing. */
export function UnitPicker({ label, hint, options, chosen, onChange, firstLeads = false, error, most = mostUnits }: UnitPickerProps) {
  const words = useWords(sendingWords)
  const left = options.filter(({ value }) => !chosen.includes(value))
  const nameOf = (code: string) => options.find(({ value }) => value === code)?.label ?? code
  return (
    <>
      {chosen.length > 0 && (
        <ul className="units-chosen" aria-label={words.chosen}>
          {chosen.map((code, index) => (
            <li key={code} className="row">
              <b>{nameOf(code)}</b>
              <span className="muted">{firstLeads && index === 0 ? words.lead : words.assist}</span>
              <span className="push-right">
                <Button
                  kind="link"
                  size="small"
                  label={words.remove(nameOf(code))}
                  onClick={() => onChange(chosen.filter((one) => one !== code))}
                >
                  ✕
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < most && (
        <Field label={label} hint={chosen.length === 0 ? hint : undefined} error={error}>
          {(control) => (
            <Combobox
              key={chosen.length}
              control={control}
              options={left}
              value={null}
              onChange={(code) => code && onChange([...chosen, code])}
              alwaysOpen={chosen.length === 0 && firstLeads}
              shown={6}
            />
          )}
        </Field>
      )}
    </>
  )
}
