import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import { type Bureau, createBureau, foundations } from '#modules/cases/testing/bureau-of-cases.ts'
import type { receiveIncident as receiveEndpoint } from '../contract.ts'
import { arriveAtIncident } from '../server/arrive-at-incident.ts'
import { disposeIncident } from '../server/dispose-incident.ts'
import { incidentsModule } from '../server/module.ts'
import { receiveIncident } from '../server/receive-incident.ts'
import { signIncident } from '../server/sign-incident.ts'
import type { Officer } from '#kernel/actor.ts'

export interface Desk extends Bureau {
  readonly dispatcher: Officer
}

/** The bureau of the first walk, with its 110 desk. */
export async function createDesk(): Promise<Desk> {
  const bureau = await createBureau([...foundations, incidentsModule])
  return { ...bureau, dispatcher: bureau.world.officer('段青禾', 'dispatcher', bureau.world.bureau) }
}

type Call = z.input<typeof receiveEndpoint.input>

export const aCall = (over: Partial<Call> = {}): Call => ({
  id: uuid(),
  source: '110',
  category: 'burglary',
  grade: 'II',
  reporterName: '贺秀兰',
  reporterPhone: '19900000417',
  place: '粮站家属院 3 号楼 2 单元 401',
  summary: '下班回家发现门锁被撬，抽屉现金约三千元不见。',
  ...over,
})

export const takeCall = (
  { world, dispatcher, station }: Pick<Desk, 'world' | 'dispatcher'> & { readonly station?: string },
  over: Partial<Call> = {},
) => world.perform(receiveIncident, dispatcher, aCall({ dispatchTo: station ?? world.station, ...over }))

/** Taken, dispatched, signed for and arrived at: ready for its disposition. */
export async function arrived(desk: Desk, over: Partial<Call> = {}): Promise<string> {
  const { id } = await takeCall(desk, over)
  await desk.world.perform(signIncident, desk.officer, { incidentId: id })
  await desk.world.perform(arriveAtIncident, desk.officer, { incidentId: id })
  return id
}

export const disposeAs = (desk: Desk, incidentId: string, over: object) =>
  desk.world.perform(disposeIncident, desk.officer, { incidentId, ...over })

export const asCrime = (over: object = {}) => ({
  disposition: 'criminal-case',
  caseId: uuid(),
  causeCode: 'cl-264',
  matter: '家中门锁被撬，现金约三千元不见',
  ...over,
})
