import './incidents.css'
import type { KeyboardEvent } from 'react'
import { Suspense, useRef, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { runningTime } from '#platform/web/format.ts'
import { useKeys } from '#platform/web/keys.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Done, Refusal, problemOf } from '#platform/web/refusal.tsx'
import { useNow } from '#platform/web/server-clock.ts'
import { useFieldKeys } from '#platform/web/use-field-keys.ts'
import { categoryOf } from '../domain/category.ts'
import { IntakeFields } from './intake-fields.tsx'
import { focusAfter } from './intake-focus.ts'
import { isUntouched, missingOf } from './intake-state.ts'
import type { IntakeAct } from './intake-state.ts'
import { intakeWords } from './intake-words.ts'
import { EvidenceDialog } from './lazy-dialogs.ts'
import { incidentWords } from './screen-words.ts'
import { SimilarHint } from './similar-hint.tsx'
import { useIntake } from './use-intake.ts'
import type { Intake, TakenCall } from './use-intake.ts'
import { useUnitOptions } from './use-unit-options.ts'

/** Taking a call: the whole entry by keyboard, one call after the other. */
export function IntakePage() {
  const words = useWords(incidentWords).intake
  const intake = useIntake()
  useSendKeys(intake)
  useFieldKeys(words.keys.field)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <CallTimer startedAt={intake.call.startedAt} />
      </header>
      <div className="two-columns intake">
        <section className="panel" aria-label={words.title} onKeyDownCapture={goOnByEnter}>
          <div className="panel-body">
            <IntakeFields intake={intake} />
          </div>
          <SimilarHint intake={intake} />
          <IntakeFoot intake={intake} />
        </section>
        <Recent taken={intake.taken} />
      </div>
      <p className="caption intake-keys">
        <kbd>Enter</kbd> {words.keys.next} <kbd>Shift Enter</kbd> {words.keys.newLine} <kbd>Alt 1–8</kbd> {words.keys.field} · {words.kept}
      </p>
    </div>
  )
}

function CallTimer({ startedAt }: { startedAt: Date | null }) {
  const words = useWords(incidentWords).intake
  const now = useNow(1_000)
  if (!startedAt) return <p className="muted">{words.waiting}</p>
  return (
    <p className="call-timer" role="timer">
      {words.running} <b>{runningTime(now.getTime() - startedAt.getTime())}</b>
    </p>
  )
}

/** Enter takes what is marked in a list and goes to the next field; in the text it does so too, with Shift it breaks the line. */
function goOnByEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, nativeEvent } = event
  if (event.key !== 'Enter' || nativeEvent.isComposing || event.shiftKey || event.ctrlKey || event.metaKey) return
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || !target.closest('[data-field-key], [data-organ]'))
    return
  event.preventDefault()
  if (target.getAttribute('aria-expanded') !== 'true') return focusAfter(target)
  // why: Enter on a list that offers nothing for what was typed must not leave the field and lose it.
  if (wouldLoseText(target)) return
  // why: the list takes the marked option first; leaving the field before that is rendered would undo it.
  setTimeout(() => focusAfter(target), 0)
}

/** Something was typed that stands for no option, in a field that keeps options alone. */
const wouldLoseText = (target: HTMLInputElement | HTMLTextAreaElement): boolean =>
  !target.hasAttribute('aria-activedescendant') && target.value !== '' && !target.hasAttribute('data-free-text')

function useSendKeys(intake: Intake): void {
  const words = useWords(incidentWords).intake
  const latest = useRef(intake)
  latest.current = intake
  const send = (act: IntakeAct) => () => {
    // why: a list takes a single match when it is left; only then is the draft complete.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setTimeout(() => void latest.current.send(act), 0)
  }
  useKeys([
    { keys: 'ctrl+enter', label: words.dispatch, run: send('dispatch') },
    { keys: 'ctrl+s', label: words.register, run: send('register') },
  ])
}

function IntakeFoot({ intake }: { intake: Intake }) {
  const words = useWords(incidentWords)
  const { call, pending, problem, cleared } = intake
  const missing = (act: IntakeAct) => missingOf(call.draft, act).map((field) => words.fields[field])
  const forDispatch = missing('dispatch')
  const stillMissing = (names: readonly string[]) => (names.length > 0 ? `${words.intake.missing} ${names.join(' · ')}` : undefined)
  const isRegistered = problemOf(problem)?.status === 409
  return (
    <div className="form-foot" data-intake-foot>
      {Boolean(problem) && (
        <div className="intake-refusal stack">
          <Refusal problem={problem} />
          {isRegistered && <PageLink to={`/staff/incidents/${call.id}`}>{words.intake.openRegistered}</PageLink>}
        </div>
      )}
      <Button
        kind="primary"
        keyShown="Ctrl Enter"
        pending={pending}
        reasonShownElsewhere
        disabledBecause={stillMissing(forDispatch)}
        onClick={() => void intake.send('dispatch')}
      >
        {words.intake.dispatch}
      </Button>
      <Button
        keyShown="Ctrl S"
        pending={pending}
        reasonShownElsewhere
        disabledBecause={stillMissing(missing('register'))}
        onClick={() => void intake.send('register')}
      >
        {words.intake.register}
      </Button>
      {cleared ? (
        <Button kind="link" onClick={intake.restore}>
          {words.intake.restore}
        </Button>
      ) : (
        !isUntouched(call.draft) && (
          <Button kind="link" onClick={intake.clear}>
            {words.intake.clear}
          </Button>
        )
      )}
      <p className="caption push-right" aria-live="polite">
        {words.intake.allThere} · {forDispatch.length > 0 ? stillMissing(forDispatch) : words.intake.ready}
      </p>
    </div>
  )
}

function Recent({ taken }: { taken: readonly TakenCall[] }) {
  const words = useWords(incidentWords)
  const language = useLanguage()
  const units = useUnitOptions()
  const unitName = (code: string) => units.find(({ value }) => value === code)?.label ?? code
  const [last] = taken
  return (
    <div className="stack">
      {last && (
        <Done
          key={last.id}
          title={last.unitCode ? words.intake.dispatched(last.number, unitName(last.unitCode)) : words.intake.registered(last.number)}
        >
          <PageLink to={`/staff/incidents/${last.id}`}>{words.intake.openLast}</PageLink>
          {last.source === 'counter' && <CounterEvidence incidentId={last.id} />}
        </Done>
      )}
      <Panel title={words.intake.recent} flush>
        {taken.length === 0 ? (
          <p className="panel-body muted">{words.intake.recentNone}</p>
        ) : (
          <ul className="recent-calls">
            {taken.map((call) => (
              <li key={call.id}>
                <PageLink to={`/staff/incidents/${call.id}`}>{call.number.slice(-6)}</PageLink> {categoryOf(call.category)?.[language]}
                <span className="caption"> {call.place}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  )
}

/** Who came to the counter may have brought something: it is listed before they leave. */
function CounterEvidence({ incidentId }: { incidentId: string }) {
  const words = useWords(intakeWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className="row">
        <Button size="small" onClick={() => setOpen(true)}>
          {words.evidence}
        </Button>
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <EvidenceDialog incident={{ id: incidentId }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
