import type { Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { insertUnits } from '#modules/accounts/index.ts'
import { notificationsModule } from '#modules/notifications/server/module.ts'
import type { Module } from '#platform/server/module.ts'
import { arriveAtIncident } from '../server/arrive-at-incident.ts'
import { findIncident } from '../server/find-incident.ts'
import { signIncident } from '../server/sign-incident.ts'
import { unitDuties } from '../server/unit-duties.ts'
import { type Desk, takeCall } from './first-walk.ts'

/** One more station of the bureau, with an officer in it. */
export async function anotherStation({ world }: Pick<Desk, 'world'>, nameZh: string): Promise<{ code: UnitCode; officer: Officer }> {
  const code = world.unit()
  await insertUnits(world.open, [
    {
      bureauCode: world.bureau,
      code,
      parentCode: world.bureau,
      kind: 'station',
      nameZh,
      nameEn: nameZh,
      shortName: nameZh,
      phone: null,
      address: null,
    },
  ])
  return { code, officer: world.officer('马小川', 'officer', code) }
}

/** A call to which the first unit is sent to lead and the others to assist. */
export async function sentTogether(desk: Desk, ...units: readonly UnitCode[]): Promise<string> {
  const [dispatchTo, ...alsoTo] = units
  return (await takeCall(desk, { dispatchTo, alsoTo })).id
}

export const see = ({ world }: Pick<Desk, 'world'>, officer: Officer, incidentId: string) =>
  world.ask(findIncident, officer, { incidentId })

/** What stands of this incident on the officer's own screens. */
export const dutyOf = async ({ world }: Pick<Desk, 'world'>, officer: Officer, incidentId: string) =>
  (await world.ask(unitDuties, officer, {})).rows.find(({ id }) => id === incidentId)

export const sign = ({ world }: Pick<Desk, 'world'>, officer: Officer, incidentId: string) =>
  world.perform(signIncident, officer, { incidentId })

export const arrive = ({ world }: Pick<Desk, 'world'>, officer: Officer, incidentId: string) =>
  world.perform(arriveAtIncident, officer, { incidentId })

/** The Chinese texts of what an officer was told, the newest first. */
export async function toldTo({ world }: Pick<Desk, 'world'>, officer: Officer): Promise<string[]> {
  const { routes = [] }: Module = notificationsModule
  const inbox = routes.find(({ name }) => name === 'notifications.listMessages')
  const page = (await inbox?.carryOut(world.platform, officer, {})) as { rows: { text: { zh: string } }[] }
  return page.rows.map(({ text }) => text.zh)
}
