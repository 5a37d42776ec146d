import { useEffect, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useAct } from '#platform/web/answer.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import type { Me } from '#platform/web/me.tsx'
import { serverNow } from '#platform/web/server-clock.ts'
import { fieldProblem } from '#platform/web/refusal.tsx'
import { justNow } from '#platform/web/when-field.tsx'
import type { When } from '#platform/web/when-field.tsx'
import { receiveIncident } from '../contract.ts'
import type { Source } from '../domain/incident-state.ts'
import { fieldKeys, focusField } from './intake-focus.ts'
import type { IntakeField } from './intake-focus.ts'
import { changed, emptyDraft, intakeInput, isUntouched, missingOf } from './intake-state.ts'
import type { Call, IntakeAct, IntakeChange } from './intake-state.ts'

/** A call that was taken on this page, to be shown beside the next one. */
export interface TakenCall {
  readonly id: string
  readonly number: string
  readonly category: string
  readonly place: string
  readonly source: Source
  readonly unitCode: string | null
}

// why: names and phones of callers are never written into the browser's storage; what is typed lives as long as the
// page, for the officer who typed it, also while another page of the application is looked at.
let held: { readonly officerId: string; readonly call: Call; readonly taken: readonly TakenCall[] } | null = null

const newCall = (me: Me): Call => {
  const isDesk = iHold(me, 'dispatcher')
  return { id: uuid(), startedAt: null, draft: emptyDraft(isDesk ? '110' : 'counter', isDesk ? null : me.unitCode), when: justNow }
}

const shownRecent = 6

/** The call being entered: what was typed, what is missing, and sending it. */
export function useIntake() {
  const me = useMe()
  const mine = held?.officerId === me.id ? held : null
  const [call, setCall] = useState<Call>(() => mine?.call ?? newCall(me))
  const [taken, setTaken] = useState<readonly TakenCall[]>(() => mine?.taken ?? [])
  const [cleared, setCleared] = useState<Call | null>(null)
  const { run, pending, problem, clear: clearProblem } = useAct(receiveIncident)
  useEffect(() => {
    held = { officerId: me.id, call, taken }
  }, [me.id, call, taken])
  useLeaveWarning(!isUntouched(call.draft))
  useEffect(() => {
    if (problem) focusField(refusedField(problem))
  }, [problem])

  const set = (change: IntakeChange) => {
    setCleared(null)
    setCall((before) => ({ ...before, startedAt: before.startedAt ?? serverNow(), draft: changed(before.draft, change) }))
  }
  const next = () => {
    setCall(newCall(me))
    focusField('reporterName')
  }
  const send = async (act: IntakeAct) => {
    const input = intakeInput(call, act)
    const [missing] = missingOf(call.draft, act)
    if (missing) focusField(missing)
    if (!input || pending) return
    const done = await run(input)
    if (!done) return
    const { category, place, source } = input
    setTaken((before) =>
      [{ id: done.id, number: done.number, category, place, source, unitCode: input.dispatchTo ?? null }, ...before].slice(0, shownRecent),
    )
    next()
  }
  return {
    call,
    taken,
    cleared,
    pending,
    problem,
    set,
    send,
    next,
    setWhen: (when: When) => setCall((before) => ({ ...before, when })),
    clear() {
      setCleared(call)
      clearProblem()
      next()
    },
    restore() {
      if (cleared) setCall(cleared)
      setCleared(null)
    },
  }
}
export type Intake = ReturnType<typeof useIntake>

/** Where to go on after a refusal: the first field it names. */
function refusedField(problem: unknown): IntakeField {
  const names = Object.keys(fieldKeys) as IntakeField[]
  return names.find((name) => fieldProblem(problem, name === 'unitCode' ? 'dispatchTo' : name) !== undefined) ?? 'place'
}

/** The browser asks before a call that is half entered is thrown away with the page. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    globalThis.addEventListener('beforeunload', warn)
    return () => globalThis.removeEventListener('beforeunload', warn)
  }, [isNeeded])
}
