import type { FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import { describeError } from '#platform/server/log.ts'
import type { PlainRoutes } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import type { SignOnSetting } from '#platform/server/sign-on-setting.ts'
import { signOnBack, signOnLeave } from '../../contract.ts'
import { agentSummary } from '../../domain/agent-summary.ts'
import { absoluteHours } from '../../domain/session-life.ts'
import { findCandidate } from '../officer-repository.ts'
import { cookieName, cookieOptions, newCookie, sessionKey } from '../session-cookie.ts'
import { signIn } from '../sign-in.ts'
import type { AccountTables } from '../tables.ts'
import { type Leaving, type Provider, providerOf } from './provider.ts'

const leavingCookie = 'daylight_sign_on'
const leavingSeconds = 600

// why: `lax`, since the browser comes back from another site; the session's own cookie stays strict.
const leavingOptions = ({ addresses }: Platform) =>
  ({ ...cookieOptions(addresses), sameSite: 'lax', path: signOnLeave.path, maxAge: leavingSeconds }) as const

type Ending = 'refused' | 'unknown' | 'unreachable'

/** Back to the log-in page, which says why. */
const endAt = (reply: FastifyReply, ending: Ending) => reply.redirect(`/staff/login?sign-on=${ending}`)

function leavingOf(request: FastifyRequest): Leaving | null {
  const [state, nonce, verifier] = (request.cookies[leavingCookie] ?? '').split('.')
  return state && nonce && verifier ? { state, nonce, verifier } : null
}

/** Opens a session for the officer whom the provider vouches for; privileged roles wait for our own second factor. */
async function openSession(platform: Platform, request: FastifyRequest, policeNumber: string): Promise<string | null> {
  const open = openAs(platform.db)
  const candidate = await findCandidate(open.as<AccountTables>(), policeNumber, await platform.clock.now(open))
  if (!candidate?.isActive) return null
  const cookie = newCookie(candidate.officer.bureauCode)
  const tokenHash = sessionKey(cookie, platform.vault)?.tokenHash.toString('hex')
  const agent = agentSummary(request.headers['user-agent'] ?? '')
  await perform(platform, signIn, candidate.officer, { sessionId: uuid(), tokenHash, agent, provedBy: 'single-sign-on' })
  return cookie
}

/** Log-in by the bureau's own identity provider, where the settings name one; elsewhere these addresses are not found. */
export const signOnRoutes: PlainRoutes = (server, getPlatform) => {
  let provider: Provider | null = null
  const providerHere = (setting: SignOnSetting | null | undefined): Provider => {
    if (!setting) throw houseRefusals.notFound()
    return (provider ??= providerOf(setting))
  }
  server.get(signOnLeave.path, async (_request, reply) => {
    const platform = getPlatform()
    const asked = providerHere(platform.signOn).leave(`${platform.addresses.staffUrl}${signOnBack.path}`)
    const left = await asked.catch((error: Error) => {
      platform.log.warn({ ...describeError(error) }, 'identity provider')
      return null
    })
    if (!left) return endAt(reply, 'unreachable')
    const { state, nonce, verifier } = left.leaving
    void reply.setCookie(leavingCookie, [state, nonce, verifier].join('.'), leavingOptions(platform))
    return reply.redirect(left.to.href)
  })
  server.get(signOnBack.path, async (request, reply) => {
    const platform = getPlatform()
    const here = providerHere(platform.signOn)
    const leaving = leavingOf(request)
    void reply.clearCookie(leavingCookie, leavingOptions(platform))
    if (!leaving) return endAt(reply, 'refused')
    const vouched = await here.arrive(new URL(request.url, platform.addresses.staffUrl), leaving).catch((error: Error) => {
      platform.log.warn({ ...describeError(error) }, 'identity provider')
      return undefined
    })
    if (vouched === undefined) return endAt(reply, 'refused')
    const cookie = vouched === null ? null : await openSession(platform, request, vouched)
    if (cookie === null) return endAt(reply, 'unknown')
    void reply.setCookie(cookieName, cookie, { ...cookieOptions(platform.addresses), maxAge: absoluteHours * 3_600 })
    return reply.redirect('/staff/')
  })
}
