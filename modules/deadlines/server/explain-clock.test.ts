import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { lawLibraryModule } from '#modules/law-library/server/module.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { insertClock } from './clock-repository.ts'
import { explainClock } from './explain-clock.ts'
import { deadlinesModule } from './module.ts'
import { newClockRow } from './running-clocks.ts'
import type { ClockTables, Secrecy } from './tables.ts'

let world: World
let zhang: Officer
beforeAll(async () => {
  world = await createWorld([lawLibraryModule, deadlinesModule])
  zhang = world.officer('张警官', 'officer')
})
afterAll(() => world.close())

async function aClock(secrecy: Secrecy = 'ordinary', holderId: string | null = null): Promise<string> {
  const subject = `case:${uuid()}`
  const startedAt = new Date('2026-07-09T10:00:00+08:00')
  const access = { unitCode: world.station, holderId, secrecy }
  const row = newClockRow({ bureauCode: world.bureau, subject, rule: 'crim_filing_review', startedAt, access }, startedAt)
  await insertClock(world.open.as<ClockTables>(), row)
  return subject
}
const ask = (actor: Officer, subject: string) => world.ask(explainClock, actor, { subject, rule: 'crim_filing_review' })
const hidden = { code: 'deadlines.clockNotFound' }

it('shows the sum step by step, with the articles, in both languages', async () => {
  const { steps, dueAt } = await ask(zhang, await aClock())
  expect(dueAt).toBe('2026-07-13T15:59:59.000Z')
  expect(steps.map(({ kind, text }) => [kind, text.zh])).toEqual([
    ['start', '接受案件：2026-07-09 10:00，当日不计，自次日起算。'],
    ['limit', '法定期限：3日。'],
    ['counted', '计算届满日：2026-07-12。'],
    ['rolled', '2026-07-12 是节假日，顺延至其后第一个工作日 2026-07-13。'],
    ['due', '最后期限：2026-07-13 24:00。'],
  ])
  expect(steps[1]?.basis).toEqual([
    { zh: '《关于改革完善受案立案制度的意见》二（一）2', en: 'Opinion on Reforming Acceptance and Filing, section 二(一)2' },
  ])
  for (const { text, basis } of steps) expect([text.en, ...basis.map(({ en }) => en)]).not.toContain('')
})

it('answers the same for a clock of another unit as for no clock at all', async () => {
  const subject = await aClock()
  await expect(ask(world.officer('李警官', 'officer', world.unit()), subject)).rejects.toMatchObject(hidden)
  await expect(ask(zhang, `case:${uuid()}`)).rejects.toMatchObject(hidden)
})

it('shows a secret clock to its holder, the head of its unit and the leader alone', async () => {
  const subject = await aClock('secret', zhang.id)
  const head = world.officer('王所长', 'unit-head')
  const leader = world.officer('赵局长', 'leader', world.bureau)
  for (const actor of [zhang, head, leader]) expect((await ask(actor, subject)).steps.length).toBeGreaterThan(0)
  const colleague = world.officer('李警官', 'officer')
  const supervisor = world.officer('周督察', 'supervisor', world.bureau)
  for (const actor of [colleague, supervisor]) await expect(ask(actor, subject)).rejects.toMatchObject(hidden)
})

it('is not asked by a dispatcher', async () => {
  await expect(ask(world.officer('钱接警', 'dispatcher'), await aClock())).rejects.toMatchObject({ code: 'house.notAllowed' })
})
