import { useState } from 'react'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { Attention, Refusal } from '#platform/web/refusal.tsx'
import { askToSignIn, signInByPasskey } from '../contract.ts'
import { passkeyWords } from './screen-words.ts'

/** Log-in with nothing typed: the device names the officer and proves the person. */
export function PasskeySignIn() {
  const words = useWords(passkeyWords)
  const ask = useAct(askToSignIn, { expectSignedOut: true })
  const act = useAct(signInByPasskey, { expectSignedOut: true })
  const [isCancelled, setCancelled] = useState(false)
  const show = async () => {
    setCancelled(false)
    const options = await ask.run({})
    if (!options) return
    const { startAuthentication } = await import('@simplewebauthn/browser')
    const asked = { optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }
    const answer = await startAuthentication(asked).catch(() => null)
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
    await act.run({ answer: plain })
  }
  return (
    <div className="stack">
      {isCancelled && <Attention title={words.cancelled} />}
      <Refusal problem={ask.problem ?? act.problem} />
      <div className="row">
        <Button pending={ask.pending || act.pending} onClick={() => void show()}>
          {words.signIn}
        </Button>
      </div>
    </div>
  )
}
