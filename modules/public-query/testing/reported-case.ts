import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Bureau, createBureau, foundations, openCrime, openViolation, reporterPhone } from '#modules/cases/testing/bureau-of-cases.ts'
import type { Officer } from '#kernel/actor.ts'
import type { OpenCase } from '#modules/cases/index.ts'
import { casesModule } from '#modules/cases/server/module.ts'
import { incidentsModule } from '#modules/incidents/server/module.ts'
import type { World } from '#platform/testing/world.ts'
import { publicQueryModule } from '../server/module.ts'

export const modules = [...foundations, incidentsModule, publicQueryModule]

/** A county with its query. A demo, so that messages arrive on simulated phones. */
export async function queryBureau(): Promise<Bureau> {
  const bureau = await createBureau(modules)
  Object.assign(bureau.world.platform, { isDemo: true })
  return bureau
}

export interface ReportedCase {
  readonly caseId: string
  readonly number: string
  readonly receiptId: string
  readonly phone: string
  /** The sixteen digits that only the sealed paper holds. */
  readonly code: string
}

/** Opens a case as its unit does, and lets the worker do what follows. */
export async function reportCase(bureau: Bureau, over: Partial<OpenCase> = {}): Promise<ReportedCase> {
  const open = over.kind === 'administrative' ? openViolation : openCrime
  const opened = await open(bureau, over)
  await bureau.world.work()
  return {
    caseId: opened.id,
    number: opened.number,
    receiptId: opened.receipt.id,
    phone: over.reporter?.phone ?? reporterPhone,
    code: await printedCode(bureau.world, opened.receipt.id),
  }
}

export const reporter = (role: OpenCase['reporter']['role'], phone: string | null = reporterPhone): OpenCase['reporter'] => ({
  name: '贺秀兰',
  phone,
  role,
})

/** The sixteen digits of a receipt. */
export async function printedCode({ platform, bureau }: World, receiptId: string): Promise<string> {
  const { rows } = await sql<{
    paper_sealed: Buffer
  }>`select paper_sealed from cases.receipt where bureau_code = ${bureau} and id = ${receiptId}`.execute(platform.db)
  const paper = rows[0]?.paper_sealed
  if (!paper) throw new Error('the receipt has no paper')
  const facts = JSON.parse(platform.vault.open(paper, { bureauCode: bureau, table: 'cases.receipt', column: 'paper', id: receiptId })) as {
    query: { code: string }
  }
  return facts.query.code
}

/** What a simulated phone shows, newest last. */
export async function messagesOn({ platform, bureau }: World, phone = reporterPhone): Promise<string[]> {
  const { rows } = await sql<{ id: string; text_sealed: Buffer }>`
    select id, text_sealed from notifications.demo_phone
    where bureau_code = ${bureau} and phone_hash = ${platform.vault.hash('phone', phone)} order by arrived_at, id`.execute(platform.db)
  return rows.map((row) =>
    platform.vault.open(row.text_sealed, { bureauCode: bureau, table: 'notifications.demo_phone', column: 'text_sealed', id: row.id }),
  )
}

/** The six digits of the newest message that holds some. */
export async function sentCode(world: World, phone = reporterPhone): Promise<string> {
  const codes = (await messagesOn(world, phone)).flatMap((text) => /(?:验证码|Code) (\d{6})/.exec(text)?.[1] ?? [])
  const last = codes.at(-1)
  if (last === undefined) throw new Error('no code was sent')
  return last
}

type Input = Readonly<Record<string, unknown>>

async function carryOut({ world }: Bureau, name: string, actor: Officer, input: Input): Promise<Input> {
  const route = casesModule.routes.find((one) => one.name === name)
  if (!route) throw new Error(`cases has no ${name}`)
  const answer = (await route.carryOut(world.platform, actor, input)) as Input
  await world.work()
  return answer
}

/** Does anything of `cases` as the officer of the unit, and lets the worker do what follows. */
export const act = (bureau: Bureau, name: string, input: Input): Promise<Input> => carryOut(bureau, name, bureau.officer, input)

/** The party that a receipt was issued to. */
export async function receiptPartyOf({ platform }: World, receiptId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select party_id as id from cases.receipt where id = ${receiptId}`.execute(platform.db)
  return rows[0]?.id ?? ''
}

/** Files, refuses, transfers or decides a case as whoever may, and lets the worker do what follows. */
export const move = (
  bureau: Bureau,
  { caseId }: ReportedCase,
  act: 'file' | 'refuse' | 'transfer' | 'decide',
  more: Input = {},
): Promise<unknown> => carryOut(bureau, 'cases.move', act === 'decide' ? bureau.unitHead : bureau.leader, { caseId, act, ...more })

/** Takes a measure on a suspect of the case, and lets the worker do what follows. */
export const detain = (bureau: Bureau, { caseId }: ReportedCase): Promise<unknown> =>
  carryOut(bureau, 'cases.takeMeasure', bureau.officer, {
    caseId,
    id: uuid(),
    personId: uuid(),
    personName: '闫守田',
    kind: 'detention',
    decidedBy: bureau.leader.name,
    decidedAt: bureau.world.clock.now.toISOString(),
  })

/** Makes a case secret or sensitive, or lifts it, and lets the worker do what follows. */
export const disclose = (bureau: Bureau, { caseId }: ReportedCase, secrecy: string, sensitivity: string): Promise<unknown> =>
  carryOut(bureau, 'cases.changeDisclosure', bureau.unitHead, { caseId, secrecy, sensitivity, reason: '案情需要' })

/** Lets the review for filing take seven or thirty days. */
export const extendReview = (bureau: Bureau, { caseId }: ReportedCase, tier: string): Promise<unknown> =>
  carryOut(bureau, 'cases.extendReview', bureau.leader, { caseId, tier, reason: '线索待查' })

export const serveNotice = (bureau: Bureau, { caseId }: ReportedCase, over: Input = {}): Promise<unknown> =>
  carryOut(bureau, 'cases.serveNotice', bureau.officer, { caseId, way: 'in-person', ...over })

/** Names another cause, and lets the worker do what follows. */
export const changeCause = (bureau: Bureau, { caseId }: ReportedCase, cause: Input): Promise<unknown> =>
  carryOut(bureau, 'cases.changeCause', bureau.unitHead, { caseId, reason: '经查', ...cause })
