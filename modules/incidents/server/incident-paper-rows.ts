import type { Officer } from '#kernel/actor.ts'
import type { Unit } from '#modules/accounts/index.ts'
import { paperNumber, yearOf } from '#modules/cases/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { Series } from '#platform/server/number.ts'
import { formRules, type IncidentForm } from '../domain/incident-paper.ts'
import { reporterOf, reportWays } from './open-from-incident.ts'
import type { IncidentPaperFacts, RefusalFacts } from './papers/paper-facts.ts'
import { paperCell } from './sealed-paper.ts'
import type { IncidentPaperRow, IncidentRow } from './tables.ts'

/** Papers count by unit, form and year. */
export const paperSeries = (row: IncidentRow, form: IncidentForm, now: Date): Series => ({
  bureauCode: row.bureau_code,
  unitCode: row.unit_code,
  kind: `paper:incident:${form}`,
  period: yearOf(now),
})

/** Names that stand on the paper; the code of a unit stands in where its name is not known. */
export interface PaperOffices {
  readonly bureau: Pick<Unit, 'nameZh' | 'shortName' | 'reconsiderationOrgan' | 'court'> | undefined
  readonly unit: Pick<Unit, 'nameZh' | 'shortName' | 'phone'> | undefined
}

type Own<Facts> = Facts extends IncidentPaperFacts ? Pick<Facts, 'form' | Exclude<keyof Facts, keyof EveryFact>> : never
type EveryFact = Omit<IncidentPaperFacts, 'form'>
/** What one form says that the others do not. */
export type OwnFacts = Own<IncidentPaperFacts>

interface Issuing {
  readonly id: string
  readonly own: OwnFacts
  readonly serial: number
  readonly issuedAt: Date
  readonly offices: PaperOffices
  /** law: what was asked for under PROC-CRIM 173 and PROC-ADMIN 63 leaves the name off every copy. */
  readonly isReporterSecret: boolean
}

type Printing = Pick<Doing, 'actor' | 'now' | 'vault' | 'isDemo' | 'inputHash'>

/** Names as they are printed; the code of a unit stands in where its name is not known. */
const printedNames = (row: IncidentRow, { bureau, unit }: PaperOffices) => ({
  bureauName: bureau?.nameZh ?? row.bureau_code,
  bureauShort: bureau?.shortName ?? '',
  unitName: unit?.nameZh ?? row.unit_code,
  unitShort: unit?.shortName ?? row.unit_code,
  unitPhone: unit?.phone ?? null,
})

/** Whom the paper names, as the bureau has set it; papers say it in general words where it has not. */
const remediesOf = ({ bureau }: PaperOffices): Pick<RefusalFacts, 'reconsiderationOrgan' | 'court'> => ({
  reconsiderationOrgan: bureau?.reconsiderationOrgan ?? null,
  court: bureau?.court ?? null,
})

/** The paper with its sealed facts; for one incident and for a whole county. */
export function paperRow(doing: Printing, row: IncidentRow, issuing: Issuing): IncidentPaperRow {
  const { id, own, serial, issuedAt, offices, isReporterSecret } = issuing
  const { vault, now, isDemo, inputHash } = doing
  const officer = doing.actor as Officer
  const names = printedNames(row, offices)
  const number = paperNumber({ bureau: names.bureauShort, unit: names.unitShort, word: formRules[own.form].word }, now, serial)
  const reporterName = reporterOf({ vault }, row, { reporterName: undefined, reporterPhone: undefined }).name
  const facts: IncidentPaperFacts = {
    incidentNumber: row.number,
    paperNumber: number,
    bureauName: names.bureauName,
    unitName: names.unitName,
    unitPhone: names.unitPhone,
    reporterName: isReporterSecret ? null : reporterName,
    ...(isReporterSecret && { isIdentitySecret: true }),
    reportedAt: row.received_at,
    reportWay: reportWays[row.source],
    matter: row.summary,
    officer: { name: row.holder_name ?? officer.name, policeNumber: row.holder_id === officer.id ? officer.policeNumber : '' },
    issuedAt,
    isDemo,
    ...(isReporterSecret ? withoutName(own, reporterName) : own),
    ...(own.form === 'refusal-notice' && remediesOf(offices)),
  }
  return {
    bureau_code: row.bureau_code,
    id,
    incident_id: row.id,
    form: own.form,
    paper_number: number,
    paper_sealed: vault.seal(JSON.stringify(facts), paperCell(row.bureau_code, id)),
    issued_by: officer.id,
    input_hash: inputHash,
    issued_at: issuedAt,
    recorded_at: now,
  }
}

/** Who reported may be who handed something over. */
const withoutName = (own: OwnFacts, name: string | null): OwnFacts =>
  own.form === 'evidence-list' && own.giverName === name ? { ...own, giverName: null } : own
