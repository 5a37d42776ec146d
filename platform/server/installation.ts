import type { Database } from './database.ts'

export interface Installation {
  readonly isDemo: boolean
  readonly seed: string | null
  readonly anchorDay: string | null
}

/** What this database was set up as; null while nobody decided. */
export async function findInstallation(db: Database): Promise<Installation | null> {
  const row = await db.selectFrom('platform.installation').selectAll().executeTakeFirst()
  return row ? { isDemo: row.is_demo, seed: row.demo_seed, anchorDay: row.anchor_day } : null
}

/** Marks the database for ever; a second mark is refused by its key. */
export const markInstallation = async (db: Database, { isDemo, seed, anchorDay }: Installation): Promise<void> => {
  await db.insertInto('platform.installation').values({ is_demo: isDemo, demo_seed: seed, anchor_day: anchorDay }).execute()
}
