import { listUnits } from '#modules/accounts/contract.ts'
import { useAnswer } from '#platform/web/answer.ts'
import { RecordNumber } from '#platform/web/detail-page.tsx'
import { numberParts } from '#platform/web/format.ts'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import type { ListColumn } from '#platform/web/list-state.ts'
import { useFormat } from '#platform/web/use-format.ts'
import { type DisagreementCard, listDisagreements } from '../contract.ts'
import { DisagreementParts } from './disagreement-parts.tsx'
import { queryWords } from './screen-words.ts'

/** What parties disagree with, newest first: the case centre answers, the unit and those who oversee it read. */
export function DisagreementsPage() {
  const words = useWords(queryWords)
  const say = useBilingual()
  const units = useAnswer(listUnits, {})
  return (
    <ListPage
      title={words.title}
      endpoint={listDisagreements}
      input={({ filters, after, limit }) => ({
        state: filters['state'] as 'open' | 'answered' | undefined,
        unit: filters['unit'],
        number: filters['number'],
        after,
        limit,
      })}
      idOf={(row) => row.id}
      views={[
        { id: 'open', label: words.views.open, filters: { state: 'open' } },
        { id: 'answered', label: words.views.answered, filters: { state: 'answered' } },
        { id: 'all', label: words.views.all, filters: {} },
      ]}
      filters={[
        {
          kind: 'choice',
          name: 'unit',
          label: words.unit,
          options: (units.data?.rows ?? []).map((unit) => ({ value: unit.code, label: say({ zh: unit.nameZh, en: unit.nameEn }) })),
        },
        { kind: 'text', name: 'number', label: words.numberContains },
      ]}
      columns={useColumns()}
      drawer={{
        title: (row) => <RecordNumber number={row.number} />,
        body: (row) => <DisagreementParts key={row.id} disagreementId={row.id} />,
      }}
      empty={{ title: words.empty, why: words.emptyWhy }}
    />
  )
}

function useColumns(): readonly ListColumn<DisagreementCard>[] {
  const words = useWords(queryWords)
  const format = useFormat()
  const say = useBilingual()
  return [
    { id: 'said', title: words.saidAt, width: 116, card: 'head', cell: (row) => format.shortTime(row.saidAt) },
    { id: 'number', title: words.number, width: 112, opens: true, card: 'head', cell: (row) => numberParts(row.number).serial },
    { id: 'milestone', title: words.milestone, cell: (row) => say(row.milestone) },
    { id: 'role', title: words.role, width: 104, drop: 2, cell: (row) => words.roles[row.role] },
    { id: 'text', title: words.hasText, width: 64, drop: 3, card: 'none', cell: (row) => (row.hasText ? words.yes : words.no) },
    { id: 'unit', title: words.unit, width: 150, drop: 1, cell: (row) => say(row.unitName) },
    {
      id: 'answered',
      title: words.answered,
      width: 190,
      cell: (row) => (row.answeredAt === null ? words.notAnswered : `${row.answeredByName ?? ''} ${format.shortTime(row.answeredAt)}`),
    },
  ]
}
