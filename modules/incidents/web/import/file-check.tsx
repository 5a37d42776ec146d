import type { ReactNode } from 'react'
import { useWords } from '#platform/web/language.ts'
import { Attention, Done } from '#platform/web/refusal.tsx'
import type { CheckedFile } from '../../contract.ts'
import { importWords } from './import-words.ts'

/** What was found in a file: its encoding, what each column is used for, its first lines, and every fault. */
export function FileCheck({ checked }: { checked: CheckedFile }) {
  const words = useWords(importWords)
  const about = [words.encoding(checked.encoding), words.rows(checked.rows), checked.known > 0 && words.known(checked.known)]
  return (
    <div className="stack">
      <p>{about.filter(Boolean).join(' · ')}</p>
      {checked.faultCount > 0 ? <Faults checked={checked} /> : <Done title={words.sound} />}
      {checked.columns.length > 0 && <Columns checked={checked} />}
      {checked.preview.length > 0 && <Preview checked={checked} />}
    </div>
  )
}

/** A table that may be wider than the page; reached by keyboard, so that it can be moved without a mouse. */
const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  <section aria-label={label}>
    <h3>{label}</h3>
    <div className="import-wide" role="group" aria-label={label} tabIndex={0}>
      <table className="plain-table">{children}</table>
    </div>
  </section>
)

function Faults({ checked }: { checked: CheckedFile }) {
  const words = useWords(importWords)
  return (
    <>
      <Attention title={words.faulty(checked.faultCount)}>
        <p>
          {words.faultyWhy} {checked.faultCount > checked.faults.length && words.firstFaults(checked.faults.length)}
        </p>
      </Attention>
      <Wide label={words.whatToDo}>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.whatToDo}</th>
          </tr>
        </thead>
        <tbody>
          {checked.faults.map(({ line, column, code, otherLine }) => (
            <tr key={`${line} ${column} ${code}`}>
              <td>{line}</td>
              <td>{column === null ? words.wholeLine : words.columns[column]}</td>
              <td>
                {words.faults[code]} {otherLine !== undefined && words.otherLine(otherLine)}
              </td>
            </tr>
          ))}
        </tbody>
      </Wide>
    </>
  )
}

/** The columns as the file itself calls them, after one of our own. */
function TitlesOfFile({ first, checked }: { first: string; checked: CheckedFile }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {checked.columns.map(({ title }, at) => (
          <th key={at} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Columns({ checked }: { checked: CheckedFile }) {
  const words = useWords(importWords)
  return (
    <Wide label={words.mapped}>
      <TitlesOfFile first={words.fileTitle} checked={checked} />
      <tbody>
        <tr>
          <th scope="row">{words.use}</th>
          {checked.columns.map(({ column }, at) => (
            <td key={at}>{column === null ? words.unused : words.columns[column]}</td>
          ))}
        </tr>
      </tbody>
    </Wide>
  )
}

function Preview({ checked }: { checked: CheckedFile }) {
  const words = useWords(importWords)
  return (
    <Wide label={words.preview}>
      <TitlesOfFile first={words.line} checked={checked} />
      <tbody>
        {checked.preview.map(({ line, cells }) => (
          <tr key={line}>
            <td>{line}</td>
            {cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Wide>
  )
}
