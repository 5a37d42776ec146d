import { readdir } from 'node:fs/promises'
import type { Config } from '#platform/server/config.ts'
import { restoreBackup } from '#platform/server/backup/restore-backup.ts'
import { takeBackup } from '#platform/server/backup/take-backup.ts'
import { InstallationFault } from '#platform/server/migrate.ts'
import { connectionOf, keyFolder, vaultBy } from './installation.ts'
import { migrationFolders } from './modules.ts'

type Say = (zh: string, en: string) => void

const usage = (what: 'backup' | 'restore', say: Say): number => {
  say(`用法：npm run ${what} -- 文件`, `Usage: npm run ${what} -- FILE`)
  return 2
}

/** Backups of a server are that server's business: its tools keep the log too, and know of replicas. */
export const isServersOwn = (config: Config): boolean => config.databaseUrl !== null

export const sayServersOwn = (say: Say): number => {
  say(
    'DATABASE_URL 指向一台数据库服务器：请用它自己的工具备份和恢复（pg_dump、pg_basebackup 或服务商的备份）。密钥另存：npm run keys -- export 文件',
    'DATABASE_URL names a database server: back up and restore with its own tools (pg_dump, pg_basebackup, or the provider’s). Keep the keys apart: npm run keys -- export FILE',
  )
  return 2
}

/** Writes the embedded database to a file, online. Gives the exit code. */
export async function runBackup(config: Config, [file]: readonly string[], say: Say): Promise<number> {
  if (!file) return usage('backup', say)
  const began = performance.now()
  const { tables, rows } = await takeBackup(connectionOf(config), file, (await vaultBy(config)).keyIds())
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  say(
    `备份完成：${file}，${tables} 张表，${rows} 行，${seconds} 秒。`,
    `Backed up to ${file}: ${tables} tables, ${rows} rows, ${seconds} s.`,
  )
  say(
    '备份里没有密钥；案情文字未加密，请妥善保管。密钥另存：npm run keys -- export 文件',
    'It holds no keys, and narratives in clear: keep it safe. Keep the keys apart: npm run keys -- export FILE',
  )
  return 0
}

/** The keys that are in place; a restore must not make one. */
async function keysInPlace(config: Config): Promise<readonly string[]> {
  const hasKeys = Array.isArray(config.keys) || (await readdir(keyFolder(config)).catch(() => [])).some((name) => name.endsWith('.key'))
  if (!hasKeys)
    throw new InstallationFault(
      '本机还没有密钥，没有动任何数据。请先取回：npm run keys -- import 文件 · There are no keys here; nothing was changed. Restore them first: npm run keys -- import FILE',
    )
  return (await vaultBy(config)).keyIds()
}

/** Fills an empty home from a backup. Gives the exit code. */
export async function runRestore(config: Config, [file]: readonly string[], say: Say): Promise<number> {
  if (!file) return usage('restore', say)
  const keyIds = await keysInPlace(config)
  const connection = connectionOf(config) as ReturnType<typeof connectionOf> & { database: string }
  const { takenAt, tables, rows } = await restoreBackup({ connection, file, folders: migrationFolders, keyIds })
  say(`恢复完成：${takenAt} 的备份，${tables} 张表，${rows} 行。`, `Restored the backup of ${takenAt}: ${tables} tables, ${rows} rows.`)
  say('请校验：npm run verify-audit', 'Verify it: npm run verify-audit')
  return 0
}
