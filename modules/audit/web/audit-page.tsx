import { inBeijing } from '#kernel/beijing-time.ts'
import { useRoleNames } from '#modules/accounts/parts.tsx'
import { useWords } from '#platform/web/language.ts'
import { ListPage, type ListQuestion } from '#platform/web/list-page.tsx'
import { PageLink, useSearch } from '#platform/web/navigation.tsx'
import { Facts } from '#platform/web/panel.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { dayChoices, listAudit, outcomeKinds, type TrailEntry } from '../contract.ts'
import { OutcomeMark } from './outcome-mark.tsx'
import { actOf, rolesOf, subjectOf, whoOf } from './say-entry.ts'
import { trailPath } from './trail-path.ts'
import { auditWords } from './words.ts'

const fewEntriesMs = 15_000

function questionOf({ filters, after, limit }: ListQuestion) {
  const { subject, officerId, policeNumber, subjectKind, action, outcome, days } = filters
  const kind = outcomeKinds.find((one) => one === outcome)
  return { subject, officerId, policeNumber, subjectKind, action, outcome: kind, days, after, limit }
}

const optionsOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** Who did, read or was refused what, in the units that one supervises. */
export function AuditPage() {
  const words = useWords(auditWords)
  const format = useFormat()
  const { officerId } = useSearch()
  const { filters: labels } = words
  const person = officerId ? [{ value: officerId, label: labels.chosenPerson }] : []
  return (
    <ListPage
      title={words.title}
      endpoint={listAudit}
      input={questionOf}
      everyMs={fewEntriesMs}
      idOf={(entry) => entry.id}
      views={[
        { id: 'week', label: words.views.week, filters: { days: '7' } },
        { id: 'refused', label: words.views.refused, filters: { days: '30', outcome: 'refused' } },
      ]}
      filters={[
        {
          kind: 'choice',
          name: 'days',
          label: labels.days,
          options: dayChoices.map((days) => ({ value: String(days), label: labels.dayNames[days] ?? '' })),
        },
        { kind: 'choice', name: 'subjectKind', label: labels.kind, options: optionsOf(words.subjectKinds) },
        { kind: 'choice', name: 'action', label: labels.action, options: optionsOf(words.actions) },
        {
          kind: 'choice',
          name: 'outcome',
          label: labels.outcome,
          options: outcomeKinds.map((kind) => ({ value: kind, label: words.outcomes[kind] })),
        },
        ...(person.length > 0 ? [{ kind: 'choice' as const, name: 'officerId', label: labels.person, options: person }] : []),
        { kind: 'text', name: 'policeNumber', label: labels.policeNumber },
        { kind: 'text', name: 'subject', label: labels.reference },
      ]}
      columns={[
        { id: 'time', title: words.time, width: 120, card: 'head', cell: (entry) => format.shortTime(entry.at) },
        { id: 'outcome', title: words.outcome, width: 84, card: 'head', cell: (entry) => <OutcomeMark entry={entry} /> },
        { id: 'who', title: words.who, width: 130, cell: (entry) => whoOf(entry, words) },
        { id: 'did', title: words.did, opens: true, cell: (entry) => actOf(entry, words) },
        { id: 'subject', title: words.subject, width: 150, cell: (entry) => subjectOf(entry, words) },
        { id: 'unit', title: words.unit, width: 120, drop: 1, cell: (entry) => entry.unitName },
      ]}
      drawer={{ title: (entry) => actOf(entry, words), body: (entry) => <EntryParts entry={entry} /> }}
      empty={{ title: words.none, why: words.explain }}
    />
  )
}

function exportFacts({ exported }: TrailEntry, { exported: words }: (typeof auditWords)['zh']) {
  if (!exported) return []
  const filter = Object.entries(exported.filter).map(([name, value]) => `${name}=${value}`)
  return [
    { label: words.file, value: words.rows(exported.rowCount, exported.isUnmasked) },
    { label: words.filter, value: filter.join(' · ') || words.noFilter },
    exported.reason !== null && { label: words.reason, value: exported.reason },
  ]
}

function EntryParts({ entry }: { entry: TrailEntry }) {
  const words = useWords(auditWords)
  const names = useRoleNames()
  return (
    <div className="stack">
      <Facts
        facts={[
          { label: words.time, value: <time dateTime={entry.at}>{inBeijing(new Date(entry.at)).slice(0, 19).replace('T', ' ')}</time> },
          { label: words.who, value: whoOf(entry, words) },
          entry.actorUnitName !== null && { label: words.theirUnit, value: entry.actorUnitName },
          entry.actorRoles.length > 0 && { label: words.roles, value: rolesOf(entry, names, words) },
          { label: words.did, value: actOf(entry, words) },
          { label: words.outcome, value: <OutcomeMark entry={entry} /> },
          entry.outcomeKind === 'refused' && { label: words.refusalCode, value: <code>{entry.outcome}</code> },
          entry.subject !== null && { label: words.reference, value: <code>{entry.subject}</code> },
          ...exportFacts(entry, words),
          { label: words.unit, value: entry.unitName },
          { label: words.place, value: <code>{entry.id}</code> },
        ]}
      />
      <div className="row wrap">
        {entry.subject !== null && <PageLink to={trailPath({ subject: entry.subject })}>{words.onlySubject}</PageLink>}
        {entry.actorKind === 'officer' && <PageLink to={trailPath({ officerId: entry.actorId })}>{words.onlyPerson}</PageLink>}
      </div>
    </div>
  )
}
