import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { inviteOfficer } from '../contract.ts'
import { DetailsFields, detailsInput, emptyDetails } from './details-fields.tsx'
import { type DraftGrant, GrantsField } from './grants-field.tsx'
import { HandedCode, type HandedCodeProps } from './handed-code.tsx'
import { staffWords } from './screen-words.ts'

/** Invites an officer: who, where, with which roles; then the code to hand over. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(staffWords).invite
  const act = useAct(inviteOfficer)
  const [policeNumber, setPoliceNumber] = useState('')
  const [details, setDetails] = useState(emptyDetails)
  const [grants, setGrants] = useState<readonly DraftGrant[]>([])
  const [handed, setHanded] = useState<HandedCodeProps['handed'] | null>(null)
  const send = async () => {
    const made = await act.run({ policeNumber, ...detailsInput(details), grants: [...grants] })
    if (made) setHanded(made)
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      {handed ? (
        <HandedCode policeNumber={policeNumber} handed={handed} onDone={onClose} />
      ) : (
        <div className="stack">
          <Field label={words.policeNumber} error={fieldProblem(act.problem, 'policeNumber')}>
            {(control) => (
              <input
                {...control}
                className="input"
                inputMode="numeric"
                maxLength={6}
                value={policeNumber}
                onChange={(event) => setPoliceNumber(event.target.value)}
              />
            )}
          </Field>
          <DetailsFields details={details} onChange={setDetails} problem={act.problem} />
          <GrantsField grants={grants} onChange={setGrants} unitCode={details.unitCode} />
          <Refusal problem={act.problem} />
          <div className="row">
            <Button kind="primary" pending={act.pending} onClick={() => void send()}>
              {words.make}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
