import type { FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import { languageOf } from '#platform/server/http.ts'
import { readInput } from '#platform/server/input.ts'
import type { PlainRoutes } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import * as contract from '../contract.ts'
import { agentSummary } from '../domain/agent-summary.ts'
import { absoluteHours } from '../domain/session-life.ts'
import { admit } from './admit.ts'
import { describeSession } from './current-session.ts'
import { listDemoLogins } from './demo-logins.ts'
import { inSession } from './identify-officer.ts'
import { refusals } from './refusals.ts'
import { secondFactorOf } from './second-factor-repository.ts'
import { cookieName, cookieOptions, newCookie, sessionKey } from './session-cookie.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import type { AccountTables } from './tables.ts'
import { lockOfCode, withDelay } from './with-delay.ts'

const agentOf = (request: FastifyRequest): string => agentSummary(request.headers['user-agent'] ?? '')

interface Opening {
  readonly sessionId: string
  readonly tokenHash: string | undefined
  readonly agent: string
  readonly code: string | undefined
}

/** Opens the session. Who has a second factor is asked for a code first, and guesses at it are counted by themselves. */
async function openWith(platform: Platform, officer: Officer, opening: Opening) {
  const factor = await secondFactorOf(openAs(platform.db).as<AccountTables>(), platform.vault, officer)
  const open = () => perform(platform, signIn, officer, opening)
  if (!factor?.secret) return open()
  if (opening.code === undefined) throw refusals.codeNeeded()
  return withDelay(platform, [lockOfCode(platform, officer.policeNumber)], open)
}

/** The addresses that set or clear the cookie, or that a stranger may ask; the rest of the module is ordinary endpoints. */
export const sessionRoutes: PlainRoutes = (server, getPlatform, identify) => {
  server.post(contract.signIn.path, async (request, reply) => {
    const platform = getPlatform()
    const { policeNumber, password, code } = readInput(contract.signIn.input, request.body ?? {})
    const officer = await admit(platform, { policeNumber, password, address: request.ip })
    const cookie = newCookie(officer.bureauCode)
    const tokenHash = sessionKey(cookie, platform.vault)?.tokenHash.toString('hex')
    const sessionId = uuid()
    const opened = await openWith(platform, officer, { sessionId, tokenHash, agent: agentOf(request), code })
    // why: as long as the session can last at most; what ends it sooner stands in the database.
    void reply.setCookie(cookieName, cookie, { ...cookieOptions(platform.addresses), maxAge: absoluteHours * 3_600 })
    return describeSession(platform, inSession(officer, { ...opened, sessionId, isDemo: platform.isDemo }), languageOf(request))
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
