import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { roles } from '#kernel/actor.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { demoVerifier, insertOfficers } from '../index.ts'
import { enrol } from '../testing/enrol.ts'
import { cookieOf, frontDoor } from '../testing/front-door.ts'
import { accountsModule } from './module.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
  await enrol(world, [])
})
afterAll(() => world.close())

it('does not exist outside a demo', async () => {
  const door = await frontDoor(world)
  const missing = await door.get('/api/no-such-thing')
  const answer = await door.get('/api/demo/logins')
  expect(answer.statusCode).toBe(404)
  expect({ ...answer.json(), requestId: '' }).toEqual({ ...missing.json(), requestId: '' })
})

it('gives one login for each role, and each of them works', async () => {
  const door = await frontDoor(world, { ...world.platform, isDemo: true })
  const passwordVerifier = await demoVerifier()
  const officers = roles.flatMap((role) => [
    world.officer(`${role} 甲`, role, world.bureau),
    world.officer(`${role} 乙`, role, world.bureau),
  ])
  await insertOfficers(
    world.open,
    officers.map(({ bureauCode, policeNumber, name, unitCode, grants }) => ({
      id: uuid(),
      bureauCode,
      policeNumber,
      name,
      unitCode,
      grants,
      position: '民警',
      officePhone: null,
      passwordVerifier,
    })),
  )
  const { rows } = (await door.get('/api/demo/logins')).json() as { rows: { role: string; policeNumber: string; password: string }[] }
  expect(rows.map((row) => row.role)).toEqual([...roles])
  for (const row of rows) expect(await cookieOf(door, row.policeNumber, row.password)).not.toBe('')
})
