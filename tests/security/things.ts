import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { accepted, carryOut, type County, dispatched, type Input, type OpenedCase, parameter, signIn } from './county.ts'
import { importedFile } from './imported-file.ts'
import { aPlace, evidence, newOfficer } from './lawful-bodies.ts'

/** By the names in an address, the ids of what stands behind it; an address with `:id` alone is named by its action, too. */
export type Things = Readonly<Record<string, readonly Input[]>>

export const namesIn = (path: string): readonly string[] => [...path.matchAll(parameter)].map(([, name]) => name as string)

export const keyOfThing = (name: string, path: string): string => (namesIn(path).join() === 'id' ? `${name} id` : namesIn(path).join(' '))

export interface Arranged {
  readonly ordinary: OpenedCase
  readonly secret: OpenedCase
  readonly hidden: Things
  readonly secretOnes: Things
  /** The numbers under which files name the incidents and cases. */
  readonly numbers: { readonly ordinary: readonly string[]; readonly secret: readonly string[] }
}

/** Something behind every address of the house, held by the near station: ordinary, and secret where a thing can be. */
export async function arrangeThings(county: County): Promise<Arranged> {
  const ordinary = await accepted(county)
  const secret = await accepted(county, 'secret', { reporterPhone: '19900000418' })
  const waiting = await dispatched(county)
  await county.world.work()
  const { near, world } = county
  const listed = uuid()
  await carryOut(county, near.officer, 'incidents.receiveEvidence', { incidentId: waiting, paperId: listed, ...evidence })
  const listedSecret = uuid()
  await carryOut(county, near['unit-head'], 'incidents.receiveEvidence', {
    incidentId: secret.incidentId,
    paperId: listedSecret,
    ...evidence,
  })
  const placeId = uuid()
  await carryOut(county, county.whole.dispatcher, 'incidents.addPlace', { ...aPlace, id: placeId, unitCode: world.station })
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(world.platform.db)).rows[0]?.id
  await signIn(county.http, near.officer.officer.policeNumber)
  const sessionId = await one(sql`select id from accounts.session where officer_id = ${near.officer.officer.id} limit 1`)
  const inboxId = await one(sql`select id from notifications.inbox where unit_code = ${world.station} and role = 'officer' limit 1`)
  const messageId = await one(sql`update notifications.message set state = 'failed' where unit_code = ${world.station} returning id`)
  const viewId = await one(sql`insert into accounts.saved_view (bureau_code, id, officer_id, list, name, search, saved_at)
    values (${world.bureau}, ${uuid()}, ${near.officer.officer.id}, '/staff/cases', '超期', 'level=overdue', ${world.clock.now}) returning id`)
  const eventId = await one(sql`insert into platform.delivery (bureau_code, event_id, subscriber, subject, position, run_after, attempts)
    values (${world.bureau}, ${uuid()}, 'public-query.project', 'case:stuck', 1, ${world.clock.now}, 12) returning event_id as id`)
  const disagreed = await Promise.all([ordinary, secret].map(({ partyId }) => disagreementOf(county, partyId)))
  const imported = await importedFile(county)
  const hidden: Things = {
    sheetId: [{ sheetId: `${world.bureau}.1` }],
    importId: [{ importId: imported }],
    incidentId: [{ incidentId: waiting }, { incidentId: ordinary.incidentId }],
    caseId: [{ caseId: ordinary.caseId, measureId: await measureIn(county, ordinary.caseId) }],
    'incidentId paperId': [{ incidentId: waiting, paperId: listed }],
    disagreementId: [{ disagreementId: disagreed[0] }],
    'caseId partyId': [{ ...ordinary }],
    'caseId paperId': [{ caseId: ordinary.caseId, paperId: ordinary.receiptId }],
    sessionId: [{ sessionId }],
    eventId: [{ eventId }],
    viewId: [{ viewId }],
    passkeyId: [{ passkeyId: await passkeyIn(county) }],
    delegationId: [{ delegationId: await delegationIn(county) }],
    invitationId: [{ invitationId: await invitationIn(county) }],
    officerId: [{ officerId: near.officer.officer.id }],
    code: [{ code: county.abroad }],
    placeId: [{ placeId }],
    'notifications.markRead id': [{ id: inboxId }],
    'notifications.tryAgain id': [{ id: messageId }],
  }
  const secretOnes: Things = {
    incidentId: [{ incidentId: secret.incidentId }],
    'incidentId paperId': [{ incidentId: secret.incidentId, paperId: listedSecret }],
    caseId: [{ caseId: secret.caseId, measureId: await measureIn(county, secret.caseId) }],
    disagreementId: [{ disagreementId: disagreed[1] }],
    'caseId partyId': [{ ...secret }],
    'caseId paperId': [{ caseId: secret.caseId, paperId: secret.receiptId }],
  }
  const numbered = async (incidentIds: readonly string[]) =>
    (await sql<{ number: string }>`select number from incidents.incident where id = any(${incidentIds})`.execute(world.platform.db)).rows
  const numbers = {
    ordinary: [...(await numbered([waiting, ordinary.incidentId])).map(({ number }) => number), ordinary.number],
    secret: [...(await numbered([secret.incidentId])).map(({ number }) => number), secret.number],
  }
  return { ordinary, secret, hidden, secretOnes, numbers }
}

/** A party of the case disagrees with its first point. */
async function disagreementOf(county: County, partyId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into public_query.disagreement (bureau_code, id, party_id, position, milestone, said_at)
    values (${county.world.bureau}, ${uuid()}, ${partyId}, 1, 'accepted', ${county.world.clock.now}) returning id`.execute(
    county.world.platform.db,
  )
  return rows[0]!.id
}

/** A suspect of the case is on bail. */
async function measureIn(county: County, caseId: string): Promise<string> {
  const id = uuid()
  const suspect = { id, personId: uuid(), personName: '闫守田', kind: 'bail', decidedBy: '郭仲平' }
  await carryOut(county, county.near.officer, 'cases.takeMeasure', { caseId, ...suspect })
  return id
}

/** An open invitation into the near station. */
async function invitationIn(county: County): Promise<string> {
  const { world } = county
  await carryOut(county, county.whole.administrator, 'accounts.inviteOfficer', { policeNumber: '899998', ...newOfficer(county) })
  const { rows } = await sql<{ id: string }>`select id from accounts.invitation where unit_code = ${world.station}`.execute(
    world.platform.db,
  )
  return rows[0]?.id ?? ''
}

/** A role of the near dispatcher, held for a time by a colleague of the near station. */
async function delegationIn({ world, near }: County): Promise<string> {
  const id = uuid()
  const from = world.clock.now
  await carryOut({ world }, near.dispatcher, 'accounts.delegateRole', {
    id,
    role: 'dispatcher',
    unitCode: world.station,
    reason: '休假',
    fromAt: from.toISOString(),
    untilAt: new Date(from.getTime() + 3_600_000).toISOString(),
    toPoliceNumber: near['case-centre'].officer.policeNumber,
  })
  return id
}

/** A passkey of the officer of the near station. */
async function passkeyIn({ world, near }: County): Promise<string> {
  const id = uuid()
  await sql`insert into accounts.passkey (bureau_code, id, officer_id, credential_id, public_key, uses, name, made_at)
    values (${world.bureau}, ${id}, ${near.officer.officer.id}, 'x', 'x', 0, '手机', ${world.clock.now})`.execute(world.platform.db)
  return id
}
