import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginTrial, serversBelow, waitUntil, type Trial } from '#platform/testing/embedded-trial.ts'

let trial: Trial
beforeEach(() => {
  trial = beginTrial()
})
afterEach(() => trial.end())

const below = (...parts: string[]) => path.join(trial.folder, ...parts)
const keepRow = `create table if not exists kept (word text); insert into kept values ('城关派出所')`
const rows = 'select word from kept'

describe('the embedded PostgreSQL', () => {
  it('dies with a launcher that was killed, and the next start has lost nothing', async () => {
    const first = await trial.hold(below('home'))
    await first.ask(keepRow)
    await first.kill()
    await waitUntil(() => serversBelow(trial.folder).length === 0)
    const second = await trial.hold(below('home'))
    expect(await second.ask(rows)).toHaveLength(1)
  })

  it('starts again at once while the server of a killed launcher is still going down', async () => {
    const first = await trial.hold(below('home'))
    await first.ask(keepRow)
    await first.kill()
    const second = await trial.hold(below('home'))
    expect(second.started).toMatchObject({ event: 'started', isAdopted: false })
    expect(await second.ask(rows)).toHaveLength(1)
  })

  it('is started again when its own process is killed', async () => {
    const holder = await trial.hold(below('home'))
    await holder.ask(keepRow)
    process.kill(serversBelow(trial.folder)[0] ?? 0, 'SIGKILL')
    expect(await holder.next()).toEqual({ event: 'restarted', isAdopted: false })
    expect(await holder.ask(rows)).toHaveLength(1)
    await holder.stop()
    expect(serversBelow(trial.folder)).toEqual([])
  })

  it('is adopted by a second process, which takes over when the first is killed', async () => {
    const first = await trial.hold(below('home'))
    const second = await trial.hold(below('home'))
    expect(second.started).toMatchObject({ isAdopted: true, connection: first.started.connection })
    await second.ask(keepRow)
    await first.kill()
    expect(await second.next()).toEqual({ event: 'restarted', isAdopted: false })
    expect(await second.ask(rows)).toHaveLength(1)
  })

  it('is not stopped by a second process that ends', async () => {
    const first = await trial.hold(below('home'))
    const second = await trial.hold(below('home'))
    await second.stop()
    expect(await first.ask('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('comes up once when two processes make it at the same moment', async () => {
    const both = await Promise.all([trial.hold(below('home')), trial.hold(below('home'))])
    expect(both.map(({ started }) => started.event)).toEqual(['started', 'started'])
    expect(serversBelow(trial.folder)).toHaveLength(1)
  })

  it('clears a stale lock whose number belongs to another living process by now', async () => {
    const first = await trial.hold(below('home'))
    await first.ask(keepRow)
    const lock = below('home/postgres/data/postmaster.pid')
    const text = readFileSync(lock, 'utf8')
    await first.stop()
    const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const other = spawn('sleep', ['30'], { ...owner, cwd: '/' })
    writeFileSync(lock, text.replace(/^\d+/, `${other.pid}`))
    const second = await trial.hold(below('home'))
    expect(await second.ask(rows)).toHaveLength(1)
    other.kill()
  })
})

describe('a data folder', () => {
  it('that was half made is made anew', async () => {
    mkdirSync(below('home/postgres/data.new'), { recursive: true })
    writeFileSync(below('home/postgres/data.new/PG_VERSION'), '18\n')
    const holder = await trial.hold(below('home'))
    expect(holder.started.event).toBe('started')
    expect(existsSync(below('home/postgres/data.new'))).toBe(false)
  })

  it('that holds something else is refused in plain words and left alone', async () => {
    mkdirSync(below('home/postgres/data'), { recursive: true })
    writeFileSync(below('home/postgres/data/letter.txt'), '不要动')
    const holder = await trial.hold(below('home'))
    expect(holder.started.reason).toMatch(/不是阳光执法建立的.*\n.*was not made by Daylight/)
    expect(readFileSync(below('home/postgres/data/letter.txt'), 'utf8')).toBe('不要动')
  })

  it('of another major version is refused in plain words and left alone', async () => {
    const first = await trial.hold(below('home'))
    await first.ask(keepRow)
    await first.stop()
    const version = below('home/postgres/data/PG_VERSION')
    writeFileSync(version, '17\n')
    const second = await trial.hold(below('home'))
    expect(second.started.reason).toMatch(/PostgreSQL 17 的数据.*\n.*data of PostgreSQL 17/)
    writeFileSync(version, '18\n')
    const third = await trial.hold(below('home'))
    expect(await third.ask(rows)).toHaveLength(1)
  })

  it('opens although its password was lost', async () => {
    const first = await trial.hold(below('home'))
    await first.ask(keepRow)
    await first.stop()
    rmSync(below('home/postgres-password'))
    const second = await trial.hold(below('home'))
    expect(await second.ask(rows)).toHaveLength(1)
  })

  it('may be moved to another home', async () => {
    const first = await trial.hold(below('home'))
    await first.ask(keepRow)
    await first.stop()
    renameSync(below('home'), below('elsewhere'))
    const second = await trial.hold(below('elsewhere'))
    expect(await second.ask(rows)).toHaveLength(1)
  })
})
