import { dayOf, type Day } from '#kernel/beijing-time.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { limitRulesFor, type Milestone, type PartyRole, type Sensitivity } from './milestone.ts'

/** What is known here of the clock that runs for the next step. */
export interface PromiseClock {
  readonly rule: string
  readonly startedAt: Date
  /** Before any extension or stop. */
  readonly firstDueAt: Date
  readonly dueAt: Date
  readonly isProvisional: boolean
  readonly state: 'running' | 'met' | 'stopped' | 'cancelled'
  readonly metAt: Date | null
  readonly extensions: number
  readonly stoppedSince: Date | null
  readonly stoppedFor: Bilingual | null
  /** The one party that it is owed to; else it is the clock of the whole case. */
  readonly partyId?: string | null
}

/** Running, extended, stopped and late are four different things, and are said in four different sentences. */
export type NextPromise =
  | { readonly kind: 'running' | 'extended'; readonly due: Day; readonly daysLeft: number; readonly clock: PromiseClock }
  | { readonly kind: 'late'; readonly due: Day; readonly daysOver: number; readonly clock: PromiseClock }
  | { readonly kind: 'stopped'; readonly daysStopped: number | null; readonly clock: PromiseClock }
  | { readonly kind: 'done'; readonly on: Day }
  | { readonly kind: 'no-date'; readonly why: Bilingual }

const dayMs = 86_400_000
const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** What a party is told while an operation runs: nothing of it, whatever the state of the case, so that the silence says nothing. */
const notOnline: Bilingual = {
  zh: '本案的后续进展不在网上显示，请向承办单位询问。',
  en: 'Later progress of this case is not shown online; please ask the handling unit.',
}

interface Standing {
  readonly milestone: Milestone
  readonly role: PartyRole
  readonly sensitivity: Sensitivity
  readonly clock: PromiseClock | null
}

/** What may be promised of the next step; null when none follows. */
export function nextPromise({ milestone, role, sensitivity, clock }: Standing, now: Date): NextPromise | null {
  if (milestone.nextStep === null) return null
  if (sensitivity === 'operational') return { kind: 'no-date', why: notOnline }
  const { nextLimit } = milestone
  if ('none' in nextLimit) return { kind: 'no-date', why: nextLimit.none }
  if (clock === null || clock.state === 'cancelled' || !limitRulesFor(milestone, role).includes(clock.rule))
    return { kind: 'no-date', why: nextLimit.otherwise }
  return promiseOfClock(clock, now)
}

function promiseOfClock(clock: PromiseClock, now: Date): NextPromise {
  const today = dayOf(now)
  const due = dayOf(clock.dueAt)
  if (clock.state === 'met') return { kind: 'done', on: dayOf(clock.metAt ?? now) }
  if (clock.state === 'stopped')
    return { kind: 'stopped', daysStopped: clock.stoppedSince && daysBetween(dayOf(clock.stoppedSince), today), clock }
  // why: the end of a day is kept as its last full second, which still belongs to it.
  if (now.getTime() >= clock.dueAt.getTime() + 1_000) return { kind: 'late', due, daysOver: daysBetween(due, today), clock }
  return { kind: clock.extensions > 0 ? 'extended' : 'running', due, daysLeft: daysBetween(today, due), clock }
}
