import type { Officer, Role } from '#kernel/actor.ts'
import { findCandidate } from '#modules/accounts/server/officer-repository.ts'
import type { AccountTables } from '#modules/accounts/server/tables.ts'
import { openAs } from '#platform/server/database.ts'
import type { BenchDatabase } from './databases.ts'

/** An officer with all grants, as he is when signed in. */
async function officerOf({ database }: BenchDatabase, policeNumber: string): Promise<Officer> {
  const candidate = await findCandidate(openAs(database.db).as<AccountTables>(), policeNumber, new Date())
  if (!candidate) throw new Error(`there is no officer ${policeNumber}`)
  return candidate.officer
}

/** One officer for each bureau that has incidents: the first who holds this role and no other. */
export async function oneInEachBureau(opened: BenchDatabase, role: Role): Promise<readonly Officer[]> {
  const { rows } = await opened.database.pool.query<{ police_number: string }>(
    `select min(police_number) as police_number from accounts.officer
     join accounts.role_grant on officer_id = officer.id
     where exists (select from incidents.incident where incident.bureau_code = officer.bureau_code)
       and (select count(*) from accounts.role_grant as also where also.officer_id = officer.id) = 1 and role = $1
     group by officer.bureau_code order by 1`,
    [role],
  )
  return Promise.all(rows.map((row) => officerOf(opened, row.police_number)))
}

/** Who reads most bureaus. */
export async function widestReader(opened: BenchDatabase): Promise<Officer> {
  const { rows } = await opened.database.pool.query<{ police_number: string }>(
    `select police_number from accounts.officer join accounts.role_grant on officer_id = officer.id
     where role = 'supervisor' group by police_number order by count(*) desc, police_number limit 1`,
  )
  return officerOf(opened, rows[0]?.police_number ?? '')
}
