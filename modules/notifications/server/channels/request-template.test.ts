import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { RequestTemplate, valueAt, writeRequest } from './request-template.ts'

const values = { phone: '19900000417', text: '“新进展” & "编号" <A1>\n', account: 'fenchuan', seconds: '1772416800' }
const template = (given: object) =>
  RequestTemplate.parse({ url: 'https://sms.example.cn/send', body: '{"m":"{phone}","t":"{text}"}', ...given })

it('escapes what it fills in as the encoding wants', () => {
  const json = writeRequest(template({}), values)
  expect(JSON.parse(json.body)).toEqual({ m: values.phone, t: values.text })
  expect(json.headers).toEqual({ 'content-type': 'application/json; charset=utf-8' })
  const form = writeRequest(template({ encoding: 'form', body: 'm={phone}&t={text}' }), values)
  expect(Object.fromEntries(new URLSearchParams(form.body))).toEqual({ m: values.phone, t: values.text })
  const xml = writeRequest(template({ encoding: 'xml', body: '<t>{text}</t>' }), values)
  expect(xml.body).toBe('<t>“新进展” &amp; &quot;编号&quot; &lt;A1&gt;\n</t>')
})

describe('signing', () => {
  it('puts a signature of the body as sent into a header', () => {
    const sign = { text: '{account}{seconds}{body}', algorithm: 'hmac-sha256', key: 'k' }
    const { body, headers } = writeRequest(template({ headers: { 'X-Sign': '{sign}' }, sign }), values)
    expect(headers['x-sign']).toBe(createHmac('sha256', 'k').update(`fenchuan1772416800${body}`).digest('hex'))
  })

  it('puts a signature of the values into the body, also by Chinese digests', () => {
    const sign = { text: '{account}{phone}', algorithm: 'sm3', as: 'base64' }
    const { body } = writeRequest(template({ encoding: 'form', body: 'm={phone}&s={sign}', sign }), values)
    expect(new URLSearchParams(body).get('s')).toBe(createHash('sm3').update('fenchuan19900000417').digest('base64'))
  })

  it('is refused where it cannot be made', () => {
    const asked = (sign: object, body = '{}') =>
      RequestTemplate.safeParse({ url: 'https://sms.example.cn/send', body, sign }).error?.issues.map(({ path }) => path.join('.'))
    expect(asked({ text: '{body}', algorithm: 'hmac-sha256' })).toEqual(['sign.key'])
    expect(asked({ text: '{body}', algorithm: 'md5' }, '{"s":"{sign}"}')).toEqual(['sign.text'])
  })
})

it('leaves alone what is no placeholder of its own', () => {
  expect(writeRequest(template({ body: '{"a":{"b":"{nobody}"}}' }), values).body).toBe('{"a":{"b":"{nobody}"}}')
})

it('finds a code in an answer, whatever its type', () => {
  const answer = { result: { code: 0, list: [{ id: 'm-1' }] } }
  expect(valueAt(answer, 'result.code')).toBe('0')
  expect(valueAt(answer, 'result.list.0.id')).toBe('m-1')
  expect(valueAt(answer, 'result.nothing.id')).toBeUndefined()
  expect(valueAt(null, 'code')).toBeUndefined()
})
