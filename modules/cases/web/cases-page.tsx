import { listUnits } from '#modules/accounts/contract.ts'
import { useAnswer } from '#platform/web/answer.ts'
import { numberParts } from '#platform/web/format.ts'
import { useBilingual, useLanguage, useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import type { ListColumn, ListFilter, ListView } from '#platform/web/list-state.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import type { Search } from '#platform/web/navigation.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { exportCases, listCases } from '../contract.ts'
import type { CaseCard } from '../contract.ts'
import { allCauses, causeName, causeTitle, otherCause } from '../domain/cause.ts'
import { caseKinds, stages } from '../domain/stage.ts'
import type { CaseKind, Stage } from '../domain/stage.ts'
import { ClockCell } from './clock-cell.tsx'
import { caseWords } from './screen-words.ts'

/** The cases one may see, newest first. */
export function CasesPage() {
  const words = useWords(caseWords)
  return (
    <ListPage
      title={words.theCases}
      endpoint={listCases}
      input={({ filters, after, limit }) => ({ ...filterInput(filters), after, limit })}
      idOf={(row) => row.id}
      views={useViews()}
      filters={useFilters()}
      columns={useColumns()}
      exports={{ endpoint: exportCases, mayUnmask: iHold(useMe(), 'officer', 'unit-head', 'case-centre', 'leader') }}
      pageOf={(row) => `/staff/cases/${row.id}`}
      empty={{ title: words.list.empty, why: words.list.emptyWhy }}
    />
  )
}

/** From the address to the question; what the address got wrong the server names. */
const filterInput = (filters: Search) => ({
  kind: filters['kind'] as CaseKind | undefined,
  stage: filters['stage'] as Stage | undefined,
  unit: filters['unit'],
  cause: filters['cause'],
  level: filters['level'] as 'overdue' | 'running' | undefined,
  from: filters['from'],
  to: filters['to'],
  number: filters['number'],
})

function useViews(): readonly ListView[] {
  const { views } = useWords(caseWords).list
  return [
    { id: 'all', label: views.all, filters: {} },
    { id: 'overdue', label: views.overdue, filters: { level: 'overdue' } },
    { id: 'running', label: views.running, filters: { level: 'running' } },
    { id: 'review', label: views.review, filters: { kind: 'criminal', stage: 'accepted' } },
  ]
}

function useFilters(): readonly ListFilter[] {
  const words = useWords(caseWords)
  const language = useLanguage()
  const say = useBilingual()
  const units = useAnswer(listUnits, {})
  const { list } = words
  return [
    { kind: 'choice', name: 'kind', label: list.kind, options: caseKinds.map((value) => ({ value, label: words.kinds[value] })) },
    { kind: 'choice', name: 'stage', label: list.stage, options: stages.map((value) => ({ value, label: words.stages[value] })) },
    {
      kind: 'choice',
      name: 'unit',
      label: list.unit,
      options: (units.data?.rows ?? []).map((unit) => ({ value: unit.code, label: say({ zh: unit.nameZh, en: unit.nameEn }) })),
    },
    {
      kind: 'choice',
      name: 'cause',
      label: list.cause,
      options: [
        ...allCauses.map((cause) => ({ value: cause.code, label: cause[language], group: words.kinds[cause.kind] })),
        { value: otherCause, label: causeName(otherCause, language) },
      ],
    },
    {
      kind: 'choice',
      name: 'level',
      label: list.level,
      options: (['overdue', 'running'] as const).map((value) => ({ value, label: list.levels[value] })),
    },
    { kind: 'day', name: 'from', label: list.from },
    { kind: 'day', name: 'to', label: list.to },
    { kind: 'text', name: 'number', label: list.numberContains },
  ]
}

function useColumns(): readonly ListColumn<CaseCard>[] {
  const words = useWords(caseWords)
  const language = useLanguage()
  const format = useFormat()
  const { list } = words
  const isZh = language === 'zh'
  return [
    { id: 'clock', title: list.clock, width: isZh ? 168 : 190, card: 'head', cell: (row) => <ClockCell clock={row.clock} /> },
    { id: 'number', title: list.number, width: 112, opens: true, card: 'head', cell: (row) => numberParts(row.number).serial },
    { id: 'cause', title: list.cause, width: isZh ? 150 : 190, cell: (row) => causeTitle(row, language) },
    { id: 'matter', title: list.matter, drop: 5, cell: (row) => row.matter },
    { id: 'kind', title: list.kind, width: isZh ? 80 : 150, drop: 4, cell: (row) => words.kinds[row.kind] },
    { id: 'stage', title: list.stage, width: isZh ? 100 : 180, cell: (row) => words.stages[row.stage] },
    { id: 'unit', title: list.unit, width: 130, drop: 3, cell: (row) => row.unitName },
    { id: 'holder', title: list.holder, width: 84, drop: 2, cell: (row) => row.holderName },
    { id: 'opened', title: list.opened, width: 100, drop: 1, cell: (row) => format.shortTime(row.openedAt) },
  ]
}
