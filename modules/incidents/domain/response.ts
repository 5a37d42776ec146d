import type { IncidentState } from './incident-state.ts'

/** Local response targets in seconds: settings of the bureau, not law (domain.md, call_signin_kpi and call_dispatch_urgent). */
export interface ResponseTargets {
  readonly dispatchSeconds: number
  readonly signSeconds: number
  readonly arriveSeconds: number
}

export const defaultTargets: ResponseTargets = { dispatchSeconds: 600, signSeconds: 180, arriveSeconds: 1_800 }

export type Level = 'normal' | 'due-soon' | 'urgent' | 'overdue'

/** How an incident stands against the targets: what is awaited, since when, and how near the end is. */
export interface Response {
  readonly awaited: 'dispatch' | 'signature' | 'arrival' | 'disposition' | 'filing' | 'refusal' | 'hand-over' | null
  readonly since: Date
  readonly level: Level
}

export interface Times {
  readonly state: IncidentState
  readonly receivedAt: Date
  readonly dispatchedAt: Date | null
  readonly signedAt: Date | null
  readonly arrivedAt: Date | null
  readonly disposedAt: Date | null
  readonly awaitsFiling: boolean
  /** No violation was found; whether no case is filed is not decided yet. */
  readonly awaitsRefusal: boolean
  /** By when a transfer has to be handed over; null where none is owed. */
  readonly handOverDueAt?: Date | null
}

const share = (since: Date, now: Date, seconds: number): Level => {
  const used = (now.getTime() - since.getTime()) / 1_000 / seconds
  if (used > 1) return 'overdue'
  if (used >= 0.9) return 'urgent'
  return used >= 0.7 ? 'due-soon' : 'normal'
}

/** Pure: the same times and the same now always give the same answer. */
export function responseOf(times: Times, now: Date, targets: ResponseTargets = defaultTargets): Response {
  const { state, receivedAt, dispatchedAt, signedAt, arrivedAt, disposedAt } = times
  switch (state) {
    case 'received':
      return { awaited: 'dispatch', since: receivedAt, level: share(receivedAt, now, targets.dispatchSeconds) }
    case 'dispatched': {
      const since = dispatchedAt ?? receivedAt
      return { awaited: 'signature', since, level: share(since, now, targets.signSeconds) }
    }
    case 'signed': {
      const since = signedAt ?? receivedAt
      return { awaited: 'arrival', since, level: share(since, now, targets.arriveSeconds) }
    }
    case 'arrived':
      return { awaited: 'disposition', since: arrivedAt ?? receivedAt, level: 'normal' }
    case 'merged':
      return { awaited: null, since: disposedAt ?? receivedAt, level: 'normal' }
    case 'disposed': {
      const since = disposedAt ?? receivedAt
      const { handOverDueAt } = times
      if (handOverDueAt)
        return { awaited: 'hand-over', since, level: share(since, now, (handOverDueAt.getTime() - since.getTime()) / 1_000) }
      return { awaited: decisionAwaited(times), since, level: 'normal' }
    }
  }
}

/** What the head of the unit still has to decide. */
function decisionAwaited({ awaitsFiling, awaitsRefusal }: Times): Response['awaited'] {
  if (awaitsFiling) return 'filing'
  return awaitsRefusal ? 'refusal' : null
}
