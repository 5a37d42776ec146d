import { Suspense, lazy, useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { phone as phoneText } from '#platform/web/format.ts'
import { useWords } from '#platform/web/language.ts'
import { Panel } from '#platform/web/panel.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { unmaskParty } from '../contract.ts'
import type { CaseDetail } from '../contract.ts'
import { paperAddress } from '../parts.tsx'
import type { Party, PartyAct, PartyActProps } from './party-act.ts'
import { caseWords } from './screen-words.ts'

// why: the forms are asked for seldom, the page often.
const PartyDialog = lazy(async () => ({ default: (await import('./party-dialogs.tsx')).PartyDialog }))

interface Asked {
  readonly act: PartyAct
  readonly party: Party | null
}

/** What an act led to; the papers that can now be printed. */
interface Led {
  readonly act: PartyAct
  readonly receiptId?: string
  readonly noticeId?: string | null
}

/** Who reported, complained or was harmed, and what is done for them at the counter. */
export function Parties({ record }: { readonly record: CaseDetail }) {
  const words = useWords(caseWords)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [led, setLed] = useState<Led | null>(null)
  const { people } = words
  const done: PartyActProps['onDone'] = (papers) => {
    if (asked) setLed({ act: asked.act, ...papers })
    setAsked(null)
  }
  const add = record.can.addParty.length > 0 && (
    <Button kind="link" size="small" onClick={() => setAsked({ act: 'add', party: null })}>
      {people.add}
    </Button>
  )
  return (
    <Panel title={words.page.parties} count={record.parties.length} {...(add && { aside: add })}>
      {led && (
        <Done title={people.done[led.act]}>
          <span className="row wrap">
            {led.receiptId && <PaperLink caseId={record.id} paperId={led.receiptId} label={people.printReceipt} />}
            {led.noticeId && <PaperLink caseId={record.id} paperId={led.noticeId} label={people.printNotice} />}
          </span>
        </Done>
      )}
      <ul className="case-parties">
        {record.parties.map((party) => (
          <PartyLine key={party.id} record={record} party={party} onAct={(act) => setAsked({ act, party })} />
        ))}
      </ul>
      {asked && (
        <Suspense fallback={null}>
          <PartyDialog {...asked} record={record} onClose={() => setAsked(null)} onDone={done} />
        </Suspense>
      )}
    </Panel>
  )
}

const PaperLink = ({ caseId, paperId, label }: { caseId: string; paperId: string; label: string }) => (
  <a href={paperAddress(caseId, paperId)} target="_blank" rel="noreferrer">
    {label}
  </a>
)

/** What may be done for this party now, in the order in which it is asked for. */
const actsFor = ({ can, isIdentitySecret, isNoticeDue }: Party): readonly Exclude<PartyAct, 'add'>[] => [
  ...(isNoticeDue ? (['serve'] as const) : []),
  ...(can.change ? (['phone', 'reissue', isIdentitySecret ? 'open' : 'secret'] as const) : []),
]

interface PartyLineProps {
  readonly record: CaseDetail
  readonly party: Party
  readonly onAct: (act: Exclude<PartyAct, 'add'>) => void
}

/** Masked until it is asked for, and the asking is written down. */
function PartyLine({ record, party, onAct }: PartyLineProps) {
  const words = useWords(caseWords)
  const { people } = words
  const { run, pending, problem } = useAct(unmaskParty)
  const [full, setFull] = useState<{ name: string; phone: string | null; landline: string | null } | null>(null)
  const shown = full ? { ...full, phone: full.phone && phoneText(full.phone) } : party
  const role = people.roleIn(party.role, record.kind)
  const isHidden = party.name === null
  const show = async () => {
    const told = await run({ caseId: record.id, partyId: party.id })
    if (told) setFull(told)
  }
  return (
    <li>
      <p className="row wrap">
        <span className="plain-label">{role}</span>
        {party.isIdentitySecret && <span className="plain-label">{people.identitySecret}</span>}
        {!isHidden && (
          <span>
            {shown.name} {shown.phone ?? <span className="muted">{people.codeOnly}</span>}
          </span>
        )}
      </p>
      {shown.landline && <p className="caption">{people.landline(shown.landline)}</p>}
      <p className="row wrap">
        {full && <span className="caption">{words.page.shown}</span>}
        {!full && party.can.unmask && (
          <Button kind="link" size="small" pending={pending} label={`${words.page.show} ${party.name}`} onClick={() => void show()}>
            {words.page.show}
          </Button>
        )}
        {actsFor(party).map((act) => (
          <Button key={act} kind="link" size="small" label={`${people.acts[act]} ${party.name ?? role}`} onClick={() => onAct(act)}>
            {people.acts[act]}
          </Button>
        ))}
      </p>
      <Refusal problem={problem} />
    </li>
  )
}
