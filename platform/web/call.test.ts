// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { endpoint } from '#platform/shared/endpoint.ts'
import { OfflineError, ProblemError, address, call, onSignedOut } from './call.ts'
import { languageSetting } from './language.ts'

const move = endpoint({
  method: 'POST',
  path: '/api/cases/:caseId/moves',
  summary: 'Moves a case.',
  input: z.object({ caseId: z.string(), to: z.string() }),
  output: z.object({ stage: z.string() }),
})

const answering = (status: number, body: unknown, type = 'application/problem+json') => {
  const asked: Request[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(new Request(new URL(url, 'http://127.0.0.1:3000'), init))
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }))
  })
  return asked
}

afterEach(() => vi.unstubAllGlobals())

describe('address', () => {
  test('the names of the path are filled, the rest is the body', () => {
    expect(address(move, { caseId: 'a/b', to: 'filed' })).toEqual({ url: '/api/cases/a%2Fb/moves', body: '{"to":"filed"}' })
  })

  test('a GET asks in its query, without what is empty', () => {
    const list = { method: 'GET', path: '/api/cases' } as const
    expect(address(list, { text: '电瓶', unit: ['1', '2'], after: undefined, kind: '' }).url).toBe(
      '/api/cases?text=%E7%94%B5%E7%93%B6&unit=1&unit=2',
    )
    expect(address(list, {})).toEqual({ url: '/api/cases' })
  })
})

describe('call', () => {
  test('carries the mark that other sites cannot set, and the language', async () => {
    const [request] = await (async () => {
      const asked = answering(200, { stage: 'filed' }, 'application/json')
      languageSetting.write('en')
      expect(await call(move, { caseId: '1', to: 'filed' })).toEqual({ stage: 'filed' })
      return asked
    })()
    expect(request?.headers.get('x-daylight')).toBe('1')
    expect(request?.headers.get('accept-language')).toBe('en')
    languageSetting.write('zh')
  })

  test('a refusal comes as its problem, fields and all', async () => {
    answering(400, {
      code: 'house.invalidInput',
      detail: '有几项需要核对。',
      fields: [{ path: 'to', code: 'required', message: '请填写。' }],
    })
    const refused = await call(move, { caseId: '1', to: '' }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ProblemError)
    expect((refused as ProblemError).problem).toMatchObject({ status: 400, fields: [{ path: 'to', message: '请填写。' }] })
  })

  test('a lost session is announced, but not by the log-in itself', async () => {
    answering(401, { code: 'house.notSignedIn', detail: '请先登录。' })
    const told = vi.fn<() => void>()
    const stop = onSignedOut(told)
    await call(move, { caseId: '1', to: 'filed' }, { expectSignedOut: true }).catch(() => undefined)
    expect(told).not.toHaveBeenCalled()
    await call(move, { caseId: '1', to: 'filed' }).catch(() => undefined)
    expect(told).toHaveBeenCalledOnce()
    stop()
  })

  test('a gateway that answers with no problem of ours is a fault, a dead line is offline', async () => {
    answering(502, '<html>', 'text/html')
    expect(await call(move, { caseId: '1', to: 'filed' }).catch((error: unknown) => error)).toMatchObject({
      problem: { status: 502, code: 'house.fault' },
    })
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await call(move, { caseId: '1', to: 'filed' }).catch((error: unknown) => error)).toBeInstanceOf(OfflineError)
  })
})
