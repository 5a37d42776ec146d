import { StatutoryClock } from '#modules/deadlines/parts.tsx'
import { Icon } from '#platform/web/icon.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Facts, Panel } from '#platform/web/panel.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import type { CaseDetail } from '../contract.ts'
import { causeInFull } from '../domain/cause.ts'
import { noticeServiceRule } from '../domain/stage.ts'
import { paperAddress } from '../parts.tsx'
import { FactChanges, ReviewChange } from './record-panels.tsx'
import { caseWords } from './screen-words.ts'

type Paper = CaseDetail['papers'][number]

interface Shown {
  readonly record: CaseDetail
}

/** What the case is about and where it came from. */
export function CaseFacts({ record }: Shown) {
  const words = useWords(caseWords)
  const language = useLanguage()
  const format = useFormat()
  const { page } = words
  return (
    <Panel title={page.facts}>
      <Facts
        facts={[
          { label: page.kind, value: words.kinds[record.kind] },
          { label: page.causeLabel, value: causeInFull(record, language) },
          { label: page.unit, value: record.unitName },
          { label: page.reportedAt, value: format.shortTime(record.reportedAt) },
          { label: page.openedAt, value: format.shortTime(record.openedAt) },
          record.outcome !== null && { label: page.outcome, value: words.outcomes[record.outcome] },
          record.incidentId !== null &&
            record.incidentNumber !== null && {
              label: page.incident,
              value: <PageLink to={`/staff/incidents/${record.incidentId}`}>{record.incidentNumber}</PageLink>,
            },
          { label: page.sensitivity, value: words.sensitivities[record.sensitivity] },
          record.secrecy === 'secret' && { label: page.secrecy, value: words.secrecies.secret },
        ]}
      />
      <FactChanges record={record} />
    </Panel>
  )
}

/** The papers of the case, each as it was printed. */
export function Papers({ record }: Shown) {
  const words = useWords(caseWords)
  const format = useFormat()
  const { people } = words
  // why: with one party it is plain whose paper it is.
  const whose = ({ partyId }: Paper): string => {
    const party = record.parties.length > 1 && record.parties.find(({ id }) => id === partyId)
    return party ? people.roleIn(party.role, record.kind) : ''
  }
  const paperStanding = ({ form, reissueNumber, isVoid, isWithheld, served, partyId }: Paper): string[] => {
    const isOwed = record.clocks.some(
      ({ rule, subject, metAt }) => rule === noticeServiceRule && subject.endsWith(`/${partyId}`) && metAt === null,
    )
    return [
      ...(reissueNumber > 0 ? [people.reissued(reissueNumber)] : []),
      ...(isVoid ? [people.isVoid] : []),
      ...(isWithheld ? [people.withheld] : []),
      ...(served ? [people.service.done(format.shortTime(served.at), people.serviceWays[served.way], served.byName)] : []),
      ...(form === 'no-filing-notice' && isOwed ? [people.service.notYet] : []),
    ]
  }
  return (
    <Panel title={words.page.papers} count={record.papers.length}>
      {record.papers.length === 0 ? (
        <p className="muted">{words.page.noPapers}</p>
      ) : (
        <ul className="stack">
          {record.papers.map((paper) => (
            <li key={paper.id}>
              {record.can.readPapers && !paper.isWithheld ? (
                <a href={paperAddress(record.id, paper.id)} target="_blank" rel="noreferrer">
                  <Icon name="paper" /> {words.forms[paper.form]}
                  <span className="unseen"> {words.page.openPaper}</span>
                </a>
              ) : (
                words.forms[paper.form]
              )}{' '}
              <span className="caption">{whose(paper)}</span>
              <p className="caption">{[paper.paperNumber, format.shortTime(paper.issuedAt), ...paperStanding(paper)].join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** Every limit of the law that ran or runs in this case; each shows its sum. */
export function Clocks({ record }: Shown) {
  const words = useWords(caseWords)
  if (record.clocks.length === 0) return null
  const owedTo = ({ subject }: CaseDetail['clocks'][number]): string => {
    const party = record.parties.find(({ id }) => subject.endsWith(`/${id}`))
    return party ? `${words.people.roleIn(party.role, record.kind)} ${party.name ?? words.people.secretName}` : ''
  }
  return (
    <Panel title={words.page.clocks} count={record.clocks.length} aside={<ReviewChange record={record} />}>
      <ul className="stack case-clocks">
        {record.clocks.map((clock) => (
          <li key={`${clock.rule} ${clock.subject}`}>
            <p>
              {words.clockNames[clock.rule] ?? clock.rule} <span className="caption">{owedTo(clock)}</span>
            </p>
            <StatutoryClock subject={clock.subject} clock={clock} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
