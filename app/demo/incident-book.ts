import type { UnitCode } from '#kernel/unit-code.ts'
import * as contract from '#modules/incidents/contract.ts'
import { incidentRows } from '#modules/incidents/index.ts'
import { factTime, type FactTime } from '#platform/server/fact-time.ts'
import type { CaseBook } from './case-book.ts'
import type { DeedName } from './deeds.ts'
import { given } from './given.ts'
import type { Doing, Ledger } from './ledger.ts'

interface Entry {
  row: incidentRows.IncidentRow
  sent: readonly incidentRows.DispatchRow[]
  readonly log: incidentRows.StepLogRow[]
  readonly papers: incidentRows.IncidentPaperRow[]
}

export interface IncidentBook {
  readonly carryOut: Readonly<Record<Extract<DeedName, `incidents.${string}`>, (doing: Doing, raw: object) => void>>
  /** Writes the incident, once nothing more happens in it. */
  close(incidentId: string): void
}

/** The incidents of the county as far as it has come. */
interface Book {
  readonly ledger: Ledger
  readonly cases: CaseBook
  readonly entries: Map<string, Entry>
}

interface When {
  readonly occurredAt?: string | undefined
  readonly lateReason?: string | undefined
}

const timeOf = ({ now }: Doing, { occurredAt, lateReason }: When, after: Date | null): FactTime =>
  factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: after ?? undefined, lateReason }, now)

function entryOf({ entries }: Pick<Book, 'entries'>, id: string): Entry {
  const found = entries.get(id)
  if (!found) throw new TypeError(`the county goes on with an incident that was not received: ${id}`)
  return found
}

function take(entry: Entry, { change, log }: Pick<incidentRows.StepRows, 'change' | 'log'>): void {
  entry.row = { ...entry.row, ...change }
  entry.log.push({ ...log, seq: entry.log.length + 1 })
}

interface Stepped {
  readonly name: DeedName
  readonly doing: Doing
  readonly entry: Entry
  readonly taken: incidentRows.StepRows
}

/** One step of an incident that is there: what it writes, and its line in the trail. */
function step(book: Book, { name, doing, entry, taken }: Stepped): void {
  const { row } = entry
  take(entry, taken)
  book.ledger.emit(doing, [taken.event])
  book.ledger.record(doing, name, incidentRows.aboutIncident({ ...row, secrecy: entry.row.secrecy }))
}

interface OnBoard {
  readonly name: DeedName
  readonly doing: Doing
  readonly entry: Entry
  readonly acted: incidentRows.BoardRows
}

/** What an act with the units sent writes, and its line in the trail. */
function act(book: Book, { name, doing, entry, acted }: OnBoard): void {
  const { row } = entry
  for (const log of acted.logs) take(entry, { change: acted.change, log })
  entry.sent = acted.sent
  book.ledger.emit(doing, acted.events)
  book.ledger.record(doing, name, incidentRows.aboutIncident(row))
}

/** The unit that leads; the county sends no more than one. */
function leadOf({ row, sent }: Entry): incidentRows.DispatchRow {
  const lead = incidentRows.leadOf(sent)
  if (!lead) throw new TypeError(`no unit was sent to ${row.id}`)
  return lead
}

function dispatch(book: Book, doing: Doing, { incidentId, unitCodes }: { incidentId: string; unitCodes: readonly string[] }): void {
  const entry = entryOf(book, incidentId)
  const units = unitCodes as readonly UnitCode[]
  act(book, { name: 'incidents.dispatch', doing, entry, acted: incidentRows.sentRows(doing, entry, { units }) })
  for (const unit of units)
    book.ledger.tellStaff(doing, incidentRows.dispatchedMessage(entry.row, { unit, isLead: entry.row.unit_code === unit }, doing.now))
}

function receive(book: Book, doing: Doing, input: incidentRows.ReceiveInput): void {
  const time = timeOf(doing, input, null)
  const series = incidentRows.incidentSeries(doing.actor.bureauCode, doing.now)
  const number = incidentRows.numberIn(series, book.ledger.next(series))
  const row = incidentRows.incidentRow(doing, input, { time, number })
  const entry: Entry = { row, sent: [], log: [], papers: [] }
  book.entries.set(row.id, entry)
  step(book, {
    name: 'incidents.receive',
    doing,
    entry,
    taken: incidentRows.receivedRows(doing, row, { time, lateReason: input.lateReason }),
  })
}

function openCase(
  { cases }: Book,
  doing: Doing,
  row: incidentRows.IncidentRow,
  wanted: Parameters<typeof incidentRows.caseOf>[2] & { readonly time: FactTime },
) {
  const { time, ...rest } = wanted
  const { asked, opening } = incidentRows.caseOf(doing, row, rest, time)
  return cases.open(doing, asked, opening)
}

function dispose(book: Book, doing: Doing, input: incidentRows.DisposeInput): void {
  const entry = entryOf(book, input.incidentId)
  const { row } = entry
  const time = timeOf(doing, input, row.arrived_at ?? row.signed_at)
  const isCrime = input.disposition === 'criminal-case'
  const opened = isCrime ? openCase(book, doing, row, { ...incidentRows.askedAcceptance(row, input), time }) : null
  const clock = incidentRows.clockOwed(row, input, time.occurredAt)
  if (clock) book.ledger.start(doing, clock)
  if (input.disposition === 'administrative-case') book.ledger.tellStaff(doing, incidentRows.caseProposedMessage(row))
  step(book, { name: 'incidents.dispose', doing, entry, taken: incidentRows.disposedRows(doing, row, { input, time, opened }) })
}

function file(book: Book, doing: Doing, input: incidentRows.FileInput): void {
  const entry = entryOf(book, input.incidentId)
  const { row } = entry
  const time = timeOf(doing, input, row.disposed_at)
  const asked = incidentRows.askedFiling(row, input)
  const opened = openCase(book, doing, row, { ...asked, time })
  take(entry, incidentRows.caseFiledRows(doing, row, { time, lateReason: input.lateReason, opened, asked }))
  book.ledger.meet(incidentRows.subjectOf(row.id), incidentRows.registrationRule, time.occurredAt)
  book.ledger.record(doing, 'incidents.fileCase', incidentRows.aboutIncident({ ...row, secrecy: asked.secrecy }))
}

function refuse({ ledger, entries }: Book, doing: Doing, input: incidentRows.RefuseInput): void {
  const entry = entryOf({ entries }, input.incidentId)
  const { row } = entry
  const time = timeOf(doing, input, row.disposed_at)
  const taken = incidentRows.refusedRows(doing, row, { input, time })
  const offices = { bureau: ledger.units.get(row.bureau_code), unit: ledger.units.get(row.unit_code) }
  const serial = ledger.next(incidentRows.paperSeries(row, 'refusal-notice', doing.now))
  const own = incidentRows.refusalFacts({ input, time })
  entry.papers.push(
    incidentRows.paperRow(doing, row, {
      id: input.paperId,
      own,
      serial,
      issuedAt: time.occurredAt,
      offices,
      isReporterSecret: row.is_reporter_secret,
    }),
  )
  take(entry, taken)
  ledger.emit(doing, [taken.event])
  const message = incidentRows.refusalMessage(doing, row, { paperId: input.paperId, unitName: offices.unit?.nameZh ?? row.unit_code })
  if (message) ledger.tellPhone(doing, message)
  ledger.record(doing, 'incidents.refuseFiling', incidentRows.aboutIncident(row))
}

function handOver(book: Book, doing: Doing, input: incidentRows.HandOverInput): void {
  const entry = entryOf(book, input.incidentId)
  const time = timeOf(doing, input, entry.row.disposed_at)
  const taken = incidentRows.handedOverRows(doing, entry.row, { ...input, time, lateReason: input.lateReason })
  book.ledger.meet(incidentRows.subjectOf(entry.row.id), incidentRows.transferRule, time.occurredAt)
  step(book, { name: 'incidents.handOver', doing, entry, taken })
}

const deedsOf = (book: Book): IncidentBook['carryOut'] => ({
  'incidents.receive': (plain, raw) => {
    const { input, doing } = given(plain, contract.receiveIncident.input, raw)
    receive(book, doing, input)
  },
  'incidents.dispatch': (plain, raw) => {
    const { input, doing } = given(plain, contract.dispatchIncident.input, raw)
    dispatch(book, doing, input)
  },
  'incidents.sign': (plain, raw) => {
    const { input, doing } = given(plain, contract.signIncident.input, raw)
    const entry = entryOf(book, input.incidentId)
    act(book, { name: 'incidents.sign', doing, entry, acted: incidentRows.signedRows(doing, entry, leadOf(entry)) })
  },
  'incidents.arrive': (plain, raw) => {
    const { input, doing } = given(plain, contract.arriveAtIncident.input, raw)
    const entry = entryOf(book, input.incidentId)
    const time = timeOf(doing, input, entry.row.signed_at)
    const acted = incidentRows.arrivedRows(doing, entry, { unit: leadOf(entry), time, lateReason: input.lateReason })
    act(book, { name: 'incidents.arrive', doing, entry, acted })
  },
  'incidents.dispose': (plain, raw) => {
    const { input, doing } = given(plain, contract.disposeIncident.input, raw)
    dispose(book, doing, input)
  },
  'incidents.refuseFiling': (plain, raw) => {
    const { input, doing } = given(plain, contract.refuseFiling.input, raw)
    refuse(book, doing, input)
  },
  'incidents.handOver': (plain, raw) => {
    const { input, doing } = given(plain, contract.handOverIncident.input, raw)
    handOver(book, doing, input)
  },
  'incidents.fileCase': (plain, raw) => {
    const { input, doing } = given(plain, contract.fileIncident.input, raw)
    file(book, doing, input)
  },
})

/** Writes incidents as the actions of `incidents` would. */
export function openIncidentBook(ledger: Ledger, cases: CaseBook): IncidentBook {
  const book: Book = { ledger, cases, entries: new Map() }
  return {
    carryOut: deedsOf(book),
    close: (incidentId) => {
      const { row, sent, log, papers } = entryOf(book, incidentId)
      book.entries.delete(incidentId)
      ledger.load.add('incidents.incident', [row])
      ledger.load.add('incidents.dispatch', sent)
      ledger.load.add(
        'incidents.step_log',
        log.map((line) => ({ ...line, replaced: line.replaced && JSON.stringify(line.replaced) })),
      )
      ledger.load.add('incidents.paper', papers)
      ledger.closeClocks(incidentRows.subjectOf(incidentId))
    },
  }
}
