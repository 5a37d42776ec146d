import './balance.css'
import { addDays, day } from '#kernel/beijing-time.ts'
import { useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { classes } from '#platform/web/classes.ts'
import { RecordNumber } from '#platform/web/detail-page.tsx'
import { useWords } from '#platform/web/language.ts'
import { PageLink, useChangeSearch, useSearch } from '#platform/web/navigation.tsx'
import { PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { readBalance } from '../contract.ts'
import type { DayBalance as Balance } from '../contract.ts'
import type { BalancePart } from '../domain/balance.ts'
import { openParts } from '../domain/balance.ts'
import { dispositions } from '../domain/incident-state.ts'
import { balanceEn } from '../words/balance-en.ts'
import { balanceZh } from '../words/balance-zh.ts'
import { incidentWords } from './screen-words.ts'

const balanceWords = { zh: balanceZh, en: balanceEn }
const shownParts: readonly BalancePart[] = [...openParts, ...dispositions, 'merged']

/** What was received on one day against where it stands now. */
export function BalancePage() {
  const words = useWords(balanceWords)
  const { day: chosen } = useSearch()
  const answer = useAnswer(readBalance, { day: chosen }, { everyMs: 30_000, keepPrevious: true })
  return (
    <div className="page stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        {answer.data && <DayChoice balance={answer.data} />}
      </header>
      <p className="caption">
        {words.explain} {words.onlyVisible}
      </p>
      <PageState answer={answer} wholePage>
        {(balance) => (
          <>
            <Verdict balance={balance} />
            {balance.units.length > 0 && <PartsTable balance={balance} />}
            {balance.faultCount > 0 && <Faults balance={balance} />}
          </>
        )}
      </PageState>
    </div>
  )
}

function DayChoice({ balance }: { balance: Balance }) {
  const words = useWords(balanceWords)
  const change = useChangeSearch()
  const show = (next: string) => change({ day: next === balance.today ? '' : next })
  const shown = day(balance.day)
  return (
    <div className="row wrap push-right balance-day">
      <Button size="small" onClick={() => show(addDays(shown, -1))}>
        {words.previousDay}
      </Button>
      <input
        type="date"
        className="input"
        aria-label={words.chooseDay}
        value={balance.day}
        max={balance.today}
        onChange={(event) => event.target.value && show(event.target.value)}
      />
      {balance.day < balance.today && (
        <Button size="small" onClick={() => show(addDays(shown, 1))}>
          {words.nextDay}
        </Button>
      )}
      <Button size="small" onClick={() => globalThis.print()}>
        {words.print}
      </Button>
    </div>
  )
}

/** Two sides and their difference, and in one sentence whether they hold. */
function Verdict({ balance }: { balance: Balance }) {
  const words = useWords(balanceWords)
  const broken = Math.max(balance.faultCount + (balance.difference === 0 ? 0 : 1), balance.misplaced, 1)
  const sentence = balance.isBalanced ? (balance.received === 0 ? words.nothing : words.holds(balance.received)) : words.broken(broken)
  const figures = [
    { label: words.received, value: balance.received },
    { label: words.sum, value: balance.sum },
    { label: words.difference, value: balance.difference, isWrong: balance.difference !== 0 },
  ]
  return (
    <section className={classes('panel', 'balance-verdict', !balance.isBalanced && 'is-broken')} aria-label={words.title}>
      <div role="status">
        <h2>
          <span aria-hidden="true" className="balance-mark">
            {balance.isBalanced ? '✓' : '✕'}
          </span>
          {balance.day} {sentence}
        </h2>
      </div>
      <dl className="balance-figures">
        {figures.map(({ label, value, isWrong }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={isWrong ? 'tone-overdue' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="caption">
        {words.numbers(balance.numbers.month, balance.numbers.given, balance.numbers.found)}
        {balance.waitingTooLong > 0 && <span className="tone-urgent"> · {words.waiting(balance.waitingTooLong)}</span>}
      </p>
    </section>
  )
}

function usePartName(): (part: BalancePart) => string {
  const words = useWords(incidentWords)
  return (part) => (part in words.states ? words.states[part as keyof typeof words.states] : words.dispositions[part as never])
}

/** Units against parts; what is zero is shown faint, so that the eye finds what is there. */
function PartsTable({ balance }: { balance: Balance }) {
  const words = useWords(balanceWords)
  const nameOf = usePartName()
  const rows = [...balance.units, { unitCode: '', unitName: words.total, counts: balance.totals, sum: balance.sum }]
  return (
    <Panel flush>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={words.title}>
        <table className="plain-table balance-table">
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              {shownParts.map((part) => (
                <th key={part} scope="col" className="number">
                  {nameOf(part)}
                </th>
              ))}
              <th scope="col" className="number">
                {words.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unitCode} className={row.unitCode === '' ? 'balance-total' : undefined}>
                <th scope="row">{row.unitName}</th>
                {shownParts.map((part) => (
                  <td key={part} className={classes('number', row.counts[part] === 0 && 'muted')}>
                    {row.counts[part] === 0 ? (
                      0
                    ) : (
                      <PartLink balance={balance} part={part} unitCode={row.unitCode} count={row.counts[part]} />
                    )}
                  </td>
                ))}
                <td className="number strong">{row.sum}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

interface PartOfDay {
  readonly balance: Balance
  readonly part: BalancePart
  readonly unitCode: string
  readonly count: number
}

/** Leads to the very incidents that were counted. */
function PartLink({ balance: { day: of }, part, unitCode, count }: PartOfDay) {
  const words = useWords(balanceWords)
  const nameOf = usePartName()
  const isOutcome = dispositions.some((one) => one === part)
  const search = new URLSearchParams({
    view: 'all',
    from: of,
    to: of,
    ...(unitCode && { unit: unitCode }),
    ...(isOutcome ? { disposition: part, state: 'disposed' } : { state: part }),
  })
  return (
    <PageLink to={`/staff/incidents?${search.toString()}`} label={`${words.openList} ${nameOf(part)} ${count}`}>
      {count}
    </PageLink>
  )
}

function Faults({ balance }: { balance: Balance }) {
  const words = useWords(balanceWords)
  return (
    <Panel title={<span className="tone-overdue">{words.faultsTitle}</span>} count={balance.faultCount} flush>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.faultNumber}</th>
            <th scope="col">{words.faultWhy}</th>
          </tr>
        </thead>
        <tbody>
          {balance.faults.map(({ incidentId, number, kind }) => (
            <tr key={`${number}${kind}`}>
              <td>
                {incidentId ? (
                  <PageLink to={`/staff/incidents/${incidentId}`}>
                    <RecordNumber number={number} />
                  </PageLink>
                ) : (
                  <RecordNumber number={number} />
                )}
              </td>
              <td>{words.faults[kind]}</td>
            </tr>
          ))}
          {balance.faultCount > balance.faults.length && (
            <tr>
              <td colSpan={2}>{words.moreFaults(balance.faultCount - balance.faults.length)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Panel>
  )
}
