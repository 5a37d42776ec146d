import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/beijing-time.ts'
import { verifyAudit } from '#modules/audit/index.ts'
import { perform } from '#platform/server/action.ts'
import { createDesk, type Desk, takeCall } from '../../testing/first-walk.ts'
import { aLine, createImporter, ended, fileOf, manyLines } from '../../testing/import-file.ts'
import { drawBalance, isBalanced } from '../draw-balance.ts'
import { findIncident } from '../find-incident.ts'
import { listIncidents } from '../list-incidents.ts'
import type { IncidentTables } from '../tables.ts'
import { importJob, writeImport } from './write-import.ts'

let desk: Desk
let importer: Awaited<ReturnType<typeof createImporter>>
beforeAll(async () => {
  desk = await createDesk()
  importer = await createImporter(desk)
})
afterAll(async () => {
  await importer.http.close()
  await desk.world.close()
})

const numbered = (prefix: string, count: number, over = {}) => manyLines(count, (at) => ({ sourceNumber: `${prefix}-${at + 1}`, ...over }))

/** Everything that so many incidents of one source leave behind. */
async function left(prefix: string) {
  const { db } = desk.world.platform
  const { rows } = await sql<Record<'incidents' | 'steps' | 'events' | 'trail' | 'numbers', number>>`
    with mine as (select * from incidents.incident where source_number like ${`${prefix}-%`})
    select (select count(*) from mine) as incidents, (select count(distinct number) from mine) as numbers,
      (select count(*) from incidents.step_log where incident_id in (select id from mine)) as steps,
      (select count(*) from platform.outbox where subject in (select 'incident:' || id from mine)) as events,
      (select count(*) from audit.entry where action = ${importJob} and subject in (select 'incident:' || id from mine)) as trail`.execute(
    db,
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]))
}
const leftOf = (count: number) => ({ incidents: count, numbers: count, steps: count, events: count, trail: count })
const batchesLeft = (importId: string) =>
  desk.world.open.as<IncidentTables>().selectFrom('incidents.import_batch').select('seq').where('import_id', '=', importId).execute()

describe('an import', () => {
  it('registers each row as a call is: with number, step, event and trail, at its own time and by its own channel', async () => {
    const { world, dispatcher } = desk
    const id = await importer.start(fileOf([aLine({ sourceNumber: 'A-1', source: '窗口', receivedAt: '2026-02-27 23:05' })]))
    await world.work()
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'done', rows: 1, written: 1, known: 0 })
    expect(await left('A')).toEqual(leftOf(1))
    const [row] = (await world.ask(listIncidents, dispatcher, { number: 'A-1' })).rows
    expect(row).toMatchObject({
      state: 'received',
      source: 'counter',
      receivedAt: '2026-02-27T15:05:00.000Z',
      category: 'theft',
      grade: 'III',
    })
    expect(row?.number).toMatch(new RegExp(`^J${world.bureau}202603\\d{6}$`))
    const detail = await world.ask(findIncident, dispatcher, { incidentId: row?.id })
    expect(detail).toMatchObject({
      sourceSystem: '旧接处警',
      sourceNumber: 'A-1',
      reporterName: '贺某某',
      reporterPhone: '199 **** 0417',
      place: '粮站家属院 3 号楼',
      history: [{ step: 'receive', isLateEntry: true, lateReason: '从旧接处警导入，原编号 A-1', byName: '段青禾' }],
    })
    expect(await batchesLeft(id)).toEqual([])
  })

  it('lets what ended in the other system be ended here too, with the unit that answered', async () => {
    const { world, officer } = desk
    await importer.start(fileOf([aLine({ sourceNumber: 'B-1', ...ended })]))
    await world.work()
    const [row] = (await world.ask(listIncidents, officer, { number: 'B-1' })).rows
    expect(row).toMatchObject({ state: 'disposed', disposition: 'mediated', unitCode: world.station })
    expect(await left('B')).toEqual({ ...leftOf(1), steps: 2, events: 2 })
  })

  it('owes no hand-over of what the other system transferred', async () => {
    const { world, dispatcher } = desk
    await importer.start(fileOf([aLine({ sourceNumber: 'T-1', ...ended, disposition: '移送', note: '移交司法所' })]))
    await world.work()
    const [row] = (await world.ask(listIncidents, dispatcher, { number: 'T-1' })).rows
    expect(row).toMatchObject({ disposition: 'transferred', response: { awaited: null } })
  })

  it('gives nothing new for the same file twice, and only the new rows of a longer one', async () => {
    await importer.start(fileOf(numbered('C', 120)))
    await desk.world.work()
    const again = await importer.upload(fileOf(numbered('C', 120)))
    expect(again.body).toMatchObject({ rows: 120, known: 120 })
    const id = await importer.start(fileOf(numbered('C', 120)))
    await desk.world.work()
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'done', written: 0, known: 120 })
    const longer = await importer.start(fileOf(numbered('C', 130)))
    await desk.world.work()
    expect(await importer.act('incidents.findImport', longer)).toMatchObject({ state: 'done', written: 10, known: 120 })
    expect(await left('C')).toEqual(leftOf(130))
  })

  it('takes the same number of two systems for two incidents', async () => {
    const lines = [aLine({ sourceNumber: 'D-1' }), aLine({ sourceNumber: 'D-1', sourceSystem: '数字城管' })]
    const id = await importer.start(fileOf(lines))
    await desk.world.work()
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ written: 2 })
  })

  it('is counted by the balance like any other call', async () => {
    const { world } = desk
    await takeCall(desk)
    await importer.start(fileOf(numbered('E', 7, { receivedAt: '2026-02-20 08:00', ...ended, disposedAt: '2026-02-20 09:00' })))
    await world.work()
    for (const [of, received] of [
      ['2026-02-20', 7],
      ['2026-03-02', 1],
    ] as const) {
      const balance = await drawBalance(world.open, { bureauCode: world.bureau, day: day(of), actor: null }, world.clock.now)
      expect(balance).toMatchObject({ received })
      expect(isBalanced(balance)).toBe(true)
    }
  })

  it('goes on by itself after its process was killed, again and again, and ends exact', async () => {
    const { world } = desk
    const [count, kills] = [900, 3]
    const id = await importer.start(fileOf(numbered('F', count)))
    for (let kill = 0; kill < kills; kill += 1) await killMidway()
    const halfway = await importer.act('incidents.findImport', id)
    expect(halfway).toMatchObject({ state: 'running' })
    expect(halfway.written).toBeGreaterThan(0)
    expect(halfway.written).toBeLessThan(count)
    expect(await left('F')).toEqual(leftOf(halfway.written))
    await world.work()
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'done', written: count, known: 0 })
    expect(await left('F')).toEqual(leftOf(count))
    expect(await batchesLeft(id)).toEqual([])
    expect(await verifyAudit(world.open)).toMatchObject({ faults: [] })
    const balance = await drawBalance(world.open, { bureauCode: world.bureau, day: day('2026-03-01'), actor: null }, world.clock.now)
    expect(isBalanced(balance)).toBe(true)
  }, 60_000)

  it('is written by the job alone, whoever asks', async () => {
    const { world, dispatcher } = desk
    const id = await importer.start(fileOf(numbered('H', 1)))
    await expect(perform(world.platform, writeImport, dispatcher, { importId: id })).rejects.toMatchObject({ code: 'house.notAllowed' })
  })
})

/** A worker in a process of its own, killed in the middle of a batch. */
async function killMidway(): Promise<void> {
  const script = path.resolve(import.meta.dirname, '../../testing/import-child.ts')
  const { connection, clock } = desk.world
  const child = spawn(process.execPath, [script, JSON.stringify(connection), clock.now.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit') as Promise<[number | null, string | null]>
  await Promise.race([once(child.stdout, 'data'), gone])
  child.kill('SIGKILL')
  expect(await gone).toEqual([null, 'SIGKILL'])
  desk.world.advance({ seconds: 1 })
}
