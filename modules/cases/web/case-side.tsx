import { useState } from 'react'
import { StatutoryClock } from '#modules/deadlines/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { phone } from '#platform/web/format.ts'
import { Icon } from '#platform/web/icon.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Facts, Panel } from '#platform/web/panel.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { unmaskParty } from '../contract.ts'
import type { CaseDetail } from '../contract.ts'
import { causeInFull } from '../domain/cause.ts'
import { paperAddress } from '../parts.tsx'
import { FactChanges, ReviewChange } from './record-panels.tsx'
import { caseWords } from './screen-words.ts'

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

/** Who reported or was harmed; masked until it is asked for, and the asking is written down. */
export function Parties({ record }: Shown) {
  const words = useWords(caseWords).page
  return (
    <Panel title={words.parties} count={record.parties.length}>
      <ul className="stack">
        {record.parties.map((party) => (
          <PartyLine key={party.id} caseId={record.id} party={party} mayUnmask={record.can.unmask} />
        ))}
      </ul>
    </Panel>
  )
}

interface PartyLineProps {
  readonly caseId: string
  readonly party: CaseDetail['parties'][number]
  readonly mayUnmask: boolean
}

function PartyLine({ caseId, party, mayUnmask }: PartyLineProps) {
  const words = useWords(caseWords)
  const { run, pending, problem } = useAct(unmaskParty)
  const [full, setFull] = useState<{ name: string; phone: string | null } | null>(null)
  const shown = full ? { name: full.name, phone: full.phone && phone(full.phone) } : party
  const show = async () => {
    const told = await run({ caseId, partyId: party.id })
    if (told) setFull(told)
  }
  return (
    <li>
      <span className="row wrap">
        <span className="plain-label">{words.partyRoles[party.role]}</span>
        <span>
          {shown.name} {shown.phone ?? <span className="muted">{words.page.noPhone}</span>}
        </span>
        {full && <span className="caption">{words.page.shown}</span>}
        {!full && mayUnmask && (
          <Button kind="link" size="small" pending={pending} label={`${words.page.show} ${party.name}`} onClick={() => void show()}>
            {words.page.show}
          </Button>
        )}
      </span>
      <Refusal problem={problem} />
    </li>
  )
}

/** The papers of the case, each as it was printed. */
export function Papers({ record }: Shown) {
  const words = useWords(caseWords)
  const format = useFormat()
  return (
    <Panel title={words.page.papers} count={record.papers.length}>
      {record.papers.length === 0 ? (
        <p className="muted">{words.page.noPapers}</p>
      ) : (
        <ul className="stack">
          {record.papers.map((paper) => (
            <li key={paper.id}>
              {record.can.readPapers ? (
                <a href={paperAddress(record.id, paper.id)} target="_blank" rel="noreferrer">
                  <Icon name="paper" /> {words.forms[paper.form]}
                  <span className="unseen"> {words.page.openPaper}</span>
                </a>
              ) : (
                words.forms[paper.form]
              )}
              <p className="caption">
                {paper.paperNumber} · {format.shortTime(paper.issuedAt)}
              </p>
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
  return (
    <Panel title={words.page.clocks} count={record.clocks.length} aside={<ReviewChange record={record} />}>
      <ul className="stack case-clocks">
        {record.clocks.map((clock) => (
          <li key={`${clock.rule} ${clock.startedAt}`}>
            <p>{words.clockNames[clock.rule] ?? clock.rule}</p>
            <StatutoryClock subject={`case:${record.id}`} clock={clock} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
