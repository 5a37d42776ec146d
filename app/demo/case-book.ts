import { caseRows, type CaseProgress, type Opened, type OpenCase, type Opening } from '#modules/cases/index.ts'
import * as contract from '#modules/cases/contract.ts'
import { clockOf } from '#modules/deadlines/index.ts'
import { publicQueryRows } from '#modules/public-query/index.ts'
import { factTime } from '#platform/server/fact-time.ts'
import type * as z from 'zod/mini'
import { given } from './given.ts'
import type { CountyOfficer } from '../../data/county/county-officers.ts'
import { type Random, randomOf } from '../../data/county/random.ts'
import type { Doing, Ledger } from './ledger.ts'

/** One case as far as the county has come with it. */
interface Entry {
  row: caseRows.CaseRow
  readonly log: caseRows.StageLogRow[]
  readonly papers: caseRows.PaperRow[]
  readonly services: caseRows.PaperServiceRow[]
  readonly receipt: caseRows.ReceiptRow
  readonly party: caseRows.PartyRow
  readonly reporter: OpenCase['reporter']
}

export interface CaseBook {
  open(doing: Doing, asked: OpenCase, opening: Opening): Pick<Opened, 'id' | 'number'>
  move(doing: Doing, raw: object): void
  serveNotice(doing: Doing, raw: object): void
  /** Writes the case, once nothing more happens in it. */
  close(caseId: string): void
}

const queryCodeFrom = (random: Random): string => Array.from({ length: 4 }, () => String(random.int(0, 9_999)).padStart(4, '0')).join('')

const progressOf = ({ row, log, receipt, party }: Entry, { units }: Ledger): CaseProgress =>
  caseRows.progressOf({ row, log, receipts: [receipt], parties: [party] }, units.get(row.unit_code))

/** Writes cases as the doors and actions of `cases` would, and what the citizens' side makes of them. */
export function openCaseBook(ledger: Ledger, officers: ReadonlyMap<string, CountyOfficer>, seed: string): CaseBook {
  const codes = randomOf(`${seed}/query-codes`)
  const entries = new Map<string, Entry>()
  const entryOf = (caseId: string): Entry => {
    const found = entries.get(caseId)
    if (!found) throw new TypeError(`the county moves a case that was not opened: ${caseId}`)
    return found
  }
  return {
    open: (doing, asked, opening) => {
      const { row, log, event } = caseRows.openingRows(doing, asked, opening, numberOf(ledger, doing, opening))
      const given = {
        reporter: asked.reporter,
        reportWay: opening.reportWay,
        partyId: ledger.ids.id(doing.now),
        receiptId: ledger.ids.id(doing.now),
      }
      const facts = caseRows.receiptPaper(doing, row, given, {
        bureau: ledger.units.get(row.bureau_code),
        unit: ledger.units.get(row.unit_code),
        holder: officers.get(row.holder_id),
        queryCode: queryCodeFrom(codes),
        serial: ledger.next(caseRows.receiptSeries(row)),
      })
      const issued = caseRows.receiptRows(doing, row, given, facts)
      for (const clock of caseRows.clockStarts(row, caseRows.openingMove(row.kind), [], opening.occurredAt)) ledger.start(doing, clock)
      ledger.emit(doing, [event, issued.event])
      if (issued.message) ledger.tellPhone(doing, issued.message)
      if (row.kind === 'criminal') ledger.tellStaff(doing, caseRows.leaderMessage(row, ledger.units.get(row.unit_code)))
      entries.set(row.id, {
        row,
        log: [log],
        papers: [],
        services: [],
        receipt: issued.receipt,
        party: issued.party,
        reporter: asked.reporter,
      })
      return { id: row.id, number: row.number }
    },
    move: (plain, raw) => {
      const { input, doing } = given(plain, contract.moveCase.input, raw)
      move(ledger, doing, entryOf(input.caseId), input)
    },
    serveNotice: (plain, raw) => {
      const { input, doing } = given(plain, contract.serveNotice.input, raw)
      serve(ledger, doing, entryOf(input.caseId), input)
    },
    close: (caseId) => {
      writeCase(ledger, entryOf(caseId))
      entries.delete(caseId)
    },
  }
}

const numberOf = (ledger: Ledger, { now }: Doing, opening: Opening): string =>
  caseRows.caseNumber(opening.unitCode, now, ledger.next(caseRows.caseSeries(opening, now)))

type MoveInput = Parameters<typeof caseRows.moveRows>[2] extends infer Moving ? Omit<Moving, 'move' | 'time'> : never

function move(ledger: Ledger, doing: Doing, entry: Entry, input: MoveInput): void {
  const { row } = entry
  const lawful = caseRows.moveBetween(row.kind, row.stage, input.act)
  if (!lawful) throw new TypeError(`the county wants to ${input.act} a case that is ${row.stage}`)
  const time = factTime(
    { occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined, after: row.stage_since, lateReason: input.lateReason },
    doing.now,
  )
  const { change, log, event } = caseRows.moveRows(doing, row, { ...input, move: lawful, time })
  entry.row = { ...row, ...change }
  entry.log.push({ ...log, seq: entry.log.length + 1 })
  for (const rule of lawful.ends) ledger.meet(caseRows.subjectOf(row.id), rule, time.occurredAt)
  for (const clock of caseRows.clockStarts(row, lawful, [entry.party], time.occurredAt)) ledger.start(doing, clock)
  if (input.act === 'refuse' && entry.party.role === 'complainant')
    refuse(ledger, doing, entry, { reason: caseRows.printedReasons(input.ground, input.reason ?? ''), occurredAt: time.occurredAt })
  ledger.emit(doing, [event])
  ledger.record(doing, 'cases.move', caseRows.aboutCase(row))
  tellMilestone(ledger, doing, entry, event.name)
}

type ServeInput = z.output<typeof contract.serveNotice.input>

function serve(ledger: Ledger, doing: Doing, { row, party, papers, services }: Entry, { way, occurredAt, lateReason }: ServeInput): void {
  const [notice] = papers
  if (!notice) throw new TypeError(`the county serves a notice that was not made out: ${row.id}`)
  const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: notice.issued_at, lateReason }, doing.now)
  services.push(caseRows.serviceRow(doing, notice, { way, lateReason, time }))
  ledger.meet(caseRows.partySubject(row.id, party.id), caseRows.noticeServiceRule, time.occurredAt)
  ledger.emit(doing, [caseRows.noticeServedOn(row, time.occurredAt)])
  ledger.record(doing, 'cases.serveNotice', caseRows.aboutCase(row))
}

function refuse(
  ledger: Ledger,
  doing: Doing,
  { row, reporter, party, papers }: Entry,
  refused: { reason: string; occurredAt: Date },
): void {
  const parts = {
    id: ledger.ids.id(doing.now),
    serial: ledger.next(caseRows.noticeSeries(row, doing.now)),
    partyId: party.id,
    reporterName: reporter.name,
    isIdentitySecret: party.is_identity_secret,
    bureau: ledger.units.get(row.bureau_code),
    unit: ledger.units.get(row.unit_code),
  }
  papers.push(caseRows.refusalNoticeRow(doing, row, refused, parts))
}

function tellMilestone(ledger: Ledger, doing: Doing, entry: Entry, event: string): void {
  const progress = progressOf(entry, ledger)
  const told = publicQueryRows.toldOn(progress, event)
  const { phone } = entry.reporter
  if (!told || phone === null) return
  for (const receipt of told.receipts)
    ledger.tellPhone(
      doing,
      publicQueryRows.milestoneMessage(doing, progress, {
        bureauCode: ledger.bureau,
        receiptId: receipt.id,
        milestone: told.milestone,
        phone,
      }),
    )
}

const byStart = (one: { startedAt: Date; rule: string }, other: { startedAt: Date; rule: string }) =>
  one.startedAt.getTime() - other.startedAt.getTime() || (one.rule < other.rule ? -1 : 1)

function writeCase(ledger: Ledger, entry: Entry): void {
  const { load, units, bureau } = ledger
  load.add('cases.case', [entry.row])
  load.add('cases.stage_log', entry.log)
  load.add('cases.party', [entry.party])
  load.add('cases.receipt', [entry.receipt])
  load.add('cases.paper', entry.papers)
  load.add('cases.paper_service', entry.services)
  const progress = progressOf(entry, ledger)
  const { id } = entry.row
  const subjects = [caseRows.subjectOf(id), caseRows.partySubject(id, entry.party.id)]
  const clocks = subjects.flatMap((subject) => ledger.closeClocks(subject).map(clockOf)).toSorted(byStart)
  const told = clocks.map(publicQueryRows.promiseClockOf).filter((clock) => clock !== null)
  const offices = publicQueryRows.officesFrom(bureau, progress, units.get(entry.row.unit_code), units.get(bureau))
  const { receipts, milestones } = publicQueryRows.projectionRows(bureau, progress, told, offices)
  load.add('public_query.receipt', receipts)
  load.add('public_query.milestone', milestones)
}
