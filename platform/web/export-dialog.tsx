import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Endpoint } from '#platform/shared/endpoint.ts'
import { Button } from './button.tsx'
import { Segments } from './choice.tsx'
import { Dialog } from './dialog.tsx'
import { download } from './download.ts'
import type { Download } from './download.ts'
import { Field } from './field.tsx'
import { useWords } from './language.ts'
import { Attention, Done, fieldProblem, problemOf, Refusal } from './refusal.tsx'
import { kitWords } from './words/kit-words.ts'

export interface ExportDialogProps {
  readonly endpoint: Pick<Endpoint, 'method' | 'path'>
  /** The list's own question, as it is filtered now. */
  readonly input: unknown
  /** Whether this person may ask for names and phones in full. */
  readonly mayUnmask: boolean
  readonly onClose: () => void
}

/** One file at a time: what was asked, and how it ended. */
function useDownload(endpoint: ExportDialogProps['endpoint']) {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [file, setFile] = useState<Download | null>(null)
  const run = async (input: object) => {
    setPending(true)
    setProblem(null)
    setFile(null)
    await download(endpoint, input).then(setFile, setProblem)
    setPending(false)
  }
  return { pending, problem, file, run }
}

/** Takes a list along as a file: masked, or in full for a reason that is written down. */
export function ExportDialog({ endpoint, input, mayUnmask, onClose }: ExportDialogProps) {
  const words = useWords(kitWords).exports
  const asked = useDownload(endpoint)
  const [names, setNames] = useState<'masked' | 'unmasked'>('masked')
  const [reason, setReason] = useState('')
  const isUnmasked = names === 'unmasked'
  const send = (event: FormEvent) => {
    event.preventDefault()
    void asked.run({ ...(input as object), isUnmasked, ...(isUnmasked && { reason }) })
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <p>{words.explain}</p>
        {mayUnmask && (
          <Segments
            label={words.names}
            value={names}
            onChange={setNames}
            options={[
              { value: 'masked', label: words.masked },
              { value: 'unmasked', label: words.unmasked },
            ]}
          />
        )}
        {isUnmasked && (
          <>
            <p className="caption">{words.unmaskedHint}</p>
            <Field label={words.reason} hint={words.reasonHint} error={fieldProblem(asked.problem, 'reason')}>
              {(control) => <input {...control} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Field>
          </>
        )}
        <Outcome problem={asked.problem} />
        {asked.file && (
          <Done title={words.done(asked.file.rows)}>
            <p>{words.doneWhy}</p>
          </Done>
        )}
        <div className="form-foot">
          <Button kind="primary" type="submit" pending={asked.pending}>
            {words.export}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** A refusal has its words; a file that broke off on the way has none from the server. */
function Outcome({ problem }: { problem: unknown }) {
  const words = useWords(kitWords).exports
  if (problem instanceof TypeError && !problemOf(problem)) return <Attention title={words.cutOff} />
  return <Refusal problem={problem} />
}
