import { v7 as uuid } from 'uuid'
import type { BureauCode } from '#kernel/unit-code.ts'
import { startClock } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import { addParty as endpoint } from '../contract.ts'
import { takesParty } from '../domain/party.ts'
import { printedReasons } from '../domain/refusal-ground.ts'
import { moveBetween } from '../domain/stage.ts'
import { clockStarts } from './case-clocks.ts'
import { stageLog } from './case-repository.ts'
import { issueReceipt } from './issue-receipt.ts'
import { issueRefusalNotice } from './issue-refusal-notice.ts'
import { insertPartyChange, papersOf, partiesOf } from './paper-repository.ts'
import { counterTime, holdForParties, partyChangeRow, worksAtCounter } from './party-step.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

/**
 * Adds a party that came forward after the case was opened, and issues its receipt. A complainant who comes after a refusal gets
 * the notice of refusal too, with three days of service from then on.
 */
export const addParty = defineAction<CaseTables>()({
  name: 'cases.addParty',
  input: endpoint.input,
  allowedTo: worksAtCounter,

  async run(doing, input) {
    const { tx, now } = doing
    const { row, repeated } = await holdForParties(doing, input.caseId, input.id)
    if (repeated) return answerOf(doing, row, repeated.party_id, repeated.receipt_id ?? '')
    const { role } = input.party
    if (!takesParty(row.stage, role)) throw refusals.partyNotTaken(row.stage, role)
    const time = counterTime(doing, row, input)
    const [partyId, receiptId] = [uuid(), uuid()]
    const later = { cameAt: time.occurredAt, addedAt: now }
    await issueReceipt(doing, row, { reporter: input.party, reportWay: '', partyId, receiptId, later })
    const said = { reason: input.reason ?? null, late_reason: input.lateReason ?? null }
    await insertPartyChange(
      tx,
      partyChangeRow(doing, row, time, { id: input.id, party_id: partyId, kind: 'added', receipt_id: receiptId, ...said }),
    )
    if (row.stage === 'not-filed') await tellOfRefusal(doing, row, partyId, time)
    return answerOf(doing, row, partyId, receiptId)
  },
})

async function answerOf({ open }: Doing, row: CaseRow, partyId: string, receiptId: string) {
  const papers = await papersOf(open.as<CaseTables>(), row.bureau_code, row.id)
  return { partyId, receiptId, noticeId: papers.find((paper) => paper.party_id === partyId)?.id ?? null }
}

/**
 * law: the notice is made out for a complainant and served within three days of the refusal (程序规定 178); who complains only
 * afterwards could not be served before, so the three days are counted from when they came. The remedies run from service (179).
 */
async function tellOfRefusal(doing: Doing, row: CaseRow, partyId: string, { occurredAt }: FactTime): Promise<void> {
  const tx = doing.open.as<CaseTables>()
  const parties = await partiesOf(tx, row.bureau_code, row.id)
  const complainant = parties.find((party) => party.id === partyId)
  const refusal = (await stageLog(tx, row.bureau_code as BureauCode, row.id)).findLast((line) => line.act === 'refuse')
  const move = moveBetween(row.kind, 'accepted', 'refuse')
  if (!complainant || !refusal || !move) return
  await issueRefusalNotice(doing, row, complainant, {
    reason: printedReasons(refusal.ground, refusal.reason ?? ''),
    occurredAt: refusal.occurred_at,
    issuedAt: occurredAt,
  })
  for (const start of clockStarts(row, move, [complainant], occurredAt)) await startClock(doing, start)
}
