import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bureauCode } from '#kernel/unit-code.ts'
import { createDesk, type Desk } from '../../testing/first-walk.ts'
import { aLine, createImporter, fileOf } from '../../testing/import-file.ts'

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

describe('starting an import', () => {
  it('registers nothing before, and is answered alike when it is clicked twice', async () => {
    const id = await checked()
    await desk.world.work()
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'checked', written: 0 })
    const first = await importer.act('incidents.startImport', id)
    expect(first).toMatchObject({ state: 'running' })
    expect(await importer.act('incidents.startImport', id)).toEqual(first)
    await desk.world.work()
    expect(await importer.act('incidents.startImport', id)).toMatchObject({ state: 'done', written: 1 })
    expect(await desk.world.auditTrail(`import:${id}`)).toEqual(
      expect.arrayContaining([
        { actor: '段青禾', action: 'incidents.uploadImport', outcome: 'done' },
        { actor: '段青禾', action: 'incidents.startImport', outcome: 'done' },
        { actor: 'incidents.import', action: 'incidents.import', outcome: 'done' },
      ]),
    )
  })

  it('is not for another bureau, which does not even learn that there is one', async () => {
    const { world, dispatcher } = desk
    const id = await checked()
    const elsewhere = bureauCode('999998000000')
    const stranger = {
      ...dispatcher,
      bureauCode: elsewhere,
      grants: [{ role: 'dispatcher', unitCode: elsewhere, bureauCode: elsewhere, units: 'all' }] as const,
    }
    for (const name of ['incidents.startImport', 'incidents.findImport', 'incidents.withdrawImport'])
      await expect(importer.act(name, id, stranger)).rejects.toMatchObject({ code: 'incidents.importNotFound' })
    await expect(importer.act('incidents.startImport', id, world.officer('赵启明', 'officer'))).rejects.toMatchObject({
      code: 'house.notAllowed',
    })
  })
})
