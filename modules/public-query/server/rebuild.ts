import type { BureauCode } from '#kernel/unit-code.ts'
import { caseIds } from '#modules/cases/index.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { projectCase } from './project-case.ts'
import { clearProjection } from './projection-repository.ts'
import type { PublicQueryTables } from './tables.ts'

const batch = 200

interface Rebuilding {
  readonly bureauCodes: readonly BureauCode[]
  readonly onProgress?: (done: number) => void
}

/**
 * Makes the projection anew from the record. Codes, open views and the limits of the day are not touched.
 * One transaction for each batch; while it runs, a case not yet reached again is answered like one that does not exist.
 */
export async function rebuildPublicQuery(platform: Pick<Platform, 'db'>, { bureauCodes, onProgress }: Rebuilding): Promise<number> {
  let done = 0
  for (const bureauCode of bureauCodes) {
    await platform.db.transaction().execute((tx) => clearProjection(openAs(tx).as<PublicQueryTables>(), bureauCode))
    let after: string | null = null
    do {
      const ids: string[] = await caseIds(openAs(platform.db), bureauCode, after, batch)
      await platform.db.transaction().execute(async (tx) => {
        for (const id of ids) await projectCase(openAs(tx), bureauCode, id)
      })
      done += ids.length
      onProgress?.(done)
      after = ids.at(-1) ?? null
    } while (after !== null)
  }
  return done
}
