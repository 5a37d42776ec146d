import { useState } from 'react'
import type { ReactNode } from 'react'
import { Citations } from '#modules/law-library/parts.tsx'
import { namesOfRoles } from '#kernel/role-name.ts'
import { Button } from '#platform/web/button.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { Facts, Panel } from '#platform/web/panel.tsx'
import { StateShape } from '#platform/web/state-shape.tsx'
import type { CaseDetail } from '../contract.ts'
import { AssignOfficersDialog, ChangeCauseDialog, ChangeDisclosureDialog, ExtendReviewDialog } from './record-dialogs.tsx'
import type { RecordDialogProps } from './record-dialogs.tsx'
import { caseWords } from './screen-words.ts'

interface Shown {
  readonly record: CaseDetail
}

const dialogs = {
  cause: ChangeCauseDialog,
  officers: AssignOfficersDialog,
  disclosure: ChangeDisclosureDialog,
  review: ExtendReviewDialog,
} satisfies Record<string, (props: RecordDialogProps) => ReactNode>

/** The way to one change of the record, beside what it changes. */
function ChangeButton({ record, change }: Shown & { readonly change: keyof typeof dialogs }) {
  const words = useWords(caseWords).record.acts
  const [isOpen, setOpen] = useState(false)
  const Asks = dialogs[change]
  return (
    <>
      <Button kind="link" size="small" onClick={() => setOpen(true)}>
        {words[change]}
      </Button>
      {isOpen && <Asks record={record} onClose={() => setOpen(false)} />}
    </>
  )
}

/** What the head of the unit may change of what the case is about; nothing for others. */
export function FactChanges({ record }: Shown) {
  if (!record.can.changeRecord) return null
  return (
    <div className="row wrap">
      <ChangeButton record={record} change="cause" />
      <ChangeButton record={record} change="disclosure" />
    </div>
  )
}

/** The longer times of review that this officer may grant. */
export function ReviewChange({ record }: Shown) {
  return record.can.extendReview.length > 0 ? <ChangeButton record={record} change="review" /> : null
}

/** Who took the report, who holds the case and who investigates with them. */
export function Officers({ record }: Shown) {
  const words = useWords(caseWords).record.officers
  return (
    <Panel title={words.title} aside={record.can.changeRecord && <ChangeButton record={record} change="officers" />}>
      <Facts
        facts={[
          { label: words.holder, value: record.holderName },
          { label: words.second, value: record.secondName ?? <span className="muted">{words.none}</span> },
          { label: words.receiver, value: record.receiverName },
        ]}
      />
    </Panel>
  )
}

/** What is irregular about the case, and who acts next where it is not the reader. */
export function Standing({ record }: Shown) {
  const words = useWords(caseWords)
  const language = useLanguage()
  const { findings, next, can } = record
  const [first] = next
  return (
    <>
      {findings.map((finding) => (
        <div key={finding.rule} className="notice attention">
          <p className="notice-head">
            <StateShape shape="due-soon" />
            <span>{words.record.findings[finding.rule]}</span>
          </p>
          <p className="caption">
            <Citations of={finding.basis} />
          </p>
        </div>
      ))}
      {first && can.acts.length === 0 && (
        <p className="caption">
          {words.record.next(
            next.map(({ act }) => words.acts[act]),
            words.levels[first.level],
            namesOfRoles(first.by, language),
          )}
        </p>
      )}
    </>
  )
}
