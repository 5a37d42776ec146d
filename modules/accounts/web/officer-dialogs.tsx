import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useWords } from '#platform/web/language.ts'
import { Refusal } from '#platform/web/refusal.tsx'
import { changeOfficer, renewSignIn, setGrants } from '../contract.ts'
import type { OfficerRow } from '../contract.ts'
import { DetailsFields, detailsInput } from './details-fields.tsx'
import { type DraftGrant, GrantsField } from './grants-field.tsx'
import { HandedCode, type HandedCodeProps } from './handed-code.tsx'
import { staffWords } from './screen-words.ts'

export interface OfficerDialogProps {
  readonly row: OfficerRow
  /** With what was done, to be told. */
  readonly onClose: (done?: string) => void
}

/** Name, unit, position and phone. */
export function ChangeOfficerDialog({ row, onClose }: OfficerDialogProps) {
  const words = useWords(staffWords).officer
  const act = useAct(changeOfficer)
  const { name, unitCode, position, officePhone } = row
  const [details, setDetails] = useState({ name, unitCode, position, officePhone: officePhone ?? '' })
  const send = async () => {
    if (await act.run({ officerId: row.id, ...detailsInput(details) })) onClose(words.changed)
  }
  return (
    <Dialog title={`${words.change} ${row.policeNumber}`} onClose={() => onClose()}>
      <div className="stack">
        <DetailsFields details={details} onChange={setDetails} problem={act.problem} />
        <Refusal problem={act.problem} />
        <div className="row">
          <Button kind="primary" pending={act.pending} onClick={() => void send()}>
            {words.save}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The roles, all at once. */
export function RolesDialog({ row, onClose }: OfficerDialogProps) {
  const words = useWords(staffWords).officer
  const act = useAct(setGrants)
  const [grants, setDraft] = useState<readonly DraftGrant[]>(() => row.grants.filter(({ onBehalfOf }) => onBehalfOf === undefined))
  const send = async () => {
    const done = await act.run({ officerId: row.id, grants: grants.map(({ role, unitCode }) => ({ role, unitCode })) })
    if (done) onClose(words.grantsSet(done.given, done.taken))
  }
  return (
    <Dialog title={`${words.grants} ${row.name} ${row.policeNumber}`} onClose={() => onClose()}>
      <div className="stack">
        <GrantsField grants={grants} onChange={setDraft} unitCode={row.unitCode} />
        <Refusal problem={act.problem} />
        <div className="row">
          <Button kind="primary" pending={act.pending} onClick={() => void send()}>
            {words.save}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Voids a forgotten password and gives the code for a new one. */
export function RenewDialog({ row, onClose }: OfficerDialogProps) {
  const words = useWords(staffWords).officer
  const act = useAct(renewSignIn)
  const [handed, setHanded] = useState<HandedCodeProps['handed'] | null>(null)
  const send = async () => {
    const made = await act.run({ officerId: row.id })
    if (made) setHanded(made)
  }
  return (
    <Dialog title={words.renew(row.name)} onClose={() => onClose()}>
      {handed ? (
        <HandedCode policeNumber={row.policeNumber} handed={handed} onDone={() => onClose()} />
      ) : (
        <div className="stack">
          <p>{words.renewWhy}</p>
          <Refusal problem={act.problem} />
          <div className="row">
            <Button kind="danger" pending={act.pending} onClick={() => void send()}>
              {words.renew(row.name)}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
