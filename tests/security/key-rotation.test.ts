import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { KeyRing } from '#platform/server/keys/key-ring.ts'
import { progressOf, rowsSealedWith, sealedTables } from '#platform/server/keys/reseal-repository.ts'
import { resealNext } from '#platform/server/keys/reseal.ts'
import type { SealKind } from '#platform/server/keys/sealing.ts'
import { type Vault, vaultOver } from '#platform/server/vault.ts'
import { testKey } from '#platform/testing/world.ts'
import { accepted, carryOut, type County, createCounty, dispatched, type OpenedCase, reporter } from './county.ts'
import { importedFile } from './imported-file.ts'

const opened: County[] = []
afterAll(() => Promise.all(opened.map((county) => county.close())))

let county: County
let given: OpenedCase
let masters: Buffer[]
let vault: Vault

const vaultNow = (kind: SealKind = 'aes-256-gcm') => vaultOver((): KeyRing => ({ masters, lookup: null }), kind)

/** A county with something in every table that seals, under the first key. */
beforeEach(async () => {
  masters = [testKey]
  vault = vaultNow()
  county = await createCounty({ vault })
  opened.push(county)
  given = await accepted(county)
  const { near } = county
  const { caseId, partyId, incidentId } = given
  await carryOut(county, near['unit-head'], 'cases.changePartyPhone', {
    caseId,
    partyId,
    id: uuid(),
    phone: '19900000433',
    reason: '换号',
    identityCheck: 'id-card',
  })
  await carryOut(county, near['unit-head'], 'incidents.addCall', {
    incidentId: await dispatched(county),
    callId: uuid(),
    channel: '110',
    said: '又来电',
    callerName: '赵某',
    callerPhone: '19900000434',
  })
  await carryOut(county, near.officer, 'cases.takeMeasure', {
    caseId,
    id: uuid(),
    personId: uuid(),
    personName: '闫守田',
    kind: 'bail',
    decidedBy: '郭仲平',
  })
  await carryOut(county, near.officer, 'incidents.receiveEvidence', {
    incidentId,
    paperId: uuid(),
    giverName: '贺秀兰',
    items: [{ name: '购物小票', quantity: '1 张', features: '' }],
  }).catch(() => undefined)
  await importedFile(county)
  await county.world.work()
}, 120_000)

const { now } = { now: new Date('2026-03-02T03:00:00Z') }
const db = () => county.world.platform.db
const resealAll = async (using: Vault = vault) => {
  let steps = 0
  while (await resealNext({ db: db(), vault: using }, now)) steps++
  return steps
}
const sealedWith = async (keyId: string) => {
  const counts = await Promise.all((await sealedTables(db())).map((table) => rowsSealedWith(db(), table, keyId)))
  return counts.reduce((sum, count) => sum + count, 0)
}
const addMaster = () => {
  masters = [...masters, randomBytes(32)]
  vault.refresh()
}
const partyName = async () => {
  const { caseId, partyId } = given
  return (await carryOut(county, county.near.officer, 'cases.unmaskParty', { caseId, partyId }))['name']
}

describe('a new key', () => {
  it('seals from now on, while what the old one sealed is still read', async () => {
    const [first = ''] = vault.keyIds()
    const before = await sealedWith(first)
    addMaster()
    expect(await partyName()).toBe(reporter.reporterName)
    await dispatched(county)
    expect(await sealedWith(first)).toBe(before)
    expect(await sealedWith(vault.keyIds()[1] ?? '')).toBeGreaterThan(0)
  })

  it('takes over everything, table by table, and the old one is of no use any more', async () => {
    const [first = ''] = vault.keyIds()
    const before = await sealedWith(first)
    addMaster()
    await resealAll()
    expect(await sealedWith(first)).toBe(0)
    expect(await sealedWith(vault.keyIds()[1] ?? '')).toBe(before)
    const progress = await progressOf(db())
    expect(progress.map(({ table }) => table)).toEqual((await sealedTables(db())).map(({ name }) => name))
    expect(progress.filter(({ unreadable, finishedAt, done, total }) => unreadable > 0 || finishedAt === null || done !== total)).toEqual(
      [],
    )
    const filled = progress.filter(({ sealedAnew }) => sealedAnew > 0).map(({ table }) => table)
    expect(filled).toEqual(
      expect.arrayContaining([
        'cases.party',
        'cases.receipt',
        'cases.person',
        'cases.party_change',
        'incidents.incident',
        'incidents.call',
        'incidents.import_batch',
        'notifications.message',
      ]),
    )
    masters = masters.slice(1)
    // why: look-ups are tied to the oldest key, so only opening is asked here.
    Object.assign(county.world.platform, { vault: vaultNow() })
    expect(await partyName()).toBe(reporter.reporterName)
  })

  it('leaves look-ups as they were: a call is found by its phone before, during and after', async () => {
    const find = async () =>
      (
        (await carryOut(county, county.whole.dispatcher, 'incidents.findByPhone', { phone: '19900000417' })) as unknown as {
          rows: unknown[]
        }
      ).rows.length
    const before = await find()
    expect(before).toBeGreaterThan(0)
    addMaster()
    await resealNext({ db: db(), vault }, now)
    expect(await find()).toBe(before)
    await resealAll()
    expect(await find()).toBe(before)
  })

  it('goes on where it was stopped, and takes along what was written with the old key meanwhile', async () => {
    const [first = ''] = vault.keyIds()
    const old = vaultNow()
    addMaster()
    await resealNext({ db: db(), vault }, now)
    Object.assign(county.world.platform, { vault: old })
    await dispatched(county)
    Object.assign(county.world.platform, { vault })
    await resealAll(vaultNow())
    expect(await sealedWith(first)).toBe(0)
  })

  it('waits for nobody who is changing a row, and does that row later', async () => {
    const [first = ''] = vault.keyIds()
    addMaster()
    await db()
      .transaction()
      .execute(async (tx) => {
        await sql`select from cases.party for update`.execute(tx)
        for (let step = 0; step < 60; step++) await resealNext({ db: db(), vault }, now)
        expect(await sealedWith(first)).toBeGreaterThan(0)
      })
    await resealAll()
    expect(await sealedWith(first)).toBe(0)
  })

  it('counts what no key opens, leaves it, and comes to an end', async () => {
    await db()
      .transaction()
      .execute(async (tx) => {
        await sql`set local role daylight_owner`.execute(tx)
        await sql`update cases.party set name_sealed = substring(name_sealed from 1 for 20) where id = ${given.partyId}`.execute(tx)
      })
    addMaster()
    await resealAll()
    expect((await progressOf(db())).find(({ table }) => table === 'cases.party')).toMatchObject({ unreadable: 1, finishedAt: now })
  })
})

describe('another kind of sealing', () => {
  it('is taken up with the same key: SM4, and back again', async () => {
    const national = vaultNow('sm4-ctr-hmac-sm3')
    await resealAll(national)
    Object.assign(county.world.platform, { vault: national })
    expect(await partyName()).toBe(reporter.reporterName)
    const kinds = async () =>
      (await sql<{ kind: number }>`select distinct get_byte(name_sealed, 0) as kind from cases.party`.execute(db())).rows.map(
        ({ kind }) => kind,
      )
    expect(await kinds()).toEqual([2])
    await resealAll(vaultNow())
    expect(await kinds()).toEqual([1])
  })

  it('has nothing to do in an installation that never changed its key', async () => {
    expect(await resealAll()).toBe(0)
    expect(await progressOf(db())).toEqual([])
  })
})
