import { sql } from 'kysely'
import type { Citizen, Form } from './citizen.ts'
import { sentCode } from './reported-case.ts'

/** A report that nothing is wrong with. */
export const aReport = (over: Form = {}): Form => ({
  kind: 'theft',
  what: '停在楼下的电动自行车不见了，红色，锁被剪断。',
  when: '昨天晚上九点左右',
  where: '城关镇粮站家属院 3 号楼下',
  concerned: 'self',
  name: '贺秀兰',
  phone: '19900004001',
  consent: '1',
  ...over,
})

const hidden = (body: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

/** What the answered page holds for the next step. */
export function heldIn(body: string): Form {
  const held = { ticket: hidden(body, 'ticket'), phone: hidden(body, 'phone') }
  if (held.ticket === '') throw new Error('the page holds no ticket')
  return held
}

export interface Begun {
  readonly held: Form
  /** The six digits that the phone got. */
  readonly code: string
}

/** Step one, and the code that arrives. */
export async function beginReport(citizen: Citizen, over: Form = {}, address?: string): Promise<Begun> {
  const typed = aReport(over)
  const { body, statusCode } = await citizen.post('/report', typed, address)
  if (statusCode !== 200) throw new Error(`the report was not taken: ${statusCode}`)
  await citizen.county.world.work()
  return { held: heldIn(body), code: await sentCode(citizen.county.world, String(typed['phone'])) }
}

/** Every row that a report has left in the queue. */
export async function requestRows({ county }: Pick<Citizen, 'county'>): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from public_query.request where kind = 'report' order by asked_at, id`.execute(county.world.platform.db)
  return rows
}
