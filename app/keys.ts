import { createInterface } from 'node:readline/promises'
import { readFile, writeFile } from 'node:fs/promises'
import { type OpenDatabase, openAs, timeOf } from '#platform/server/database.ts'
import type { Config } from '#platform/server/config.ts'
import { placeKeys, readKeyFile, shortestPassphrase, writeKeyFile } from '#platform/server/keys/key-file.ts'
import { addKey, removeKey } from '#platform/server/keys/key-ring.ts'
import { progressOf, rowsSealedWith, sealedTables } from '#platform/server/keys/reseal-repository.ts'
import { resealNext } from '#platform/server/keys/reseal.ts'
import { InstallationFault } from '#platform/server/migrate.ts'
import { keyFolder, vaultBy } from './installation.ts'

type Say = (zh: string, en: string) => void

/** Whether the command works on files alone. */
export const keysNeedNoDatabase = ([what]: readonly string[]): boolean => what === 'export' || what === 'import'

/** The passphrase is the first line of standard input, so that it stands in no list of processes and no history. */
async function passphrase(say: Say): Promise<string> {
  if (process.stdin.isTTY) say('请输入口令（不少于 12 个字符），回车：', 'Type the passphrase (12 characters or more), then Enter:')
  const lines = createInterface({ input: process.stdin, terminal: false })
  for await (const line of lines) {
    lines.close()
    if (line.trim().length >= shortestPassphrase) return line.trim()
    break
  }
  throw new InstallationFault(`口令至少 ${shortestPassphrase} 个字符。 · A passphrase has ${shortestPassphrase} characters at least.`)
}

function folderFor(config: Config): string {
  if (!Array.isArray(config.keys)) return keyFolder(config)
  throw new InstallationFault(
    '密钥由 DAYLIGHT_KEYS 给出：换新密钥请把它加在末尾后重启；保存和取回也在那里。 · The keys come from DAYLIGHT_KEYS: add a new one at its end and restart; keep and restore them there.',
  )
}

/** `npm run keys -- export|import FILE`. Gives the exit code. */
export async function runKeyFiles(config: Config, [what, file]: readonly string[], say: Say): Promise<number> {
  if (!file) return usage(say)
  const folder = folderFor(config)
  if (what === 'export') {
    const text = await writeKeyFile(folder, await passphrase(say))
    // why: an older file of keys may be the only way to an older backup.
    await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      throw new InstallationFault(`不能新建 ${file}（${error.code}） · Cannot make ${file} (${error.code})`)
    })
    say(`密钥已导出到 ${file}。请与备份分开存放。`, `The keys are in ${file}. Keep it apart from the backups.`)
    return 0
  }
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InstallationFault(`没有文件 ${file} · There is no file ${file}`)
  })
  const count = await placeKeys(folder, readKeyFile(text, await passphrase(say)))
  say(`${count} 个文件已放入 ${folder}`, `${count} files are in ${folder}`)
  return 0
}

const usage = (say: Say): number => {
  say(
    '用法：npm run keys [-- rotate | reseal | retire 编号 | export 文件 | import 文件]',
    'Usage: npm run keys [-- rotate | reseal | retire ID | export FILE | import FILE]',
  )
  return 2
}

const sayProgress = async (database: OpenDatabase, say: Say): Promise<void> => {
  for (const { table, done, total, sealedAnew, unreadable, finishedAt } of await progressOf(database.db))
    say(
      `${table}：${done}/${total}，重新加密 ${sealedAnew} 处${unreadable > 0 ? `，${unreadable} 处打不开` : ''}${finishedAt ? '，完成' : ''}`,
      `${table}: ${done} of ${total}, ${sealedAnew} sealed anew${unreadable > 0 ? `, ${unreadable} not to be opened` : ''}${finishedAt ? ', done' : ''}`,
    )
}

/** `npm run keys` and what changes them. Gives the exit code. */
export async function runKeys(config: Config, database: OpenDatabase, [what, id]: readonly string[], say: Say): Promise<number> {
  const vault = await vaultBy(config)
  const now = () => timeOf(openAs(database.db))
  if (what === 'rotate') {
    const added = await addKey(folderFor(config), await now())
    say(
      `新密钥 ${added} 已生成。运行中的程序在半分钟内启用它，并在后台重新加密；进度见 npm run keys。`,
      `New key ${added}. What runs takes it up within half a minute and seals old values anew in the background; npm run keys shows how far.`,
    )
    return 0
  }
  if (what === 'reseal') {
    while (await resealNext({ db: database.db, vault }, await now()));
    await sayProgress(database, say)
    return 0
  }
  if (what === 'retire') return retire(folderFor(config), database, id ?? '', say)
  if (what !== undefined) return usage(say)
  for (const [at, key] of vault.keyIds().entries())
    say(
      `密钥 ${key}${at === vault.keyIds().length - 1 ? '（加密用）' : ''}`,
      `Key ${key}${at === vault.keyIds().length - 1 ? ' (seals)' : ''}`,
    )
  await sayProgress(database, say)
  return 0
}

async function retire(folder: string, { db }: OpenDatabase, id: string, say: Say): Promise<number> {
  const left = (await Promise.all((await sealedTables(db)).map((table) => rowsSealedWith(db, table, id)))).reduce(
    (sum, count) => sum + count,
    0,
  )
  if (left > 0) {
    say(`还有 ${left} 行由密钥 ${id} 加密，没有动它。`, `${left} rows are still sealed with key ${id}; nothing was changed.`)
    return 1
  }
  const isGone = await removeKey(folder, id)
  if (isGone) say(`密钥 ${id} 已销毁；更早的备份需要导出的密钥才能打开。`, `Key ${id} is gone; earlier backups need the exported keys.`)
  else say(`没有密钥 ${id}，或它正在使用。`, `There is no key ${id}, or it is the one in use.`)
  return isGone ? 0 : 1
}
