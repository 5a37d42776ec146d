import * as z from 'zod/mini'
import { defineEvent } from '#platform/shared/event.ts'

/** The subject of each is `case:<id>`. Ids and codes only. */
const facts = z.object({ caseId: z.string(), kind: z.enum(['administrative', 'criminal']), unitCode: z.string() })

export const caseAccepted = defineEvent('cases.accepted', facts)
export const caseFiled = defineEvent('cases.filed', facts)
export const caseRefused = defineEvent('cases.refused', facts)
export const caseTransferred = defineEvent('cases.transferredForProsecution', facts)
export const caseDecided = defineEvent('cases.decided', facts)

export const receiptIssued = defineEvent('cases.receiptIssued', z.object({ caseId: z.string(), receiptId: z.string() }))

/** The phone of a party changed: what was sent to the old one no longer proves anybody. */
export const partyChanged = defineEvent('cases.partyChanged', z.object({ caseId: z.string(), partyId: z.string() }))

/** A coercive measure was taken on a suspect; which, and on whom, is not announced. */
export const measureTaken = defineEvent('cases.measureTaken', facts)

/** Who may know of the case, or what may be told of it, is another than before. */
export const disclosureChanged = defineEvent('cases.disclosureChanged', facts)

/** The review for filing may take longer than was said. */
export const reviewExtended = defineEvent('cases.reviewExtended', facts)

/** Another law applies to the case, and with it another limit. */
export const limitChanged = defineEvent('cases.limitChanged', facts)

/** The notice of refusal reached the complainant: nothing more is owed to them. */
export const noticeServed = defineEvent('cases.noticeServed', facts)
