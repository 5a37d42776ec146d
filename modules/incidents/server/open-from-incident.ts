import type { Officer } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { type HandedOver, type OpenCase, type Opened, type Opening, openCase } from '#modules/cases/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import type { Source } from '../domain/incident-state.ts'
import { papersOf } from './incident-paper-repository.ts'
import { evidenceLine, openPaper } from './sealed-paper.ts'
import type { EvidenceFacts } from './papers/paper-facts.ts'
import { refusals } from './refusals.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/** How the report came, as the receipt prints it. */
export const reportWays: Record<Source, string> = { '110': '电话报警', counter: '来所报案', online: '网上报案', transfer: '移送' }

export interface AskedCase {
  readonly kind: OpenCase['kind']
  readonly caseId?: string | undefined
  readonly causeCode?: string | undefined
  readonly causeText?: string | undefined
  readonly causeLaw?: string | undefined
  readonly causeArticle?: string | undefined
  readonly matter?: string | undefined
  readonly reporterName?: string | undefined
  readonly reporterPhone?: string | undefined
  readonly reporterRole?: OpenCase['reporter']['role'] | undefined
  readonly reporterIdentitySecret?: boolean | undefined
  readonly sensitivity: OpenCase['sensitivity']
  readonly secrecy: OpenCase['secrecy']
  readonly lateReason?: string | undefined
}

/** The reporter as the officer corrected it, else as the desk wrote it down. */
export function reporterOf(
  { vault }: Pick<Doing, 'vault'>,
  row: IncidentRow,
  asked: Pick<AskedCase, 'reporterName' | 'reporterPhone'>,
): { name: string | null; phone: string | null } {
  const open = (column: string, sealed: Buffer | null) =>
    sealed ? vault.open(sealed, { bureauCode: row.bureau_code, table: 'incidents.incident', column, id: row.id }) : null
  return {
    name: asked.reporterName ?? open('reporter_name', row.reporter_name_sealed),
    phone: asked.reporterPhone ?? open('reporter_phone', row.reporter_phone_sealed),
  }
}

const mobile = /^1\d{10}$/

/** A party is reached by mobile alone: a landline takes no messages and is no factor of the query. */
const mobileOf = (phone: string | null): string | null => (phone !== null && mobile.test(phone) ? phone : null)

interface CaseToOpen {
  readonly asked: OpenCase
  readonly opening: Opening
}

/** What the door of `cases` is asked for an incident, naming every field that is still missing. */
export function caseOf(doing: Pick<Doing, 'actor' | 'vault'>, row: IncidentRow, asked: AskedCase, time: FactTime): CaseToOpen {
  const reporter = reporterOf(doing, row, asked)
  if (!asked.caseId) throw refusals.caseIdRequired().at('caseId')
  if (!asked.causeCode) throw refusals.causeRequired().at('causeCode')
  if (!asked.matter) throw refusals.matterRequired().at('matter')
  if (!reporter.name) throw refusals.reporterRequired().at('reporterName')
  const officer = doing.actor as Officer
  return {
    asked: {
      id: asked.caseId,
      kind: asked.kind,
      causeCode: asked.causeCode,
      causeText: asked.causeText,
      causeLaw: asked.causeLaw,
      causeArticle: asked.causeArticle,
      matter: asked.matter,
      sensitivity: asked.sensitivity,
      secrecy: asked.secrecy,
      reporter: {
        name: reporter.name,
        phone: mobileOf(reporter.phone),
        role: asked.reporterRole ?? 'reporter',
        ...(asked.reporterIdentitySecret && { isIdentitySecret: true }),
      },
    },
    opening: {
      bureauCode: row.bureau_code as BureauCode,
      unitCode: row.unit_code as UnitCode,
      holder: row.holder_id && row.holder_name ? { id: row.holder_id, name: row.holder_name } : { id: officer.id, name: officer.name },
      reportedAt: row.received_at,
      reportWay: reportWays[row.source],
      occurredAt: time.occurredAt,
      isLateEntry: time.isLateEntry,
      lateReason: asked.lateReason ?? null,
      incident: { id: row.id, number: row.number },
    },
  }
}

/** What was taken in evidence up to that time, list by list. */
async function evidenceTaken(
  { open, vault }: Doing,
  row: IncidentRow,
  { until, reporterName }: { readonly until: Date; readonly reporterName: string },
): Promise<readonly HandedOver[]> {
  const papers = await papersOf(open.as<IncidentTables>(), row.bureau_code, row.id)
  const lists = papers.filter(({ form, issued_at }) => form === 'evidence-list' && issued_at <= until)
  return lists.map((list) => {
    const { giverName, items, paperNumber } = openPaper(vault, list) as EvidenceFacts
    // why: a list that names nobody is the reporter's, who asked for that.
    return { giverName: giverName ?? reporterName, what: evidenceLine(items, paperNumber) }
  })
}

/** Opens the case of an incident through the door of `cases`. */
export async function openFromIncident(doing: Doing, row: IncidentRow, wanted: AskedCase, time: FactTime): Promise<Opened> {
  const { asked, opening } = caseOf(doing, row, wanted, time)
  return openCase(doing, asked, {
    ...opening,
    evidence: await evidenceTaken(doing, row, { until: time.occurredAt, reporterName: asked.reporter.name }),
  })
}
