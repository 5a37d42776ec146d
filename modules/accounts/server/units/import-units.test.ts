import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../../testing/enrol.ts'
import { listUnits } from '../list-units.ts'
import { accountsModule } from '../module.ts'
import { importUnits } from './import-units.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('adds and corrects, or writes nothing and tells every fault', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin, world.officer('甲', 'officer')])
  const code = world.unit()
  const lines = (...units: string[]) => ['\ufeff代码,名称,类别,上级代码,简称,电话', ...units, '', ''].join('\r\n')
  const good = lines(`${world.station},"城关, 派出所",派出所,,城关,0350-5550110`, `${code},城关警务室,科室,${world.station},,`)
  const faulty = await world.perform(importUnits, admin, { csv: `${good.trimEnd()}\r\n\r\n9,坏所,派出所,,,` })
  expect(faulty).toMatchObject({ added: 0, changed: 0 })
  expect(faulty.faults.map(({ line, fault }) => `${line} ${fault}`)).toEqual(['4 kind', '4 code', '4 name', '5 code'])
  expect((await world.ask(listUnits, admin, {})).rows).toHaveLength(2)
  expect(await world.perform(importUnits, admin, { csv: good })).toEqual({ added: 1, changed: 1, faults: [] })
  expect((await world.ask(listUnits, admin, {})).rows).toMatchObject([
    { code: world.bureau },
    { code: world.station, nameZh: '城关, 派出所', phone: '0350-5550110' },
    { code, parentCode: world.station, shortName: '城关警务室' },
  ])
})

it('refuses what is no CSV, and the administrator of a station', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin])
  await expect(world.perform(importUnits, admin, { csv: 'a,"b' })).rejects.toMatchObject({ code: 'accounts.csvNotReadable' })
  const ofStation = world.officer('所管理员', 'administrator')
  await expect(world.perform(importUnits, ofStation, { csv: '' })).rejects.toMatchObject({ code: 'house.notAllowed' })
})
