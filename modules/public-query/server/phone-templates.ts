import { disagreementAnswered, lookedUp, milestoneReached, queryCode } from './messages.ts'
import { reportCode, reportRegistered } from './report-messages.ts'

/** What goes to the phones of citizens, for approval by gateways. */
export const phoneTemplates = [queryCode, milestoneReached, lookedUp, disagreementAnswered, reportCode, reportRegistered]
