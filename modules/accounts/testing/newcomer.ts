import type { Officer } from '#kernel/actor.ts'
import type { World } from '#platform/testing/world.ts'
import { inviteOfficer } from '../server/staff/invite-officer.ts'

/** What an administrator types about somebody who is to join the station of the world. */
export const newcomer = (world: World, policeNumber: string) => ({
  policeNumber,
  name: '新警官',
  unitCode: world.station,
  position: '民警',
  officePhone: null,
  grants: [{ role: 'officer' as const, unitCode: world.station }],
})

export const invite = (world: World, admin: Officer, policeNumber: string) =>
  world.perform(inviteOfficer, admin, newcomer(world, policeNumber))
