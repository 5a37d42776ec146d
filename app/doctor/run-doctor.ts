import { existsSync } from 'node:fs'
import path from 'node:path'
import { dayOf } from '#kernel/beijing-time.ts'
import type { Config } from '#platform/server/config.ts'
import { startEmbedded } from '#platform/server/embedded/start-embedded.ts'
import { type Check, ok } from './check.ts'
import { checkMessages } from './message-checks.ts'
import { checkCertificate } from './certificate-check.ts'
import { checkDatabase } from './database-checks.ts'
import { checkDisk, checkHolidays, checkNode, checkPort, checkTransport } from './machine-checks.ts'

const marks = { ok: '✓', warning: '!', fault: '✗' } as const

async function checkStore(config: Config): Promise<Check[]> {
  if (config.databaseUrl !== null) return checkDatabase({ connectionString: config.databaseUrl })
  if (!existsSync(path.join(config.home, 'postgres')))
    return [ok(`还没有数据库，第一次 npm start 时建立（${config.home}）`, 'No database yet: the first npm start makes it')]
  const embedded = await startEmbedded({ home: config.home })
  try {
    return await checkDatabase(embedded.connection)
  } finally {
    await embedded.stop()
  }
}

/** Looks at the machine and the installation; each fault is said with the command that mends it. 1 if there is a fault. */
export async function runDoctor(config: Config): Promise<number> {
  const checks = [
    checkNode(process.version),
    await checkPort(config),
    checkTransport(config),
    ...(config.tls ? [checkCertificate(config.tls, new Date())] : []),
    checkHolidays(dayOf(new Date())),
    await checkDisk(config.home),
    ...(await checkMessages(config)),
    ...(await checkStore(config)),
  ]
  for (const { state, zh, en, mend } of checks) process.stdout.write(`${marks[state]} ${zh} · ${en}${mend ? `\n    → ${mend}` : ''}\n`)
  return checks.some(({ state }) => state === 'fault') ? 1 : 0
}
