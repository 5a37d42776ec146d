import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { ledgerModule, readNotes, writeNote } from '#platform/testing/ledger.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { expose, type Module } from './module.ts'

const write = endpoint({
  method: 'POST',
  path: '/api/notes/:id',
  summary: 'Writes a note.',
  input: writeNote.input,
  output: z.object({ id: z.string() }),
})
const read = endpoint({
  method: 'GET',
  path: '/api/notes',
  summary: 'Reads the notes.',
  input: readNotes.input,
  output: z.array(z.string()),
})
const routes: Module = {
  ...ledgerModule(),
  routes: [expose(write, writeNote), expose(read, readNotes)],
  words: {
    zh: { refusals: { 'ledger.badWord': (facts) => `不能写“${String(facts['text'])}”。` } },
    en: { refusals: { 'ledger.badWord': 'Not that word.' } },
  },
}

let world: World
let server: FastifyInstance
beforeAll(async () => {
  world = await createWorld([routes])
  const officer = world.officer('张警官', 'officer')
  server = await world.http(() => officer)
})
afterAll(() => world.close())

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url: `/api/notes/${uuid()}`, payload: payload as object, headers: { 'x-daylight': '1', ...headers } })

describe('the door', () => {
  it('takes an action at its address and answers what the contract names', async () => {
    expect((await post({ text: 'one' })).statusCode).toBe(200)
    const answer = await server.inject({ method: 'GET', url: '/api/notes' })
    expect(answer.json()).toEqual(['one'])
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })

  it('says no in the reader’s language, with code and facts for programs', async () => {
    const zh = await post({ text: 'bad' })
    expect(zh.statusCode).toBe(409)
    expect(zh.headers['content-type']).toMatch('application/problem+json')
    expect(zh.json()).toMatchObject({ code: 'ledger.badWord', detail: '不能写“bad”。', facts: { text: 'bad' } })
    expect((await post({ text: 'bad' }, { 'accept-language': 'en-GB' })).json()).toMatchObject({ detail: 'Not that word.' })
  })

  it('puts words beside each faulty field', async () => {
    expect((await post({ text: '' })).json()).toMatchObject({
      status: 400,
      fields: [{ path: 'text', code: 'required', message: '请填写。' }],
    })
  })

  it('keeps a fault of ours to itself and gives its number', async () => {
    const answer = await post({ text: 'crash' })
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ code: 'fault', requestId: expect.any(String) })
    expect(answer.body).not.toContain('a fault of ours')
  })

  it('refuses a form of another site, whatever it sends', async () => {
    expect((await post({ text: 'x' }, { origin: 'https://elsewhere.example' })).statusCode).toBe(403)
    expect((await post({ text: 'x' }, { 'x-daylight': '' })).json()).toMatchObject({ code: 'house.crossSite' })
    expect((await post({ text: 'x' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  })

  it('answers broken JSON, too much of it, and an unknown address in plain words', async () => {
    const broken = await server.inject({
      method: 'POST',
      url: `/api/notes/${uuid()}`,
      payload: '{',
      headers: { 'x-daylight': '1', 'content-type': 'application/json' },
    })
    expect(broken.json()).toMatchObject({ status: 400, code: 'house.notJson' })
    expect((await post({ text: 'x'.repeat(1_100_000) })).json()).toMatchObject({ code: 'house.tooLarge' })
    expect((await server.inject({ method: 'GET', url: '/api/nowhere' })).json()).toMatchObject({ status: 404, code: 'house.notFound' })
  })

  it('takes no bytes that are no text, and no half of a character, which would be kept as another', async () => {
    const json = { 'x-daylight': '1', 'content-type': 'application/json' }
    const sendBytes = (payload: Buffer) => server.inject({ method: 'POST', url: `/api/notes/${uuid()}`, payload, headers: json })
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80]]) {
      const answer = await sendBytes(Buffer.concat([Buffer.from('{"text":"'), Buffer.from(bytes), Buffer.from('"}')]))
      expect(answer.json(), bytes.join()).toMatchObject({ status: 400, code: 'house.notJson' })
    }
    expect((await sendBytes(Buffer.from('{"text":"好"}'))).statusCode).toBe(200)
    for (const half of ['\\ud800', 'x\\udfff', '\\u0000'])
      expect((await sendBytes(Buffer.from(`{"text":"${half}"}`))).json(), half).toMatchObject({ fields: [{ path: 'text' }] })
  })

  it('takes no name that changes what an object is', async () => {
    for (const payload of ['{"text":"one","__proto__":{"kind":"x"}}', '{"text":"one","constructor":{"prototype":{}}}'])
      expect((await post(payload, { 'content-type': 'application/json' })).json(), payload).toMatchObject({ code: 'house.notJson' })
  })

  it('asks a stranger to sign in', async () => {
    const stranger = await world.http(() => null)
    expect((await stranger.inject({ method: 'GET', url: '/api/notes' })).json()).toMatchObject({ status: 401, code: 'house.notSignedIn' })
  })
})
