import { createWriteStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { once } from 'node:events'
import path from 'node:path'
import { parseArgs } from 'node:util'
import {
  readSheetFile,
  sayTrailFault,
  type SignedSheet,
  trailLines,
  type Verified,
  verifyAudit,
  verifyTrailFile,
} from '#modules/audit/index.ts'
import type { Config } from '#platform/server/config.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { InstallationFault } from '#platform/server/migrate.ts'
import { fingerprintOf, ownPublicKeys, readPublicKey } from '#platform/server/signer.ts'
import { keyFolder } from './installation.ts'

type Say = (zh: string, en: string) => void

interface Asked {
  /** An exported trail instead of the database. */
  readonly file?: string | undefined
  /** Folders with signed heads that were kept elsewhere. */
  readonly heads: readonly string[]
  /** Files with public keys that may sign. */
  readonly keys: readonly string[]
}

/** Null if the words of the command are not understood. */
export function asksIn(words: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { file: { type: 'string' }, heads: { type: 'string', multiple: true }, key: { type: 'string', multiple: true } },
    })
    return { file: values.file, heads: values.heads ?? [], keys: values.key ?? [] }
  } catch {
    return null
  }
}

export const asksForFile = (words: readonly string[]): boolean => asksIn(words)?.file !== undefined

async function sheetsIn(folder: string): Promise<SignedSheet[]> {
  const names = await readdir(folder).catch(() => {
    throw new InstallationFault(`没有文件夹 ${folder} · There is no folder ${folder}`)
  })
  const sheets = names
    .filter((name) => name.startsWith('daylight-heads-') && name.endsWith('.txt'))
    .map(async (name) => {
      const sheet = readSheetFile(await readFile(path.join(folder, name), 'utf8'))
      if (!sheet) throw new InstallationFault(`${name} 不是完好的链头单 · ${name} is no whole sheet of heads`)
      return sheet
    })
  return Promise.all(sheets)
}

async function printOf(file: string): Promise<string> {
  const key = readPublicKey(await readFile(file, 'utf8').catch(() => ''))
  if (!key) throw new InstallationFault(`${file} 不是公钥文件 · ${file} is no public key`)
  return fingerprintOf(key.spki)
}

const usage = (say: Say): number => {
  say(
    '用法：npm run verify-audit -- [--file 导出文件] [--heads 链头单文件夹] [--key 公钥文件]',
    'Usage: npm run verify-audit -- [--file EXPORT] [--heads FOLDER] [--key PUBLIC-KEY]',
  )
  return 2
}

function sayVerified({ chains, entries, sheets, signedBy, faults }: Verified, isTrusted: boolean, say: Say): number {
  say(
    `办理痕迹：${chains} 条链，${entries} 条记录，${sheets} 份签名链头单`,
    `Audit: ${chains} chains, ${entries} entries, ${sheets} signed sheets of heads`,
  )
  if (!isTrusted)
    for (const print of signedBy)
      say(`签名公钥指纹 ${print}，请与打印的链头单核对`, `Signed by the key ${print}: compare it with a printed sheet`)
  for (const fault of faults) say(sayTrailFault(fault, 'zh'), sayTrailFault(fault, 'en'))
  if (faults.length === 0) say('完好，没有改动、缺失或错序', 'All hold: nothing changed, missing or out of order')
  return faults.length === 0 ? 0 : 1
}

/** Verifies the trail of this installation, also against the sheets that left the machine. Gives the exit code. */
export async function runVerifyAudit(config: Config, open: OpenTransaction, words: readonly string[], say: Say): Promise<number> {
  const asked = asksIn(words)
  if (!asked) return usage(say)
  const sent = config.headsTo?.startsWith('/') ? [config.headsTo] : []
  const outside = (await Promise.all([...new Set([...sent, ...asked.heads])].map(sheetsIn))).flat()
  const own = (await ownPublicKeys(keyFolder(config))).map(({ spki }) => fingerprintOf(spki))
  const trusted = new Set([...own, ...(await Promise.all(asked.keys.map(printOf)))])
  if (outside.length > 0) say(`与送出的 ${outside.length} 份链头单核对`, `Compared with ${outside.length} sheets that left the machine`)
  return sayVerified(await verifyAudit(open, { outside, trusted }), true, say)
}

/** Verifies an exported trail on any machine, without a database. */
export async function runVerifyFile(words: readonly string[], say: Say): Promise<number> {
  const { file = '', heads, keys } = asksIn(words) ?? { heads: [], keys: [] }
  const outside = (await Promise.all(heads.map(sheetsIn))).flat()
  const trusted = keys.length === 0 ? null : new Set(await Promise.all(keys.map(printOf)))
  return sayVerified(await verifyTrailFile(file, { outside, trusted }), trusted !== null, say)
}

/** Writes the whole trail to a file that can be verified elsewhere. It names officers, and no citizen. */
export async function runExportAudit(open: OpenTransaction, [file]: readonly string[], say: Say): Promise<number> {
  if (!file) {
    say('用法：npm run export-audit -- 文件', 'Usage: npm run export-audit -- FILE')
    return 2
  }
  // why: a file that is there may be the only export of an earlier day.
  const stream = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  await once(stream, 'open').catch((error: NodeJS.ErrnoException) => {
    throw new InstallationFault(`不能新建 ${file}（${error.code}） · Cannot make ${file} (${error.code})`)
  })
  const records = await trailLines(open, async (line) => {
    if (!stream.write(`${line}\n`)) await once(stream, 'drain')
  })
  stream.end()
  await once(stream, 'close')
  say(`导出了 ${records} 条到 ${file}`, `Exported ${records} records to ${file}`)
  return 0
}
