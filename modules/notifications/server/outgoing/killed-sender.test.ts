import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKey, type World } from '#platform/testing/world.ts'
import { type AliyunServer, startAliyun } from '../../testing/aliyun-server.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { sendingWorld } from '../../testing/sending-world.ts'

let world: World
let server: AliyunServer
let folder: string
beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
  server = await startAliyun(() => world.clock.now)
  folder = await mkdtemp(path.join(tmpdir(), 'daylight-sender-'))
})
afterEach(async () => {
  await server.close()
  await world.close()
  await rm(folder, { recursive: true })
})

const { code, notice, row, leaveDemo } = sendingWorld(() => world)

/** Runs a sender in its own process until it has nothing to do, or somebody kills it. */
async function runSender(kill: (child: ChildProcess) => void): Promise<void> {
  const clockFile = path.join(folder, 'clock')
  await writeFile(clockFile, world.clock.now.toISOString())
  const script = path.resolve(import.meta.dirname, '../../testing/sender-process.ts')
  const child = spawn(
    process.execPath,
    [script, JSON.stringify(world.connection), clockFile, String(server.port), testKey.toString('hex')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  kill(child)
  await once(child, 'exit')
}

it('is killed after the provider took the message, or before, again and again: every message arrives once', async () => {
  const phones = Array.from({ length: 6 }, (_, index) => `1990000${String(index).padStart(4, '0')}`)
  const ids = await Promise.all(
    phones.map((to, index) => (index % 2 === 0 ? code({ phone: to, expiresAt: soon() }) : notice({ phone: to }))),
  )
  // why: the process dies while its request is open: it never learns whether the message was taken.
  const fates = ['hang', 'cut', 'accept', 'hang', 'drop', 'hang', 'accept', 'cut'] as const
  server.answers.push(...fates)
  let kills = 0
  for (let runs = 0; runs < 14; runs++) {
    const seen = server.requests.length
    await runSender((child) => {
      const watch = setInterval(() => {
        const isHanging = server.requests.length > seen && server.records.length > 0 && fates[server.requests.length - 1] === 'hang'
        if (!isHanging || !child.kill('SIGKILL')) return
        kills += 1
        clearInterval(watch)
      }, 5)
      child.once('exit', () => clearInterval(watch))
    })
    world.advance({ seconds: 61 })
  }
  expect(kills).toBeGreaterThanOrEqual(2)
  expect(server.records.map(({ phone }) => phone).toSorted()).toEqual(phones)
  const states = await Promise.all(ids.map(row))
  expect(states.map(({ state, is_possibly_twice }) => ({ state, is_possibly_twice }))).toEqual(
    ids.map(() => ({ state: 'sent', is_possibly_twice: false })),
  )
}, 120_000)

const soon = () => new Date(world.clock.now.getTime() + 3_600_000)
