import { v7 as uuid } from 'uuid'
import { expect } from 'vitest'
import type { Session } from './api.ts'
import type { Report } from './take-call.ts'

async function mustPost(session: Session, path: string, body: object) {
  const answer = await session.post(path, body)
  expect(answer.body, path).not.toHaveProperty('code')
  expect(answer.status, path).toBe(200)
  return answer.body
}

/** A call that the dispatcher took and sent to this unit, without a browser. */
export async function dispatchedCall(dispatcher: Session, report: Report, unitCode: string): Promise<string> {
  const id = uuid()
  const { name: reporterName, phone: reporterPhone, place, summary, category } = report
  await mustPost(dispatcher, '/api/incidents', {
    id,
    source: '110',
    category,
    grade: 'III',
    reporterName,
    reporterPhone,
    place,
    summary,
    dispatchTo: unitCode,
  })
  return id
}

export interface AcceptedCase {
  readonly incidentId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly receiptId: string
}

/** The same call, signed for, reached and accepted as a suspected crime by the officer. */
export async function acceptedCase(officer: Session, incidentId: string, matter: string, reporterRole = 'reporter'): Promise<AcceptedCase> {
  await mustPost(officer, `/api/incidents/${incidentId}/signature`, {})
  await mustPost(officer, `/api/incidents/${incidentId}/arrival`, {})
  const { caseId, caseNumber, receiptId } = await mustPost(officer, `/api/incidents/${incidentId}/disposition`, {
    disposition: 'criminal-case',
    caseId: uuid(),
    causeCode: 'other',
    causeText: '撬锁入室',
    matter,
    reporterRole,
  })
  return { incidentId, caseId, caseNumber, receiptId }
}
