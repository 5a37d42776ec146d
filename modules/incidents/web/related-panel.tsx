import { Suspense, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { numberParts } from '#platform/web/format.ts'
import { useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Facts, Panel } from '#platform/web/panel.tsx'
import type { IncidentDetail } from '../contract.ts'
import type { BesideStep } from '../domain/incident-state.ts'
import { CallDialog, MergeDialog, UnmergeDialog } from './lazy-dialogs.ts'
import { relatedWords } from './related-words.ts'

/** Further calls about the same matter, and its second registrations: what there is of them, and what may be done. */
export function RelatedPanel({ incident }: { incident: IncidentDetail }) {
  const words = useWords(relatedWords)
  const [open, setOpen] = useState<BesideStep | null>(null)
  const close = () => setOpen(null)
  const offered = incident.can.beside
  return (
    <Panel title={words.title}>
      <div className="stack">
        <Standing incident={incident} />
        {offered.length > 0 && (
          <div className="row wrap">
            {offered.map((act) => (
              <Button key={act} size="small" onClick={() => setOpen(act)}>
                {words.acts[act]}
              </Button>
            ))}
          </div>
        )}
      </div>
      <Suspense fallback={null}>
        {open === 'add-call' && <CallDialog incident={incident} onClose={close} />}
        {open === 'merge' && <MergeDialog incident={incident} onClose={close} />}
        {open === 'unmerge' && <UnmergeDialog incident={incident} onClose={close} />}
      </Suspense>
    </Panel>
  )
}

function Standing({ incident }: { incident: IncidentDetail }) {
  const words = useWords(relatedWords)
  const { mergedInto, mergedFrom } = incident
  const later = incident.history.filter(({ step }) => step === 'add-call').length
  if (incident.state === 'merged' && !mergedInto) return <p>{words.mergedElsewhere}</p>
  if (!mergedInto && mergedFrom.length === 0)
    return <p className={later > 0 ? undefined : 'muted'}>{later > 0 ? words.later(later) : words.alone}</p>
  return (
    <>
      {later > 0 && <p>{words.later(later)}</p>}
      <Facts
        facts={[
          mergedInto && { label: words.mergedInto, value: <Number of={mergedInto} /> },
          mergedFrom.length > 0 && {
            label: words.mergedFrom,
            value: (
              <>
                {mergedFrom.map((other) => (
                  <div key={other.id}>
                    <Number of={other} />
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function Number({ of: { id, number } }: { of: NonNullable<IncidentDetail['mergedInto']> }) {
  const { unit, serial } = numberParts(number)
  return (
    <PageLink to={`/staff/incidents/${id}`}>
      <span className="number-unit">{unit}</span>
      <b>{serial}</b>
    </PageLink>
  )
}
