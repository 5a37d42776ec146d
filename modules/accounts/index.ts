import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import {
  activeOfficersOf,
  type NewOfficer,
  officerOfId,
  officerOfPoliceNumber,
  type OfficerRecord,
  saveOfficers,
} from './server/officer-repository.ts'
import type { AccountTables } from './server/tables.ts'
import {
  allBureaus,
  anyBureau,
  bureausWithStations,
  namesOfUnits,
  saveUnits,
  type Unit,
  unitOfCode,
  unitsOfBureau,
} from './server/unit-repository.ts'

export { allowSignedIn } from './server/allow-signed-in.ts'
export { demoVerifier, listDemoLogins } from './server/demo-logins.ts'
export { identifyOfficer } from './server/identify-officer.ts'
export { type FirstSetUp, recoverFromMachine, setUpFromMachine } from './server/staff/from-machine.ts'
export { demandRecentProof } from './server/recent-proof.ts'
export { sayUnitFault } from './words/unit-faults.ts'
export type { NewOfficer, OfficerRecord, Unit }

/** Every unit of a bureau, parents before children. */
export const unitsOf = (open: OpenTransaction, bureauCode: BureauCode): Promise<Unit[]> =>
  unitsOfBureau(open.as<AccountTables>(), bureauCode)

export const unitByCode = (open: OpenTransaction, code: UnitCode): Promise<Unit | undefined> => unitOfCode(open.as<AccountTables>(), code)

/** Whether this installation has its bureau yet. */
export const bureauIsSetUp = (open: OpenTransaction): Promise<boolean> => anyBureau(open.as<AccountTables>())

/** Every bureau of this installation, in the order of the codes. */
export const bureauCodes = (open: OpenTransaction): Promise<BureauCode[]> => allBureaus(open.as<AccountTables>())

/** The bureaus of this installation that have stations, by code. */
export const listBureaus = (open: OpenTransaction): Promise<Unit[]> => bureausWithStations(open.as<AccountTables>())

/** The Chinese names of some units by code, for a page of rows. */
export const unitNames = (open: OpenTransaction, codes: readonly UnitCode[]): Promise<ReadonlyMap<string, string>> =>
  namesOfUnits(open.as<AccountTables>(), codes)

/** Active officers of one unit, by police number. */
export const officersOf = (open: OpenTransaction, unitCode: UnitCode): Promise<OfficerRecord[]> =>
  activeOfficersOf(open.as<AccountTables>(), unitCode)

export const officerById = (open: OpenTransaction, id: string): Promise<OfficerRecord | undefined> =>
  officerOfId(open.as<AccountTables>(), id)

export const officerByPoliceNumber = (open: OpenTransaction, policeNumber: string): Promise<OfficerRecord | undefined> =>
  officerOfPoliceNumber(open.as<AccountTables>(), policeNumber)

/** Saves units that are not there yet, in any order. */
export const insertUnits = (open: OpenTransaction, units: readonly Unit[]): Promise<void> => saveUnits(open.as<AccountTables>(), units)

/** Saves officers with their grants; their units must be there. */
export const insertOfficers = (open: OpenTransaction, officers: readonly NewOfficer[]): Promise<void> =>
  saveOfficers(open.as<AccountTables>(), officers)
