import { useWords } from '#platform/web/language.ts'
import { ListPage, type ListQuestion } from '#platform/web/list-page.tsx'
import { Facts } from '#platform/web/panel.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { type HeadSheetRow, listHeads } from '../contract.ts'
import { auditWords } from './words.ts'

type Words = (typeof auditWords)['zh']['heads']

const algorithms = { ed25519: 'Ed25519', 'sm2-sm3': 'SM2 · SM3' } as const
const slowMs = 30_000

const questionOf = ({ filters, after, limit }: ListQuestion) => ({
  kind: (['hour', 'day'] as const).find((one) => one === filters.kind),
  sent: (['sent', 'kept'] as const).find((one) => one === filters.sent),
  after,
  limit,
})

const sheetPath = ({ id }: HeadSheetRow, what: 'paper' | 'file') => `/api/audit/heads/${id}/${what}`

function Sending({ sheet, words }: { sheet: HeadSheetRow; words: Words }) {
  const { sending } = sheet
  if (sending === null) return <span className="muted">{words.kept}</span>
  if (sending.sentAt === null) return <span className="strong tone-urgent">✕ {words.failing(sending.attempts)}</span>
  return <span>{sending.place}</span>
}

/** Signed heads of the audit chains: what was signed when, and where it was sent. */
export function HeadsPage() {
  const { heads: words } = useWords(auditWords)
  const format = useFormat()
  return (
    <ListPage
      title={words.title}
      endpoint={listHeads}
      input={questionOf}
      everyMs={slowMs}
      idOf={(sheet) => sheet.id}
      filters={[
        {
          kind: 'choice',
          name: 'kind',
          label: words.kind,
          options: (['day', 'hour'] as const).map((value) => ({ value, label: words.kinds[value] })),
        },
        {
          kind: 'choice',
          name: 'sent',
          label: words.sending,
          options: (['sent', 'kept'] as const).map((value) => ({ value, label: words.states[value] })),
        },
      ]}
      columns={[
        { id: 'taken', title: words.taken, width: 120, card: 'head', cell: (sheet) => format.shortTime(sheet.takenAt) },
        { id: 'number', title: words.number, width: 84, card: 'head', opens: true, cell: (sheet) => sheet.number },
        { id: 'kind', title: words.kind, width: 84, cell: (sheet) => words.kinds[sheet.kind] },
        { id: 'bureau', title: words.bureau, width: 150, drop: 1, cell: (sheet) => sheet.bureauName },
        { id: 'covers', title: words.covers, width: 210, drop: 2, cell: (sheet) => words.coversWhat(sheet.chains, sheet.entries) },
        { id: 'sending', title: words.sending, cell: (sheet) => <Sending sheet={sheet} words={words} /> },
      ]}
      drawer={{ title: (sheet) => `${words.title} ${sheet.number}`, body: (sheet) => <SheetParts sheet={sheet} /> }}
      empty={{ title: words.none, why: words.explain }}
    />
  )
}

function SheetParts({ sheet }: { sheet: HeadSheetRow }) {
  const { heads: words } = useWords(auditWords)
  const format = useFormat()
  const { sending } = sheet
  return (
    <div className="stack">
      <Facts
        facts={[
          { label: words.bureau, value: sheet.bureauName },
          { label: words.taken, value: format.shortTime(sheet.takenAt) },
          { label: words.kind, value: words.kinds[sheet.kind] },
          { label: words.covers, value: words.coversWhat(sheet.chains, sheet.entries) },
          { label: words.algorithm, value: algorithms[sheet.algorithm] },
          { label: words.key, value: <code>{sheet.key}</code> },
          { label: words.sending, value: sending === null ? words.kept : <Sending sheet={sheet} words={words} /> },
          sending !== null && sending.sentAt === null && { label: words.sentTo, value: sending.place },
          sending !== null && sending.sentAt !== null && { label: words.sentAt, value: format.shortTime(sending.sentAt) },
          sending !== null && sending.error !== null && { label: words.error, value: <code>{sending.error}</code> },
        ]}
      />
      <div className="row wrap">
        <a href={sheetPath(sheet, 'paper')} target="_blank" rel="noreferrer">
          {words.print}
        </a>
        <a href={sheetPath(sheet, 'file')} download>
          {words.take}
        </a>
      </div>
      <p className="muted">{words.explain}</p>
    </div>
  )
}
