import { randomBytes } from 'node:crypto'
import { bureauCode, type BureauCode, isUnitCode } from '#kernel/unit-code.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { OnlineReport } from '../domain/online-report.ts'
import type { ReportKey } from './report-repository.ts'

const cell = (column: 'phone' | 'report', code: string, id: string) => ({ bureauCode: code, table: 'public_query.request', column, id })

interface Written {
  readonly bureauCode: BureauCode
  readonly id: string
}

export const sealReport = (vault: Vault, { bureauCode: code, id }: Written, report: OnlineReport, phone: string) => ({
  reportSealed: vault.seal(JSON.stringify(report), cell('report', code, id)),
  phoneSealed: vault.seal(phone, cell('phone', code, id)),
})

interface Sealed extends Written {
  readonly phoneSealed: Buffer
  readonly reportSealed: Buffer
}

export const openPhone = (vault: Vault, { bureauCode: code, id, phoneSealed }: Omit<Sealed, 'reportSealed'>): string =>
  vault.open(phoneSealed, cell('phone', code, id))

export const openReport = (vault: Vault, { bureauCode: code, id, reportSealed }: Omit<Sealed, 'phoneSealed'>): OnlineReport =>
  JSON.parse(vault.open(reportSealed, cell('report', code, id))) as OnlineReport

/** For the form alone; kept here as a keyed hash. It begins with the bureau, under which its report is found. */
export const newTicket = (bureau: BureauCode): string => `${bureau}.${randomBytes(32).toString('base64url')}`

// why: a ticket that is none is looked up where nothing is, so that it costs and says what a wrong one does.
const nowhere = bureauCode('000000000000')

/** Ticket and phone find a report only together. */
export function reportKey(vault: Vault, ticket: string, phone: string): ReportKey {
  const [bureau = ''] = ticket.split('.')
  return { bureauCode: isUnitCode(bureau) ? bureauCode(bureau) : nowhere, ticketHash: vault.hash('session', `report:${ticket}:${phone}`) }
}
