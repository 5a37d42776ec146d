import { roles } from '#kernel/actor.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { DemoLogin } from './demo-logins-queries.ts'
import { demoCandidates } from './demo-logins-queries.ts'
import { hashPassword } from './password.ts'
import type { AccountTables } from './tables.ts'

/** Everybody's password in a demo, until its owner changes it. */
const demoPassword = 'daylight-demo'

/** One hash for all: two hundred of them would be seconds of the first start. Only a demo may share it. */
export const demoVerifier = (): Promise<string> => hashPassword(demoPassword)

/** One log-in for each role. The caller has asked whether this is a demo. */
export async function listDemoLogins(platform: Pick<Platform, 'db'>): Promise<{ rows: (DemoLogin & { password: string })[] }> {
  const candidates = await demoCandidates(openAs(platform.db).as<AccountTables>())
  const rows = roles.flatMap((role) => candidates.filter((candidate) => candidate.role === role))
  return { rows: rows.map((row) => ({ ...row, password: demoPassword })) }
}
