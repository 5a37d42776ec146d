import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import { languageOf } from '#platform/server/http.ts'
import { readInput } from '#platform/server/input.ts'
import type { PlainRoutes } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { askToSignIn, signInByPasskey } from '../../contract.ts'
import type { PasskeyAnswer } from '../../contract/passkeys.ts'
import { agentSummary } from '../../domain/agent-summary.ts'
import { absoluteHours } from '../../domain/session-life.ts'
import { lockOfAddress } from '../admit.ts'
import { describeSession } from '../current-session.ts'
import { inSession } from '../identify-officer.ts'
import { findCandidate } from '../officer-repository.ts'
import { refusals } from '../refusals.ts'
import { cookieName, cookieOptions, newCookie, sessionKey } from '../session-cookie.ts'
import { signIn } from '../sign-in.ts'
import type { AccountTables } from '../tables.ts'
import { withDelay } from '../with-delay.ts'
import { isOurs, newChallenge, placeHere } from './challenge.ts'
import { noteUse, passkeyOfCredential } from './passkey-repository.ts'

/** The officer whose passkey answered; every reason why an answer is not right is one refusal. */
async function officerBehind({ db: database, vault, clock, addresses }: Platform, answer: PasskeyAnswer): Promise<Officer> {
  const { domain, origin } = placeHere(addresses)
  const open = openAs(database)
  const db = open.as<AccountTables>()
  const now = await clock.now(open)
  const known = await passkeyOfCredential(db, Buffer.from(answer.id, 'base64url'))
  if (!known) throw refusals.passkeyNotRight()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: isOurs({ db, vault, now }),
    expectedOrigin: origin,
    expectedRPID: domain,
    credential: { id: answer.id, publicKey: new Uint8Array(known.public_key), counter: known.uses },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  const candidate = verified ? await findCandidate(db, known.policeNumber, now) : null
  if (!authenticationInfo || !candidate?.isActive) throw refusals.passkeyNotRight()
  await noteUse(db, known, { uses: authenticationInfo.newCounter, now })
  return candidate.officer
}

const agentOf = (request: FastifyRequest): string => agentSummary(request.headers['user-agent'] ?? '')

/** Log-in by a passkey: nothing is typed, and the device names the officer. */
export const passkeyRoutes: PlainRoutes = (server, getPlatform) => {
  server.post(askToSignIn.path, async () => {
    const { addresses, db: database, vault, clock } = getPlatform()
    const { domain } = placeHere(addresses)
    const open = openAs(database)
    const challenge = await newChallenge({ db: open.as<AccountTables>(), vault, now: await clock.now(open) })
    return generateAuthenticationOptions({ rpID: domain, challenge: new Uint8Array(challenge), userVerification: 'required' })
  })
  server.post(signInByPasskey.path, async (request, reply) => {
    const platform = getPlatform()
    placeHere(platform.addresses)
    const { answer } = readInput(signInByPasskey.input, request.body ?? {})
    const locks = [lockOfAddress(platform.vault, request.ip)]
    const officer = await withDelay(platform, locks, () => officerBehind(platform, answer))
    const cookie = newCookie(officer.bureauCode)
    const tokenHash = sessionKey(cookie, platform.vault)?.tokenHash.toString('hex')
    const sessionId = uuid()
    const opened = await perform(platform, signIn, officer, { sessionId, tokenHash, agent: agentOf(request), provedBy: 'passkey' })
    void reply.setCookie(cookieName, cookie, { ...cookieOptions(platform.addresses), maxAge: absoluteHours * 3_600 })
    return describeSession(platform, inSession(officer, { ...opened, sessionId, isDemo: platform.isDemo }), languageOf(request))
  })
}
