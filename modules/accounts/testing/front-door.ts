import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { createHttp } from '#platform/server/http.ts'
import type { World } from '#platform/testing/world.ts'
import { identifyOfficer } from '../index.ts'
import { accountsModule } from '../server/module.ts'

export interface FrontDoor {
  readonly server: FastifyInstance
  post(url: string, body?: unknown, cookie?: string): Promise<LightMyRequestResponse>
  get(url: string, cookie?: string): Promise<LightMyRequestResponse>
}

const own = { 'x-daylight': '1', 'accept-language': 'en' }

/** The accounts of a world behind real sessions: whoever asks is known by the cookie alone. */
export async function frontDoor(world: World, platform = world.platform): Promise<FrontDoor> {
  const server = await createHttp({ modules: [accountsModule], getPlatform: () => platform, identify: identifyOfficer(() => platform) })
  const withCookie = (cookie?: string) => (cookie === undefined ? own : { ...own, cookie: `daylight_session=${cookie}` })
  return {
    server,
    post: (url, body = {}, cookie) => server.inject({ method: 'POST', url, headers: withCookie(cookie), payload: body as object }),
    get: (url, cookie) => server.inject({ method: 'GET', url, headers: withCookie(cookie) }),
  }
}

/** Signs in and gives the cookie. */
export async function cookieOf(door: FrontDoor, policeNumber: string, password: string, code?: string): Promise<string> {
  const answer = await door.post('/api/session', { policeNumber, password, ...(code && { code }) })
  if (answer.statusCode !== 200) throw new Error(`could not sign in: ${answer.body}`)
  return answer.cookies[0]?.value ?? ''
}
