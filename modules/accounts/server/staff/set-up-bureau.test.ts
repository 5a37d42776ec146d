import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { setUpFromMachine } from '../../index.ts'
import { testPassword } from '../../testing/enrol.ts'
import { frontDoor } from '../../testing/front-door.ts'
import { codeOn } from '../../testing/phone.ts'
import { accountsModule } from '../module.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

const given = (code: string, policeNumber: string, csv = '') => ({
  code,
  nameZh: '新县公安局',
  nameEn: 'New County',
  shortName: '新公',
  csv,
  policeNumber,
  name: '首任',
})
const csv = '代码,名称,类别,上级代码\n990100550100,城关派出所,派出所,\n990100550101,城关东街警务室,科室,990100550100\n'

it('makes bureau, units and first administrator, who joins, sets up a phone and administers', async () => {
  const door = await frontDoor(world)
  const { units, code } = await setUpFromMachine(world.platform, given('990100000000', '840001', csv))
  expect(units).toBe(2)
  await door.post('/api/invitations/acceptance', { policeNumber: '840001', code, password: testPassword })
  const signedIn = await door.post('/api/session', { policeNumber: '840001', password: testPassword })
  const cookie = signedIn.cookies[0]?.value
  expect(signedIn.json().officer).toMatchObject({ bureauName: 'New County', withheldRoles: ['administrator'] })
  const { secret } = (await door.post('/api/account/second-factor', {}, cookie)).json() as { secret: string }
  await door.post('/api/account/second-factor/confirmation', { code: codeOn(world, secret) }, cookie)
  expect((await door.get('/api/officers', cookie)).json()).toMatchObject({ rows: [{ policeNumber: '840001', name: '首任' }] })
  expect((await door.get('/api/units', cookie)).json().rows).toHaveLength(3)
})

it('makes nothing if a line of the file is wrong, and says which', async () => {
  const wrong = `${csv.replaceAll('9901', '9902')}12,无名所,派出所,\n`
  await expect(setUpFromMachine(world.platform, given('990200000000', '840002', wrong))).rejects.toMatchObject({
    code: 'accounts.unitFileFaulty',
    facts: { faults: [{ line: 4, fault: 'code', value: '12' }] },
  })
  await expect(setUpFromMachine(world.platform, given('990200000000', '840002'))).resolves.toMatchObject({ units: 0 })
})

it('does not make a bureau twice, nor take units of another', async () => {
  await expect(setUpFromMachine(world.platform, given('990100000000', '840003'))).rejects.toMatchObject({ code: 'accounts.bureauThere' })
  await expect(setUpFromMachine(world.platform, given('990300000000', '840003', csv))).rejects.toMatchObject({
    facts: { faults: [{ fault: 'code-elsewhere' }, { fault: 'code-elsewhere' }] },
  })
})
