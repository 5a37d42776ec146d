import type { FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import { perform } from '#platform/server/action.ts'
import { languageOf } from '#platform/server/http.ts'
import { readInput } from '#platform/server/input.ts'
import type { PlainRoutes } from '#platform/server/module.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import * as contract from '../contract.ts'
import { agentSummary } from '../domain/agent-summary.ts'
import { absoluteHours } from '../domain/session-life.ts'
import { admit } from './admit.ts'
import { describeSession } from './current-session.ts'
import { listDemoLogins } from './demo-logins.ts'
import { cookieName, cookieOptions, newCookie, sessionKey } from './session-cookie.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const agentOf = (request: FastifyRequest): string => agentSummary(request.headers['user-agent'] ?? '')

/** The addresses that set or clear the cookie, or that a stranger may ask; the rest of the module is ordinary endpoints. */
export const sessionRoutes: PlainRoutes = (server, getPlatform, identify) => {
  server.post(contract.signIn.path, async (request, reply) => {
    const platform = getPlatform()
    const { policeNumber, password } = readInput(contract.signIn.input, request.body ?? {})
    const officer = await admit(platform, { policeNumber, password, address: request.ip })
    const cookie = newCookie(officer.bureauCode)
    const tokenHash = sessionKey(cookie, platform.vault)?.tokenHash.toString('hex')
    await perform(platform, signIn, officer, { sessionId: uuid(), tokenHash, agent: agentOf(request) })
    // why: as long as the session can last at most; what ends it sooner stands in the database.
    void reply.setCookie(cookieName, cookie, { ...cookieOptions(platform.addresses), maxAge: absoluteHours * 3_600 })
    return describeSession(platform, officer, languageOf(request))
  })
  server.get(contract.currentSession.path, async (request) => describeSession(getPlatform(), await identify(request), languageOf(request)))
  server.delete(contract.signOut.path, async (request, reply) => {
    const platform = getPlatform()
    const actor = await identify(request)
    if (actor) await perform(platform, signOut, actor, {})
    void reply.clearCookie(cookieName, cookieOptions(platform.addresses))
    return describeSession(platform, null, languageOf(request))
  })
  server.get(contract.demoLogins.path, async () => {
    const platform = getPlatform()
    if (!platform.isDemo) throw houseRefusals.notFound()
    return contract.demoLogins.output.parse(await listDemoLogins(platform))
  })
}
