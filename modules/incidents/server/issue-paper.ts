import { holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { nextNumber } from '#platform/server/number.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { formRules, type IncidentForm, mayIssue } from '../domain/incident-paper.ts'
import { holdIncident } from './incident-repository.ts'
import { insertPaper, paperById } from './incident-paper-repository.ts'
import { type OwnFacts, paperRow, paperSeries } from './incident-paper-rows.ts'
import { isReporterSecret } from './may-know-callers.ts'
import { refusals } from './refusals.ts'
import { aboutIncident } from './step.ts'
import type { IncidentPaperRow, IncidentRow, IncidentTables } from './tables.ts'

interface Asked {
  readonly incidentId: string
  readonly paperId: string
  readonly form: IncidentForm
}

interface Ready {
  readonly row: IncidentRow
  /** The paper that the same click made before. */
  readonly known: IncidentPaperRow | undefined
}

/** The incident held for a paper: may I know it, is this form mine to issue, and does it fit how the incident ended. */
export async function takeUpForPaper(doing: Doing, { incidentId, paperId, form }: Asked): Promise<Ready> {
  const { actor, open, inputHash } = doing
  const tx = open.as<IncidentTables>()
  const row = await holdIncident(tx, actor, incidentId)
  if (!row) throw refusals.incidentNotFound(incidentId)
  doing.about(aboutIncident(row))
  const { by } = formRules[form]
  if (!holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, ...by)) throw refusals.paperNotYours(form, by)
  const known = await paperById(tx, row.bureau_code, paperId)
  if (known && (known.incident_id !== row.id || known.issued_by !== actor.id || !known.input_hash.equals(inputHash)))
    throw houseRefusals.sameIdOtherContent()
  if (!known && !mayIssue(form, row.disposition)) throw refusals.paperDoesNotFit(form, row.disposition)
  return { row, known }
}

interface Issuing {
  readonly paperId: string
  readonly own: OwnFacts
  readonly issuedAt: Date
}

/** Numbers the paper, seals its facts and keeps it. */
export async function issuePaper(doing: Doing, row: IncidentRow, { paperId, own, issuedAt }: Issuing): Promise<IncidentPaperRow> {
  const { open, now } = doing
  const offices = { bureau: await unitByCode(open, row.bureau_code as UnitCode), unit: await unitByCode(open, row.unit_code as UnitCode) }
  const serial = await nextNumber(open, paperSeries(row, own.form, now))
  const isSecret = await isReporterSecret(open, row)
  const paper = paperRow(doing, row, { id: paperId, own, serial, issuedAt, offices, isReporterSecret: isSecret })
  if (!(await insertPaper(open.as<IncidentTables>(), paper))) throw houseRefusals.sameIdOtherContent()
  return paper
}
