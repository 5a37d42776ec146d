import { type Actor, holds, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { type Clock, clocksOf } from '#modules/deadlines/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { defineQuery } from '#platform/server/query.ts'
import type { Vault } from '#platform/server/vault.ts'
import { type CaseDetail, findCase as endpoint } from '../contract.ts'
import { noticeServiceRule, openActs } from '../domain/stage.ts'
import { maskName, maskPhone } from '../domain/mask.ts'
import { findingsOn } from '../domain/findings.ts'
import { aboutCase } from './about-case.ts'
import { cardsOf, clockCard } from './case-card.ts'
import { subjectOf } from './case-clocks.ts'
import { findCase as findVisible, readers, stageLog } from './case-repository.ts'
import { papersOf, partiesOf, receiptsOf } from './paper-repository.ts'
import { changesMade, findingCard, offeredTiers } from './case-detail-parts.ts'
import { changesOf } from './change-repository.ts'
import { knowsMeasures, measureCards } from './measure-cards.ts'
import { measuresOf, personsOf } from './measure-repository.ts'
import { refusals } from './refusals.ts'
import { measureRecorders } from './take-measure.ts'
import type { CaseRow, CaseTables, PartyRow, StageLogRow } from './tables.ts'

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
    const clocks = await clocksOf(open, bureauCode, [subjectOf(row.id)])
    const parties = await partiesOf(db, bureauCode, row.id)
    const measures = knowsMeasures(actor, row) ? await measuresOf(db, row) : []
    const persons = measures.length > 0 ? await personsOf(db, row) : []
    return {
      ...(card as NonNullable<typeof card>),
      incidentId: row.incident_id,
      incidentNumber: row.incident_number,
      reportedAt: row.reported_at.toISOString(),
      clocks: clocks.map((clock) => clockCard(clock, now)),
      history: await history(open, await stageLog(db, bureauCode, row.id)),
      changes: await changesMade(open, await changesOf(db, row)),
      findings: findingsOn({ kind: row.kind, stage: row.stage, hasSecond: row.second_id !== null, hasMeasure: measures.length > 0 }).map(
        findingCard,
      ),
      measures: measureCards(measures, persons, vault),
      next: openActs(row.kind, row.stage).map(({ act, by, level }) => ({ act, by: [...by], level })),
      holderId: row.holder_id,
      secondId: row.second_id,
      receiverName: row.receiver_name,
      parties: parties.map((party) => partyCard(party, vault)),
      papers: [...(await receiptsOf(db, bureauCode, row.id)), ...(await papersOf(db, bureauCode, row.id))].map((paper) => ({
        id: paper.id,
        form: paper.form,
        paperNumber: paper.paper_number,
        partyId: 'party_id' in paper ? paper.party_id : null,
        issuedAt: paper.issued_at.toISOString(),
      })),
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

function partyCard(party: PartyRow, vault: Vault): CaseDetail['parties'][number] {
  const cell = (column: string) => ({ bureauCode: party.bureau_code, table: 'cases.party', column, id: party.id })
  return {
    id: party.id,
    role: party.role,
    name: maskName(vault.open(party.name_sealed, cell('name'))),
    phone: party.phone_sealed ? maskPhone(vault.open(party.phone_sealed, cell('phone'))) : null,
  }
}

/** Who may see names and phones in full: those who work on the case, and who decides it. */
export const mayUnmask = (actor: Actor, row: CaseRow): boolean =>
  holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, 'officer', 'unit-head', 'case-centre', 'leader')

function rightsOn(actor: Actor, row: CaseRow, clocks: readonly Clock[]): CaseDetail['can'] {
  const bureauCode = row.bureau_code as BureauCode
  const unitCode = row.unit_code as UnitCode
  const mine = openActs(row.kind, row.stage).filter((move) =>
    holdsFor(actor, bureauCode, move.level === 'bureau' ? bureauCode : unitCode, ...move.by),
  )
  const service = clocks.find((clock) => clock.rule === noticeServiceRule)
  return {
    acts: mine.map(({ act, to, needsReason, basis: [article = { law: '', article: '' }] }) => ({ act, to, needsReason, article })),
    unmask: mayUnmask(actor, row),
    readPapers: mayUnmask(actor, row),
    serveNotice: service !== undefined && service.metAt === null && holdsFor(actor, bureauCode, unitCode, 'officer', 'unit-head'),
    seeTrail: holdsFor(actor, bureauCode, unitCode, 'unit-head', 'supervisor', 'leader'),
    takeMeasure: row.kind === 'criminal' && holdsFor(actor, bureauCode, unitCode, ...measureRecorders),
    changeRecord: holdsFor(actor, bureauCode, unitCode, 'unit-head', 'leader'),
    extendReview: offeredTiers(actor, row, clocks),
  }
}
