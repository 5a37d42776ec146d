import './incidents.css'
import { classes } from '#platform/web/classes.ts'
import { duration } from '#platform/web/format.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { useNow } from '#platform/web/server-clock.ts'
import type { IncidentCard } from '../contract.ts'
import type { Grade, IncidentState } from '../domain/incident-state.ts'
import { courseIndex } from './incident-times.ts'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'

const shownSteps = ['dispatched', 'signed', 'arrived', 'disposed'] as const

/** 派 签 到 结: how far it has come, at a glance. */
export function Progress({ state }: { state: IncidentState }) {
  const words = useWords(incidentWords)
  const reached = courseIndex(state)
  return (
    <span className="progress" role="img" aria-label={words.progressName(words.states[state])}>
      {shownSteps.map((step) => (
        <span key={step} aria-hidden="true" className={classes('progress-step', courseIndex(step) <= reached && 'is-done')}>
          {words.progress[step]}
        </span>
      ))}
    </span>
  )
}

/** I to IV; the two that mean danger are filled. */
export function GradePlate({ grade }: { grade: Grade }) {
  const words = useWords(incidentWords)
  return <span className={`grade-plate grade-${grade}`}>{words.gradeName(grade)}</span>
}

/** The unit that leads, how many assist it, and how often the incident was handed on. */
export function UnitCell({ card }: { card: Pick<IncidentCard, 'unitName' | 'assists' | 'handOns'> }) {
  const words = useWords(sendingWords)
  const marks = [card.assists > 0 && words.assistsMark(card.assists), card.handOns > 0 && words.handOnsMark(card.handOns)]
  const shown = marks.filter((mark) => mark !== false)
  if (shown.length === 0) return card.unitName
  return (
    <>
      {card.unitName} <span className="caption">{shown.join(' · ')}</span>
    </>
  )
}

const secondsMatter = (awaited: IncidentCard['response']['awaited']) => awaited === 'dispatch' || awaited === 'signature'

/** What it waits for and for how long, else how it ended. */
export function Standing({ card }: { card: Pick<IncidentCard, 'response' | 'disposition'> }) {
  const words = useWords(incidentWords)
  const language = useLanguage()
  const { awaited, since, level } = card.response
  const now = useNow(secondsMatter(awaited) ? 1_000 : 30_000)
  if (!awaited) return card.disposition ? words.dispositions[card.disposition] : words.none
  const text = words.standing[awaited](duration(now.getTime() - Date.parse(since), language))
  return <span className={level === 'normal' ? undefined : `tone-${level}`}>{text}</span>
}
