import { randomUUID } from 'node:crypto'
import type { OpenDatabase } from '#platform/server/database.ts'
import type { Vault } from '#platform/server/vault.ts'

/** What a citizen has in hand, and the network address that the query comes from. */
export interface Receipt {
  readonly id: string
  readonly form: string
  readonly address: string
}

interface Row {
  bureau_code: string
  id: string
  number: string
  paper_sealed: Buffer
  party_id: string
  phone_sealed: Buffer
}

// why: one address for each receipt, as in life; one for all would measure the queue for the row that counts its tries.
const addressOf = (index: number): string => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`

/** Receipts that may be asked for, with the codes that only their sealed papers hold. */
export async function chooseReceipts({ pool }: OpenDatabase, vault: Vault, count: number): Promise<Receipt[]> {
  const { rows } = await pool.query<Row>(
    `select paper.bureau_code, paper.id, known.number, paper.paper_sealed, party.id as party_id, party.phone_sealed
     from cases.receipt as paper
     join public_query.receipt as known on known.bureau_code = paper.bureau_code and known.id = paper.id and not known.is_hidden and known.phone_hash is not null
       and (known.closed_at is null or known.closed_at > clock_timestamp() - interval '190 days')
     join cases.party on party.bureau_code = paper.bureau_code and party.id = paper.party_id
     where not exists (select from public_query.view as looked
       where looked.bureau_code = paper.bureau_code and looked.receipt_id = paper.id and looked.opened_at > clock_timestamp() - interval '1 day')
     order by sha256(convert_to(paper.id::text || $2, 'UTF8')) limit $1`,
    // why: others at each run, since a party has 25 tries a day and a lasting database remembers those of an earlier run.
    [count, randomUUID()],
  )
  if (rows.length < count) throw new Error(`the database has only ${rows.length} receipts that may be asked for, ${count} are needed`)
  return rows.map(({ bureau_code: bureauCode, id, number, paper_sealed: paper, party_id: partyId, phone_sealed: sealed }, index) => {
    const facts = JSON.parse(vault.open(paper, { bureauCode, table: 'cases.receipt', column: 'paper', id })) as { query: { code: string } }
    const phone = vault.open(sealed, { bureauCode, table: 'cases.party', column: 'phone', id: partyId })
    const form = new URLSearchParams({ lang: 'zh', size: 'normal', step: 'ask', number, phone, code: facts.query.code }).toString()
    return { id, form, address: addressOf(index) }
  })
}

/** Five looks that are over, so that every page is as long as it gets; a receipt that an earlier run took has them already. */
export async function lookBefore({ pool }: OpenDatabase, receipts: readonly Receipt[]): Promise<void> {
  await pool.query(
    `insert into public_query.view (bureau_code, token_hash, receipt_id, way, opened_at, expires_at)
     select bureau_code, sha256(convert_to(id::text || past, 'UTF8')), id, 'receipt', clock_timestamp() - interval '1 hour' * past, clock_timestamp() - interval '30 minutes' * past
     from public_query.receipt, generate_series(1, 5) as past where id = any($1::uuid[])
     on conflict do nothing`,
    [receipts.map(({ id }) => id)],
  )
}
