import './incidents.css'
import { Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { classes } from '#platform/web/classes.ts'
import { numberParts } from '#platform/web/format.ts'
import { useKeptSetting } from '#platform/web/kept-setting.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { PageState, Told } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { StateChip } from '#platform/web/state-chip.tsx'
import { useHeldRows } from '#platform/web/use-list.ts'
import { signIncident, unitDuties } from '../contract.ts'
import type { DutyCard, IncidentCard } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { dutySound, useSoundBlocked } from './duty-sound.ts'
import { FileCaseDialog, FiledNotice } from './file-case-dialog.tsx'
import type { Filed } from './file-case-dialog.tsx'
import { Standing } from './incident-marks.tsx'
import { DispatchDialog } from './lazy-dialogs.ts'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'

/** Counted only where there are some. */
const seldom: readonly string[] = ['awaitsRefusal', 'awaitsHandOver']

const idOf = ({ id }: IncidentCard) => id

/** The incidents of my units on my day: what nobody signed for, what is under way, what waits to be filed. */
export function DutiesPanel() {
  const words = useWords(incidentWords).duties
  const answer = useAnswer(unitDuties, {})
  const blocked = useSoundBlocked()
  const { data } = answer
  const [filed, setFiled] = useState<Filed | null>(null)
  const [pointed, setPointed] = useState(false)
  const page = data && { rows: data.rows, next: null, count: data.rows.length, more: false }
  const present = new Set(data?.rows.map(idOf))
  const held = useHeldRows({ data: page, isPlaceholderData: false }, '', idOf, pointed)
  return (
    <Panel title={words.title} flush aside={<PanelAside />}>
      <PageState answer={answer}>
        {(duties) => (
          <div onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
            <div className="panel-body row wrap">
              {(['unsigned', 'underWay', 'awaitsFiling', 'awaitsRefusal', 'awaitsHandOver'] as const)
                .filter((count) => !seldom.includes(count) || duties[count] > 0)
                .map((count) => (
                  <span key={count}>
                    {words.counts[count]}{' '}
                    <b className={count === 'unsigned' && duties.unsigned > 0 ? 'tone-urgent' : undefined}>{duties[count]}</b>
                  </span>
                ))}
              {blocked && <span className="caption">{words.soundBlocked}</span>}
              {held.waiting > 0 && (
                <span className="push-right" role="status">
                  <Button size="small" onClick={held.show}>
                    {words.updates(held.waiting)}
                  </Button>
                </span>
              )}
            </div>
            {filed && <FiledNotice filed={filed} />}
            {held.page && held.page.rows.length > 0 ? (
              <ul className="duty-list">
                {held.page.rows.map((card) => (
                  <Duty key={card.id} card={card} isGone={!present.has(card.id)} onFiled={setFiled} />
                ))}
              </ul>
            ) : (
              <Told title={words.empty} why={words.emptyWhy} />
            )}
          </div>
        )}
      </PageState>
    </Panel>
  )
}

function PanelAside() {
  const words = useWords(incidentWords).duties
  const sound = useKeptSetting(dutySound)
  return (
    <>
      <Button kind="link" size="small" onClick={() => dutySound.write(sound === 'on' ? 'off' : 'on')}>
        {sound === 'on' ? words.soundOn : words.soundOff}
      </Button>
      <PageLink to="/staff/incidents">{words.all}</PageLink>
    </>
  )
}

interface DutyProps {
  readonly card: DutyCard
  readonly onFiled: (filed: Filed) => void
}

/** `isGone`: done meanwhile; it keeps its place only until the pointer leaves the rows. */
function Duty({ card, isGone, onFiled }: DutyProps & { isGone: boolean }) {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const language = useLanguage()
  return (
    <li className={classes(card.response.level === 'overdue' && 'is-overdue', isGone && 'is-gone')}>
      <StateChip state={card.response.level} />
      <div className="duty-place">
        <PageLink to={`/staff/incidents/${card.id}`}>
          {categoryOf(card.category)?.[language] ?? card.category} · {card.place}
        </PageLink>
        <p className="caption">
          {numberParts(card.number).serial} · {words.gradeName(card.grade)} · {card.unitName}
          {card.holderName && ` · ${card.holderName}`}
          {card.isAssisting && ` · ${sending.assist}`}
          {card.handOns > 0 && ` · ${sending.handOnsMark(card.handOns)}`}
        </p>
      </div>
      {isGone ? <span className="muted">{words.duties.gone}</span> : <Standing card={card} />}
      <div className="duty-act">{!isGone && <DutyAct card={card} onFiled={onFiled} />}</div>
    </li>
  )
}

/** The next act, where it can be done from here; what needs the whole incident opens it. */
function DutyAct({ card, onFiled }: DutyProps): ReactNode {
  const words = useWords(incidentWords)
  const me = useMe()
  const { awaited } = card.response
  if (awaited === 'signature' && iHold(me, 'officer', 'unit-head')) return <SignAct card={card} />
  if (awaited === 'dispatch' && iHold(me, 'dispatcher')) return <DispatchAct card={card} />
  if (awaited === 'filing') return <FileAct card={card} onFiled={onFiled} />
  return (
    <PageLink className="button" to={`/staff/incidents/${card.id}`}>
      {words.duties.open}
    </PageLink>
  )
}

function SignAct({ card }: { card: IncidentCard }) {
  const words = useWords(incidentWords).acts
  const { run, pending, problem } = useAct(signIncident)
  return (
    <span className="stack">
      <Button kind="primary" pending={pending} onClick={() => void run({ incidentId: card.id })}>
        {words.sign}
      </Button>
      <Refusal problem={problem} />
    </span>
  )
}

function DispatchAct({ card }: { card: IncidentCard }) {
  const words = useWords(incidentWords).acts
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {words.dispatch}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <DispatchDialog incident={card} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function FileAct({ card, onFiled }: DutyProps) {
  const words = useWords(incidentWords).acts
  const [isOpen, setOpen] = useState(false)
  const done = (filed: Filed) => {
    setOpen(false)
    onFiled(filed)
  }
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {words['file-case']}
      </Button>
      {isOpen && <FileCaseDialog incidentId={card.id} onClose={() => setOpen(false)} onDone={done} />}
    </>
  )
}
