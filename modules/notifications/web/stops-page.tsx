import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Panel } from '#platform/web/panel.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { resumeMessagesEndpoint, stopMessagesEndpoint } from '../contract.ts'
import { type StopKind, stopKinds } from '../domain/reply.ts'
import { messageWords } from './words.ts'

type Act = StopKind | 'resume'
const acts: readonly Act[] = [...stopKinds, 'resume']

/** Somebody rings: these messages are not for them, or they want none, or want them again. No list: numbers are kept by hash alone. */
export function StopsPage() {
  const words = useWords(messageWords).stops
  const stop = useAct(stopMessagesEndpoint)
  const resume = useAct(resumeMessagesEndpoint)
  const problem = stop.problem ?? resume.problem
  const draft = useDraft({ phone: '', reason: '' }, problem)
  const [act, setAct] = useState<Act | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [isUnchosen, setUnchosen] = useState(false)
  const save = async () => {
    const { phone, reason } = draft.values
    setDone(null)
    setUnchosen(act === null)
    const answer =
      act === 'resume' ? await resume.run({ phone, reason }) : act === null ? undefined : await stop.run({ phone, reason, kind: act })
    if (answer === undefined) return
    setDone('kind' in answer ? words.done[answer.kind] : words.done.resume)
    draft.clear()
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.title}</h1>
      </div>
      <Panel>
        <div className="stack">
          <p>{words.lead}</p>
          <Segments
            label={words.act}
            options={acts.map((value) => ({ value, label: words.acts[value] }))}
            value={act}
            onChange={setAct}
            error={isUnchosen && act === null ? words.chooseAct : undefined}
          />
          {act !== null && <p className="caption">{words.effects[act]}</p>}
          <PhoneAndReason draft={draft} />
          <Refusal problem={problem} />
          {done !== null && <Done title={done} />}
          <div className="row">
            <Button kind="primary" pending={stop.pending || resume.pending} onClick={() => void save()}>
              {words.save}
            </Button>
          </div>
        </div>
      </Panel>
    </div>
  )
}

type Draft = ReturnType<typeof useDraft<{ phone: string; reason: string }>>

function PhoneAndReason({ draft }: { draft: Draft }) {
  const words = useWords(messageWords).stops
  return (
    <div className="form-grid">
      <div className="span-4">
        <Field label={words.phone} error={draft.errorAt('phone')}>
          {(control) => <input {...control} className="input" type="tel" inputMode="numeric" autoComplete="off" {...draft.text('phone')} />}
        </Field>
      </div>
      <div className="span-8">
        <Field label={words.reason} hint={words.reasonHint} error={draft.errorAt('reason')}>
          {(control) => <input {...control} className="input" maxLength={500} {...draft.text('reason')} />}
        </Field>
      </div>
    </div>
  )
}
