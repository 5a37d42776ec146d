import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { randomOf } from '../../data/county/random.ts'
import { brokenChains, halfDone, lost, unbalanced, waiting, wronglySent } from './killing/inspect.ts'
import { type Acknowledged, beginLoad, signInTo } from './killing/load.ts'
import { setStage, type Stage, type Victim, victims } from './killing/stage.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** How often something is killed, and what draws the moments. */
    killing: { kills: number; seed: number }
  }
}

const { kills, seed } = inject('killing')
const isLong = kills > 10
const drainSeconds = isLong ? 600 : 60

let stage: Stage
let done: Acknowledged
const killed: Victim[] = []

const say = (line: string) => void (isLong && process.stdout.write(`${line}\n`))

const isReady = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${stage.port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ status }) => status === 200,
    () => false,
  )

async function untilReady(): Promise<void> {
  for (let tries = 0; !(await isReady()); tries += 1) {
    if (tries > 600) throw new Error('it did not come back')
    await pause(100)
  }
}

/** Until the outbox is empty; in the long form also until every message in doubt has been asked for. */
async function untilDrained(): Promise<void> {
  for (let waited = 0; waited < drainSeconds; waited += 0.25) {
    const { deliveries, messages } = await waiting(stage)
    if (deliveries === 0 && (messages === 0 || !isLong)) return
    await pause(250)
  }
}

beforeAll(async () => {
  stage = await setStage()
  const random = randomOf(`killing ${seed}`)
  stage.gateway.answers.push(...Array.from({ length: 20_000 }, () => (random.chance(0.2) ? ('drop' as const) : ('accept' as const))))
  const [dispatcher, officer] = [await signInTo(stage, '700001'), await signInTo(stage, '700002')]
  const load = beginLoad(stage, { dispatcher, officer }, { clients: 4, random: randomOf(`load ${seed}`) })
  load.running.catch(() => undefined)
  while (killed.length < kills) {
    await pause(random.int(200, 1_500))
    // why: in turn, or a short run might leave one of them out; which process and when is chance.
    const victim = victims[killed.length % victims.length] as Victim
    if (!stage.kill(victim, random.int(0, 99))) continue
    killed.push(victim)
    say(`${killed.length}. ${victim}: ${load.done.received.length} calls so far`)
    await pause(random.int(0, 300))
    await untilReady()
  }
  await pause(500)
  done = await load.stop()
  await untilReady()
  await untilDrained()
}, 7_200_000)
afterAll(() => stage.stop(), 60_000)

describe(`killed ${kills} times under load, seed ${seed}`, () => {
  it('was really under load, and both the app and the database were killed', () => {
    expect(new Set(killed)).toEqual(new Set(victims))
    expect(done.received.length).toBeGreaterThan(kills)
    expect(done.disposed.length).toBeGreaterThan(kills)
    expect(stage.gateway.records.length).toBeGreaterThan(0)
    say(`${done.received.length} calls, ${done.disposed.length} cases, ${stage.gateway.records.length} messages`)
  })

  it('lost nothing that it had acknowledged', async () => {
    expect(await lost(stage, done)).toEqual([])
  })

  it('left nothing half done and did nothing twice', async () => {
    expect(await halfDone(stage)).toEqual([])
  })

  it('sent no message twice, though the gateway took some and dropped its answer', async () => {
    expect(await wronglySent(stage)).toEqual([])
  })

  it('keeps the chains of the trail whole', async () => {
    expect(await brokenChains(stage)).toEqual([])
  })

  it('holds the balance', async () => {
    expect(await unbalanced(stage)).toEqual([])
  })
})
