import { useEffect, useRef, useState } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { useWords } from './language.ts'
import { anyValue } from './list-state.ts'
import type { ListFilter } from './list-state.ts'
import type { ListAddress } from './use-list.ts'
import { kitWords } from './words/kit-words.ts'

/** The filter bar: its state is the address, so a link shows the same rows. */
export function ListFilters({ filters, address }: { filters: readonly ListFilter[]; address: ListAddress }) {
  const words = useWords(kitWords).list
  const [isUnfolded, setUnfolded] = useState(false)
  if (filters.length === 0) return null
  return (
    <div className={classes('list-filters', !isUnfolded && 'is-folded')} role="search" aria-label={words.allFilters}>
      <button type="button" className="button only-phone" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
        {words.allFilters}
      </button>
      {filters.map((filter) => (
        <OneFilter key={filter.name} filter={filter} address={address} />
      ))}
      {address.hasOwnFilters && (
        <button type="button" className="button link" onClick={address.clear}>
          {words.clear}
        </button>
      )}
    </div>
  )
}

function OneFilter({ filter, address }: { filter: ListFilter; address: ListAddress }) {
  const words = useWords(kitWords).list
  const value = address.filters[filter.name] ?? ''
  const ofView = address.view?.filters[filter.name]
  const set = (next: string) => address.setFilter(filter.name, next === (ofView ?? '') ? '' : next === '' && ofView ? anyValue : next)
  if (filter.kind === 'text') return <TextFilterBox label={filter.label} value={value} onSettled={set} />
  return (
    <label className="filter">
      <span className="filter-label">{filter.label}</span>
      {filter.kind === 'day' ? (
        <input type="date" value={value} onChange={(event) => set(event.target.value)} />
      ) : (
        <select value={value} onChange={(event) => set(event.target.value)}>
          <option value="">{words.all}</option>
          {[...Map.groupBy(filter.options, ({ group }) => group)].map(([group, options]) => {
            const shown = options.map(({ value: one, label }) => (
              <option key={one} value={one}>
                {label}
              </option>
            ))
            return group === undefined ? (
              shown
            ) : (
              <optgroup key={group} label={group}>
                {shown}
              </optgroup>
            )
          })}
        </select>
      )}
    </label>
  )
}

const settleMs = 350

function TextFilterBox({ label, value, onSettled }: { label: string; value: string; onSettled: (value: string) => void }) {
  const [typed, setTyped] = useState(value)
  const latest = useRef(onSettled)
  latest.current = onSettled
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => latest.current(typed.trim()), settleMs)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <label className="filter filter-text">
      <Icon name="search" />
      <input
        type="search"
        data-list-search
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  )
}
