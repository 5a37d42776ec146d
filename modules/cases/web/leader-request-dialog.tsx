import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useAct } from '#platform/web/answer.ts'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Refusal } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { recordLeaderRequest } from '../contract.ts'
import { type RequestKind, requestKinds, type RequestWay, requestWays } from '../domain/leader-request.ts'
import { ActFoot } from './party-fields.tsx'
import { caseWords } from './screen-words.ts'

const empty = { leaderName: '', leaderPost: '', what: '' }

/** Writes down what a leader asked about the case; nothing is chosen beforehand. */
export function LeaderRequestDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const words = useWords(caseWords).leaderRequests
  const act = useAct(recordLeaderRequest)
  const draft = useDraft(empty, act.problem)
  const [id] = useState(() => uuid())
  const [kind, setKind] = useState<RequestKind | null>(null)
  const [way, setWay] = useState<RequestWay | null>(null)
  const [when, setWhen] = useState(justNow)
  const { leaderName, leaderPost, what } = draft.values
  const missing = [
    kind === null && words.kind,
    way === null && words.way,
    ...(['leaderName', 'leaderPost', 'what'] as const).map((name) => draft.values[name].trim() === '' && words[name]),
  ].filter((name) => name !== false)
  const send = async () => {
    if (kind === null || way === null) return
    const done = await act.run({ caseId, id, kind, way, leaderName, leaderPost, what, ...whenInput(when) })
    if (done) onClose()
  }
  return (
    <Dialog title={words.record} onClose={onClose}>
      <div className="stack">
        <p>{words.why}</p>
        <Segments
          label={words.kind}
          options={requestKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
        <Segments
          label={words.way}
          options={requestWays.map((value) => ({ value, label: words.ways[value] }))}
          value={way}
          onChange={setWay}
        />
        <Field label={words.leaderName} error={draft.errorAt('leaderName')}>
          {(control) => <input {...control} className="input" maxLength={30} {...draft.text('leaderName')} />}
        </Field>
        <Field label={words.leaderPost} error={draft.errorAt('leaderPost')}>
          {(control) => <input {...control} className="input" maxLength={60} {...draft.text('leaderPost')} />}
        </Field>
        <Field label={words.what} hint={words.whatHint} error={draft.errorAt('what')}>
          {(control) => <textarea {...control} className="input" rows={4} maxLength={2000} {...draft.text('what')} />}
        </Field>
        <WhenField label={words.when} when={when} onChange={setWhen} problem={act.problem} />
        <Refusal problem={act.problem} />
        <ActFoot label={words.save} missing={missing} pending={act.pending} onAct={() => void send()} />
      </div>
    </Dialog>
  )
}
