import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHttp } from '#platform/server/http.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { deliverNext } from '#platform/server/worker.ts'
import { accepted, type County, createCounty, dispatched, type Input, knock, type Person } from './county.ts'
import { modules } from '../../app/modules.ts'

let county: County
let before: string
beforeAll(async () => {
  county = await createCounty()
}, 120_000)
afterAll(() => county.close())

/** Every row of every table, as one number for each: what is left behind shows up wherever it is. */
async function counts(): Promise<string> {
  const { db } = county.world.platform
  const { rows } = await sql<{ name: string }>`select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(db)
  const lines = await Promise.all(
    rows.map(async ({ name }) => {
      const hash = await sql<{
        hash: string
      }>`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${sql.table(name)} as t`.execute(db)
      return `${name} ${hash.rows[0]?.hash}`
    }),
  )
  return lines.join('\n')
}

/** Ends the connection of this very transaction, as a crash of the server or a pulled cable would. */
async function killConnectionOf(open: OpenTransaction): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(open.as<never>())
  await sql`set role none`.execute(open.as<never>())
  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(open.as<never>()).catch(() => undefined)
}

/** The same house, whose connection dies where a transaction writes its audit entry: the last thing before the commit. */
function dying(when: 'before' | 'after'): Platform {
  const { platform } = county.world
  return {
    ...platform,
    audit: {
      async append(open, entry) {
        if (when === 'after') await platform.audit.append(open, entry)
        await killConnectionOf(open)
        if (when === 'before') await platform.audit.append(open, entry)
      },
    },
  }
}

const door = (platform: Platform, { officer }: Person) =>
  createHttp({ modules, getPlatform: () => platform, identify: async () => officer })

interface Trial {
  readonly path: string
  person(): Person
  input(): Promise<Input>
}

const trials: Readonly<Record<string, Trial>> = {
  'taking a call': {
    path: '/api/incidents',
    person: () => county.whole.dispatcher,
    input: async () => ({
      id: uuid(),
      source: '110',
      category: 'burglary',
      grade: 'II',
      place: '粮站家属院',
      summary: '门锁被撬。',
      dispatchTo: county.world.station,
    }),
  },
  'accepting a suspected crime': {
    path: '/api/incidents/:incidentId/disposition',
    person: () => county.near.officer,
    async input() {
      const incidentId = await dispatched(county)
      const { http, near } = county
      await knock(http, {
        method: 'POST',
        path: '/api/incidents/:incidentId/signature',
        input: { incidentId },
        cookie: near.officer.cookie,
      })
      return { incidentId, disposition: 'criminal-case', caseId: uuid(), causeCode: 'cl-264', matter: '门锁被撬' }
    },
  },
  'refusing to file a case': {
    path: '/api/cases/:caseId/moves',
    person: () => county.whole.leader,
    input: async () => ({ caseId: (await accepted(county)).caseId, act: 'refuse', ground: 'no-crime', reason: '没有犯罪事实' }),
  },
}

describe.each(Object.entries(trials))('%s', (_, trial) => {
  let input: Input
  beforeEach(async () => {
    input = await trial.input()
    before = await counts()
  })

  it.each(['before', 'after'] as const)(
    'leaves nothing if the connection is lost just %s its audit entry, and works when it is tried again',
    async (when) => {
      const http = await door(dying(when), trial.person())
      const lost = await knock(http, { method: 'POST', path: trial.path, input })
      await http.close()
      expect(lost.statusCode).toBe(500)
      expect(await counts()).toBe(before)

      const again = await knock(county.http, { method: 'POST', path: trial.path, input, cookie: trial.person().cookie })
      expect(again.statusCode, again.body).toBe(200)
      expect(await counts()).not.toBe(before)
    },
  )
})

it('loses no work of the outbox: a delivery whose connection dies is done later, and once', async () => {
  await county.world.work()
  const { caseId } = await accepted(county)
  const { db } = county.world.platform
  const receipts = async () =>
    Number((await sql<{ n: number }>`select count(*) as n from public_query.receipt where case_id = ${caseId}`.execute(db)).rows[0]?.n)
  const dyingOnce: Platform = {
    ...county.world.platform,
    subscribers: new Map(
      [...county.world.platform.subscribers].map(([event, all]) => [
        event,
        all.map((subscriber) => ({
          ...subscriber,
          handle: async (context: Parameters<typeof subscriber.handle>[0], happened: Parameters<typeof subscriber.handle>[1]) => {
            await subscriber.handle(context, happened)
            await killConnectionOf(context.open)
          },
        })),
      ]),
    ),
  }
  while (await deliverNext(dyingOnce));
  expect(await receipts()).toBe(0)
  county.world.advance({ minutes: 1 })
  await county.world.work()
  expect(await receipts()).toBe(1)
})
