import { v7 as uuid } from 'uuid'
import * as z from 'zod/mini'
import type { Officer } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { appendEntry } from '#modules/audit/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { nextNumber } from '#platform/server/number.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import type { ImportLine } from '../../domain/import-line.ts'
import { insertIncident, addStep } from '../incident-repository.ts'
import { incidentRow, incidentSeries, numberIn } from '../incident-row.ts'
import { aboutIncident } from '../step.ts'
import { disposedRows, receivedRows } from '../step-rows.ts'
import type { ImportRow, IncidentRow, IncidentTables } from '../tables.ts'
import { keyOf } from './check-file.ts'
import { aboutImport, batchCell } from './import-card.ts'
import { deleteBatch, holdImport, knownNumbers, nextBatch, updateImport, writeAlone } from './import-repository.ts'

export const importJob = 'incidents.import'

type Writing = Doing & { readonly by: Officer }

/** Whoever started the import registers its rows; the job only carries it out. */
const officerOf = (row: ImportRow): Officer => ({
  kind: 'officer',
  id: row.by_id,
  name: row.by_name,
  policeNumber: '',
  unitCode: row.by_unit as UnitCode,
  bureauCode: row.bureau_code as BureauCode,
  grants: [],
})

const reasonOf = ({ sourceSystem, sourceNumber }: ImportLine): string => `从${sourceSystem}导入，原编号 ${sourceNumber}`

/** The incident with the rows and events that its call, and its end in the other system, would have left. */
function rowsOf({ by, ...doing }: Writing, line: ImportLine, number: string) {
  const hand = { ...doing, actor: by, inputHash: doing.vault.hash('input', JSON.stringify(line)) }
  const lateReason = reasonOf(line)
  const { reporterName, reporterPhone, source, category, grade, place, summary, ended } = line
  const input = {
    id: uuid(),
    source,
    category,
    grade,
    place,
    summary,
    sensitivity: 'none' as const,
    ...(reporterName && { reporterName }),
    ...(reporterPhone && { reporterPhone }),
  }
  const receivedAt = new Date(line.receivedAt)
  const time = factTime({ occurredAt: receivedAt, lateReason }, doing.now)
  const late = (isLateEntry: boolean) => (isLateEntry ? lateReason : undefined)
  const taken: IncidentRow = {
    ...incidentRow(hand, input, { time, number }),
    source_system: line.sourceSystem,
    source_number: line.sourceNumber,
  }
  const received = receivedRows(hand, taken, { time, lateReason: late(time.isLateEntry) })
  if (ended === null) return { row: taken, logs: [received.log], events: [received.event] }
  const held = { ...taken, unit_code: ended.unitCode ?? taken.unit_code }
  const end = factTime({ occurredAt: new Date(ended.at), after: receivedAt, lateReason }, doing.now)
  const asked = {
    incidentId: held.id,
    disposition: ended.disposition,
    note: ended.note,
    secrecy: 'ordinary' as const,
    lateReason: late(end.isLateEntry),
  }
  const disposed = disposedRows(hand, held, { input: asked, time: end, opened: null })
  // why: what was transferred was handed over by the other system; the 24 hours are not owed a second time.
  const row = { ...held, ...disposed.change, hand_over_due_at: null }
  return { row, logs: [received.log, disposed.log], events: [received.event, disposed.event] }
}

async function register(doing: Writing, line: ImportLine): Promise<void> {
  const tx = doing.open.as<IncidentTables>()
  const series = incidentSeries(doing.by.bureauCode, doing.now)
  const { row, logs, events } = rowsOf(doing, line, numberIn(series, await nextNumber(doing.open, series)))
  if (!(await insertIncident(tx, row))) throw houseRefusals.sameIdOtherContent()
  for (const log of logs) await addStep(tx, log)
  for (const event of events) doing.emit(event)
  await appendEntry(doing.open, { actor: doing.actor, action: importJob, about: aboutIncident(row), outcome: 'done', at: doing.now })
}

/**
 * Registers the next rows of a running import: rows, numbers, events, trail and how far it came, all of them or none.
 * A row whose number of the source system is registered already is left out, so the same file twice gives nothing new.
 */
export const writeImport = defineAction<IncidentTables>()({
  name: importJob,
  input: z.object({ importId: z.uuid() }),
  allowedTo: (actor) => actor.kind === 'job',

  async run(doing, { importId }): Promise<{ state: ImportRow['state'] | null }> {
    const { actor, tx, now, vault, about } = doing
    await writeAlone(tx, actor.bureauCode)
    const row = await holdImport(tx, actor.bureauCode, importId)
    if (row?.state !== 'running') return { state: row?.state ?? null }
    about(aboutImport(row))
    const batch = await nextBatch(tx, row)
    if (!batch) return { state: (await updateImport(tx, row, { state: 'done', ended_at: now, attempts: 0 })).state }
    const lines = JSON.parse(vault.open(batch.rows_sealed, batchCell(row.bureau_code, row.id, batch.seq))) as ImportLine[]
    const known = new Set((await knownNumbers(tx, row.bureau_code, lines)).map(keyOf))
    const fresh = lines.filter((line) => !known.has(keyOf(line)))
    for (const line of fresh) await register({ ...doing, by: officerOf(row) }, line)
    await deleteBatch(tx, batch)
    const counts = { written_count: row.written_count + fresh.length, known_count: row.known_count + lines.length - fresh.length }
    const isDone = (await nextBatch(tx, row)) === undefined
    return {
      state: (await updateImport(tx, row, { ...counts, attempts: 0, run_after: now, ...(isDone && { state: 'done', ended_at: now }) }))
        .state,
    }
  },
})
