import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Citizen, createCitizen, formOf } from '../testing/citizen.ts'
import { sentCode } from '../testing/reported-case.ts'
import { secondReceipt } from '../testing/second-receipt.ts'
import { saveProjection } from './projection-repository.ts'
import type { PublicQueryTables, ReceiptRow } from './tables.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

type Typed = Parameters<typeof formOf>[0]
const confirm = (typed: Typed, code: string, address?: string) => citizen.post('/q/confirm', formOf(typed, code), address)
const pageOf = async (typed: Typed, code: string) => {
  const { cookies } = await confirm(typed, code)
  return (await citizen.get('/q/case', cookies[0]?.value ?? '')).body
}

async function sendCodeTo(typed: Typed): Promise<string> {
  await citizen.post('/q', formOf(typed))
  await citizen.county.world.work()
  return sentCode(citizen.county.world, typed.phone)
}

describe('a case with several parties', () => {
  it('gives each their own receipt: own phone, own code, own words', async () => {
    const first = await citizen.report()
    const other = { number: first.number, phone: '19900000741' }
    await secondReceipt(citizen.county.world, first, { role: 'complainant', phone: other.phone, code: '4111222233334444' })
    expect((await confirm(first, first.code)).statusCode).toBe(303)
    expect((await confirm(other, '4111222233334444')).statusCode).toBe(303)
    expect((await confirm(first, '4111222233334444')).statusCode).toBe(403)
    expect((await confirm(other, first.code)).statusCode).toBe(403)
    expect(await pageOf(other, '4111222233334444')).toContain('必须给您书面通知')
    expect(await pageOf(first, first.code)).not.toContain('必须给您书面通知')
  })

  it('opens with one phone that holds two receipts the one of the code, and by message the newest', async () => {
    const first = await citizen.report()
    citizen.county.world.advance({ seconds: 1 })
    await secondReceipt(citizen.county.world, first, { role: 'complainant', phone: first.phone, code: '4222333344445555' })
    expect(await pageOf(first, first.code)).not.toContain('必须给您书面通知')
    expect(await pageOf(first, '4222333344445555')).toContain('必须给您书面通知')
    expect(await pageOf(first, await sendCodeTo(first))).toContain('必须给您书面通知')
  })
})

describe('a party without a phone', () => {
  const code = '4333444455556666'
  const noPhone = async () => {
    const first = await citizen.report()
    await secondReceipt(citizen.county.world, first, { role: 'victim', phone: null, code })
    return { first, typed: { number: first.number, phone: '' } }
  }

  it('opens the page with number and the sixteen digits, the phone left empty', async () => {
    const { typed } = await noPhone()
    expect((await confirm(typed, code)).statusCode).toBe(303)
    expect((await citizen.post('/q', { ...formOf(typed, code), step: 'ask' })).statusCode).toBe(303)
  })

  it('is not found by any phone; and an empty phone does not do for a party who has one', async () => {
    const { first, typed } = await noPhone()
    expect((await confirm({ ...typed, phone: '19900000749' }, code)).statusCode).toBe(403)
    expect((await confirm(typed, first.code)).statusCode).toBe(403)
  })

  it('needs all sixteen digits: with six, too few or none the form asks for the phone, and nothing is counted', async () => {
    const { typed } = await noPhone()
    for (const short of ['', '123456', code.slice(1)]) {
      const { statusCode, body } = await confirm(typed, short)
      expect(statusCode).toBe(400)
      expect(body).toContain('id="phone-wrong"')
    }
    expect((await citizen.post('/q', formOf(typed))).statusCode).toBe(400)
  })

  it('is not kept out by a stranger who knows the number and fails all day', async () => {
    const { typed } = await noPhone()
    for (let tried = 0; tried < 30; tried++) await confirm(typed, '9999888877776666', '192.0.2.91')
    expect((await confirm(typed, code, '192.0.2.91')).statusCode).toBe(403)
    expect((await confirm(typed, code, '192.0.2.92')).statusCode).toBe(303)
  })

  it('has 25 tries a day from one address, and is counted for its own case alone', async () => {
    const { typed } = await noPhone()
    const other = await noPhone()
    for (let tried = 0; tried < 25; tried++) expect((await confirm(typed, code, '192.0.2.93')).statusCode).toBe(303)
    expect((await confirm(typed, code, '192.0.2.93')).statusCode).toBe(403)
    expect((await confirm(other.typed, code, '192.0.2.93')).statusCode).toBe(303)
  })
})

describe('a party who got another phone', () => {
  async function changePhone(receiptId: string, phone: string) {
    const { platform, open, clock } = citizen.county.world
    const { rows } = await sql<ReceiptRow>`select * from public_query.receipt where id = ${receiptId}`.execute(platform.db)
    const receipts = rows.map((row) => ({ ...row, phone_hash: platform.vault.hash('public-phone', phone) }))
    await saveProjection(open.as<PublicQueryTables>(), { receipts, milestones: [] }, clock.now)
  }

  it('is found by the new one; the old one, its open codes and its open pages are dead', async () => {
    const reported = await citizen.report()
    const renewed = { ...reported, phone: '19900000742' }
    const [page, code] = [await citizen.openPage(reported), await sendCodeTo(reported)]
    await changePhone(reported.receiptId, renewed.phone)
    expect((await citizen.get('/q/case', page)).statusCode).toBe(303)
    expect((await confirm(reported, code)).statusCode).toBe(403)
    expect((await confirm(reported, reported.code)).statusCode).toBe(403)
    expect((await confirm(renewed, code)).statusCode).toBe(403)
    expect((await confirm(renewed, reported.code)).statusCode).toBe(303)
  })

  it('keeps the page open when nothing changed', async () => {
    const reported = await citizen.report()
    const page = await citizen.openPage(reported)
    await changePhone(reported.receiptId, reported.phone)
    expect((await citizen.get('/q/case', page)).statusCode).toBe(200)
  })
})
