import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { World } from '#platform/testing/world.ts'
import type { PartyRole } from '../domain/milestone.ts'
import type { ReportedCase } from './reported-case.ts'

interface Second {
  readonly role: PartyRole
  /** Null: this party registered none. */
  readonly phone: string | null
  readonly code: string
}

/** One more party of a case with a receipt of their own, as the projection holds it; with the milestones of the first. */
export async function secondReceipt(
  { platform, bureau, clock }: World,
  first: ReportedCase,
  { role, phone, code }: Second,
): Promise<string> {
  const { db, vault } = platform
  const id = uuid()
  const changed = JSON.stringify({ id, party_id: uuid(), role, issued_at: clock.now })
  await sql`insert into public_query.receipt
    select made.* from (select to_jsonb(receipt) || ${changed}::jsonb as row from public_query.receipt where bureau_code = ${bureau} and id = ${first.receiptId}) as one,
      jsonb_populate_record(null::public_query.receipt, row) as made`.execute(db)
  await sql`update public_query.receipt set code_hash = ${vault.hash('public-code', code)},
    phone_hash = ${phone && vault.hash('public-phone', phone)} where bureau_code = ${bureau} and id = ${id}`.execute(db)
  await sql`insert into public_query.milestone (bureau_code, receipt_id, position, milestone, occurred_at)
    select bureau_code, ${id}, position, milestone, occurred_at from public_query.milestone where bureau_code = ${bureau} and receipt_id = ${first.receiptId}`.execute(
    db,
  )
  return id
}
