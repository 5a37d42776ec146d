import './second-factor.css'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { useMe } from '#platform/web/me.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { secondFactorWords } from './screen-words.ts'

export interface RecoveryCodesProps {
  readonly given: { readonly recoveryCodes: readonly string[]; readonly endedSessions: number }
  readonly onKept: () => void
}

/** The ten codes, shown once; printed, nothing else of the page is on the sheet. */
export function RecoveryCodes({ given, onKept }: RecoveryCodesProps) {
  const words = useWords(secondFactorWords)
  const format = useFormat()
  const me = useMe()
  return (
    <section className="print-alone stack" aria-labelledby="recovery-codes">
      <h3 id="recovery-codes">{words.codesTitle}</h3>
      <p>{words.codesFor(me.name, me.policeNumber, format.longDay(format.now))}</p>
      <p>{words.codesWhy}</p>
      <ol className="recovery-codes">
        {given.recoveryCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      {given.endedSessions > 0 && <p className="caption">{words.ended(given.endedSessions)}</p>}
      <div className="row unprinted">
        <Button kind="primary" onClick={() => globalThis.print()}>
          {words.print}
        </Button>
        <Button onClick={onKept}>{words.kept}</Button>
      </div>
    </section>
  )
}
