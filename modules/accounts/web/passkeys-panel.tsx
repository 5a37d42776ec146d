import { useState } from 'react'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Panel } from '#platform/web/panel.tsx'
import { Attention, fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { addPasskey, askForPasskey, myPasskeys, removePasskey } from '../contract.ts'
import { passkeyWords } from './screen-words.ts'

/** My passkeys; shown only where there are any, or one can be added. */
export function PasskeysPanel() {
  const words = useWords(passkeyWords)
  const format = useFormat()
  const { data } = useAnswer(myPasskeys, {})
  const remove = useAct(removePasskey)
  if (!data || (!data.isOffered && data.rows.length === 0)) return null
  return (
    <Panel title={words.title} count={data.rows.length} foot={<p className="caption">{words.why}</p>}>
      <div className="stack">
        {data.rows.length === 0 && <p className="muted">{words.none}</p>}
        <ul className="grant-list">
          {data.rows.map(({ id, name, madeAt, lastUsedAt }) => (
            <li key={id} className="row wrap">
              <span>{name}</span>
              <span className="caption">
                {words.made(format.shortTime(madeAt))} · {lastUsedAt === null ? words.neverUsed : words.used(format.shortTime(lastUsedAt))}
              </span>
              <Button size="small" label={words.removeNamed(name)} onClick={() => void remove.run({ passkeyId: id })}>
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
        <Refusal problem={remove.problem} />
        {data.isOffered && <AddPasskey />}
      </div>
    </Panel>
  )
}

function AddPasskey() {
  const words = useWords(passkeyWords)
  const ask = useAct(askForPasskey)
  const add = useAct(addPasskey)
  const [name, setName] = useState('')
  const [isCancelled, setCancelled] = useState(false)
  const make = async () => {
    setCancelled(false)
    const options = await ask.run({})
    if (!options) return
    const { startRegistration } = await import('@simplewebauthn/browser')
    const asked = { optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }
    const answer = await startRegistration(asked).catch(() => null)
    setCancelled(answer === null)
    if (!answer) return
    const { id, rawId, response, clientExtensionResults } = answer
    const plain = {
      id,
      rawId,
      type: 'public-key' as const,
      response: { ...response },
      clientExtensionResults: { ...clientExtensionResults },
    }
    if (await add.run({ name, answer: plain })) setName('')
  }
  return (
    <>
      <Field label={words.name} hint={words.nameHint} error={fieldProblem(add.problem, 'name')}>
        {(control) => (
          <input {...control} className="input" maxLength={30} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {isCancelled && <Attention title={words.cancelled} />}
      <Refusal problem={ask.problem ?? add.problem} />
      <div className="row">
        <Button
          pending={ask.pending || add.pending}
          disabledBecause={name.trim() === '' ? words.name : undefined}
          onClick={() => void make()}
        >
          {words.add}
        </Button>
      </div>
    </>
  )
}
