import { demoLogins, loginOf, signIn } from './api.ts'
import type { Login, Session } from './api.ts'

/** The people of one walk, all with log-ins of the demo. */
export interface Cast {
  readonly unitCode: string
  readonly unitName: string
  readonly dispatcher: Login
  readonly officer: Login
  readonly head: Login
  readonly leader: Login
  readonly supervisor: Login
  readonly administrator: Login
  /** An officer of another station of the same county. */
  readonly otherOfficer: Login
}

interface OfficerRow {
  readonly policeNumber: string
  readonly name: string
  readonly unitCode: string
  readonly unitName: string
  readonly isActive: boolean
  readonly grants: readonly { readonly role: string; readonly unitCode: string }[]
}

async function officersOf(administrator: Session, unitCode: string): Promise<readonly OfficerRow[]> {
  const { body } = await administrator.get(`/api/officers?unitCode=${unitCode}`)
  return body.rows as readonly OfficerRow[]
}

const onlyHolds = (officer: OfficerRow, role: string) =>
  officer.isActive &&
  officer.grants.length > 0 &&
  officer.grants.every((grant) => grant.role === role && grant.unitCode === officer.unitCode)

export async function findCast(origin: string): Promise<Cast> {
  const logins = await demoLogins(origin)
  const of = (role: string) => loginOf(logins, role)
  const { password } = of('administrator')
  const administrator = await signIn(origin, of('administrator'))
  const asOfficer = await signIn(origin, of('officer'))
  const { unitCode } = (await asOfficer.get('/api/session')).body.officer as { unitCode: string }
  const { rows: units } = (await administrator.get('/api/units')).body as { rows: { code: string; kind: string; nameZh: string }[] }
  const loginFor = async (code: string, role: string): Promise<Login | undefined> => {
    const found = (await officersOf(administrator, code)).find((officer) => onlyHolds(officer, role))
    return found && { ...found, role, password }
  }
  const head = of('unit-head').unitName === of('officer').unitName ? of('unit-head') : await loginFor(unitCode, 'unit-head')
  const others = await Promise.all(
    units.filter(({ kind, code }) => kind === 'station' && code !== unitCode).map(({ code }) => loginFor(code, 'officer')),
  )
  const otherOfficer = others.find((login) => login !== undefined)
  if (!head || !otherOfficer) throw new Error(`the demo has no unit head in ${unitCode}, or no officer in another station`)
  return {
    unitCode,
    unitName: units.find(({ code }) => code === unitCode)?.nameZh ?? of('officer').unitName,
    dispatcher: of('dispatcher'),
    officer: of('officer'),
    head,
    leader: of('leader'),
    supervisor: of('supervisor'),
    administrator: of('administrator'),
    otherOfficer,
  }
}
