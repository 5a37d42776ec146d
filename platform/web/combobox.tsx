import { useId, useMemo, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ControlProps } from './field.tsx'
import { useWords } from './language.ts'
import { kitWords } from './words/kit-words.ts'

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

function useCombobox<Value extends string>({ options, value, onChange, alwaysOpen = false, shown = 8 }: ComboboxProps<Value>) {
  const [typed, setTyped] = useState<string | null>(null)
  const [focused, setFocused] = useState(false)
  /** Moved through with the arrows, whether or not anything was typed. */
  const [browsing, setBrowsing] = useState(false)
  const [at, setAt] = useState(0)
  const list = useMemo(() => matching(options, typed ?? '').slice(0, shown), [options, typed, shown])
  const chosen = options.find((option) => option.value === value)
  const isChoosing = typed !== null || browsing
  const open = focused && (isChoosing || (alwaysOpen && !chosen))
  const stop = () => {
    setTyped(null)
    setBrowsing(false)
  }
  const take = (option: ComboOption<Value> | undefined) => {
    if (!option) return
    onChange(option.value)
    stop()
  }
  const move = (by: number) => {
    setBrowsing(true)
    setAt((place) => Math.max(0, Math.min(list.length - 1, place + (isChoosing ? by : 0))))
  }
  const leave = () => {
    setFocused(false)
    // why: leaving with exactly one match takes it; a half-typed word that matches several is not guessed.
    if (typed && list.length === 1) take(list[0])
    else if (typed === '') onChange(null)
    stop()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // why: while characters are being composed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return
    const acts: Readonly<Record<string, (() => void) | false>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: open && !event.ctrlKey && isChoosing && (() => take(list[at])),
      Escape: isChoosing && stop,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const type = (text: string) => {
    setTyped(text)
    setAt(0)
  }
  const text = typed ?? chosen?.label ?? ''
  return { text, list, at: isChoosing ? at : -1, open, take, type, enter: () => setFocused(true), leave, onKeyDown }
}

/** Type to find, arrows to move, Enter to take. What is taken is shown in the field and can be typed over. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const listId = useId()
  const box = useCombobox(props)
  return (
    <div className="combobox">
      <input
        {...props.control}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-expanded={box.open}
        aria-controls={box.open ? listId : undefined}
        aria-activedescendant={box.open && box.list[box.at] ? `${listId}-${box.at}` : undefined}
        value={box.text}
        onFocus={box.enter}
        onBlur={box.leave}
        onKeyDown={box.onKeyDown}
        onChange={(event) => box.type(event.target.value)}
      />
      {box.open && <OptionList listId={listId} list={box.list} at={box.at} take={box.take} floating={!props.alwaysOpen} />}
    </div>
  )
}

export interface OptionListProps<Value extends string> {
  readonly listId: string
  readonly list: readonly ComboOption<Value>[]
  readonly at: number
  readonly take: (option: ComboOption<Value>) => void
  readonly floating: boolean
  /** What stands below it instead of the usual. */
  readonly foot?: string
  readonly label?: string
}

/** What is offered below a field; the field keeps the focus. */
export function OptionList<Value extends string>({ listId, list, at, take, floating, foot, label }: OptionListProps<Value>) {
  const words = useWords(kitWords).combobox
  return (
    <div className={floating ? 'options floating' : 'options'}>
      <div role="listbox" id={listId} aria-label={label ?? words.options}>
        {list.map((option, index) => (
          <div
            key={option.value}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            className="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              // why: the field keeps the focus, else leaving it would close the list before the click arrives.
              event.preventDefault()
              take(option)
            }}
          >
            <span>{option.label}</span>
            {option.detail && <span className="caption">{option.detail}</span>}
          </div>
        ))}
      </div>
      <p className="options-foot caption">{foot ?? (list.length === 0 ? words.none : words.hint)}</p>
    </div>
  )
}
