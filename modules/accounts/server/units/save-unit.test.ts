import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../../testing/enrol.ts'
import { listUnits } from '../list-units.ts'
import { accountsModule } from '../module.ts'
import { saveUnit } from './save-unit.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

const unit = (code: string, parentCode: string) => ({
  code,
  parentCode,
  kind: 'brigade' as const,
  nameZh: '刑警大队',
  nameEn: '',
  shortName: '刑警',
  phone: null,
  address: null,
})

it('adds a unit and corrects it', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin])
  const code = world.unit()
  await world.perform(saveUnit, admin, unit(code, world.bureau))
  await world.perform(saveUnit, admin, { ...unit(code, world.bureau), shortName: '刑大' })
  expect((await world.ask(listUnits, admin, {})).rows).toContainEqual(
    expect.objectContaining({ code, nameEn: '刑警大队', shortName: '刑大' }),
  )
})

it('refuses a circle, an unknown parent, the bureau itself and a code of another bureau', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin])
  const [upper, lower] = [world.unit(), world.unit()]
  await world.perform(saveUnit, admin, unit(upper, world.bureau))
  await world.perform(saveUnit, admin, unit(lower, upper))
  const refused = (input: ReturnType<typeof unit>, code: string) =>
    expect(world.perform(saveUnit, admin, input)).rejects.toMatchObject({ code })
  await refused(unit(upper, lower), 'accounts.unitInCircle')
  await refused(unit(world.unit(), world.unit()), 'accounts.unitNotYours')
  await refused(unit(world.bureau, upper), 'accounts.unitCodeNotInBureau')
  const other = world.officer('', 'administrator', world.bureau)
  const elsewhere = await createWorld([])
  const foreign = {
    ...other,
    bureauCode: elsewhere.bureau,
    grants: [{ role: 'administrator' as const, unitCode: elsewhere.bureau, bureauCode: elsewhere.bureau, units: 'all' as const }],
  }
  await expect(world.perform(saveUnit, foreign, unit(upper, elsewhere.bureau))).rejects.toMatchObject({
    code: expect.stringContaining('accounts.') as string,
  })
  await elsewhere.close()
})
