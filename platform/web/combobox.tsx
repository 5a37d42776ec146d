import { useId, useMemo, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'
import type { ControlProps } from './field.tsx'

export interface ComboOption<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** Also found by these: a code, pinyin initials. */
  readonly search?: string
  /** Grey, after the label. */
  readonly detail?: ReactNode
}

export interface ComboboxProps<Value extends string> {
  readonly control: ControlProps
  readonly options: readonly ComboOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  /** The list stays open below the field, as on the intake page. */
  readonly alwaysOpen?: boolean
  readonly shown?: number
}

/** The options that hold what was typed, those that begin with it first. */
export function matching<Value extends string>(options: readonly ComboOption<Value>[], typed: string): readonly ComboOption<Value>[] {
  const wanted = typed.trim().toLowerCase()
  if (!wanted) return options
  const texts = (option: ComboOption<Value>) => `${option.label}\n${option.search ?? ''}`.toLowerCase()
  const found = options.filter((option) => texts(option).includes(wanted))
  const begins = (option: ComboOption<Value>) =>
    texts(option)
      .split(/[\n ]/)
      .some((text) => text.startsWith(wanted))
  return [...found.filter(begins), ...found.filter((option) => !begins(option))]
}

/** Type to find, arrows to move, Enter to take. What is taken is shown in the field and can be typed over. */
export function Combobox<Value extends string>({ control, options, value, onChange, alwaysOpen, shown = 8 }: ComboboxProps<Value>) {
  const words = useWords(kitWords).combobox
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [focused, setFocused] = useState(false)
  const [at, setAt] = useState(0)
  const chosen = options.find((option) => option.value === value)
  const list = useMemo(() => matching(options, typed ?? '').slice(0, shown), [options, typed, shown])
  const open = focused && (typed !== null || alwaysOpen === true)

  const take = (option: ComboOption<Value> | undefined) => {
    if (!option) return
    onChange(option.value)
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // why: while characters are being composed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (!open) setTyped('')
      setAt((place) => Math.max(0, Math.min(list.length - 1, place + (open ? step : 0))))
    } else if (event.key === 'Enter' && open && !event.ctrlKey && typed !== null) {
      event.preventDefault()
      take(list[at])
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      setTyped(null)
    }
  }
  return (
    <div className="combobox">
      <input
        {...control}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && list[at] ? `${listId}-${at}` : undefined}
        value={typed ?? chosen?.label ?? ''}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          // why: leaving with exactly one match takes it; a half-typed word that matches several is not guessed.
          if (typed && list.length === 1) take(list[0])
          else if (typed === '') onChange(null)
          setTyped(null)
        }}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
      />
      {open && (
        <div className={alwaysOpen ? 'options' : 'options floating'}>
          <div role="listbox" id={listId} aria-label={words.options}>
            {list.map((option, index) => (
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                className="option"
                aria-selected={index === at}
                onMouseDown={(event) => {
                  event.preventDefault()
                  take(option)
                }}
              >
                <span>{option.label}</span>
                {option.detail && <span className="caption">{option.detail}</span>}
              </div>
            ))}
          </div>
          <p className="options-foot caption">{list.length === 0 ? words.none : words.hint}</p>
        </div>
      )}
    </div>
  )
}
