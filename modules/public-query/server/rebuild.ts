import type { BureauCode } from '#kernel/unit-code.ts'
import { caseIds } from '#modules/cases/index.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { projectCase } from './project-case.ts'
import { clearProjection, projectedCaseIds } from './projection-repository.ts'
import type { PublicQueryTables } from './tables.ts'

const batchSize = 200

interface Rebuilding {
  readonly bureauCodes: readonly BureauCode[]
  readonly onProgress?: (done: number) => void
  /** Cases in one transaction. */
  readonly atOnce?: number
}

/**
 * Makes the projection anew from the record, and removes what has no case any more. Codes, open views and the limits of the day are
 * not touched. Each batch is emptied and filled in one transaction, so that citizens are answered all the while, also if it is killed.
 */
export async function rebuildPublicQuery(
  platform: Pick<Platform, 'db' | 'clock'>,
  { bureauCodes, onProgress, atOnce = batchSize }: Rebuilding,
): Promise<number> {
  let done = 0
  for (const bureauCode of bureauCodes) {
    let after: string | null = null
    do {
      const ids: string[] = await rebuildBatch(platform, { bureauCode, after, atOnce })
      done += ids.length
      if (ids.length > 0) onProgress?.(done)
      after = ids.at(-1) ?? null
    } while (after !== null)
  }
  return done
}

interface Batch {
  readonly bureauCode: BureauCode
  readonly after: string | null
  readonly atOnce: number
}

/** The next cases in the order of their ids, those of the record and those of the projection alike. */
const rebuildBatch = (platform: Pick<Platform, 'db' | 'clock'>, { bureauCode, after, atOnce }: Batch): Promise<string[]> =>
  platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    const db = open.as<PublicQueryTables>()
    const now = await platform.clock.now(open)
    const recorded = await caseIds(open, bureauCode, after, atOnce)
    const projected = await projectedCaseIds(db, { bureauCode, after, limit: atOnce })
    const ids = [...new Set([...recorded, ...projected])].toSorted().slice(0, atOnce)
    for (const id of ids) {
      await clearProjection(db, bureauCode, id)
      await projectCase(open, { bureauCode, caseId: id, now })
    }
    return ids
  })
