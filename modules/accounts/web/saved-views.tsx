import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { v7 as uuid } from 'uuid'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import type { Search } from '#platform/web/navigation.tsx'
import type { SavedViewsProps } from '#platform/web/page-def.ts'
import { Refusal } from '#platform/web/refusal.tsx'
import { listViews, removeView, saveView } from '../contract.ts'
import { isSameSearch, searchFrom, searchText } from './saved-search.ts'
import { screenWords } from './screen-words.ts'

/** The views of a list that I keep: tabs after those of the list, and a way to keep the filters that are set now. */
export function SavedViews({ list, search, show }: SavedViewsProps) {
  const words = useWords(screenWords).views
  const { data } = useAnswer(listViews, { list })
  const remove = useAct(removeView)
  const save = useAct(saveView)
  const [gone, setGone] = useState<{ name: string; search: string } | null>(null)
  useEffect(() => setGone(null), [list])
  if (!data) return null
  const current = data.rows.find((view) => isSameSearch(searchFrom(view.search), search))
  const drop = async ({ id, name, search: kept }: (typeof data.rows)[number]) => {
    if (await remove.run({ viewId: id })) setGone({ name, search: kept })
  }
  const restore = async () => {
    if (gone && (await save.run({ id: uuid(), list, ...gone }))) setGone(null)
  }
  return (
    <>
      {data.rows.map((view) => (
        <span key={view.id} className="saved-view row">
          <button
            type="button"
            className="tab"
            aria-current={view === current ? 'page' : undefined}
            onClick={() => show(searchFrom(view.search))}
          >
            {view.name}
          </button>
          {view === current && (
            <Button kind="link" size="small" label={words.remove(view.name)} pending={remove.pending} onClick={() => void drop(view)}>
              ×
            </Button>
          )}
        </span>
      ))}
      {gone && (
        <span className="row caption" role="status">
          {words.removed(gone.name)}
          <Button kind="link" size="small" pending={save.pending} onClick={() => void restore()}>
            {words.restore}
          </Button>
        </span>
      )}
      {!current && hasFilters(search) && <Keep list={list} search={search} />}
      <Refusal problem={remove.problem} />
    </>
  )
}

const hasFilters = (search: Search): boolean => Object.keys(search).some((name) => name !== 'view')

function Keep({ list, search }: Pick<SavedViewsProps, 'list' | 'search'>) {
  const words = useWords(screenWords).views
  const save = useAct(saveView)
  const [name, setName] = useState<string | null>(null)
  if (name === null)
    return (
      <Button kind="link" size="small" onClick={() => setName('')}>
        {words.save}
      </Button>
    )
  const keep = async () => {
    if (name.trim() !== '' && (await save.run({ id: uuid(), list, name, search: searchText(search) }))) setName(null)
  }
  const byKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void keep()
    if (event.key === 'Escape') setName(null)
  }
  return (
    <span className="row saved-view-name">
      <input
        className="input"
        autoFocus
        maxLength={20}
        aria-label={words.name}
        placeholder={words.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={byKey}
      />
      <Button
        size="small"
        pending={save.pending}
        disabledBecause={name.trim() === '' ? words.name : undefined}
        reasonShownElsewhere
        onClick={() => void keep()}
      >
        {words.keep}
      </Button>
      <Button kind="link" size="small" onClick={() => setName(null)}>
        {words.cancel}
      </Button>
      <Refusal problem={save.problem} />
    </span>
  )
}
