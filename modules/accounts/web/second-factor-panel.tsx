import { useState } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { useStanding } from '#platform/web/me.tsx'
import { PageState } from '#platform/web/page-state.tsx'
import { Facts, Panel } from '#platform/web/panel.tsx'
import { Attention, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { beginSecondFactor, mySecondFactor, removeSecondFactor, renewRecoveryCodes } from '../contract.ts'
import type { SecondFactorCard } from '../contract.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ScanSecret } from './scan-secret.tsx'
import { secondFactorWords } from './screen-words.ts'

interface Scanned {
  readonly secret: string
  readonly qr: readonly string[]
}

interface Given {
  readonly recoveryCodes: readonly string[]
  readonly endedSessions: number
}

const fewCodes = 3

/** My second factor: set up with a phone, moved to another, recovery codes, switched off where no role demands it. */
export function SecondFactorPanel() {
  const words = useWords(secondFactorWords)
  const { demo } = useStanding()
  const answer = useAnswer(mySecondFactor, {})
  const [scanned, setScanned] = useState<Scanned | null>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const confirm = (codes: Given) => {
    setScanned(null)
    setGiven(codes)
  }
  return (
    <Panel title={words.title} foot={<p className="caption">{words.why}</p>}>
      <div className="stack">
        {demo && <p className="caption">{words.demoNote}</p>}
        {given && <RecoveryCodes given={given} onKept={() => setGiven(null)} />}
        {scanned && <ScanSecret scanned={scanned} onConfirmed={confirm} onCancel={() => setScanned(null)} />}
        {!given && !scanned && (
          <PageState answer={answer}>
            {(card) => (
              <Standing card={card} onScan={setScanned} onCodes={(recoveryCodes) => setGiven({ recoveryCodes, endedSessions: 0 })} />
            )}
          </PageState>
        )}
      </div>
    </Panel>
  )
}

interface StandingProps {
  readonly card: SecondFactorCard
  readonly onScan: (scanned: Scanned) => void
  readonly onCodes: (recoveryCodes: readonly string[]) => void
}

function Standing({ card, onScan, onCodes }: StandingProps) {
  const words = useWords(secondFactorWords)
  const begin = useAct(beginSecondFactor)
  const renew = useAct(renewRecoveryCodes)
  const remove = useAct(removeSecondFactor)
  const start = async () => {
    const made = await begin.run({})
    if (made) onScan(made)
  }
  const makeCodes = async () => {
    const made = await renew.run({})
    if (made) onCodes(made.recoveryCodes)
  }
  const isSet = card.confirmedAt !== null
  return (
    <>
      <HowItStands card={card} />
      <Refusal problem={begin.problem ?? renew.problem ?? remove.problem} />
      <div className="row wrap">
        <Button kind={card.isDemanded && !isSet ? 'primary' : 'plain'} pending={begin.pending} onClick={() => void start()}>
          {isSet ? words.newPhone : words.begin}
        </Button>
        {isSet && (
          <Button pending={renew.pending} onClick={() => void makeCodes()}>
            {words.renew}
          </Button>
        )}
        {isSet && !card.isDemanded && (
          <Button kind="danger" pending={remove.pending} onClick={() => void remove.run({})}>
            {words.remove}
          </Button>
        )}
      </div>
    </>
  )
}

function HowItStands({ card: { confirmedAt, codesLeft, isDemanded } }: { card: SecondFactorCard }) {
  const words = useWords(secondFactorWords)
  const format = useFormat()
  if (confirmedAt === null) return <p>{isDemanded ? words.demanded : words.notSet}</p>
  return (
    <>
      <Facts
        facts={[
          { label: words.setSince, value: format.shortTime(confirmedAt) },
          { label: words.codesLeft, value: words.codesLeftValue(codesLeft) },
        ]}
      />
      {codesLeft < fewCodes && <Attention title={words.fewCodes} />}
    </>
  )
}
