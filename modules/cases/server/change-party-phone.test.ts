import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, createBureau, openCrime, reporterPhone } from '../testing/bureau-of-cases.ts'
import { atCounter, firstParty, seenBy } from '../testing/party-acts.ts'
import { changePartyPhone } from './change-party-phone.ts'
import { caseProgress } from './progress.ts'
import type { CaseTables } from './tables.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

const newPhone = '19900000531'

describe('changing a phone at the counter', () => {
  it('lets the query ask for the new one, and keeps both in the trace, sealed', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const { partyId } = await firstParty(bureau, id)
    const change = { ...atCounter(id, partyId), phone: newPhone, reason: '原号码停用' }
    await world.perform(changePartyPhone, officer, change)
    const progress = await caseProgress(world.open, world.bureau, id)
    expect(progress?.receipts[0]?.publicPhoneHash).toEqual(world.platform.vault.hash('public-phone', newPhone))
    expect((await seenBy(bureau, id)).partyChanges).toMatchObject([
      { kind: 'phone-changed', reason: '原号码停用', identityCheck: 'id-card', byName: '赵启明', byUnitName: '城关派出所' },
    ])
    const [row] = await world.open.as<CaseTables>().selectFrom('cases.party_change').selectAll().where('id', '=', change.id).execute()
    const opened = (column: string, sealed: Buffer | null | undefined) =>
      sealed && world.platform.vault.open(sealed, { bureauCode: world.bureau, table: 'cases.party_change', column, id: change.id })
    expect(opened('old_phone', row?.old_phone_sealed)).toBe(reporterPhone)
    expect(opened('new_phone', row?.new_phone_sealed)).toBe(newPhone)
    expect(JSON.stringify(row)).not.toContain(newPhone)
  })

  it('takes back what still waits for the old phone, and tells the new one once', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const { partyId } = await firstParty(bureau, id)
    await world.perform(changePartyPhone, officer, { ...atCounter(id, partyId), phone: newPhone })
    const { rows } = await sql<{ template: string; state: string; text: string }>`
      select template, state, text from notifications.message where subject = ${`case:${id}`} order by id`.execute(world.platform.db)
    expect(rows.map(({ template, state }) => [template, state])).toEqual([
      [expect.stringContaining('cases.receipt-issued'), 'dropped'],
      [expect.stringContaining('cases.phone-registered'), 'queued'],
    ])
    expect(rows[1]?.text).not.toContain('门锁')
  })

  it('says nothing in a sensitive case', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau, { sensitivity: 'domestic' })
    const { partyId } = await firstParty(bureau, id)
    await world.perform(changePartyPhone, officer, { ...atCounter(id, partyId), phone: newPhone })
    const { rows } = await sql`select 1 from notifications.message where subject = ${`case:${id}`}`.execute(world.platform.db)
    expect(rows).toEqual([])
  })

  it('may take the phone away: the code alone is left', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const { partyId } = await firstParty(bureau, id)
    await world.perform(changePartyPhone, officer, { ...atCounter(id, partyId), phone: null })
    expect((await seenBy(bureau, id)).parties[0]).toMatchObject({ phone: null })
    expect((await caseProgress(world.open, world.bureau, id))?.receipts[0]?.publicPhoneHash).toBeNull()
  })

  it('wants a reason, a check of who stands there, and another number', async () => {
    const { world, officer } = bureau
    const { id } = await openCrime(bureau)
    const { partyId } = await firstParty(bureau, id)
    const { reason: _, identityCheck: __, ...bare } = atCounter(id, partyId)
    await expect(world.perform(changePartyPhone, officer, { ...bare, phone: newPhone })).rejects.toMatchObject({
      fields: [{ path: 'reason' }, { path: 'identityCheck' }],
    })
    await expect(world.perform(changePartyPhone, officer, { ...atCounter(id, partyId), phone: reporterPhone })).rejects.toMatchObject({
      code: 'cases.samePhone',
    })
  })

  it('answers a click that came twice like the first, and is nothing for another unit or for those who only decide', async () => {
    const { world, officer, leader, stranger } = bureau
    const { id } = await openCrime(bureau)
    const { partyId } = await firstParty(bureau, id)
    const change = { ...atCounter(id, partyId), phone: newPhone }
    const first = await world.perform(changePartyPhone, officer, change)
    expect(await world.perform(changePartyPhone, officer, change)).toEqual(first)
    expect((await seenBy(bureau, id)).partyChanges).toHaveLength(1)
    await expect(world.perform(changePartyPhone, stranger, change)).rejects.toMatchObject({ code: 'cases.caseNotFound' })
    await expect(world.perform(changePartyPhone, leader, change)).rejects.toMatchObject({ code: 'house.notAllowed' })
  })
})
