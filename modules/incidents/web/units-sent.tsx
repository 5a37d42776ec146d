import { Suspense, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { classes } from '#platform/web/classes.ts'
import { clockSeconds } from '#platform/web/format.ts'
import { useWords } from '#platform/web/language.ts'
import type { IncidentDetail, UnitSent } from '../contract.ts'
import { RecallDialog } from './lazy-dialogs.ts'
import { sendingWords } from './sending-words.ts'

/** Every unit that was sent, each with its own times; those that left the incident stay with how and why. */
export function UnitsSent({ incident }: { incident: IncidentDetail }) {
  const words = useWords(sendingWords)
  const [recalled, setRecalled] = useState<UnitSent | null>(null)
  return (
    <>
      <ul className="units-sent">
        {incident.sent.map((unit) => (
          <li key={`${unit.unitCode} ${unit.dispatchedAt}`} className={classes(unit.ending !== null && 'muted')}>
            <p className="row wrap">
              <b>{unit.unitName}</b>
              <span className="caption">{unit.isLead ? words.lead : words.assist}</span>
              {unit.canRecall && (
                <span className="push-right">
                  <Button size="small" label={words.recallTitle(unit.unitName)} onClick={() => setRecalled(unit)}>
                    {words.recall}
                  </Button>
                </span>
              )}
            </p>
            <p className="caption">
              <UnitLine unit={unit} />
            </p>
          </li>
        ))}
      </ul>
      {recalled && (
        <Suspense fallback={null}>
          <RecallDialog incident={incident} unit={recalled} onClose={() => setRecalled(null)} />
        </Suspense>
      )}
    </>
  )
}

function UnitLine({ unit }: { unit: UnitSent }) {
  const words = useWords(sendingWords)
  const { dispatchedAt, signedAt, signedByName, arrivedAt, endedAt, ending, endReason } = unit
  const parts = [
    `${words.send} ${clockSeconds(dispatchedAt)}`,
    signedAt === null ? ending === null && words.notSigned : `${words.signedBy(signedByName ?? '')} ${clockSeconds(signedAt)}`,
    arrivedAt !== null && `${words.onScene} ${clockSeconds(arrivedAt)}`,
    arrivedAt === null && signedAt !== null && ending === null && words.notArrived,
    ending !== null && endedAt !== null && `${words.endings[ending]} ${clockSeconds(endedAt)}`,
    endReason,
  ]
  return parts.filter(Boolean).join(' · ')
}
