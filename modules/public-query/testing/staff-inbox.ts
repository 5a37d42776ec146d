import { sql } from 'kysely'
import type { World } from '#platform/testing/world.ts'

export interface StaffNotice {
  readonly unit: string
  readonly role: string
  readonly text: string
  readonly path: string
}

/** What staff were told in the application about one case, oldest first. */
export async function staffNotices({ platform, bureau }: World, caseId: string): Promise<StaffNotice[]> {
  const { rows } = await sql<StaffNotice>`
    select unit_code as unit, role, text_zh as text, path from notifications.inbox
    where bureau_code = ${bureau} and subject = ${`case:${caseId}`} and template like 'public-query.%' order by created_at, id`.execute(
    platform.db,
  )
  return rows
}
