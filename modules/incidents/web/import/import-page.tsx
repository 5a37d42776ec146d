import './import.css'
import { useRef, useState } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { download } from '#platform/web/download.ts'
import { useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { PageState, Told } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { findImport, importTemplate, listImports, startImport, withdrawImport } from '../../contract.ts'
import type { ImportCard } from '../../contract.ts'
import { FileCheck } from './file-check.tsx'
import { importWords } from './import-words.ts'
import { ImportProgress } from './import-progress.tsx'
import { useUpload } from './use-upload.ts'

/** A file from another system: chosen, checked, started, and watched while it is written. */
export function ImportPage() {
  const words = useWords(importWords)
  const upload = useUpload()
  const recent = useAnswer(listImports, {}, { everyMs: 5_000 })
  return (
    <div className="page stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <div className="row wrap push-right">
          <Template />
          <PageLink className="button" to="/staff/incidents">
            {words.toList}
          </PageLink>
        </div>
      </header>
      <PageState answer={recent}>
        {({ rows }) => (
          <>
            <p className="caption">{words.explain}</p>
            <Chosen upload={upload} />
            <Recent rows={rows.filter(({ id }) => id !== upload.checked?.import?.id)} isFirst={rows.length === 0} />
          </>
        )}
      </PageState>
    </div>
  )
}

function Template() {
  const words = useWords(importWords)
  const [problem, setProblem] = useState<unknown>(null)
  const [pending, setPending] = useState(false)
  const ask = async () => {
    setPending(true)
    setProblem(null)
    await download(importTemplate, {}).catch(setProblem)
    setPending(false)
  }
  return (
    <>
      <Refusal problem={problem} />
      <Button pending={pending} onClick={() => void ask()}>
        {words.template}
      </Button>
    </>
  )
}

/** The file in hand: what was found in it, then how far it came. */
function Chosen({ upload }: { upload: ReturnType<typeof useUpload> }) {
  const words = useWords(importWords)
  const input = useRef<HTMLInputElement>(null)
  const { checked } = upload
  return (
    <Panel title={words.file}>
      <div className="stack">
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? []
            // why: the same file, corrected, is chosen again; without this the browser would not tell.
            event.target.value = ''
            if (file) void upload.send(file)
          }}
        />
        <div className="row wrap">
          <Button pending={upload.pending} onClick={() => input.current?.click()}>
            {words.choose}
          </Button>
          <span className="caption">{upload.name ?? words.fileHint}</span>
        </div>
        {upload.pending && <p role="status">{words.checking}</p>}
        <Refusal problem={upload.problem} />
        {upload.isTooLarge && (
          <div className="notice refused" role="alert">
            <p className="notice-head">{words.tooLarge}</p>
          </div>
        )}
        {checked && <FileCheck checked={checked} />}
        {checked?.import && <Watched first={checked.import} />}
      </div>
    </Panel>
  )
}

/** One import with its acts; asked again while it runs, so that the page needs no reload. */
function Watched({ first }: { first: ImportCard }) {
  const answer = useAnswer(findImport, { importId: first.id }, { everyMs: 1_000 })
  return <ImportActs card={answer.data ?? first} />
}

function ImportActs({ card }: { card: ImportCard }) {
  const words = useWords(importWords)
  const start = useAct(startImport)
  const withdraw = useAct(withdrawImport)
  const importId = card.id
  return (
    <div className="stack">
      <ImportProgress card={card} />
      <Refusal problem={start.problem ?? withdraw.problem} />
      <div className="row wrap">
        {(card.state === 'checked' || card.state === 'stopped') && (
          <Button kind="primary" pending={start.pending} onClick={() => void start.run({ importId })}>
            {card.state === 'checked' ? words.start : words.goOn}
          </Button>
        )}
        {(card.state === 'checked' || card.state === 'stopped') && (
          <Button pending={withdraw.pending} onClick={() => void withdraw.run({ importId })}>
            {words.withdraw}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Those before the one in hand, which is shown above. */
function Recent({ rows, isFirst }: { rows: readonly ImportCard[]; isFirst: boolean }) {
  const words = useWords(importWords)
  const format = useFormat()
  if (isFirst) return <Told title={words.none} why={words.noneWhy} />
  if (rows.length === 0) return null
  return (
    <Panel title={words.recent}>
      <ul className="import-list">
        {rows.map((card) => (
          <li key={card.id}>
            <p>
              <time dateTime={card.uploadedAt}>{format.shortTime(card.uploadedAt)}</time> · {card.byName} · {words.rows(card.rows)} ·{' '}
              <b>{words.states[card.state]}</b>
            </p>
            <ImportActs card={card} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
