import { dayOf } from '#kernel/beijing-time.ts'
import { listUnits } from '#modules/accounts/contract.ts'
import { useAnswer } from '#platform/web/answer.ts'
import { RecordNumber } from '#platform/web/detail-page.tsx'
import { numberParts } from '#platform/web/format.ts'
import { useBilingual, useLanguage, useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import type { ListColumn, ListFilter, ListView } from '#platform/web/list-state.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import type { Search } from '#platform/web/navigation.tsx'
import { StateChip } from '#platform/web/state-chip.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { exportIncidents, listIncidents } from '../contract.ts'
import type { IncidentCard } from '../contract.ts'
import { categories, categoryOf } from '../domain/category.ts'
import { dispositions, incidentStates, sources } from '../domain/incident-state.ts'
import type { Disposition, IncidentState, Source } from '../domain/incident-state.ts'
import { IncidentBrief } from './incident-brief.tsx'
import { Progress, Standing, UnitCell } from './incident-marks.tsx'
import { ListActs } from './list-acts.tsx'
import { incidentWords } from './screen-words.ts'

/** The incidents one may see: the open ones first. */
export function IncidentsPage() {
  const words = useWords(incidentWords)
  return (
    <ListPage
      title={words.incidents}
      endpoint={listIncidents}
      input={({ filters, after, limit }) => ({ ...filterInput(filters), after, limit })}
      idOf={(row) => row.id}
      views={useViews()}
      filters={useFilters()}
      columns={useColumns()}
      drawer={{ title: (row) => <RecordNumber number={row.number} />, body: (row) => <IncidentBrief key={row.id} incidentId={row.id} /> }}
      pageOf={(row) => `/staff/incidents/${row.id}`}
      acts={<ListActs />}
      exports={{ endpoint: exportIncidents, mayUnmask: iHold(useMe(), 'dispatcher', 'officer', 'unit-head', 'case-centre') }}
      empty={{ title: words.list.empty, why: words.list.emptyWhy }}
    />
  )
}

/** From the address to the question; what the address got wrong the server names. */
const filterInput = (filters: Search) => ({
  state: filters['state'] as IncidentState | undefined,
  source: filters['source'] as Source | undefined,
  category: filters['category'],
  unit: filters['unit'],
  disposition: filters['disposition'] as Disposition | undefined,
  from: filters['from'],
  to: filters['to'],
  number: filters['number'],
  open: filters['unfinished'] as '1' | undefined,
})

function useViews(): readonly ListView[] {
  const { views } = useWords(incidentWords).list
  const today = dayOf(useFormat().now)
  return [
    { id: 'open', label: views.open, filters: { unfinished: '1' } },
    { id: 'today', label: views.today, filters: { from: today } },
    { id: 'all', label: views.all, filters: {} },
  ]
}

function useFilters(): readonly ListFilter[] {
  const words = useWords(incidentWords)
  const language = useLanguage()
  const say = useBilingual()
  const units = useAnswer(listUnits, {})
  const named = <Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ value, label: names[value] }))
  return [
    { kind: 'choice', name: 'state', label: words.list.progress, options: named(incidentStates, words.states) },
    {
      kind: 'choice',
      name: 'unit',
      label: words.list.unit,
      options: (units.data?.rows ?? []).map((unit) => ({ value: unit.code, label: say({ zh: unit.nameZh, en: unit.nameEn }) })),
    },
    { kind: 'choice', name: 'source', label: words.list.source, options: named(sources, words.sources) },
    {
      kind: 'choice',
      name: 'category',
      label: words.list.category,
      options: categories.map((one) => ({ value: one.code, label: one[language] })),
    },
    { kind: 'choice', name: 'disposition', label: words.list.outcome, options: named(dispositions, words.dispositions) },
    { kind: 'day', name: 'from', label: words.list.from },
    { kind: 'day', name: 'to', label: words.list.to },
    { kind: 'text', name: 'number', label: words.list.numberContains },
  ]
}

function useColumns(): readonly ListColumn<IncidentCard>[] {
  const words = useWords(incidentWords)
  const language = useLanguage()
  const format = useFormat()
  const { list } = words
  return [
    { id: 'state', title: list.state, width: 72, card: 'head', cell: (row) => <StateChip state={row.response.level} /> },
    { id: 'receivedAt', title: list.receivedAt, width: 96, drop: 2, cell: (row) => format.listTime(row.receivedAt) },
    { id: 'number', title: list.number, width: 122, card: 'head', opens: true, cell: (row) => numberParts(row.number).serial },
    {
      id: 'category',
      title: list.category,
      width: language === 'zh' ? 90 : 150,
      card: 'head',
      cell: (row) => categoryOf(row.category)?.[language] ?? row.category,
    },
    { id: 'place', title: list.place, cell: (row) => `${row.place} · ${row.summary}` },
    { id: 'progress', title: list.progress, width: 100, drop: 5, cell: (row) => <Progress state={row.state} /> },
    { id: 'outcome', title: list.outcome, width: language === 'zh' ? 170 : 200, cell: (row) => <Standing card={row} /> },
    { id: 'unit', title: list.unit, width: 130, drop: 3, cell: (row) => <UnitCell card={row} /> },
    { id: 'holder', title: list.holder, width: 84, drop: 4, cell: (row) => row.holderName ?? words.none },
  ]
}
