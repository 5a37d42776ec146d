import type { Actor } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import type { Clock } from '#modules/deadlines/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { CaseDetail } from '../contract.ts'
import { maskLandline, maskName, maskPhone } from '../domain/mask.ts'
import { noticeServiceRule } from '../domain/stage.ts'
import { partySubject } from './case-clocks.ts'
import { mayKnow, standsAtCounter } from './party-access.ts'
import { openParty } from './party-cells.ts'
import type { CaseRow, PaperRow, PaperServiceRow, PartyChangeRow, PartyRow, ReceiptRow } from './tables.ts'

interface Seen {
  readonly actor: Actor
  readonly row: CaseRow
}

/** A party as this reader may see it: masked, or not at all where the person asked for secrecy. */
export function partyCard(
  party: PartyRow,
  { actor, row, vault, clocks }: Seen & { readonly vault: Vault; readonly clocks: readonly Clock[] },
): CaseDetail['parties'][number] {
  const isKnown = mayKnow(actor, row, party)
  const isAtCounter = standsAtCounter(actor, row)
  const hides = party.is_identity_secret && !isKnown
  const { name, phone, landline } = openParty(vault, party)
  const service = clocks.find((clock) => clock.rule === noticeServiceRule && clock.subject === partySubject(row.id, party.id))
  return {
    id: party.id,
    role: party.role,
    name: hides ? null : maskName(name),
    phone: hides || phone === null ? null : maskPhone(phone),
    landline: hides || landline === null ? null : maskLandline(landline),
    isIdentitySecret: party.is_identity_secret,
    isNoticeDue: service !== undefined && service.metAt === null && isAtCounter,
    can: { unmask: isKnown, change: isKnown && isAtCounter },
  }
}

/** The papers of a case: receipts first, void ones among them, then the notices. */
export function paperCards(
  papers: readonly (ReceiptRow | PaperRow)[],
  parties: readonly PartyRow[],
  { actor, row, services }: Seen & { readonly services: readonly PaperServiceRow[] },
): CaseDetail['papers'] {
  const replaced = new Set(papers.map((paper) => ('replaces_id' in paper ? paper.replaces_id : null)))
  return papers.map((paper) => {
    const party = parties.find((one) => one.id === paper.party_id)
    return {
      id: paper.id,
      form: paper.form,
      paperNumber: paper.paper_number,
      partyId: paper.party_id,
      issuedAt: paper.issued_at.toISOString(),
      reissueNumber: 'replaces_id' in paper ? paper.reissue_number : 0,
      isVoid: replaced.has(paper.id),
      isWithheld: party !== undefined && party.is_identity_secret && !mayKnow(actor, row, party),
      served: servedCard(services.find((service) => service.paper_id === paper.id)),
    }
  })
}

const servedCard = (service: PaperServiceRow | undefined): CaseDetail['papers'][number]['served'] =>
  service
    ? {
        way: service.way,
        at: service.served_at.toISOString(),
        recordedAt: service.recorded_at.toISOString(),
        isLateEntry: service.is_late_entry,
        lateReason: service.late_reason,
        byName: service.by_name,
      }
    : null

/** What was done about the parties; a reason is not told where it could tell whose identity is kept secret. */
export async function partyChangeCards(
  open: OpenTransaction,
  changes: readonly PartyChangeRow[],
  { actor, row, parties }: Seen & { readonly parties: readonly PartyRow[] },
): Promise<CaseDetail['partyChanges']> {
  const partyOf = (change: PartyChangeRow) => parties.find((party) => party.id === change.party_id)
  const hides = (party: PartyRow | undefined) => party !== undefined && party.is_identity_secret && !mayKnow(actor, row, party)
  const names = await unitNames(
    open,
    changes.map((change) => change.by_unit as UnitCode),
  )
  return changes.map((change) => ({
    id: change.id,
    partyId: change.party_id,
    kind: change.kind,
    role: partyOf(change)?.role ?? 'reporter',
    reason: hides(partyOf(change)) ? null : change.reason,
    identityCheck: change.identity_check,
    occurredAt: change.occurred_at.toISOString(),
    recordedAt: change.recorded_at.toISOString(),
    isLateEntry: change.is_late_entry,
    lateReason: hides(partyOf(change)) ? null : change.late_reason,
    byName: change.by_name,
    byUnitName: names.get(change.by_unit) ?? change.by_unit,
  }))
}
