import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inBeijing } from '#kernel/beijing-time.ts'
import { clocksOf } from '#modules/deadlines/index.ts'
import { aCase, type Bureau, createBureau, openCrime, openForTest, openViolation, reporterPhone } from '../testing/bureau-of-cases.ts'
import { findCase } from './find-case.ts'
import { moveCase } from './move-case.ts'
import { readPaper } from './read-paper.ts'
import type { CaseTables } from './tables.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

describe('opening a case', () => {
  it('accepts a suspected crime with its receipt, its three-day clock and one message', async () => {
    const { world } = bureau
    const opened = await openCrime(bureau)
    expect(opened.number).toMatch(new RegExp(`^A${world.station}202603\\d{4}$`))
    expect(opened.receipt.form).toBe('acceptance-receipt')
    const [clock] = await clocksOf(world.open, world.bureau, [`case:${opened.id}`])
    expect(clock).toMatchObject({ rule: 'crim_filing_review', state: 'running', dueAt: new Date('2026-03-05T23:59:59+08:00') })
    const { rows } = await sql<{ text: string }>`select text from notifications.message where subject = ${`case:${opened.id}`}`.execute(
      world.platform.db,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.text).toContain(opened.number)
    expect(rows[0]?.text).not.toContain('/q#v1')
  })

  it('files an administrative case for the unit head only, with the notice of the form of 2024', async () => {
    const { world, officer } = bureau
    const filed = await openViolation(bureau)
    expect(filed.receipt.form).toBe('admin-filing-notice')
    const input = aCase({ kind: 'administrative', causeCode: 'psapl-51' })
    await expect(world.perform(openForTest, officer, input)).rejects.toMatchObject({
      code: 'cases.moveNotYours',
      facts: { needs: ['unit-head'] },
    })
  })

  it('numbers the cases of a unit and month without a gap, also after a refusal', async () => {
    const first = await openCrime(bureau)
    await expect(openCrime(bureau, { causeCode: 'psapl-51' })).rejects.toMatchObject({ code: 'cases.causeDoesNotFit' })
    const second = await openCrime(bureau)
    expect(Number(second.number.slice(-4))).toBe(Number(first.number.slice(-4)) + 1)
  })

  it('accepts whatever cause there is: other is never a reason to refuse', async () => {
    const named = { causeCode: 'other', causeText: '倒卖演出门票' }
    await expect(openCrime(bureau, named)).resolves.toMatchObject({ receipt: { form: 'acceptance-receipt' } })
    const filed = await openViolation(bureau, { ...named, causeLaw: '《营业性演出管理条例》', causeArticle: '第51条' })
    const seen = await bureau.world.ask(findCase, bureau.unitHead, { caseId: filed.id })
    expect(seen).toMatchObject({ ...named, causeLaw: '《营业性演出管理条例》', causeArticle: '第51条' })
    const facts = await bureau.world.ask(readPaper, bureau.unitHead, { caseId: filed.id, paperId: filed.receipt.id })
    expect(facts).toMatchObject({ causeName: '其他（倒卖演出门票，《营业性演出管理条例》第51条）' })
  })

  it.each([
    [
      { causeCode: 'psapl-51' },
      'admin_case_limit_2025',
      '2026-04-01',
      '治安管理处罚法》（2025修订）第90条',
      '治安管理处罚法》（2025修订）第118条',
    ],
    [{ causeCode: 'other', causeText: '扰乱秩序' }, 'admin_case_limit_2025', '2026-04-01', '第90条', '第118条'],
    [
      { causeCode: 'other', causeText: '扰乱秩序', causeLaw: '《中华人民共和国治安管理处罚法》' },
      'admin_case_limit_2025',
      '2026-04-01',
      '第90条',
      '第118条',
    ],
    [
      { causeCode: 'other', causeText: '携犬出户未系犬绳', causeLaw: '《动物防疫法》' },
      'other_admin_penalty_limit',
      '2026-06-01',
      '公安机关办理行政案件程序规定》（2020修正）第61条',
      '行政处罚法》（2021修订）第60条',
    ],
  ])('runs and prints the limit of the law under which it is handled: %o', async (cause, rule, lastDay, filing, limit) => {
    const { world, unitHead } = bureau
    const { id, receipt } = await openViolation(bureau, cause)
    const clocks = await clocksOf(world.open, world.bureau, [`case:${id}`])
    expect(clocks.map((clock) => [clock.rule, inBeijing(clock.dueAt).slice(0, 10)])).toEqual([[rule, lastDay]])
    const facts = await world.ask(readPaper, unitHead, { caseId: id, paperId: receipt.id })
    expect(facts).toMatchObject({
      legalBasis: expect.stringContaining(filing),
      latest: { day: lastDay, basis: expect.stringContaining(limit) },
    })
    await world.perform(moveCase, unitHead, { caseId: id, act: 'decide', outcome: 'penalty' })
    expect(await clocksOf(world.open, world.bureau, [`case:${id}`])).toMatchObject([{ rule, state: 'met' }])
  })

  it('asks what other is, but neither for its law nor its article', async () => {
    await expect(openCrime(bureau, { causeCode: 'other' })).rejects.toMatchObject({
      code: 'cases.causeTextRequired',
      fields: [{ path: 'causeText' }],
    })
  })

  it('sends nothing in sensitive and secret cases', async () => {
    const { world } = bureau
    const quiet = [await openCrime(bureau, { sensitivity: 'domestic' }), await openCrime(bureau, { secrecy: 'secret' })]
    const subjects = quiet.map((opened) => `case:${opened.id}`)
    const { rows } = await sql`select 1 from notifications.message where subject = any(${subjects}::text[])`.execute(world.platform.db)
    expect(rows).toEqual([])
  })

  it('keeps name, phone and code sealed: none of them stands readable in the tables', async () => {
    const { world } = bureau
    await openCrime(bureau)
    const db = world.open.as<CaseTables>()
    const dump = JSON.stringify([
      await db.selectFrom('cases.case').selectAll().execute(),
      await db.selectFrom('cases.party').selectAll().execute(),
      await db.selectFrom('cases.receipt').selectAll().execute(),
    ])
    expect(dump).not.toContain(reporterPhone)
    expect(dump).not.toContain('贺秀兰')
  })
})
