import type { Actor } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { casesWithSecretReporter, causeInFull, maskName, maskPhone } from '#modules/cases/index.ts'
import { beijingCell } from '#platform/server/csv/beijing-cell.ts'
import type { Place } from '#platform/server/cursor.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import { categoryOf } from '../../domain/category.ts'
import { en } from '../../words/en.ts'
import { exportEn } from '../../words/export-en.ts'
import { exportZh } from '../../words/export-zh.ts'
import { zh } from '../../words/zh.ts'
import { mayUnmask } from '../find-incident.ts'
import { reporterOf } from '../open-from-incident.ts'
import { askedWithoutCase } from '../may-know-callers.ts'
import type { IncidentRow, IncidentTables } from '../tables.ts'
import type { IncidentExport } from './export-incidents.ts'
import { mergeTargets, wholeIncidents } from './export-queries.ts'

const words = { zh: { ...zh, file: exportZh }, en: { ...en, file: exportEn } }
const pageSize = 500

interface Reader {
  readonly actor: Actor
  readonly vault: Vault
  readonly language: Language
  readonly isUnmasked: boolean
}

interface Around {
  readonly units: ReadonlyMap<string, string>
  /** The incident in which this one goes on: itself, or the one it was merged into. */
  goesOn(row: IncidentRow): Pick<IncidentRow, 'case_id' | 'is_reporter_secret'>
  readonly secretReporters: ReadonlySet<string>
}

export const incidentHead = (language: Language): readonly string[] => Object.values(words[language].file.columns)
export const incidentFileName = (language: Language): string => words[language].file.fileName

/** Who reported, as this file may tell it. law: whoever asked for secrecy stands in no file (PROC-CRIM 173, PROC-ADMIN 63). */
function reporterCells(
  { actor, vault, language, isUnmasked }: Reader,
  row: IncidentRow,
  isSecret: boolean,
): [string | null, string | null] {
  if (isSecret) return [words[language].file.identitySecret, null]
  const { name, phone } = reporterOf({ vault }, row, { reporterName: undefined, reporterPhone: undefined })
  if (isUnmasked && mayUnmask(actor, row)) return [name, phone]
  return [name && maskName(name), phone && maskPhone(phone)]
}

const causeCell = (row: IncidentRow, language: Language): string | null =>
  row.proposed_cause === null
    ? null
    : causeInFull(
        {
          causeCode: row.proposed_cause,
          causeText: row.proposed_cause_text,
          causeLaw: row.proposed_cause_law,
          causeArticle: row.proposed_cause_article,
        },
        language,
      )

/** One line of the file, in the order of its head. */
function lineOf(reader: Reader, row: IncidentRow, { units, secretReporters, goesOn }: Around): (string | null)[] {
  const { vault, language } = reader
  const { states, sources, dispositions } = words[language]
  const cell = { bureauCode: row.bureau_code, table: 'incidents.incident', column: 'place', id: row.id }
  return [
    row.number,
    beijingCell(row.received_at),
    sources[row.source],
    categoryOf(row.category)?.[language] ?? row.category,
    row.grade,
    states[row.state],
    ...reporterCells(reader, row, [row, goesOn(row)].some(askedWithoutCase) || secretReporters.has(goesOn(row).case_id ?? '')),
    vault.open(row.place_sealed, cell),
    row.summary,
    units.get(row.unit_code) ?? row.unit_code,
    row.holder_name,
    beijingCell(row.dispatched_at),
    beijingCell(row.signed_at),
    beijingCell(row.arrived_at),
    beijingCell(row.disposed_at),
    row.disposition && dispositions[row.disposition],
    row.disposition_note,
    causeCell(row, language),
    row.case_number,
    row.source_system,
    row.source_number,
  ]
}

interface Asked {
  readonly actor: Actor
  readonly language: Language
  readonly allowed: IncidentExport
}

/** The rows that were allowed, a page at a time; never more than were counted and written down. */
export async function* incidentPages(platform: Platform, { actor, language, allowed }: Asked): AsyncGenerator<(string | null)[][]> {
  const { filter, isUnmasked, count } = allowed
  const open = openAs(platform.db)
  const reader: Reader = { actor, vault: platform.vault, language, isUnmasked }
  let after: Place | null = null
  for (let left = count; left > 0;) {
    const rows: IncidentRow[] = await wholeIncidents(open.as<IncidentTables>(), actor, filter, { after, limit: Math.min(pageSize, left) })
    const last = rows.at(-1)
    if (!last) return
    // law: secrecy that a reporter asked for covers every registration of the matter, those merged into it too.
    const targets = await mergeTargets(open.as<IncidentTables>(), rows)
    const goesOn = (row: IncidentRow) => targets.get(row.id) ?? row
    const around = {
      goesOn,
      units: await unitNames(
        open,
        rows.map((row) => row.unit_code as UnitCode),
      ),
      secretReporters: await casesWithSecretReporter(
        open,
        rows.map((row) => ({ bureauCode: row.bureau_code, caseId: goesOn(row).case_id })),
      ),
    }
    yield rows.map((row) => lineOf(reader, row, around))
    left -= rows.length
    after = { at: last.received_at, id: last.id }
  }
}
