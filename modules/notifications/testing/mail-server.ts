import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** `drop`: takes the mail and cuts the line; a number refuses with that code. */
export type MailAnswer = 'accept' | 'drop' | { readonly at: 'rcpt' | 'data'; readonly code: number }

export interface MailServer {
  readonly port: number
  readonly answers: MailAnswer[]
  /** Mails that it took, as they came. */
  readonly mails: { readonly to: string; readonly raw: string }[]
  close(): Promise<void>
}

const refusal = (code: number) => Object.assign(new Error('refused'), { responseCode: code })

/** A mail server on this machine that wants a login. */
export async function startMailServer(): Promise<MailServer> {
  const answers: MailAnswer[] = []
  const mails: { to: string; raw: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'daylight' && password === 'secret-of-tests' ? done(null, { user: username }) : done(refusal(535)),
    onRcptTo(_address, _session, done) {
      const [answer] = answers
      if (typeof answer === 'object' && answer.at === 'rcpt') return done(refusal((answers.shift() as { code: number }).code))
      done()
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        const answer = answers.shift() ?? 'accept'
        if (typeof answer === 'object') return done(refusal(answer.code))
        mails.push({ to: envelope.rcptTo.map(({ address }) => address).join(), raw: Buffer.concat(chunks).toString('utf8') })
        if (answer === 'accept') return done()
        for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
      })
    },
  })
  server.on('error', () => undefined)
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    answers,
    mails,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
