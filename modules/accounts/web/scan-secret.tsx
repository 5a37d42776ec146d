import './second-factor.css'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { confirmSecondFactor } from '../contract.ts'
import { screenWords, secondFactorWords } from './screen-words.ts'
import { CodeField } from './sign-in-code.tsx'

export interface ScanSecretProps {
  readonly scanned: { readonly secret: string; readonly qr: readonly string[] }
  readonly onConfirmed: (given: { recoveryCodes: readonly string[]; endedSessions: number }) => void
  readonly onCancel: () => void
}

/** The secret as a picture and as letters, and the first code that shows that the phone has it. */
export function ScanSecret({ scanned, onConfirmed, onCancel }: ScanSecretProps) {
  const words = useWords(secondFactorWords)
  const { missing } = useWords(screenWords).logIn
  const act = useAct(confirmSecondFactor)
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (code.trim() === '') return
    const given = await act.run({ code })
    if (given) onConfirmed(given)
  }
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <p>{words.scan}</p>
      <QrPicture rows={scanned.qr} label={words.qrLabel} />
      <p>{words.type}</p>
      <p className="secret-letters">{scanned.secret.replaceAll(/.{4}(?=.)/g, '$& ')}</p>
      <CodeField
        code={code}
        onChange={setCode}
        hint={words.firstCodeHint}
        error={fieldProblem(act.problem, 'code') ?? (asked && code.trim() === '' ? missing : undefined)}
      />
      <Refusal problem={act.problem} />
      <div className="row">
        <Button kind="primary" type="submit" pending={act.pending}>
          {words.confirm}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}

/** A QR code from rows of 0 and 1; dark on white by day and by night, or no camera reads it. */
function QrPicture({ rows, label }: { rows: readonly string[]; label: string }) {
  const dark = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  )
  return (
    <svg className="secret-picture" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
