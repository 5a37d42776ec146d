import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../../testing/first-walk.ts'
import { aLine, createImporter, fileOf } from '../../testing/import-file.ts'
import type { IncidentTables } from '../tables.ts'

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
})
