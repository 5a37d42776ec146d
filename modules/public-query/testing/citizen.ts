import type { FastifyInstance } from 'fastify'
import type { Bureau } from '#modules/cases/testing/bureau-of-cases.ts'
import type { OpenCase } from '#modules/cases/index.ts'
import { queryBureau, reportCase, type ReportedCase, reporter } from './reported-case.ts'

export type Form = Readonly<Record<string, string>>
type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** A county, and somebody in front of its query pages without a browser. */
export interface Citizen {
  readonly county: Bureau
  readonly http: FastifyInstance
  post(url: string, form: Form, address?: string, cookie?: string): Promise<Answer>
  get(url: string, cookie?: string): Promise<Answer>
  /** A new case whose reporter has a phone that no other test uses. */
  report(over?: Partial<OpenCase>): Promise<ReportedCase>
  /** Confirms with the receipt's code; gives the cookie. */
  openPage(reported: ReportedCase): Promise<string>
  close(): Promise<void>
}

export const formOf = ({ number, phone }: Pick<ReportedCase, 'number' | 'phone'>, code?: string): Form => ({
  number,
  phone,
  ...(code !== undefined && { code }),
})

interface From {
  readonly address?: string | undefined
  readonly cookie?: string | undefined
}

/** Sends a form as a browser does. */
export const postTo = (http: FastifyInstance, url: string, form: Form, { address = '192.0.2.1', cookie }: From = {}): Promise<Answer> =>
  http.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie !== undefined && { cookie: `daylight_view=${cookie}` }) },
    remoteAddress: address,
  })

export async function createCitizen(): Promise<Citizen> {
  const county = await queryBureau()
  const http = await county.world.http(() => null)
  let phones = 19_900_001_000
  const post: Citizen['post'] = (url, form, address, cookie) => postTo(http, url, form, { address, cookie })
  return {
    county,
    http,
    post,
    get: (url, cookie) => http.inject({ method: 'GET', url, headers: cookie === undefined ? {} : { cookie: `daylight_view=${cookie}` } }),
    report: (over = {}) => reportCase(county, { reporter: reporter('victim', String(++phones)), ...over }),
    async openPage(reported) {
      const { statusCode, cookies } = await post('/q/confirm', formOf(reported, reported.code))
      if (statusCode !== 303) throw new Error(`the page did not open: ${statusCode}`)
      return cookies[0]?.value ?? ''
    },
    async close() {
      await http.close()
      await county.world.close()
    },
  }
}
