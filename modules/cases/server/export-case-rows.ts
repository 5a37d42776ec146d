import type { Actor } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { PubClockTables } from '#modules/deadlines/index.ts'
import { beijingCell } from '#platform/server/csv/beijing-cell.ts'
import type { Place } from '#platform/server/cursor.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { CaseCard } from '../contract.ts'
import { causeInFull } from '../domain/cause.ts'
import { maskLandline, maskName, maskPhone } from '../domain/mask.ts'
import { en } from '../words/en.ts'
import { exportEn } from '../words/export-en.ts'
import { exportZh } from '../words/export-zh.ts'
import { zh } from '../words/zh.ts'
import { cardsOf } from './case-card.ts'
import type { CaseExport } from './export-cases.ts'
import { casePage } from './list-queries.ts'
import { partiesOfAll } from './paper-repository.ts'
import { mayKnow } from './party-access.ts'
import { openParty } from './party-cells.ts'
import type { CaseRow, CaseTables, PartyRow } from './tables.ts'

const words = { zh: { ...zh, file: exportZh }, en: { ...en, file: exportEn } }
const pageSize = 500

interface Reader {
  readonly actor: Actor
  readonly vault: Vault
  readonly language: Language
  readonly isUnmasked: boolean
}

export const caseHead = (language: Language): readonly string[] => Object.values(words[language].file.columns)
export const caseFileName = (language: Language): string => words[language].file.fileName

/** Name and phone of a party as this file may tell them. law: whoever asked for secrecy stands in no file (PROC-CRIM 173, PROC-ADMIN 63). */
function partyCells({ actor, vault, language, isUnmasked }: Reader, row: CaseRow, party: PartyRow): { name: string; phone: string | null } {
  const { file, partyRoles } = words[language]
  const role = partyRoles[party.role]
  if (party.is_identity_secret) return { name: `${role} ${file.identitySecret}`, phone: null }
  const { name, phone, landline } = openParty(vault, party)
  if (isUnmasked && mayKnow(actor, row, party)) return { name: `${role} ${name}`, phone: phone ?? landline }
  return { name: `${role} ${maskName(name)}`, phone: (phone && maskPhone(phone)) ?? (landline && maskLandline(landline)) }
}

/** One line of the file, in the order of its head. */
function lineOf(reader: Reader, row: CaseRow, card: CaseCard, parties: readonly PartyRow[]): (string | null)[] {
  const { kinds, stages, outcomes, file } = words[reader.language]
  const people = parties.map((party) => partyCells(reader, row, party))
  return [
    row.number,
    kinds[row.kind],
    stages[row.stage],
    beijingCell(row.stage_since),
    row.outcome && outcomes[row.outcome],
    causeInFull(card, reader.language),
    row.matter,
    people.map(({ name }) => name).join(file.and),
    people.flatMap(({ phone }) => phone ?? []).join(file.and),
    card.unitName,
    row.holder_name,
    row.second_name,
    beijingCell(row.reported_at),
    beijingCell(row.opened_at),
    beijingCell(row.closed_at),
    row.incident_number,
    card.clock && beijingCell(new Date(card.clock.dueAt)),
    card.clock && file.clockStates[card.clock.level === 'overdue' ? 'overdue' : 'running'],
  ]
}

interface Asked {
  readonly actor: Actor
  readonly language: Language
  readonly allowed: CaseExport
}

/** The rows that were allowed, a page at a time; never more than were counted and written down. */
export async function* casePages(platform: Platform, { actor, language, allowed }: Asked): AsyncGenerator<(string | null)[][]> {
  const { filter, isUnmasked, count, at: now } = allowed
  const open = openAs(platform.db)
  const db = open.as<CaseTables & PubClockTables>()
  const reader: Reader = { actor, vault: platform.vault, language, isUnmasked }
  let after: Place | null = null
  for (let left = count; left > 0;) {
    const limit = Math.min(pageSize, left)
    const rows: CaseRow[] = (await casePage(db, actor, filter, { after, limit, now })).slice(0, limit)
    const last = rows.at(-1)
    if (!last) return
    const cards = await cardsOf(open, rows, now)
    const refs = rows.map((row) => ({ bureauCode: row.bureau_code, caseId: row.id }))
    const parties = Map.groupBy(await partiesOfAll(open.as<CaseTables>(), refs), (party) => party.case_id)
    yield rows.map((row, index) => lineOf(reader, row, cards[index] as CaseCard, parties.get(row.id) ?? []))
    left -= rows.length
    after = { at: last.opened_at, id: last.id }
  }
}
