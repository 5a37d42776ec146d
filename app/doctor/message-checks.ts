import { stat } from 'node:fs/promises'
import { connect } from 'node:net'
import {
  channelAddress,
  type ChannelAddress,
  type MessageSettings,
  readMessageSettings,
  templatesNotApproved,
} from '#modules/notifications/index.ts'
import { type Config, isLoopback } from '#platform/server/config.ts'
import { readMessagesFile } from '../message-settings.ts'
import { phoneTemplates } from '../message-templates.ts'
import { type Check, fault, ok, warning } from './check.ts'

const patienceMs = 2_000
const example = 'DAYLIGHT_MESSAGES_FILE=/etc/daylight/messages.json'

/** How text messages leave: a channel, its wordings, the way there. Nothing is sent. */
export async function checkMessages({ messagesFile, demo }: Pick<Config, 'messagesFile' | 'demo'>): Promise<Check[]> {
  if (messagesFile === null)
    return [
      demo === false
        ? warning('没有短信通道，短信会一直等待', 'No channel for text messages: they wait', `${example}（docs/operations/messages.md）`)
        : ok('没有短信通道：演示用演示手机', 'No channel for text messages: a demo has its demo phones'),
    ]
  const given = await readMessagesFile({ messagesFile }).catch((error: Error) => error)
  if (given instanceof Error) return [fault('短信设置有误', 'The message settings are not valid', given.message)]
  const settings = readMessageSettings(given)
  const address = channelAddress(settings)
  return [
    await checkMode(messagesFile),
    ...(address === null ? [warning('没有选定短信通道', 'No channel is chosen', '"channel": "aliyun"')] : []),
    ...checkWordings(settings),
    ...(address === null ? [] : [await checkReached(address), ...checkEncrypted(address)]),
  ]
}

async function checkMode(file: string): Promise<Check> {
  const { mode } = await stat(file)
  return (mode & 0o077) === 0
    ? ok('短信设置只有本用户可读', 'Only this user can read the message settings')
    : warning('别的用户也能读短信设置里的密钥', 'Others can read the keys in the message settings', `chmod 600 ${file}`)
}

function checkWordings(settings: MessageSettings): Check[] {
  const missing = templatesNotApproved(settings, phoneTemplates)
  if (missing.length === 0) return []
  const list = missing.join(', ')
  return [warning(`这些短信模板没有登记：${list}`, `These templates are not registered: ${list}`, 'docs/reference/message-templates.md')]
}

async function checkReached({ channel, host, port }: ChannelAddress): Promise<Check> {
  const isReached = await new Promise<boolean>((resolve) => {
    const probe = connect({ host, port, timeout: patienceMs })
    const say = (answer: boolean) => {
      probe.destroy()
      resolve(answer)
    }
    probe
      .once('connect', () => say(true))
      .once('error', () => say(false))
      .once('timeout', () => say(false))
  })
  return isReached
    ? ok(`短信通道 ${channel} 连得上（${host}:${port}）`, `The channel ${channel} answers at ${host}:${port}`)
    : warning(
        `短信通道 ${channel} 连不上（${host}:${port}）`,
        `The channel ${channel} does not answer at ${host}:${port}`,
        `nc -vz ${host} ${port}`,
      )
}

const checkEncrypted = ({ channel, host, isEncrypted }: ChannelAddress): Check[] =>
  isEncrypted || isLoopback(host)
    ? []
    : [warning(`到短信通道 ${channel} 的线路没有加密`, `The line to the channel ${channel} is not encrypted`, 'HTTPS · "requireTls": true')]
