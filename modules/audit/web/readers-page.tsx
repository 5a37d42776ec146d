import { useWords } from '#platform/web/language.ts'
import { ListPage, type ListQuestion } from '#platform/web/list-page.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { dayChoices, listReaders, type Reader } from '../contract.ts'
import { lookedPath, trailPath } from './trail-path.ts'
import { auditWords } from './words.ts'

const everyMs = 30_000

const questionOf = ({ filters: { number, subject, days } }: ListQuestion) => ({ number, subject, days })

/** Who looked at one case or incident. */
export function ReadersPage() {
  const words = useWords(auditWords)
  const format = useFormat()
  const { looks, filters } = words
  const nameOf = ({ actorKind, id, name }: Reader) =>
    actorKind === 'party' ? words.party : actorKind === 'job' ? words.job(id) : (name ?? id)
  return (
    <ListPage
      title={looks.readers}
      endpoint={listReaders}
      input={questionOf}
      everyMs={everyMs}
      idOf={(reader) => reader.id}
      filters={[
        { kind: 'text', name: 'number', label: looks.number },
        { kind: 'text', name: 'subject', label: filters.reference },
        {
          kind: 'choice',
          name: 'days',
          label: filters.days,
          options: dayChoices.map((days) => ({ value: String(days), label: filters.dayNames[days] ?? '' })),
        },
      ]}
      columns={[
        {
          id: 'who',
          title: words.who,
          width: 150,
          card: 'head',
          cell: (reader) =>
            reader.actorKind === 'officer' ? <PageLink to={lookedPath(reader.id)}>{nameOf(reader)}</PageLink> : nameOf(reader),
        },
        { id: 'unit', title: looks.unit, width: 150, drop: 2, cell: (reader) => reader.unitName ?? '' },
        { id: 'times', title: looks.times, width: 72, align: 'right', cell: (reader) => reader.times },
        { id: 'first', title: looks.first, width: 120, drop: 1, cell: (reader) => format.shortTime(reader.firstAt) },
        { id: 'last', title: looks.last, width: 120, cell: (reader) => format.shortTime(reader.lastAt) },
        { id: 'how', title: looks.how, cell: (reader) => reader.actions.map((act) => words.actions[act] ?? act).join(' · ') },
        {
          id: 'entries',
          title: looks.entries,
          width: 72,
          cell: (reader) => reader.actorKind === 'officer' && <PageLink to={trailPath({ officerId: reader.id })}>{looks.entries}</PageLink>,
        },
      ]}
      empty={{ title: looks.none, why: looks.readersExplain }}
    />
  )
}
