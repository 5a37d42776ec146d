import * as client from 'openid-client'
import type { SignOnSetting } from '#platform/server/sign-on-setting.ts'

const timeoutSeconds = 8

/** What is kept in the browser between leaving for the provider and coming back. */
export interface Leaving {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Provider {
  /** Where to send the browser. Throws if the provider cannot be reached. */
  leave(returnAddress: string): Promise<{ readonly to: URL; readonly leaving: Leaving }>
  /** The police number that the provider vouches for; null if it names none. Throws if anything of the answer is wrong. */
  arrive(at: URL, leaving: Leaving): Promise<string | null>
}

const insecure = (issuer: string) => (issuer.startsWith('http:') ? [client.allowInsecureRequests] : [])

/** The bureau's identity provider: code flow with PKCE, state and nonce. It is looked up at the first log-in, and again until it answers. */
export function providerOf({ issuer, clientId, clientSecret, claim }: SignOnSetting): Provider {
  let known: Promise<client.Configuration> | null = null
  const look = () =>
    client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
      execute: insecure(issuer),
      timeout: timeoutSeconds,
    })
  // why: a provider that is down when we start must not stay unknown, so only an answer is kept.
  const configuration = () =>
    (known ??= look().catch((fault: unknown) => {
      known = null
      throw fault
    }))
  return {
    async leave(returnAddress) {
      const config = await configuration()
      const leaving = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const to = client.buildAuthorizationUrl(config, {
        redirect_uri: returnAddress,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(leaving.verifier),
        code_challenge_method: 'S256',
        state: leaving.state,
        nonce: leaving.nonce,
      })
      return { to, leaving }
    },
    async arrive(at, { state, nonce, verifier }) {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const tokens = await client.authorizationCodeGrant(await configuration(), at, checks)
      const named = tokens.claims()?.[claim]
      return typeof named === 'string' && /^\d{6}$/.test(named) ? named : null
    },
  }
}
