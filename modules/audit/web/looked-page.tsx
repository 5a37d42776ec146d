import { useWords } from '#platform/web/language.ts'
import { ListPage, type ListQuestion } from '#platform/web/list-page.tsx'
import { PageLink, useSearch } from '#platform/web/navigation.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { dayChoices, listLooked, type Looked } from '../contract.ts'
import { readersPath, trailPath } from './trail-path.ts'
import { auditWords } from './words.ts'

const everyMs = 30_000

const questionOf = ({ filters: { policeNumber, officerId, days } }: ListQuestion) => ({ policeNumber, officerId, days })

/** What one officer looked at. */
export function LookedPage() {
  const words = useWords(auditWords)
  const format = useFormat()
  const { looks, filters, subjectKinds } = words
  const { officerId } = useSearch()
  const nameOf = ({ kind, number, id }: Looked) => `${subjectKinds[kind] ?? kind} ${number ?? id.slice(-6)}`
  return (
    <ListPage
      title={looks.looked}
      endpoint={listLooked}
      input={questionOf}
      everyMs={everyMs}
      idOf={(looked) => looked.id}
      filters={[
        { kind: 'text', name: 'policeNumber', label: filters.policeNumber },
        ...(officerId
          ? [
              {
                kind: 'choice' as const,
                name: 'officerId',
                label: filters.person,
                options: [{ value: officerId, label: filters.chosenPerson }],
              },
            ]
          : []),
        {
          kind: 'choice',
          name: 'days',
          label: filters.days,
          options: dayChoices.map((days) => ({ value: String(days), label: filters.dayNames[days] ?? '' })),
        },
      ]}
      columns={[
        {
          id: 'subject',
          title: words.subject,
          width: 270,
          card: 'head',
          cell: (looked) => <PageLink to={readersPath(looked.id)}>{nameOf(looked)}</PageLink>,
        },
        { id: 'times', title: looks.times, width: 72, align: 'right', cell: (looked) => looked.times },
        { id: 'first', title: looks.first, width: 120, drop: 1, cell: (looked) => format.shortTime(looked.firstAt) },
        { id: 'last', title: looks.last, width: 120, cell: (looked) => format.shortTime(looked.lastAt) },
        { id: 'how', title: looks.how, cell: (looked) => looked.actions.map((act) => words.actions[act] ?? act).join(' · ') },
        {
          id: 'entries',
          title: looks.entries,
          width: 72,
          cell: (looked) => <PageLink to={trailPath({ subject: looked.id })}>{looks.entries}</PageLink>,
        },
      ]}
      empty={{ title: looks.none, why: looks.lookedExplain }}
    />
  )
}
