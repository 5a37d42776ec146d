import { type Kysely, sql } from 'kysely'
import type { Actor, Role } from '#kernel/actor.ts'
import { scopeOf, within } from '#platform/server/access.ts'
import { sentAhead } from '#platform/server/pipelined-client.ts'
import type { IncidentState } from '../domain/incident-state.ts'
import { withinOrAssisting } from './dispatch-queries.ts'
import type { IncidentRow, IncidentTables, StepLogRow } from './tables.ts'

/** Who reads incidents: the desk and the supervisors in their bureau, officers in their unit. */
export const readers: readonly Role[] = ['dispatcher', 'officer', 'unit-head', 'legal-officer', 'case-centre', 'leader', 'supervisor']
const readersOfSecrets: readonly Role[] = ['unit-head', 'leader']
/** The id of whoever is no officer. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Every read of an incident starts here; callers can only narrow it. The unit that leads sees it and those that assist;
 * a secret one exists for its holder, the head of the unit that leads, and the leader.
 */
export function visibleIncidents(db: Kysely<IncidentTables>, actor: Actor) {
  return db
    .selectFrom('incidents.incident as i')
    .where(withinOrAssisting(scopeOf(actor, readers)))
    .where((row) =>
      row.or([
        row('i.secrecy', '=', 'ordinary'),
        row('i.holder_id', '=', actor.kind === 'officer' ? actor.id : nobody),
        within(scopeOf(actor, readersOfSecrets), 'i'),
      ]),
    )
}

export const findIncident = (db: Kysely<IncidentTables>, actor: Actor, incidentId: string): Promise<IncidentRow | undefined> =>
  visibleIncidents(db, actor).selectAll('i').where('i.id', '=', incidentId).executeTakeFirst()

/** The incident, held until the transaction ends, so that two steps of it follow one another. */
export const holdIncident = (tx: Kysely<IncidentTables>, actor: Actor, incidentId: string): Promise<IncidentRow | undefined> =>
  visibleIncidents(tx, actor).selectAll('i').where('i.id', '=', incidentId).forUpdate('i').executeTakeFirst()

/** False if a row of this id was there before. */
export async function insertIncident(tx: Kysely<IncidentTables>, row: IncidentRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('incidents.incident')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const incidentById = (db: Kysely<IncidentTables>, bureauCode: string, id: string): Promise<IncidentRow | undefined> =>
  db.selectFrom('incidents.incident').selectAll().where('bureau_code', '=', bureauCode).where('id', '=', id).executeTakeFirst()

/** What of an incident answers whoever sends the same registration again. */
export type Registration = Pick<IncidentRow, 'id' | 'number' | 'state' | 'created_by' | 'input_hash'>

export const registrationById = (db: Kysely<IncidentTables>, bureauCode: string, id: string): Promise<Registration | undefined> =>
  db
    .selectFrom('incidents.incident')
    .select(['id', 'number', 'state', 'created_by', 'input_hash'])
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .executeTakeFirst()

/** Changes an incident that still stands where the caller saw it; false if somebody was faster. */
export async function updateIncident(
  tx: Kysely<IncidentTables>,
  row: IncidentRow,
  from: IncidentState,
  change: Partial<IncidentRow>,
): Promise<boolean> {
  const changed = await tx
    .updateTable('incidents.incident')
    .set(change)
    .where('bureau_code', '=', row.bureau_code)
    .where('id', '=', row.id)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** An incident with those merged into it, or the latter alone. */
export interface WhoseDisclosure {
  readonly bureauCode: string
  readonly incidentId: string
  readonly mergedOnly: boolean
}

/** Sets what may be known of them. */
export const updateDisclosure = (
  tx: Kysely<IncidentTables>,
  { bureauCode, incidentId, mergedOnly }: WhoseDisclosure,
  disclosure: Pick<IncidentRow, 'secrecy' | 'sensitivity'>,
): Promise<Pick<IncidentRow, 'id' | 'unit_code' | 'holder_id'>[]> =>
  tx
    .updateTable('incidents.incident')
    .set(disclosure)
    .where('bureau_code', '=', bureauCode)
    .where((row) =>
      mergedOnly ? row('merged_into', '=', incidentId) : row.or([row('id', '=', incidentId), row('merged_into', '=', incidentId)]),
    )
    .returning(['id', 'unit_code', 'holder_id'])
    .execute()

/** A step after the last one of its incident. */
const stepAfterLast = (tx: Kysely<IncidentTables>, row: Omit<StepLogRow, 'seq'>) =>
  tx.insertInto('incidents.step_log').values({
    ...row,
    replaced: row.replaced && (JSON.stringify(row.replaced) as never),
    seq: sql<number>`(select coalesce(max(seq), 0) + 1 from incidents.step_log where bureau_code = ${row.bureau_code} and incident_id = ${row.incident_id})`,
  })

/** Adds a step after the last one of its incident, without waiting for it. */
export async function addStep(tx: Kysely<IncidentTables>, row: Omit<StepLogRow, 'seq'>): Promise<void> {
  await stepAfterLast(tx, row).modifyEnd(sentAhead).execute()
}

/** Adds a step and says which it became. */
export async function addNumberedStep(tx: Kysely<IncidentTables>, row: Omit<StepLogRow, 'seq'>): Promise<number> {
  return (await stepAfterLast(tx, row).returning('seq').executeTakeFirstOrThrow()).seq
}

export const stepsOf = (db: Kysely<IncidentTables>, bureauCode: string, incidentId: string): Promise<StepLogRow[]> =>
  db
    .selectFrom('incidents.step_log')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('incident_id', '=', incidentId)
    .orderBy('seq')
    .execute()

interface Sent {
  readonly step: StepLogRow['step']
  readonly byId: string
  readonly inputHash: Buffer
}

/** Whether this very step was taken by this officer with this input, as the officer's last of its kind; others may have taken theirs since. */
export async function wasTaken(
  tx: Kysely<IncidentTables>,
  row: Pick<IncidentRow, 'bureau_code' | 'id'>,
  { step, byId, inputHash }: Sent,
): Promise<boolean> {
  const last = await tx
    .selectFrom('incidents.step_log')
    .select('input_hash')
    .where('bureau_code', '=', row.bureau_code)
    .where('incident_id', '=', row.id)
    .where('step', '=', step)
    .where('by_id', '=', byId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last !== undefined && last.input_hash.equals(inputHash)
}
