import { Suspense, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { Panel } from '#platform/web/panel.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import type { IncidentDetail } from '../contract.ts'
import type { IncidentForm } from '../domain/incident-paper.ts'
import { EvidenceDialog, NoticeDialog, ServeDialog } from './lazy-dialogs.ts'
import { paperWords } from './paper-words.ts'
import { incidentWords } from './screen-words.ts'

type PaperCard = IncidentDetail['papers'][number]
type Asked = { readonly form: IncidentForm } | { readonly serve: PaperCard }

/** What was put on paper for this incident, what may be, and whether it reached the person. */
export function PapersPanel({ incident }: { incident: IncidentDetail }) {
  const words = useWords(paperWords)
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const { papers, can } = incident
  return (
    <Panel title={words.title} count={papers.length}>
      <div className="stack">
        {papers.length === 0 && <p className="muted">{words.none}</p>}
        {papers.length > 0 && !can.readPapers && <p className="caption">{words.masked}</p>}
        {papers.map((paper) => (
          <PaperLine key={paper.id} incident={incident} paper={paper} onServe={() => setAsked({ serve: paper })} />
        ))}
        {can.issue.length > 0 && (
          <div className="row wrap">
            {can.issue.map((form) => (
              <Button key={form} size="small" onClick={() => setAsked({ form })}>
                {words.issue[form]}
              </Button>
            ))}
          </div>
        )}
      </div>
      {asked && (
        <Suspense fallback={null}>
          {'serve' in asked && <ServeDialog incident={incident} paper={asked.serve} onClose={close} />}
          {'form' in asked && asked.form === 'evidence-list' && <EvidenceDialog incident={incident} onClose={close} />}
          {'form' in asked && asked.form !== 'evidence-list' && asked.form !== 'refusal-notice' && (
            <NoticeDialog incident={incident} form={asked.form} onClose={close} />
          )}
        </Suspense>
      )}
    </Panel>
  )
}

interface PaperLineProps {
  readonly incident: IncidentDetail
  readonly paper: PaperCard
  readonly onServe: () => void
}

function PaperLine({ incident, paper, onServe }: PaperLineProps) {
  const words = useWords(paperWords)
  const names = useWords(incidentWords)
  const format = useFormat()
  const { served } = paper
  return (
    <div>
      <p className="row wrap">
        <span>{names.forms[paper.form]}</span>
        {incident.can.readPapers && (
          <a href={`/api/incidents/${incident.id}/papers/${paper.id}`} target="_blank" rel="noopener" className="push-right">
            {words.open}
          </a>
        )}
      </p>
      <p className="caption row wrap">
        <span>{paper.paperNumber}</span>
        {served ? (
          <span>{words.served(format.shortTime(served.at), names.serviceWays[served.way], served.byName)}</span>
        ) : (
          paper.form !== 'evidence-list' && (
            <>
              <span>{words.notServed}</span>
              {incident.can.servePapers && (
                <Button kind="link" size="small" onClick={onServe}>
                  {words.serve}
                </Button>
              )}
            </>
          )
        )}
      </p>
    </div>
  )
}
