import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '#platform/server/action.ts'
import { createDesk, type Desk } from '../../testing/first-walk.ts'
import { createImporter, fileOf, manyLines } from '../../testing/import-file.ts'
import { toldTo } from '../../testing/several-units.ts'
import { runImports } from './run-imports.ts'
import { importAttempts, stopImport } from './stop-import.ts'

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

const numbered = (prefix: string, count: number) => manyLines(count, (at) => ({ sourceNumber: `${prefix}-${at + 1}` }))
const noKey = (): never => {
  throw new Error('no key')
}

describe('an import whose batch fails', () => {
  it('stops for a person where a batch fails again and again, and goes on when told', async () => {
    const { world } = desk
    const id = await importer.start(fileOf(numbered('G', 3)))
    const broken = { ...world.platform, vault: { ...world.platform.vault, open: noKey } }
    for (let turn = 0; turn < importAttempts; turn += 1) {
      await expect(runImports.turn(broken)).rejects.toThrow()
      desk.world.advance({ minutes: 1 })
    }
    expect(await runImports.turn(broken)).toBe(true)
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'stopped', written: 0 })
    expect((await toldTo(desk, desk.dispatcher))[0]).toBe('导入停在第 0 行（共 3 行），多次重试未成功。请查看后继续或撤回。')
    await importer.act('incidents.startImport', id)
    await world.work()
    expect(await importer.act('incidents.findImport', id)).toMatchObject({ state: 'done', written: 3 })
  })

  it('waits longer after each try that failed, and meanwhile holds up nobody else', async () => {
    const { world } = desk
    const broken = await importer.start(fileOf(numbered('I', 3)))
    await expect(runImports.turn({ ...world.platform, vault: { ...world.platform.vault, open: noKey } })).rejects.toThrow()
    const other = await importer.start(fileOf(numbered('K', 120)))
    for (let batch = 0; batch < 3; batch += 1) expect(await runImports.turn(world.platform)).toBe(true)
    expect(await importer.act('incidents.findImport', other)).toMatchObject({ state: 'done', written: 120 })
    expect(await runImports.turn(world.platform)).toBe(false)
    world.advance({ seconds: 1 })
    await world.work()
    expect(await importer.act('incidents.findImport', broken)).toMatchObject({ state: 'done', written: 3 })
  })

  it('is not stopped by anybody but the job, nor while there are tries left', async () => {
    const { world, dispatcher } = desk
    const importId = await importer.start(fileOf(numbered('L', 1)))
    await expect(perform(world.platform, stopImport, dispatcher, { importId })).rejects.toMatchObject({ code: 'house.notAllowed' })
    const job = { kind: 'job', id: 'a-test', bureauCode: world.bureau } as Parameters<typeof perform>[2]
    expect(await perform(world.platform, stopImport, job, { importId })).toEqual({ isStopped: false })
    expect(await importer.act('incidents.findImport', importId)).toMatchObject({ state: 'running' })
  })
})
