import { type Actor, holds, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { maskName, maskPhone } from '#modules/cases/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { defineQuery } from '#platform/server/query.ts'
import type { Vault } from '#platform/server/vault.ts'
import { findIncident as endpoint, type IncidentDetail } from '../contract.ts'
import { isBeside } from '../domain/incident-state.ts'
import { formRules, issuableForms } from '../domain/incident-paper.ts'
import { cardsOf } from './incident-card.ts'
import type { Board } from './dispatch-rows.ts'
import { sentTo } from './dispatch-queries.ts'
import { openStepsFor, ownPartOf, unitsSent } from './incident-rights.ts'
import { tellers } from '../domain/telling.ts'
import { findIncident as findVisible, readers, stepsOf } from './incident-repository.ts'
import { reporterOf } from './open-from-incident.ts'
import { papersOf, servicesOf } from './incident-paper-repository.ts'
import { seesTrail } from './list-incident-trail.ts'
import { mayKnowCallers } from './may-know-callers.ts'
import { originAndEnd } from './origin-and-end.ts'
import { refusals } from './refusals.ts'
import { type Related, relatedOf } from './related-incidents.ts'
import { aboutIncident } from './step.ts'
import type { IncidentRow, IncidentTables, ReplacedDisposition, StepLogRow } from './tables.ts'

/** One incident, opened. Opening it is written into the trail. */
export const findIncident = defineQuery<IncidentTables>()({
  name: 'incidents.find',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open, vault, now, about }, { incidentId }) {
    const row = await findVisible(db, actor, incidentId)
    if (!row) throw refusals.incidentNotFound(incidentId)
    about(aboutIncident(row))
    const [card] = await cardsOf({ open, vault, now }, [row])
    const sent = await sentTo(db, row.bureau_code, row.id)
    const isKnown = await mayKnowCallers(open, actor, row)
    const related = await relatedOf({ open, actor, vault, isKnown }, row)
    return {
      ...(card as NonNullable<typeof card>),
      ...maskedReporter(vault, row, isKnown),
      isReporterSecret: !isKnown,
      reporterAskedSecrecy: row.is_reporter_secret,
      ...timesOf(row),
      dispositionNote: row.disposition_note,
      proposedCause: row.proposed_cause,
      proposedCauseText: row.proposed_cause_text,
      proposedCauseLaw: row.proposed_cause_law,
      proposedCauseArticle: row.proposed_cause_article,
      sourceSystem: row.source_system,
      sourceNumber: row.source_number,
      papers: await paperCards(open, row),
      ...related.merging,
      sent: await unitsSent(open, actor, { row, sent }),
      ownPart: ownPartOf(actor, row, sent),
      ...(await originAndEnd(open, row)),
      history: await history(open, await stepsOf(db, row.bureau_code, row.id), related),
      can: rightsOn(actor, { row, sent }, isKnown),
    }
  },
})

function handedOver(row: IncidentRow): IncidentDetail['handedOver'] {
  const { handed_over_at: at, handed_over_to: to, handed_over_way: way, reporter_told: reporterTold } = row
  return at && to !== null && way && reporterTold ? { at: at.toISOString(), to, way, reporterTold } : null
}

function replacedOf({ disposition, note, causeCode, ...cause }: ReplacedDisposition): IncidentDetail['history'][number]['replaced'] {
  return { disposition, note, cause: causeCode === null ? null : { causeCode, ...cause } }
}

const timesOf = (row: IncidentRow) => {
  const text = (at: Date | null) => at?.toISOString() ?? null
  return {
    dispatchedAt: text(row.dispatched_at),
    signedAt: text(row.signed_at),
    arrivedAt: text(row.arrived_at),
    disposedAt: text(row.disposed_at),
    refusedAt: text(row.refused_at),
    handedOver: handedOver(row),
  }
}

function maskedReporter(vault: Vault, row: IncidentRow, isKnown: boolean): Pick<IncidentDetail, 'reporterName' | 'reporterPhone'> {
  if (!isKnown) return { reporterName: null, reporterPhone: null }
  const { name, phone } = reporterOf({ vault }, row, { reporterName: undefined, reporterPhone: undefined })
  return { reporterName: name && maskName(name), reporterPhone: phone && maskPhone(phone) }
}

async function history(open: OpenTransaction, log: readonly StepLogRow[], { calls, others }: Related): Promise<IncidentDetail['history']> {
  const codes = log.flatMap((line) => [line.by_unit, line.target_unit ?? line.by_unit] as UnitCode[])
  const names = await unitNames(open, codes)
  return log.map((line) => ({
    step: line.step,
    occurredAt: line.occurred_at.toISOString(),
    recordedAt: line.recorded_at.toISOString(),
    isLateEntry: line.is_late_entry,
    lateReason: line.late_reason,
    byName: line.by_name,
    byUnitName: names.get(line.by_unit) ?? line.by_unit,
    targetUnitName: line.target_unit && (names.get(line.target_unit) ?? line.target_unit),
    disposition: line.disposition,
    note: line.note,
    call: calls.get(line.seq) ?? null,
    other: others.get(line.seq) ?? null,
    reason: line.reason,
    replaced: line.replaced && replacedOf(line.replaced),
  }))
}

async function paperCards(open: OpenTransaction, row: IncidentRow): Promise<IncidentDetail['papers']> {
  const db = open.as<IncidentTables>()
  const papers = await papersOf(db, row.bureau_code, row.id)
  const services = await servicesOf(
    db,
    row.bureau_code,
    papers.map((paper) => paper.id),
  )
  return papers.map((paper) => {
    const served = services.find((service) => service.paper_id === paper.id)
    return {
      id: paper.id,
      form: paper.form,
      paperNumber: paper.paper_number,
      issuedAt: paper.issued_at.toISOString(),
      served: served ? { way: served.way, at: served.served_at.toISOString(), byName: served.by_name } : null,
    }
  })
}

/** Who may read the reporter's name and phone in full: the desk, the unit that answers the call, and who calls back. */
export const mayUnmask = (actor: Actor, row: IncidentRow): boolean =>
  holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, 'dispatcher', 'officer', 'unit-head', 'case-centre')

function rightsOn(actor: Actor, board: Board, isReporterKnown: boolean): IncidentDetail['can'] {
  const { row } = board
  const steps = openStepsFor(actor, board)
  const at = [row.bureau_code as BureauCode, row.unit_code as UnitCode] as const
  return {
    beside: steps.filter(isBeside),
    steps: steps.filter((step) => !isBeside(step)),
    issue: issuableForms(row.disposition).filter((form) => holdsFor(actor, ...at, ...formRules[form].by)),
    readPapers: isReporterKnown && mayUnmask(actor, row),
    tell: row.disposition === 'no-police-matter' && holdsFor(actor, ...at, ...tellers),
    servePapers: holdsFor(actor, ...at, 'officer', 'unit-head'),
    unmask: isReporterKnown && mayUnmask(actor, row),
    seeTrail: seesTrail(actor, row),
  }
}
