import type { Grant, Officer } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { NewOfficer, Unit } from '#modules/accounts/index.ts'
import type { CountyOfficer } from '../../data/county/county-officers.ts'
import type { CountyUnit } from '../../data/county/county-units.ts'

export const unitOf = ({ name, ...unit }: CountyUnit): Unit => ({ ...unit, nameZh: name.zh, nameEn: name.en })

export const newOfficer = (bureauCode: BureauCode, officer: CountyOfficer, passwordVerifier: string): NewOfficer => ({
  ...officer,
  bureauCode,
  passwordVerifier,
})

const grantOrder = (grant: { readonly role: string; readonly unitCode: string }) => `${grant.role}@${grant.unitCode}`

/** The officer as he acts when he is signed in, with his grants in the order of the record. */
export function actingOfficer(bureauCode: BureauCode, { id, name, policeNumber, unitCode, grants }: CountyOfficer): Officer {
  const acting = grants
    .toSorted((one, other) => (grantOrder(one) < grantOrder(other) ? -1 : 1))
    .map((grant): Grant => ({ ...grant, bureauCode, units: grant.unitCode === bureauCode ? 'all' : [grant.unitCode] }))
  return { kind: 'officer', id, name, policeNumber, unitCode, bureauCode, grants: acting }
}
