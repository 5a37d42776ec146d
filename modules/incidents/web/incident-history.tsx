import { useCauseInFull } from '#modules/cases/parts.tsx'
import { clockSeconds } from '#platform/web/format.ts'
import { useWords } from '#platform/web/language.ts'
import { TimeLine } from '#platform/web/time-line.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import type { IncidentDetail } from '../contract.ts'
import { fourTimes } from './incident-times.ts'
import { relatedWords } from './related-words.ts'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'

interface Shown {
  readonly incident: IncidentDetail
}

/** 派警 签收 到场 处置, each with the time it took. */
export function FourTimes({ incident }: Shown) {
  const words = useWords(incidentWords).page
  const format = useFormat()
  return (
    <ol className="four-times">
      {fourTimes(incident).map(({ step, at, afterMs }) => (
        <li key={step}>
          <span className="caption">{words.times[step]}</span>
          <b>{at ? clockSeconds(at) : '—'}</b>
          <span className="caption">{afterMs !== null && words.afterPrevious(format.duration(afterMs))}</span>
        </li>
      ))}
    </ol>
  )
}

type StepTaken = IncidentDetail['history'][number]

function useSentence(incident: IncidentDetail): (taken: StepTaken) => string {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const { page } = words
  const relatedSentence = useRelatedSentence()
  const correctionLine = ({ replaced, disposition }: StepTaken) =>
    replaced && disposition
      ? sending.correct.line(words.dispositions[replaced.disposition], words.dispositions[disposition])
      : words.steps.correct
  return (taken) => {
    switch (taken.step) {
      case 'receive':
        return page.receivedBy(words.sources[incident.source])
      case 'dispatch':
        return page.dispatchedTo(taken.targetUnitName ?? incident.unitName)
      case 'dispose':
        return taken.disposition ? page.disposedAs(words.dispositions[taken.disposition]) : words.steps.dispose
      case 'file-case':
        return page.filedAs(incident.caseNumber ?? '')
      case 'sign':
        return taken.targetUnitName ? sending.unitSigned(taken.targetUnitName) : words.steps.sign
      case 'arrive':
        return taken.targetUnitName ? sending.unitArrived(taken.targetUnitName) : words.steps.arrive
      case 'recall':
        return sending.recalledUnit(taken.targetUnitName ?? '')
      case 'hand-on':
        return sending.handedOnTo(taken.targetUnitName ?? '')
      case 'hand-over':
        return sending.handOver.line(taken.note ?? '')
      case 'correct':
        return correctionLine(taken)
      case 'refuse-case':
        return words.steps[taken.step]
      case 'merge':
      case 'unmerge':
      case 'add-call':
        return relatedSentence(taken)
    }
  }
}

/** A later call, or a merging: with the channel, or the other number where it may be told. */
function useRelatedSentence(): (taken: StepTaken) => string {
  const words = useWords(incidentWords)
  const { history } = useWords(relatedWords)
  return ({ step, call, other }) => {
    if (call) return history.call(words.sources[call.channel])
    if (!other) return words.steps[step]
    if (step === 'unmerge') return history.unmerged(other.number)
    return other.goesOn ? history.mergedInto(other.number) : history.mergedFrom(other.number)
  }
}

/** What was done, newest first: who, from which unit, and what was entered late and why. */
export function IncidentHistory({ incident }: Shown) {
  const { page } = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const format = useFormat()
  const sentence = useSentence(incident)
  const causeInFull = useCauseInFull()
  const { history } = useWords(relatedWords)
  const callDetail = ({ said, callerName, callerPhone }: NonNullable<StepTaken['call']>) => {
    const caller = [callerName, callerPhone].filter(Boolean).join(' ')
    return [said, caller && history.caller(caller)].filter(Boolean).join(' · ')
  }
  const detail = (taken: StepTaken) =>
    [
      `${taken.byName} · ${taken.byUnitName}`,
      taken.call && callDetail(taken.call),
      taken.step !== 'file-case' && taken.step !== 'hand-over' && taken.note,
      taken.replaced?.note && sending.correct.before(taken.replaced.note),
      taken.replaced?.cause && sending.correct.cause(causeInFull(taken.replaced.cause)),
      taken.reason,
      taken.isLateEntry && page.lateEntry(format.shortTime(taken.recordedAt), taken.lateReason ?? ''),
    ]
      .filter(Boolean)
      .join(' · ')
  const entries = incident.history.map((taken, index) => ({
    id: `${index} ${taken.step}`,
    at: taken.occurredAt,
    kind: 'stage' as const,
    sentence: sentence(taken),
    detail: detail(taken),
  }))
  return <TimeLine entries={entries.toReversed()} />
}
