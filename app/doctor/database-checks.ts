import { verifyAudit } from '#modules/audit/index.ts'
import { type Connection, openAs, openDatabase, timeOf } from '#platform/server/database.ts'
import { readinessOf } from '#platform/server/health.ts'
import { missingMigrations } from '#platform/server/migrate.ts'
import type { Platform } from '#platform/server/platform.ts'
import { migrationFolders } from '../modules.ts'
import { type Check, fault, ok, warning } from './check.ts'

/** What can be seen of the database: reachable, up to date, worked on, and its trail whole. */
export async function checkDatabase(connection: Connection): Promise<Check[]> {
  const missing = await missingMigrations(connection, migrationFolders).catch((error: Error) => error)
  if (missing instanceof Error)
    return [
      fault(
        `数据库连不上（${missing.message}）`,
        `The database cannot be reached (${missing.message})`,
        'DATABASE_URL=postgresql://… npm run doctor',
      ),
    ]
  const reachable = ok('数据库连得上', 'The database answers')
  if (missing.length > 0)
    return [reachable, fault(`有 ${missing.length} 个迁移未执行`, `${missing.length} migrations are missing`, 'npm run migrate')]
  const database = openDatabase(connection, () => undefined, 2)
  try {
    const platform = { db: database.db, clock: { now: timeOf } } as Platform
    const { worker, stuck } = await readinessOf(platform, async () => [])
    return [
      reachable,
      ok('数据库结构是最新的', 'The schema is up to date'),
      worker === 'ok'
        ? ok('后台工作在运行', 'The worker is running')
        : warning('后台工作没有运行', 'The worker is not running', 'npm start'),
      stuck === 0
        ? ok('没有卡住的后台工作', 'No work is stuck')
        : warning(`${stuck} 件后台工作卡住`, `${stuck} deliveries are stuck`, '/staff/stuck-messages'),
      await checkTrail(openAs(database.db)),
    ]
  } finally {
    await database.close()
  }
}

async function checkTrail(open: ReturnType<typeof openAs>): Promise<Check> {
  const { entries, faults } = await verifyAudit(open)
  return faults.length === 0
    ? ok(`审计链完好（${entries} 条）`, `The audit chains hold (${entries} entries)`)
    : fault(`审计链有 ${faults.length} 处断裂`, `${faults.length} audit chains are broken`, 'npm run verify-audit')
}
