import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../../testing/first-walk.ts'
import { aLine, createImporter, fileOf } from '../../testing/import-file.ts'
import type { IncidentTables } from '../tables.ts'
import { holdImport, updateImport } from './import-repository.ts'
import { forgetImports, runImports } from './run-imports.ts'
import { importAttempts } from './stop-import.ts'

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

const checked = async (): Promise<string> => (await importer.upload(fileOf([aLine()]))).body.import?.id ?? ''
/** Started, and then failing until it stands still. */
const stopped = async (): Promise<string> => {
  const { platform } = desk.world
  const id = await importer.start(fileOf([aLine({ sourceNumber: 'S-1' })]))
  const broken = { ...platform, vault: { ...platform.vault, open: noKey } }
  for (let turn = 0; turn < importAttempts; turn += 1) {
    await expect(runImports.turn(broken)).rejects.toThrow()
    desk.world.advance({ minutes: 1 })
  }
  await runImports.turn(broken)
  expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'stopped' })
  return id
}
const noKey = (): never => {
  throw new Error('no key')
}
const batches = () => desk.world.open.as<IncidentTables>().selectFrom('incidents.import_batch').selectAll().execute()

describe('a file that was checked', () => {
  it('can be withdrawn before it is started: its rows are gone, and it starts no more', async () => {
    const id = await checked()
    expect(await batches()).toHaveLength(1)
    expect(await importer.act('incidents.withdrawImport', id)).toMatchObject({ state: 'withdrawn' })
    expect(await importer.act('incidents.withdrawImport', id)).toMatchObject({ state: 'withdrawn' })
    expect(await batches()).toEqual([])
    await expect(importer.act('incidents.startImport', id)).rejects.toMatchObject({ code: 'incidents.importWithdrawn' })
  })

  it('cannot be withdrawn any more once it was started', async () => {
    const id = await checked()
    await importer.act('incidents.startImport', id)
    await expect(importer.act('incidents.withdrawImport', id)).rejects.toMatchObject({ code: 'incidents.importStarted' })
    await desk.world.work()
  })

  it('is given up by itself after a day', async () => {
    const id = await checked()
    desk.world.advance({ hours: 23 })
    await desk.world.work()
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'checked' })
    desk.world.advance({ hours: 2 })
    await desk.world.work()
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'withdrawn' })
    expect(await batches()).toEqual([])
  })

  it('is not given up while somebody starts it at that very moment', async () => {
    const { world, dispatcher } = desk
    const id = await checked()
    world.advance({ hours: 25 })
    await world.open
      .as<IncidentTables>()
      .transaction()
      .execute(async (tx) => {
        const row = await holdImport(tx, dispatcher.bureauCode, id)
        if (!row) throw new Error('the import is not there')
        await forgetImports.turn(world.platform)
        await updateImport(tx, row, { state: 'running', started_at: world.clock.now })
      })
    await forgetImports.turn(world.platform)
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'running' })
    expect(await batches()).toHaveLength(1)
    await world.work()
  })
})

describe('an import that stands still', () => {
  it('can be withdrawn: the rows that are left are gone, and it goes on no more', async () => {
    const id = await stopped()
    expect(await importer.act('incidents.withdrawImport', id)).toMatchObject({ state: 'withdrawn' })
    expect(await batches()).toEqual([])
    await expect(importer.act('incidents.startImport', id)).rejects.toMatchObject({ code: 'incidents.importWithdrawn' })
  })

  it('is given up by itself a day after it stopped, not a day after it was started', async () => {
    const id = await stopped()
    desk.world.advance({ hours: 20 })
    await importer.act('incidents.startImport', id)
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'running', endedAt: null })
    const { platform } = desk.world
    const broken = { ...platform, vault: { ...platform.vault, open: noKey } }
    for (let turn = 0; turn < importAttempts; turn += 1) {
      await expect(runImports.turn(broken)).rejects.toThrow()
      desk.world.advance({ minutes: 1 })
    }
    await runImports.turn(broken)
    desk.world.advance({ hours: 20 })
    await forgetImports.turn(platform)
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'stopped' })
    desk.world.advance({ hours: 5 })
    await forgetImports.turn(platform)
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'withdrawn' })
    expect(await batches()).toEqual([])
  })
})
