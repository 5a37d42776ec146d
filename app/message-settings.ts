import { readFile } from 'node:fs/promises'
import { faultsOfSettings } from '#modules/notifications/index.ts'
import type { Config } from '#platform/server/config.ts'
import { InstallationFault } from '#platform/server/migrate.ts'

const setting = 'DAYLIGHT_MESSAGES_FILE'

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // why: the error of the parser quotes the text, which holds keys.
    throw new InstallationFault(`${setting}：${file} 不是 JSON · ${file} is not JSON`)
  }
}

/** What the file of the message settings says, checked; null without one. Throws an InstallationFault that lists every fault, and no value. */
export async function readMessagesFile({ messagesFile: file }: Pick<Config, 'messagesFile'>): Promise<unknown> {
  if (file === null) return null
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InstallationFault(`${setting}：读不了 ${file}（${error.code}）· cannot read ${file} (${error.code})`)
  })
  const given = parsed(file, text)
  const faults = faultsOfSettings(given)
  if (faults.length > 0)
    throw new InstallationFault(
      `${setting}：${file} 有误，说明见 docs/operations/messages.md · is not valid, see docs/operations/messages.md\n${faults.join('\n')}`,
    )
  return given
}
