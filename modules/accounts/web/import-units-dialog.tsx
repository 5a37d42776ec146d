import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { Done, fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { importUnits } from '../contract.ts'
import { sayUnitFault } from '../words/unit-faults.ts'
import { staffWords } from './screen-words.ts'

const shownFaults = 50

/** A spreadsheet saves UTF-8 or, in China, GB18030. */
function decodeCsv(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Takes units from a file; every wrong line is told. */
export function ImportUnitsDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(staffWords).units
  const language = useLanguage()
  const act = useAct(importUnits)
  const [file, setFile] = useState<File | null>(null)
  const [result, setResult] = useState<Awaited<ReturnType<typeof act.run>>>()
  const send = async () => {
    if (file) setResult(await act.run({ csv: decodeCsv(await file.arrayBuffer()) }))
  }
  const faults = result?.faults ?? []
  return (
    <Dialog title={words.importTitle} onClose={onClose}>
      <div className="stack">
        <p>{words.importWhy}</p>
        <Field label={words.file} error={fieldProblem(act.problem, 'csv')}>
          {(control) => (
            <input {...control} type="file" accept=".csv,text/csv" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
          )}
        </Field>
        <Refusal problem={act.problem} />
        {faults.length > 0 && (
          <div className="notice refused" role="alert">
            <p>{words.faults(faults.length)}</p>
            <ul>
              {faults.slice(0, shownFaults).map((fault, index) => (
                <li key={index}>{sayUnitFault(fault, language)}</li>
              ))}
            </ul>
            {faults.length > shownFaults && <p>{words.more(faults.length - shownFaults)}</p>}
          </div>
        )}
        {result && faults.length === 0 && <Done title={words.imported(result.added, result.changed)} />}
        <div className="row">
          <Button kind="primary" pending={act.pending} onClick={() => void send()}>
            {words.send}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
