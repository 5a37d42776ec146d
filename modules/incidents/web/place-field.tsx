import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useAnswer } from '#platform/web/answer.ts'
import { OptionList } from '#platform/web/combobox.tsx'
import type { ControlProps } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { searchPlaces } from '../contract.ts'
import type { Place } from '../contract.ts'
import { intakeWords } from './intake-words.ts'
import { useSettled } from './use-settled.ts'

interface PlaceFieldProps {
  readonly control: ControlProps
  readonly value: string
  readonly onType: (text: string) => void
  readonly onTake: (place: Place) => void
}

const restMs = 250
const fewestSigns = 2

function usePlaces({ value, onType, onTake }: PlaceFieldProps) {
  const [isTyping, setTyping] = useState(false)
  const [at, setAt] = useState(-1)
  const typed = useSettled(value.trim(), restMs)
  const isAsked = isTyping && typed.length >= fewestSigns
  const { data } = useAnswer(searchPlaces, { typed }, { notYet: !isAsked, keepPrevious: true })
  const list = isAsked ? (data?.rows ?? []) : []
  const close = () => {
    setTyping(false)
    setAt(-1)
  }
  const take = (place: Place | undefined) => {
    if (place) onTake(place)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || list.length === 0) return
    const marked = list[at]
    const acts: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => setAt(Math.min(at + 1, list.length - 1)),
      ArrowUp: () => setAt(Math.max(at - 1, -1)),
      Enter: marked && !event.ctrlKey ? () => take(marked) : undefined,
      Escape: close,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const type = (text: string) => {
    setTyping(true)
    setAt(-1)
    onType(text)
  }
  return { list, at, take, close, onKeyDown, type }
}

/** Where it happened: any words, with places of the bureau's book offered below. Nothing is taken that was not marked. */
export function PlaceField(props: PlaceFieldProps) {
  const words = useWords(intakeWords).place
  const listId = useId()
  const { list, at, take, close, onKeyDown, type } = usePlaces(props)
  const isOpen = list.length > 0
  return (
    <div className="combobox">
      <input
        {...props.control}
        className="input"
        role="combobox"
        autoComplete="off"
        data-free-text
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
        value={props.value}
        onBlur={close}
        onKeyDown={onKeyDown}
        onChange={(event) => type(event.target.value)}
      />
      {isOpen && (
        <OptionList
          listId={listId}
          list={list.map((place) => ({ value: place.id, label: place.name, detail: `${place.location} · ${place.unitName}` }))}
          at={at}
          take={(option) => take(list.find(({ id }) => id === option.value))}
          floating
          label={words.options}
          foot={words.take}
        />
      )}
    </div>
  )
}
