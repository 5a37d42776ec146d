import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useAct } from '#platform/web/answer.ts'
import { justNow } from '#platform/web/when-field.tsx'
import { correctDisposition, disposeIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import type { Disposition } from '../domain/incident-state.ts'
import { disposalInput, disposalMissing, firstCaseDraft } from './disposal.ts'
import type { DisposalDraft } from './disposal.ts'

/** How the disposal ended, for the line that stays on the page. */
export interface Disposed {
  readonly disposition: Disposition
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly receiptId: string | null
}

/** Recording how an incident ended, or correcting it: first the outcome, then what it asks for. Kept while the sheet is closed. */
export function useDisposal(incident: IncidentDetail, onDone: (disposed: Disposed) => void, kind: 'dispose' | 'correct' = 'dispose') {
  const [draft, setDraft] = useState<DisposalDraft>(() => ({
    ...firstCaseDraft(incident),
    disposition: null,
    note: '',
    reason: kind === 'correct' ? '' : null,
  }))
  const [isChosen, setChosen] = useState(false)
  const [when, setWhen] = useState(justNow)
  const [caseId] = useState(() => uuid())
  const recording = useAct(disposeIncident)
  const correcting = useAct(correctDisposition)
  const { pending, problem, clear } = kind === 'correct' ? correcting : recording
  const { disposition } = draft
  return {
    incident,
    draft,
    isCorrection: kind === 'correct',
    when,
    setWhen,
    pending,
    problem,
    /** The chosen outcome once the person went on from it. */
    chosen: isChosen ? disposition : null,
    missing: disposalMissing(draft, incident),
    set: (change: Partial<DisposalDraft>) => setDraft((before) => ({ ...before, ...change })),
    goOn: () => setChosen(disposition !== null),
    goBack() {
      clear()
      setChosen(false)
    },
    async send() {
      if (disposition === null || pending) return
      const input = disposalInput(draft, disposition, { incidentId: incident.id, caseId, when })
      const { reason } = draft
      const done = await (reason === null ? recording.run(input) : correcting.run({ ...input, reason: reason.trim() }))
      if (done) onDone({ disposition, caseId: done.caseId, caseNumber: done.caseNumber, receiptId: done.receiptId })
    },
  }
}
export type Disposal = ReturnType<typeof useDisposal>
