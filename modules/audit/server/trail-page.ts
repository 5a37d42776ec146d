import { unitNames } from '#modules/accounts/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { Page } from '#platform/shared/page.ts'
import type { OutcomeKind, TrailEntry } from '../contract.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { pageOfEntries } from './audit-queries.ts'
import { exportsOf } from './export-repository.ts'
import { exportCard } from './keep-export.ts'
import type { AuditTables } from './tables.ts'

type Found = Awaited<ReturnType<typeof pageOfEntries>>

const kindOf = (outcome: string): OutcomeKind => (outcome === 'done' || outcome === 'read' ? outcome : 'refused')

/** The page as people read it: with names of units in place of codes. */
export async function trailPage(open: OpenTransaction, found: Found): Promise<Page<TrailEntry>> {
  const codes = found.rows.flatMap((row) => (row.actor_unit === null ? [row.unit_code] : [row.unit_code, row.actor_unit]))
  const names = await unitNames(open, codes)
  const rows = found.rows.map((row) => ({
    id: `${row.bureau_code}.${row.chain}.${row.seq}`,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    actorUnitName: row.actor_unit === null ? null : (names.get(row.actor_unit) ?? row.actor_unit),
    actorRoles: row.actor_roles.map((role) => role.replace(/@\d+/, '')),
    action: row.action,
    subject: row.subject,
    unitCode: row.unit_code,
    unitName: names.get(row.unit_code) ?? row.unit_code,
    outcomeKind: kindOf(row.outcome),
    outcome: row.outcome,
  }))
  return { ...found, rows }
}

const exportSubject = 'export:'

/** The same entries; those about a file say what was in it. */
export async function withExports(
  { open, vault }: { readonly open: OpenTransaction; readonly vault: Vault },
  entries: readonly TrailEntry[],
): Promise<TrailEntry[]> {
  const ids = entries.flatMap(({ id, subject }) =>
    subject?.startsWith(exportSubject) ? [{ bureauCode: id.slice(0, 12), id: subject.slice(exportSubject.length) }] : [],
  )
  const files = new Map((await exportsOf(open.as<AuditTables>(), ids)).map((row) => [`${exportSubject}${row.id}`, exportCard(vault, row)]))
  return entries.map((entry) => {
    const exported = files.get(entry.subject ?? '')
    return exported ? { ...entry, exported } : entry
  })
}
