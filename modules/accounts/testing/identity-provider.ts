import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { Provider } from 'oidc-provider'

export interface IdentityProvider {
  readonly issuer: string
  /** Who logs in there from now on. */
  person: { readonly id: string; readonly claims: Readonly<Record<string, string>> }
  close(): Promise<void>
}

export const client = { clientId: 'daylight', clientSecret: 'a secret between the two' }

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A real provider over HTTP, at which everybody is logged in and agrees at once. */
export async function openProvider(returnAddress: string, port = 0): Promise<IdentityProvider> {
  const server = createServer()
  const issuer = `http://127.0.0.1:${await listen(server, port)}`
  const opened: IdentityProvider = {
    issuer,
    person: { id: 'nobody', claims: {} },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [returnAddress] }],
    cookies: { keys: ['of a test'] },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `/agree/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...opened.person.claims }) }),
    async loadExistingGrant(context) {
      const { client: asker, session, provider: own } = context.oidc
      const grant = new own.Grant({ clientId: asker?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/agree/'))
      void provider.interactionFinished(request, response, { login: { accountId: opened.person.id } }, { mergeWithLastSubmission: false })
    else void answer(request, response)
  })
  return opened
}

/** Follows the browser through the provider, and says where it is sent at last. */
export async function walkThrough(first: string, until: string): Promise<string> {
  const jar = new Map<string, string>()
  let at = first
  while (!at.startsWith(until)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`the provider stopped at ${new URL(at).pathname}: ${answer.status} ${await answer.text()}`)
    at = new URL(next, at).href
  }
  return at
}
