import { Suspense, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { ActBar } from '#platform/web/act-bar.tsx'
import { useAct } from '#platform/web/answer.ts'
import { useKeys } from '#platform/web/keys.ts'
import { useWords } from '#platform/web/language.ts'
import { Refusal } from '#platform/web/refusal.tsx'
import { signIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { ArriveDialog, DisposeDialog } from './act-dialogs.tsx'
import { DisposedNotice } from './disposal-parts.tsx'
import { FileCaseDialog, FiledNotice } from './file-case-dialog.tsx'
import type { Filed } from './file-case-dialog.tsx'
import { CorrectDialog, DispatchDialog, HandOnDialog, HandOverDialog, RefuseDialog } from './lazy-dialogs.ts'
import { offeredActs } from './offered-acts.ts'
import type { OfferedStep } from './offered-acts.ts'
import { incidentWords } from './screen-words.ts'
import { useDisposal } from './use-disposal.ts'
import type { Disposed } from './use-disposal.ts'

export interface ShownActs {
  readonly bar: ReactNode
  /** Refusals, what an act led to, and the dialog that asks. */
  readonly below: ReactNode
}

/** A case was filed, or the outcome was recorded. */
export type Ended = { readonly disposed: Disposed } | { readonly filed: Filed }

/** What an act at the end of an incident led to. */
export const EndNotice = ({ ended }: { ended: Ended }) =>
  'filed' in ended ? <FiledNotice filed={ended.filed} /> : <DisposedNotice disposed={ended.disposed} />

/** What I may do with this incident now; each act asks once, and what it led to stays to be read. */
export function useIncidentActs(incident: IncidentDetail): ShownActs {
  const words = useWords(incidentWords)
  const [open, setOpen] = useState<OfferedStep | null>(null)
  const [ended, setEnded] = useState<Ended | null>(null)
  const sign = useAct(signIncident)
  const { primary, others } = offeredActs(incident)
  const close = () => setOpen(null)
  const end = (how: Ended) => {
    setEnded(how)
    close()
  }
  const label = (step: OfferedStep) => (step === 'dispatch' && incident.state !== 'received' ? words.acts.redispatch : words.acts[step])
  const barAct = (step: OfferedStep) => ({
    id: step,
    label: label(step),
    pending: step === 'sign' && sign.pending,
    run: () => (step === 'sign' ? void sign.run({ incidentId: incident.id }) : setOpen(step)),
  })
  const disposal = useDisposal(incident, (disposed) => end({ disposed }))
  useKeys(primary && !open ? [{ keys: 'a', label: label(primary), run: barAct(primary).run }] : [])
  const bar = (primary || others.length > 0) && (
    <ActBar primary={primary && { ...barAct(primary), keyShown: 'A' }} others={others.map(barAct)} />
  )
  const below = (
    <>
      <Refusal problem={sign.problem} />
      {ended && <EndNotice ended={ended} />}
      {open === 'dispose' && <DisposeDialog disposal={disposal} onClose={close} />}
      {open && <AskedAct step={open} incident={incident} onClose={close} />}
      {open === 'file-case' && <FileCaseDialog incidentId={incident.id} onClose={close} onDone={(filed) => end({ filed })} />}
    </>
  )
  return { bar, below }
}

/** The dialog of an act that asks for no more than itself. */
export function AskedAct({ step, ...asked }: { step: OfferedStep; incident: IncidentDetail; onClose: () => void }) {
  const Asking = dialogs[step]
  return (
    Asking && (
      <Suspense fallback={null}>
        <Asking {...asked} />
      </Suspense>
    )
  )
}

const dialogs: Partial<Record<OfferedStep, ComponentType<{ incident: IncidentDetail; onClose: () => void }>>> = {
  dispatch: DispatchDialog,
  arrive: ArriveDialog,
  'hand-on': HandOnDialog,
  'refuse-case': RefuseDialog,
  'hand-over': HandOverDialog,
  correct: CorrectDialog,
}
