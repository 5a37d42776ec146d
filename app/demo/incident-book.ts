import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import * as contract from '#modules/incidents/contract.ts'
import { incidentRows } from '#modules/incidents/index.ts'
import { factTime, type FactTime } from '#platform/server/fact-time.ts'
import { readInput } from '#platform/server/input.ts'
import type { CaseBook } from './case-book.ts'
import type { DeedName } from './deeds.ts'
import type { Doing, Ledger } from './ledger.ts'

interface Entry {
  row: incidentRows.IncidentRow
  readonly log: incidentRows.StepLogRow[]
}

export interface IncidentBook {
  readonly carryOut: Readonly<Record<Extract<DeedName, `incidents.${string}`>, (doing: Doing, raw: object) => void>>
  /** Writes the incident, once nothing more happens in it. */
  close(incidentId: string): void
}

interface Given {
  readonly occurredAt?: string | undefined
  readonly lateReason?: string | undefined
}

const timeOf = ({ now }: Doing, { occurredAt, lateReason }: Given, after: Date | null): FactTime =>
  factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: after ?? undefined, lateReason }, now)

const hashOf = ({ vault }: Doing, input: object): Buffer => vault.hash('input', JSON.stringify(input))

const aboutIncident = (row: incidentRows.IncidentRow) => ({
  subject: incidentRows.subjectOf(row.id),
  bureauCode: row.bureau_code as BureauCode,
  unitCode: row.unit_code as UnitCode,
})

/** Writes incidents as the actions of `incidents` would. */
export function openIncidentBook(ledger: Ledger, cases: CaseBook): IncidentBook {
  const entries = new Map<string, Entry>()
  const entryOf = (id: string): Entry => {
    const found = entries.get(id)
    if (!found) throw new TypeError(`the county goes on with an incident that was not received: ${id}`)
    return found
  }
  const take = (entry: Entry, { change, log }: Pick<incidentRows.StepRows, 'change' | 'log'>) => {
    entry.row = { ...entry.row, ...change }
    entry.log.push({ ...log, seq: entry.log.length + 1 })
  }
  /** One step of an incident that is there: what it writes, and its line in the trail. */
  const step = (name: string, doing: Doing, entry: Entry, taken: incidentRows.StepRows) => {
    const about = aboutIncident(entry.row)
    take(entry, taken)
    ledger.emit(doing, [taken.event])
    ledger.record(doing, name, about)
  }
  const carryOut: IncidentBook['carryOut'] = {
    'incidents.receive': (doing, raw) => {
      const input = readInput(contract.receiveIncident.input, raw)
      const time = timeOf(doing, input, null)
      const series = incidentRows.incidentSeries(doing.actor.bureauCode, doing.now)
      const number = incidentRows.numberIn(series, ledger.next(series))
      const row = incidentRows.incidentRow({ ...doing, inputHash: hashOf(doing, input) }, input, { time, target: null, number })
      const entry = { row, log: [] }
      entries.set(row.id, entry)
      step('incidents.receive', doing, entry, incidentRows.receivedRows(doing, row, { time, lateReason: input.lateReason }))
    },
    'incidents.dispatch': (doing, raw) => {
      const { incidentId, unitCode } = readInput(contract.dispatchIncident.input, raw)
      const entry = entryOf(incidentId)
      const target = unitCode as UnitCode
      step('incidents.dispatch', doing, entry, incidentRows.dispatchedRows(doing, entry.row, target))
      ledger.tellStaff(doing, incidentRows.dispatchedMessage(entry.row, target, doing.now))
    },
    'incidents.sign': (doing, raw) => {
      const entry = entryOf(readInput(contract.signIncident.input, raw).incidentId)
      step('incidents.sign', doing, entry, incidentRows.signedRows(doing, entry.row))
    },
    'incidents.arrive': (doing, raw) => {
      const input = readInput(contract.arriveAtIncident.input, raw)
      const entry = entryOf(input.incidentId)
      const time = timeOf(doing, input, entry.row.signed_at)
      step('incidents.arrive', doing, entry, incidentRows.arrivedRows(doing, entry.row, { time, lateReason: input.lateReason }))
    },
    'incidents.dispose': (doing, raw) => {
      const input = readInput(contract.disposeIncident.input, raw)
      dispose(entryOf(input.incidentId), { ...doing, inputHash: hashOf(doing, input) }, input)
    },
    'incidents.fileCase': (doing, raw) => {
      const input = readInput(contract.fileIncident.input, raw)
      file(entryOf(input.incidentId), { ...doing, inputHash: hashOf(doing, input) }, input)
    },
  }

  function dispose(entry: Entry, doing: Doing, input: incidentRows.DisposeInput): void {
    const { row } = entry
    const time = timeOf(doing, input, row.arrived_at ?? row.signed_at)
    const isCrime = input.disposition === 'criminal-case'
    const opened = isCrime ? openCase(doing, row, incidentRows.askedAcceptance(row, input), time) : null
    if (input.disposition === 'administrative-case') {
      const clock = incidentRows.registrationClock(row, input.secrecy, time.occurredAt)
      if (clock) ledger.start(doing, clock)
      ledger.tellStaff(doing, incidentRows.caseProposedMessage(row))
    }
    step('incidents.dispose', doing, entry, incidentRows.disposedRows(doing, row, { input, time, opened }))
  }

  function file(entry: Entry, doing: Doing, input: incidentRows.FileInput): void {
    const { row } = entry
    const time = timeOf(doing, input, row.disposed_at)
    const opened = openCase(doing, row, incidentRows.askedFiling(row, input), time)
    take(entry, incidentRows.caseFiledRows(doing, row, { time, lateReason: input.lateReason, opened }))
    ledger.meet(incidentRows.subjectOf(row.id), incidentRows.registrationRule, time.occurredAt)
    ledger.record(doing, 'incidents.fileCase', aboutIncident(row))
  }

  function openCase(doing: Doing, row: incidentRows.IncidentRow, wanted: Parameters<typeof incidentRows.caseOf>[2], time: FactTime) {
    const { asked, opening } = incidentRows.caseOf(doing, row, wanted, time)
    return cases.open(doing, asked, opening)
  }

  return {
    carryOut,
    close: (incidentId) => {
      const { row, log } = entryOf(incidentId)
      entries.delete(incidentId)
      ledger.load.add('incidents.incident', [row])
      ledger.load.add('incidents.step_log', log)
      ledger.closeClocks(incidentRows.subjectOf(incidentId))
    },
  }
}
