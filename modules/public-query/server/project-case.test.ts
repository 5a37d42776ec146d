import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bureau } from '#modules/cases/testing/bureau-of-cases.ts'
import {
  changeCause,
  detain,
  disclose,
  extendReview,
  move,
  queryBureau,
  receiptPartyOf,
  reportCase,
  type ReportedCase,
  reporter,
  serveNotice,
} from '../testing/reported-case.ts'
import { projectCase } from './project-case.ts'
import { rebuildPublicQuery } from './rebuild.ts'

let county: Bureau
beforeAll(async () => {
  county = await queryBureau()
})
afterAll(() => county.world.close())

interface Line {
  milestone: string
  position: number
  due_rule: string | null
  due_state: string | null
  due_at: Date | null
}

async function milestonesOf({ receiptId }: ReportedCase): Promise<Line[]> {
  const { rows } =
    await sql<Line>`select milestone, position, due_rule, due_state, due_at from public_query.milestone where receipt_id = ${receiptId} order by position`.execute(
      county.world.platform.db,
    )
  return rows
}

async function wholeProjection(): Promise<unknown> {
  const { db } = county.world.platform
  const receipts = await sql`select * from public_query.receipt order by id`.execute(db)
  const milestones = await sql`select * from public_query.milestone order by receipt_id, position`.execute(db)
  return { receipts: receipts.rows, milestones: milestones.rows }
}

it('follows a suspected crime from acceptance to transfer, with the date of the review', async () => {
  const reported = await reportCase(county)
  expect(await milestonesOf(reported)).toMatchObject([
    // law: accepted on Monday 2 March 2026; three days end on Thursday at 24:00.
    { milestone: 'accepted', due_rule: 'crim_filing_review', due_state: 'running', due_at: new Date('2026-03-05T15:59:59Z') },
  ])
  await move(county, reported, 'file')
  await move(county, reported, 'transfer')
  expect(await milestonesOf(reported)).toMatchObject([
    { milestone: 'accepted', due_state: 'met' },
    { milestone: 'criminal-filed', due_rule: null },
    { milestone: 'transferred', due_rule: null },
  ])
})

it('follows an administrative case to its decision', async () => {
  const reported = await reportCase(county, { kind: 'administrative', causeCode: 'psapl-51' })
  expect(await milestonesOf(reported)).toMatchObject([
    { milestone: 'administrative-filed', due_rule: 'admin_case_limit_2025', due_state: 'running' },
  ])
  await move(county, reported, 'decide', { outcome: 'penalty' })
  expect((await milestonesOf(reported)).map((line) => line.milestone)).toEqual(['administrative-filed', 'decided'])
})

it('promises the day of the law that applies, also when that turns out to be another', async () => {
  const reported = await reportCase(county, { kind: 'administrative', causeCode: 'psapl-51' })
  const dog = { causeCode: 'other', causeText: '携犬出户未系犬绳', causeLaw: '《动物防疫法》' }
  await changeCause(county, reported, dog)
  const dueAt = new Date('2026-06-01T15:59:59Z')
  const became = [{ milestone: 'administrative-filed', due_rule: 'other_admin_penalty_limit', due_state: 'running', due_at: dueAt }]
  expect(await milestonesOf(reported)).toMatchObject(became)
})

it('dates the notice of refusal for the complainant, until it is served', async () => {
  const reported = await reportCase(county, { reporter: reporter('complainant') })
  await move(county, reported, 'refuse', { ground: 'no-crime', reason: '经审查，没有犯罪事实。' })
  expect((await milestonesOf(reported)).at(-1)).toMatchObject({
    milestone: 'not-filed',
    due_rule: 'no_filing_notice_service',
    due_state: 'running',
  })
  await serveNotice(county, reported)
  expect((await milestonesOf(reported)).at(-1)).toMatchObject({ milestone: 'not-filed', due_state: 'met' })
})

it('tells each complainant of their own notice: it reached the one and not yet the other', async () => {
  const others = [{ name: '郝一鸣', phone: '19900000523', role: 'complainant' as const }]
  const reported = await reportCase(county, { reporter: reporter('complainant'), others })
  await move(county, reported, 'refuse', { ground: 'no-crime', reason: '经审查，没有犯罪事实。' })
  const partyId = await receiptPartyOf(county.world, reported.receiptId)
  await serveNotice(county, reported, { partyId })
  const { rows } = await sql<{ id: string }>`
    select id from public_query.receipt where case_id = ${reported.caseId} and party_id <> ${partyId}`.execute(county.world.platform.db)
  const other = { ...reported, receiptId: rows[0]!.id }
  expect((await milestonesOf(reported)).at(-1)).toMatchObject({ milestone: 'not-filed', due_state: 'met' })
  expect((await milestonesOf(other)).at(-1)).toMatchObject({ milestone: 'not-filed', due_state: 'running' })
})

it('gives a mere reporter no date for a notice that is not owed to them', async () => {
  const reported = await reportCase(county, { reporter: reporter('reporter') })
  await move(county, reported, 'refuse', { ground: 'no-crime', reason: '经审查，没有犯罪事实。' })
  expect((await milestonesOf(reported)).at(-1)).toMatchObject({ milestone: 'not-filed', due_rule: null })
})

it('keeps of a running operation only what the receipt says itself', async () => {
  const reported = await reportCase(county, { sensitivity: 'operational' })
  await move(county, reported, 'file')
  expect((await milestonesOf(reported)).map((line) => line.milestone)).toEqual(['accepted'])
})

it('holds no name, no phone and no matter of a case', async () => {
  await reportCase(county, { matter: '金丝楠木八仙桌被盗', reporter: { name: '皇甫暮云', phone: '19900000923', role: 'victim' } })
  const { rows } = await sql<{ whole: string }>`
    select (select string_agg(receipt::text, '|') from public_query.receipt) || (select string_agg(milestone::text, '|') from public_query.milestone) as whole`.execute(
    county.world.platform.db,
  )
  expect(rows[0]?.whole).toContain('城关派出所')
  for (const secret of ['金丝楠木', '皇甫', '暮云', '19900000923', '199 0000 0923']) expect(rows[0]?.whole).not.toContain(secret)
})

it('comes out the same when a delivery is taken twice, and when all is made anew from the record', async () => {
  const reported = await reportCase(county)
  await move(county, reported, 'file')
  const before = await wholeProjection()
  await projectCase(county.world.open, { bureauCode: county.world.bureau, caseId: reported.caseId, now: county.world.clock.now })
  expect(await wholeProjection()).toEqual(before)
  const done = await rebuildPublicQuery(county.world.platform, { bureauCodes: [county.world.bureau] })
  expect(done).toBeGreaterThan(0)
  expect(await wholeProjection()).toEqual(before)
})

it('leaves citizens served when making it anew is killed midway', async () => {
  for (let opened = 0; opened < 3; opened++) await reportCase(county)
  const before = await wholeProjection()
  const killed = rebuildPublicQuery(county.world.platform, {
    bureauCodes: [county.world.bureau],
    atOnce: 2,
    onProgress: () => {
      throw new Error('killed')
    },
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await wholeProjection()).toEqual(before)
})

it('removes, when it is made anew, what belongs to no case of the record', async () => {
  const before = await wholeProjection()
  for (const caseId of ['00000000-0000-7000-8000-000000000001', 'ffffffff-ffff-7fff-bfff-ffffffffffff'])
    await sql`insert into public_query.receipt
      select made.* from (select to_jsonb(receipt) as row from public_query.receipt limit 1) as one,
        jsonb_populate_record(null::public_query.receipt, row || jsonb_build_object('id', ${caseId}::text, 'case_id', ${caseId}::text)) as made`.execute(
      county.world.platform.db,
    )
  expect(await wholeProjection()).not.toEqual(before)
  await rebuildPublicQuery(county.world.platform, { bureauCodes: [county.world.bureau], atOnce: 2 })
  expect(await wholeProjection()).toEqual(before)
})

it.each([
  ['penalty', 'decided'],
  ['not-punished', 'not-punished'],
  ['mediated', 'mediated'],
  ['ended', 'ended'],
])('takes an administrative case that ended as %s to %s, in a sensitive one to the plain word', async (outcome, milestone) => {
  const over = { kind: 'administrative', causeCode: 'psapl-51' } as const
  const [reported, sensitive] = [await reportCase(county, over), await reportCase(county, { ...over, sensitivity: 'minor' })]
  for (const one of [reported, sensitive]) await move(county, one, 'decide', { outcome })
  expect((await milestonesOf(reported)).at(-1)?.milestone).toBe(milestone)
  expect((await milestonesOf(sensitive)).at(-1)?.milestone).toBe('decided')
})

it('knows from the record when a case was closed, and that it goes on', async () => {
  const { db } = county.world.platform
  const { bureau: bureauCode, open, clock } = county.world
  const reported = await reportCase(county, { kind: 'administrative', causeCode: 'psapl-51' })
  const closedAt = async () =>
    (await sql<{ closed: Date | null }>`select closed_at as closed from public_query.receipt where id = ${reported.receiptId}`.execute(db))
      .rows[0]?.closed
  expect(await closedAt()).toBeNull()
  await move(county, reported, 'decide', { outcome: 'ended' })
  expect(await closedAt()).toEqual(clock.now)
  await sql`update cases.case set closed_at = null where id = ${reported.caseId}`.execute(db)
  await projectCase(open, { bureauCode, caseId: reported.caseId, now: clock.now })
  expect(await closedAt()).toBeNull()
})

it('says that a review was made longer, and since when', async () => {
  const reported = await reportCase(county)
  await extendReview(county, reported, 'leads-to-verify')
  const { rows } =
    await sql`select due_extensions, due_first_at, due_at from public_query.milestone where receipt_id = ${reported.receiptId}`.execute(
      county.world.platform.db,
    )
  expect(rows).toEqual([{ due_extensions: 1, due_first_at: new Date('2026-03-05T15:59:59Z'), due_at: new Date('2026-03-09T15:59:59Z') }])
})

it('is hidden at once when a case becomes secret, and shown again with all that happened once it is lifted', async () => {
  const reported = await reportCase(county)
  const { db } = county.world.platform
  const receipt = async () =>
    (await sql`select is_hidden, sensitivity from public_query.receipt where id = ${reported.receiptId}`.execute(db)).rows
  await disclose(county, reported, 'secret', 'operational')
  expect(await receipt()).toEqual([{ is_hidden: true, sensitivity: 'operational' }])
  await move(county, reported, 'file')
  expect((await milestonesOf(reported)).map((line) => line.milestone)).toEqual(['accepted'])
  await disclose(county, reported, 'ordinary', 'none')
  expect(await receipt()).toEqual([{ is_hidden: false, sensitivity: 'none' }])
  expect((await milestonesOf(reported)).map((line) => line.milestone)).toEqual(['accepted', 'criminal-filed'])
})

it('tells of measures once, in a filed case only, and not in sensitive kinds', async () => {
  const reported = await reportCase(county)
  await detain(county, reported)
  expect((await milestonesOf(reported)).map((line) => line.milestone)).toEqual(['accepted'])
  await move(county, reported, 'file')
  await detain(county, reported)
  await detain(county, reported)
  expect((await milestonesOf(reported)).map((line) => line.milestone)).toEqual(['accepted', 'criminal-filed', 'measure-taken'])
  const quiet = await reportCase(county, { sensitivity: 'minor' })
  await move(county, quiet, 'file')
  await detain(county, quiet)
  expect((await milestonesOf(quiet)).map((line) => line.milestone)).toEqual(['accepted', 'criminal-filed'])
})
