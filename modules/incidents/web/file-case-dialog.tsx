import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { PageState } from '#platform/web/page-state.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { WhenField, justNow } from '#platform/web/when-field.tsx'
import { fileIncident, findIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { dispositionLaw } from '../domain/disposition-law.ts'
import { CaseFields } from './case-fields.tsx'
import { caseMissing, filingInput, firstCaseDraft } from './disposal.ts'
import { OpenedCase, useStillMissing } from './disposal-parts.tsx'
import { incidentWords } from './screen-words.ts'

export interface Filed {
  readonly caseId: string
  readonly caseNumber: string
  readonly receiptId: string
}

interface FileCaseDialogProps {
  readonly incidentId: string
  readonly onClose: () => void
  readonly onDone: (filed: Filed) => void
}

/** The unit head files the administrative case that the officer proposed, with what the officer wrote. */
export function FileCaseDialog({ incidentId, onClose, onDone }: FileCaseDialogProps) {
  const words = useWords(incidentWords)
  const answer = useAnswer(findIncident, { incidentId }, { isRecorded: true })
  return (
    <Dialog title={words.acts['file-case']} onClose={onClose}>
      <PageState answer={answer}>{(incident) => <Filing incident={incident} onDone={onDone} />}</PageState>
    </Dialog>
  )
}

function Filing({ incident, onDone }: { incident: IncidentDetail; onDone: (filed: Filed) => void }) {
  const words = useWords(incidentWords)
  const say = useBilingual()
  const [draft, setDraft] = useState(() => firstCaseDraft(incident))
  const [when, setWhen] = useState(justNow)
  const [caseId] = useState(() => uuid())
  const { run, pending, problem } = useAct(fileIncident)
  const missing = useStillMissing({ missing: caseMissing(draft, incident) })
  const law = dispositionLaw['administrative-case']
  const send = async () => {
    const filed = await run(filingInput(draft, { incidentId: incident.id, caseId, when }))
    if (filed) onDone(filed)
  }
  return (
    <>
      <div>
        <p>{say(law.line)}</p>
        <p className="caption">
          <Citations of={law.basis} />
        </p>
      </div>
      <CaseFields
        kind="administrative"
        incident={incident}
        draft={draft}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
        problem={problem}
      />
      <WhenField label={words.acts.filedAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <div className="row wrap">
        <Button kind="primary" pending={pending} disabledBecause={missing} onClick={() => void send()}>
          {words.acts['file-case']}
        </Button>
      </div>
      <p className="caption">{words.acts.noUndo}</p>
    </>
  )
}

/** The case is filed: its number and the notice to hand over. */
export function FiledNotice({ filed: { caseId, caseNumber, receiptId } }: { filed: Filed }) {
  const words = useWords(incidentWords).disposal
  return <OpenedCase title={words.filed(caseNumber)} caseId={caseId} receiptId={receiptId} paperName={words.notice} />
}
