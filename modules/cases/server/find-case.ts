import { type Actor, holds, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { type Clock, clocksOf } from '#modules/deadlines/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { defineQuery } from '#platform/server/query.ts'
import { type CaseDetail, findCase as endpoint } from '../contract.ts'
import { basisOf, noticeServiceRule, openActs } from '../domain/stage.ts'
import { lawOfCase } from '../domain/cause.ts'
import { partyRoles } from '../domain/disclosure.ts'
import { takesParty } from '../domain/party.ts'
import { aboutCase } from './about-case.ts'
import { causeOf } from './cause-of.ts'
import { cardsOf, clockCard } from './case-card.ts'
import { clockSubjects } from './case-clocks.ts'
import { findCase as findVisible, readers, stageLog } from './case-repository.ts'
import { changesMade, findingsIn, offeredTiers } from './case-detail-parts.ts'
import { changesOf } from './change-repository.ts'
import { seesTrail } from './list-case-trail.ts'
import { knowsIrregularity, knowsMeasures, measureCards } from './measure-cards.ts'
import { measuresOf, personsOf } from './measure-repository.ts'
import { papersOf, partiesOf, partyChangesOf, receiptsOf, servicesOf } from './paper-repository.ts'
import { mayUnmask, standsAtCounter } from './party-access.ts'
import { paperCards, partyCard, partyChangeCards } from './party-cards.ts'
import { refusals } from './refusals.ts'
import { measureRecorders } from './take-measure.ts'
import type { CaseRow, CaseTables, StageLogRow } from './tables.ts'

/** One case, opened: its whole history, and what this officer may do with it. Opening it is written into the trail. */
export const findCase = defineQuery<CaseTables>()({
  name: 'cases.find',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open, now, vault, about }, { caseId }) {
    const row = await findVisible(db, actor, caseId)
    if (!row) throw refusals.caseNotFound(caseId)
    const bureauCode = row.bureau_code as BureauCode
    about(aboutCase(row))
    const [card] = await cardsOf(open, [row], now)
    const parties = await partiesOf(db, bureauCode, row.id)
    const clocks = await clocksOf(
      open,
      bureauCode,
      clockSubjects(
        row.id,
        parties.map(({ id }) => id),
      ),
    )
    const papers = [...(await receiptsOf(db, bureauCode, row.id)), ...(await papersOf(db, bureauCode, row.id))]
    const taken = knowsIrregularity(actor, row) ? await measuresOf(db, row) : []
    const [log, changes] = [await stageLog(db, bureauCode, row.id), await changesOf(db, row)]
    const measures = knowsMeasures(actor, row) ? taken : []
    const persons = measures.length > 0 ? await personsOf(db, row) : []
    return {
      ...(card as NonNullable<typeof card>),
      incidentId: row.incident_id,
      incidentNumber: row.incident_number,
      reportedAt: row.reported_at.toISOString(),
      clocks: clocks.map((clock) => ({ ...clockCard(clock, now), subject: clock.subject })),
      history: await history(open, log),
      changes: await changesMade(open, changes),
      findings: findingsIn(row, { log, changes, measures: taken }),
      measures: measureCards(measures, persons, vault),
      next: openActs(row.kind, row.stage).map(({ act, by, level }) => ({ act, by: [...by], level })),
      holderId: row.holder_id,
      secondId: row.second_id,
      receiverName: row.receiver_name,
      parties: parties.map((party) => partyCard(party, { actor, row, vault, clocks })),
      partyChanges: await partyChangeCards(open, await partyChangesOf(db, bureauCode, row.id), { actor, row, parties }),
      papers: paperCards(papers, parties, { actor, row, services: await servicesOf(db, bureauCode, row.id) }),
      can: rightsOn(actor, row, clocks),
    }
  },
})

async function history(open: OpenTransaction, log: readonly StageLogRow[]): Promise<CaseDetail['history']> {
  const names = await unitNames(
    open,
    log.map((line) => line.by_unit as UnitCode),
  )
  return log.map((line) => ({
    act: line.act,
    from: line.from_stage,
    to: line.to_stage,
    occurredAt: line.occurred_at.toISOString(),
    recordedAt: line.recorded_at.toISOString(),
    isLateEntry: line.is_late_entry,
    lateReason: line.late_reason,
    byName: line.by_name,
    byUnitName: names.get(line.by_unit) ?? line.by_unit,
    reason: line.reason,
    ground: line.ground,
  }))
}

function rightsOn(actor: Actor, row: CaseRow, clocks: readonly Clock[]): CaseDetail['can'] {
  const bureauCode = row.bureau_code as BureauCode
  const unitCode = row.unit_code as UnitCode
  const mine = openActs(row.kind, row.stage).filter((move) =>
    holdsFor(actor, bureauCode, move.level === 'bureau' ? bureauCode : unitCode, ...move.by),
  )
  const isServiceOwed = clocks.some((clock) => clock.rule === noticeServiceRule && clock.metAt === null)
  return {
    acts: mine.map((move) => {
      const [article = { law: '', article: '' }] = basisOf(move, lawOfCase(causeOf(row)))
      return { act: move.act, to: move.to, needsReason: move.needsReason, article }
    }),
    unmask: mayUnmask(actor, row),
    readPapers: mayUnmask(actor, row),
    serveNotice: isServiceOwed && holdsFor(actor, bureauCode, unitCode, 'officer', 'unit-head'),
    addParty: standsAtCounter(actor, row) ? partyRoles.filter((role) => takesParty(row.stage, role)) : [],
    seeTrail: seesTrail(actor, row),
    takeMeasure: row.kind === 'criminal' && holdsFor(actor, bureauCode, unitCode, ...measureRecorders),
    changeRecord: holdsFor(actor, bureauCode, unitCode, 'unit-head', 'leader'),
    extendReview: offeredTiers(actor, row, clocks),
  }
}
