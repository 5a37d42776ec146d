import type { Cell, Vault } from '#platform/server/vault.ts'
import type { EvidenceItem, IncidentPaperFacts } from './papers/paper-facts.ts'
import type { IncidentPaperRow } from './tables.ts'

export const paperCell = (bureauCode: string, id: string): Cell => ({ bureauCode, table: 'incidents.paper', column: 'paper', id })

const instants = new Set(['reportedAt', 'issuedAt', 'decidedAt'])

export const openPaper = (vault: Vault, paper: IncidentPaperRow): IncidentPaperFacts =>
  JSON.parse(vault.open(paper.paper_sealed, paperCell(paper.bureau_code, paper.id)), (key, value: unknown) =>
    instants.has(key) ? new Date(String(value)) : value,
  ) as IncidentPaperFacts

const itemsNamed = 5

/** A list of evidence in one line, as a receipt refers to it. */
export function evidenceLine(items: readonly EvidenceItem[], paperNumber: string): string {
  const named = items.slice(0, itemsNamed).map(({ name, quantity }) => `${name} ${quantity}`)
  const more = items.length > itemsNamed ? `等 ${items.length} 项` : ''
  return `${named.join('、')}${more}（见《接受证据清单》${paperNumber}）`
}
