import type { Job } from '#kernel/actor.ts'
import { bureauCode } from '#kernel/unit-code.ts'
import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { officerOfPoliceNumber } from '../officer-repository.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { recoverAdministrator } from './recover-administrator.ts'
import { setUpBureau } from './set-up-bureau.ts'

/** Whoever sits at the machine itself; the trail names the command. */
const machine = (code: string, command: string): Job => ({ kind: 'job', id: `command.${command}`, bureauCode: bureauCode(code) })

export interface FirstSetUp {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly shortName: string
  readonly csv: string
  readonly policeNumber: string
  readonly name: string
}

/** Makes a bureau, its units and the code of its first administrator. */
export const setUpFromMachine = (platform: Platform, given: FirstSetUp) =>
  perform(platform, setUpBureau, machine(given.code, 'setup'), given)

/** Lets the last administrator of a bureau in again. */
export async function recoverFromMachine(platform: Platform, policeNumber: string) {
  const officer = await officerOfPoliceNumber(openAs(platform.db).as<AccountTables>(), policeNumber)
  if (!officer) throw refusals.notAnAdministrator()
  return perform(platform, recoverAdministrator, machine(officer.bureauCode, 'recover'), { policeNumber })
}
