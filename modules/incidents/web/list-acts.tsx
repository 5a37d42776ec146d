import { Suspense, lazy, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { mayImport } from './import/may-import.ts'
import { incidentWords } from './screen-words.ts'

// why: loaded when it is opened; the list is the heaviest page of the house.
const PhoneSearchDialog = lazy(async () => ({ default: (await import('./phone-search-dialog.tsx')).PhoneSearchDialog }))

/** What may be done from the list: look a caller up, take a call. */
export function ListActs() {
  const words = useWords(incidentWords)
  const me = useMe()
  const [isSearching, setSearching] = useState(false)
  return (
    <>
      {iHold(me, 'dispatcher', 'officer', 'unit-head', 'case-centre') && (
        <Button onClick={() => setSearching(true)}>{words.phoneSearch.open}</Button>
      )}
      {mayImport(me) && (
        <PageLink className="button" to="/staff/incidents/import">
          {words.list.import}
        </PageLink>
      )}
      {iHold(me, 'dispatcher', 'officer', 'unit-head') && (
        <PageLink className="button" to="/staff/incidents/new">
          {words.list.take}
        </PageLink>
      )}
      {isSearching && (
        <Suspense fallback={null}>
          <PhoneSearchDialog onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  )
}
