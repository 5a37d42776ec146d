import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkMessages } from './doctor/message-checks.ts'
import { readMessagesFile } from './message-settings.ts'
import { phoneTemplates } from './message-templates.ts'
import { parametersOf } from '#modules/notifications/index.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'daylight-messages-'))))
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(given: unknown, mode = 0o600): Promise<{ messagesFile: string }> {
  const messagesFile = path.join(folder, `${Math.floor(performance.now() * 1_000)}.json`)
  await writeFile(messagesFile, typeof given === 'string' ? given : JSON.stringify(given), { mode })
  return { messagesFile }
}

const templates = Object.fromEntries(
  phoneTemplates.map((template, index) => [
    `${template.id}@${template.version}`,
    { zh: `SMS_${index}`, parameters: parametersOf(template) },
  ]),
)
const aliyun = { accessKeyId: 'id', accessKeySecret: 'a very secret key', signName: '汾川公安', endpoint: '127.0.0.1:1', templates }
const doctor = (given: { messagesFile: string | null }) => checkMessages({ demo: null, ...given })

describe('the file of the message settings', () => {
  it('may be left out', async () => {
    expect(await readMessagesFile({ messagesFile: null })).toBeNull()
  })

  it('is read as it is when nothing is wrong with it', async () => {
    const given = { channel: 'aliyun', quietHours: '22:00-07:00', aliyun }
    expect(await readMessagesFile(await fileOf(given))).toEqual(given)
  })

  it.each([
    ['not JSON', '{"aliyun": a very secret key', /不是 JSON/],
    ['a name that does not exist', { chanel: 'aliyun' }, /chanel/],
    ['a channel without its settings', { channel: 'tencent', aliyun }, /channel: the settings of this channel are missing/],
    ['a night that is none', { quietHours: '22-7' }, /quietHours: HH:MM-HH:MM/],
    ['an address for reports that could be guessed', { reportToken: 'short' }, /reportToken/],
    ['a wrong type', { channel: 'aliyun', aliyun: { ...aliyun, signName: 7 } }, /aliyun\.signName/],
    [
      'a mailbox that is nobody’s',
      { email: { host: 'h', port: 25, from: 'a@b', to: 'all@b.cn', subject: { zh: 'a', en: 'b' } } },
      /email\.to/,
    ],
  ])('is refused with %s, and no value of it is repeated', async (_, given, fault) => {
    const read = readMessagesFile(await fileOf(given))
    await expect(read).rejects.toThrow(fault)
    await expect(read).rejects.not.toThrow(/very secret/)
  })
})

describe('the doctor', () => {
  it('wants a channel where there is no demo', async () => {
    expect(await checkMessages({ messagesFile: null, demo: null })).toMatchObject([{ state: 'ok' }])
    expect(await checkMessages({ messagesFile: null, demo: false })).toMatchObject([
      { state: 'warning', mend: expect.stringContaining('DAYLIGHT_MESSAGES_FILE') },
    ])
  })

  it('says what is wrong with the file, and who else can read it', async () => {
    expect(await doctor(await fileOf({ channel: 'tencent' }))).toMatchObject([{ state: 'fault' }])
    const open = await doctor(await fileOf({ quietHours: '22:00-07:00' }, 0o644))
    expect(open).toContainEqual(expect.objectContaining({ state: 'warning', mend: expect.stringContaining('chmod 600') }))
  })

  it('names the wordings that are not approved, a provider that is not reached, and a line that is not encrypted', async () => {
    const { [Object.keys(templates)[0]!]: _, ...most } = templates
    const checks = await doctor(await fileOf({ channel: 'aliyun', aliyun: { ...aliyun, templates: most } }))
    expect(checks.map(({ state }) => state)).toEqual(['ok', 'warning', 'warning'])
    expect(checks[1]!.en).toContain(Object.keys(templates)[0])
    expect(checks[2]!.en).toContain('127.0.0.1:1')
    const plain = await doctor(
      await fileOf({ channel: 'aliyun', aliyun: { ...aliyun, endpoint: 'sms.example.invalid', protocol: 'HTTP' } }),
    )
    expect(plain.some(({ en }) => en.includes('not encrypted'))).toBe(true)
  })
})
