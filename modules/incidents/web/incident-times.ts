import type { StageStep } from '#platform/web/stage-line.tsx'
import type { IncidentDetail } from '../contract.ts'
import { stateOf, underWay } from '../domain/dispatch.ts'
import { courseStates } from '../domain/incident-state.ts'
import type { CourseState, IncidentState } from '../domain/incident-state.ts'

export type TimedStep = 'dispatched' | 'signed' | 'arrived' | 'disposed'
type Times = Pick<IncidentDetail, 'state' | 'receivedAt' | 'dispatchedAt' | 'signedAt' | 'arrivedAt' | 'disposedAt'>

export interface StepTime {
  readonly step: TimedStep
  readonly at: string | null
  /** Since the last step that was taken; a step may be left out, as the arrival when a call is settled by telephone. */
  readonly afterMs: number | null
}

/** The four times of an incident and how long each step took. */
export function fourTimes(incident: Times): readonly StepTime[] {
  const taken: readonly (readonly [TimedStep, string | null])[] = [
    ['dispatched', incident.dispatchedAt],
    ['signed', incident.signedAt],
    ['arrived', incident.arrivedAt],
    ['disposed', incident.disposedAt],
  ]
  let previous = incident.receivedAt
  return taken.map(([step, at]) => {
    const afterMs = at === null ? null : Date.parse(at) - Date.parse(previous)
    previous = at ?? previous
    return { step, at, afterMs }
  })
}

/** The times as they are my unit's own where it assists, the incident's otherwise. */
export function ownTimes(incident: Times & Pick<IncidentDetail, 'ownPart'>): Times {
  const { ownPart, state } = incident
  if (!ownPart || ownPart.isLead || !underWay.includes(state)) return incident
  const { dispatchedAt, signedAt, arrivedAt } = ownPart
  return { ...incident, state: stateOf(ownPart), dispatchedAt, signedAt, arrivedAt }
}

/** How far along the course a state is; a merged incident has come to its end. */
export const courseIndex = (state: IncidentState): number => courseStates.indexOf(state === 'merged' ? 'disposed' : state)

interface StageWords {
  readonly label: (step: CourseState) => string
  readonly time: (at: string) => string
  readonly now: string
}

/** Where it stands: what is done with its time, what is due now, what is ahead. */
export function stageSteps(incident: Times, { label, time, now }: StageWords, from: CourseState = 'received'): readonly StageStep[] {
  const reached = courseIndex(incident.state)
  const times: Record<CourseState, string | null> = {
    received: incident.receivedAt,
    dispatched: incident.dispatchedAt,
    signed: incident.signedAt,
    arrived: incident.arrivedAt,
    disposed: incident.disposedAt,
  }
  return courseStates.slice(courseStates.indexOf(from)).map((step) => {
    const index = courseStates.indexOf(step)
    const at = times[step]
    if (index <= reached) return { id: step, label: label(step), standing: 'done', detail: at ? time(at) : '—' }
    if (index === reached + 1) return { id: step, label: label(step), standing: 'current', detail: now }
    return { id: step, label: label(step), standing: 'ahead' }
  })
}
