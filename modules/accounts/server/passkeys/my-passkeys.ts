import type { Officer } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { myPasskeys as endpoint } from '../../contract.ts'
import { passkeyPlace } from '../../domain/passkey-place.ts'
import { allowSignedIn, signedIn } from '../allow-signed-in.ts'
import type { AccountTables } from '../tables.ts'
import { passkeysOf } from './passkey-repository.ts'

export async function passkeyCards(db: Parameters<typeof passkeysOf>[0], officer: Officer, { staffUrl }: { readonly staffUrl: string }) {
  const rows = await passkeysOf(db, officer)
  return {
    isOffered: passkeyPlace(staffUrl) !== null,
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      madeAt: row.made_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    })),
  }
}

export const myPasskeys = defineQuery<AccountTables>()({
  name: 'accounts.myPasskeys',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  read: ({ db, actor, addresses }) => passkeyCards(db, signedIn(actor), addresses),
})
