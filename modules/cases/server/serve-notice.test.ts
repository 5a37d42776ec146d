import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clocksOf } from '#modules/deadlines/index.ts'
import { type Bureau, createBureau, openCrime } from '../testing/bureau-of-cases.ts'
import { moveCase } from './move-case.ts'
import { serveNotice } from './serve-notice.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

describe('serving the notice of refusal', () => {
  it('ends the three days of service, once', async () => {
    const { world, officer, leader } = bureau
    const { id } = await openCrime(bureau, { reporter: { name: '贺秀兰', phone: null, role: 'complainant' } })
    await expect(world.perform(serveNotice, officer, { caseId: id })).rejects.toMatchObject({ code: 'cases.noticeNotDue' })
    await world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'no-crime', reason: '情节显著轻微' })
    world.advance({ hours: 5 })
    await world.perform(serveNotice, officer, { caseId: id })
    const clock = (await clocksOf(world.open, world.bureau, [`case:${id}`])).find((one) => one.rule === 'no_filing_notice_service')
    expect(clock).toMatchObject({ state: 'met', metAt: world.clock.now })
    await expect(world.perform(serveNotice, officer, { caseId: id })).rejects.toMatchObject({ code: 'cases.noticeAlreadyServed' })
  })

  it('is nothing for another unit', async () => {
    const { world, stranger } = bureau
    const { id } = await openCrime(bureau)
    await expect(world.perform(serveNotice, stranger, { caseId: id })).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  })
})
