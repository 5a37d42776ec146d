import type { BureauCode } from '#kernel/unit-code.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { disagree } from './disagree.ts'
import { latestPoint } from './projection-repository.ts'
import type { PublicQueryTables } from './tables.ts'

interface Said {
  readonly bureauCode: BureauCode
  readonly receiptId: string
  readonly text: string
}

/** The holder of a receipt disagrees with the newest point of their case, as on their page; gives the id, or null where there is none. */
export async function disagreeWithLatest(platform: Platform, { bureauCode, receiptId, text }: Said): Promise<string | null> {
  const open = openAs(platform.db)
  const at = await latestPoint(open.as<PublicQueryTables>(), bureauCode, receiptId)
  const now = await platform.clock.now(open)
  return at
    ? disagree(platform, { key: { bureauCode, now }, receipt: { id: receiptId, party_id: at.party_id }, at, text, language: 'zh' })
    : null
}
