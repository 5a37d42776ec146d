import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Citizen, createCitizen, formOf, postTo } from '../testing/citizen.ts'
import { messagesOn, type ReportedCase, sentCode } from '../testing/reported-case.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

const confirm = async (reported: ReportedCase, code: string, address: string) =>
  (await citizen.post('/q/confirm', formOf(reported, code), address)).statusCode
const fail = async (reported: ReportedCase, times: number, address: string) => {
  for (let failed = 0; failed < times; failed++) expect(await confirm(reported, '999999', address)).toBe(403)
}

/** The same on a server that has just begun and remembers nothing. */
async function afterRestart<Result>(
  use: (post: (url: string, code?: string) => Promise<number>) => Promise<Result>,
  reported: ReportedCase,
) {
  const restarted = await citizen.county.world.http(() => null)
  const post = async (url: string, code?: string) =>
    (await postTo(restarted, url, formOf(reported, code), { address: '198.51.100.200' })).statusCode
  const result = await use(post)
  await restarted.close()
  return result
}

async function codeFor(reported: ReportedCase): Promise<string> {
  await citizen.post('/q', formOf(reported))
  await citizen.county.world.work()
  return sentCode(citizen.county.world, reported.phone)
}

it('keeps the delay of a number over a restart, and lifts it after 60 seconds at most', async () => {
  const reported = await citizen.report()
  await fail(reported, 12, '198.51.100.1')
  const code = await codeFor(reported)
  await afterRestart(async (post) => {
    expect(await post('/q/confirm', code)).toBe(403)
    citizen.county.world.advance({ seconds: 60 })
    expect(await post('/q/confirm', code)).toBe(303)
  }, reported)
})

it('keeps nobody waiting longer than 60 seconds, however often a number was failed at', async () => {
  const reported = await citizen.report()
  await fail(reported, 6, '198.51.100.2')
  await sql`update public_query.throttle set failures = 9000 where kind in ('number', 'phone') and failures >= 6`.execute(
    citizen.county.world.platform.db,
  )
  const code = await codeFor(reported)
  expect(await confirm(reported, code, '198.51.100.3')).toBe(403)
  citizen.county.world.advance({ seconds: 60 })
  expect(await confirm(reported, code, '198.51.100.3')).toBe(303)
})

it('lets the receipt’s code in at once from an address without failures, whatever was failed at its number and phone', async () => {
  const reported = await citizen.report()
  await fail(reported, 20, '198.51.100.4')
  expect(await confirm(reported, reported.code, '198.51.100.5')).toBe(303)
})

it('forgives the failures of number and phone after a success', async () => {
  const reported = await citizen.report()
  await fail(reported, 10, '198.51.100.6')
  expect(await confirm(reported, reported.code, '198.51.100.7')).toBe(303)
  expect(await confirm(reported, await codeFor(reported), '198.51.100.7')).toBe(303)
})

it('slows an address late: not at 49 failures, since a carrier puts many people behind one', async () => {
  const [stranger, reported] = [await citizen.report(), await citizen.report()]
  await fail(stranger, 1, '198.51.100.8')
  const set = (failures: number) =>
    sql`update public_query.throttle set failures = ${failures}, failed_at = ${citizen.county.world.clock.now}
      where kind = 'address' and key_hash = ${citizen.county.world.platform.vault.hash('address', '198.51.100.8')}`.execute(
      citizen.county.world.platform.db,
    )
  await set(49)
  expect(await confirm(reported, await codeFor(reported), '198.51.100.8')).toBe(303)
  await set(56)
  expect(await confirm(reported, await codeFor(reported), '198.51.100.8')).toBe(403)
})

it('counts the five codes of a day over a restart', async () => {
  const reported = await citizen.report()
  for (let asked = 0; asked < 4; asked++) await codeFor(reported)
  await afterRestart(async (post) => {
    for (let asked = 0; asked < 3; asked++) expect(await post('/q')).toBe(200)
  }, reported)
  await citizen.county.world.work()
  expect((await messagesOn(citizen.county.world, reported.phone)).filter((text) => text.startsWith('验证码 '))).toHaveLength(5)
})

it('counts the five tries of a code over a restart', async () => {
  const reported = await citizen.report()
  const code = await codeFor(reported)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let tried = 0; tried < 3; tried++) await confirm(reported, wrong, `198.51.100.${20 + tried}`)
  await afterRestart(async (post) => {
    for (let tried = 0; tried < 2; tried++) expect(await post('/q/confirm', wrong)).toBe(403)
    citizen.county.world.advance({ minutes: 2 })
    expect(await post('/q/confirm', code)).toBe(403)
  }, reported)
})
