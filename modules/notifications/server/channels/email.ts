import { z } from 'zod'
import { defineChannel, type Outcome } from './channel.ts'
import { outcomeOfFailure } from './failures.ts'

const Settings = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535),
  /** TLS from the first byte; otherwise STARTTLS where the server offers it, and always if `requireTls`. */
  secure: z.boolean().default(false),
  requireTls: z.boolean().default(false),
  user: z.string().optional(),
  password: z.string().optional(),
  from: z.string().min(3),
  /** Where mail for a phone goes, such as `{phone}@sms.gongan.intra` of a mail-to-message gateway or `{phone}@139.com`. */
  to: z.string().regex(/^\{phone\}@[A-Za-z0-9.-]+$|^[A-Za-z0-9._+-]*\{phone\}[A-Za-z0-9._+-]*@[A-Za-z0-9.-]+$/),
  subject: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  timeoutMs: z.int().min(500).max(9_000).default(8_000),
})
type Settings = z.output<typeof Settings>

async function connect({ host, port, secure, requireTls, user, password, timeoutMs }: Settings) {
  // why: loaded only where this channel is set up.
  const { createTransport } = await import('nodemailer')
  return createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

interface MailError {
  readonly code?: string
  readonly message?: string
  readonly responseCode?: number
}

const neverBegan = /^(Connection timeout|Greeting never received)/

/** What the server said counts; where it said nothing only a line that was never made is certain. */
function outcomeOfError(error: unknown): Extract<Outcome, { readonly why: string }> {
  const { code, message = '', responseCode } = error as MailError
  if (responseCode !== undefined) return { state: 'rejected', retry: responseCode < 500, why: `smtp-${responseCode}` }
  // why: the library calls every line that breaks one of connecting (`CONN`), also when the whole text was handed over.
  if (code === 'EDNS' || neverBegan.test(message)) return { state: 'rejected', retry: true, why: 'not-reached' }
  return outcomeOfFailure(error)
}

/** Mail to a mailbox that bears the number of the phone. Mail keeps no record that could be asked, and no report comes back. */
export const email = defineChannel<Settings>({
  name: 'email',
  isSimulated: false,
  recognisesKeys: () => false,
  settings: Settings,

  async send({ key, to, text, language }, settings) {
    const transport = await connect(settings)
    try {
      const { messageId } = await transport.sendMail({
        from: settings.from,
        to: settings.to.replace('{phone}', to),
        subject: settings.subject[language],
        text,
        // why: a server that throws doubles away knows them by this.
        messageId: `<${key}@daylight>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { state: 'accepted', providerId: messageId.slice(0, 100) }
    } catch (error) {
      return outcomeOfError(error)
    } finally {
      transport.close()
    }
  },
})
