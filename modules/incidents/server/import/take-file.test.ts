import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../../testing/first-walk.ts'
import { aLine, fileOf } from '../../testing/import-file.ts'
import { takeFile } from './take-file.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(async () => {
  await desk.world.close()
})

const incoming = (body: AsyncIterable<Buffer>) => ({ body, announcedBytes: 0 })
const now = async function* (text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
const sound = fileOf([aLine()])

describe('the files of a bureau', () => {
  it('are checked one at a time: a second one is refused until the first is done', async () => {
    const { world, dispatcher } = desk
    const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const slow = async function* (): AsyncGenerator<Buffer> {
      begun.resolve()
      await go.promise
      yield Buffer.from(sound)
    }
    const first = takeFile(world.platform, dispatcher, incoming(slow()))
    await begun.promise
    await expect(takeFile(world.platform, dispatcher, incoming(now(sound)))).rejects.toMatchObject({ code: 'incidents.importBusy' })
    go.resolve()
    expect(await first).toMatchObject({ faultCount: 0 })
    expect(await takeFile(world.platform, dispatcher, incoming(now(sound)))).toMatchObject({ faultCount: 0 })
  })

  it('do not wait for one that was refused', async () => {
    const { world, dispatcher } = desk
    await expect(takeFile(world.platform, dispatcher, incoming(now('')))).rejects.toMatchObject({ code: 'incidents.importEmpty' })
    expect(await takeFile(world.platform, dispatcher, incoming(now(sound)))).toMatchObject({ faultCount: 0 })
  })
})
