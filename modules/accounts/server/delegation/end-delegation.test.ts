import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../../testing/enrol.ts'
import { accountsModule } from '../module.ts'
import { delegateRole } from './delegate-role.ts'
import { endDelegation } from './end-delegation.ts'
import { myDelegations } from './my-delegations.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('ends once, and stays to be read by both', async () => {
  const [giver, receiver] = [world.officer('给出', 'dispatcher'), world.officer('接手', 'officer')]
  await enrol(world, [giver, receiver])
  const id = uuid()
  const [fromAt, untilAt] = [world.clock.now, new Date(world.clock.now.getTime() + 3_600_000)].map((at) => at.toISOString()) as [
    string,
    string,
  ]
  const input = {
    id,
    toPoliceNumber: receiver.policeNumber,
    role: 'dispatcher' as const,
    unitCode: world.station,
    fromAt,
    untilAt,
    reason: '外出',
  }
  await world.perform(delegateRole, giver, input)
  const { rows } = await world.perform(endDelegation, giver, { delegationId: id })
  expect(rows).toMatchObject([{ state: 'ended', canEnd: false }])
  await expect(world.perform(endDelegation, giver, { delegationId: id })).rejects.toMatchObject({ code: 'accounts.delegationNotFound' })
  expect((await world.ask(myDelegations, receiver, {})).rows).toMatchObject([{ state: 'ended', isMine: false, from: { name: '给出' } }])
})
