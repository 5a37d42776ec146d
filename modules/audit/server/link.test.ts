import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bureauCode, unitCode } from '#kernel/unit-code.ts'
import { chainCount, chainOf, type Content, contentOf, encode, linkHash, nothingBefore } from './link.ts'

const content: Content = {
  bureau_code: bureauCode('990000000000'),
  chain: 3,
  at: new Date('2026-03-02T02:00:00.123Z'),
  actor_kind: 'officer',
  actor_id: 'x',
  actor_name: '张',
  actor_unit: unitCode('990000550100'),
  actor_roles: ['officer@990000550100'],
  action: 'cases.file',
  subject: null,
  is_secret: false,
  unit_code: unitCode('990000550100'),
  outcome: 'done',
}

it('is written down byte by byte, so that another program can check it', () => {
  const length = (text: string) => Buffer.from([0, 0, 0, Buffer.byteLength(text)])
  const fields = [
    '1',
    '990000000000',
    '3',
    '1772416800123000',
    'officer',
    'x',
    '张',
    '990000550100',
    '1',
    'officer@990000550100',
    'cases.file',
  ]
  const tail = ['0', '990000550100', 'done']
  const bytes = [...fields.flatMap((text) => [length(text), Buffer.from(text)]), Buffer.from('ffffffff', 'hex')]
  const expected = Buffer.concat([...bytes, ...tail.flatMap((text) => [length(text), Buffer.from(text)])])
  expect(encode(content).toString('hex')).toBe(expected.toString('hex'))
  const place = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1])
  expect(linkHash(nothingBefore, 1, expected)).toEqual(
    createHash('sha256')
      .update(Buffer.concat([Buffer.alloc(32), place, expected]))
      .digest(),
  )
})

it('gives different entries different bytes, wherever the border between two fields lies', () => {
  const text = fc.string({ maxLength: 6 })
  const some = fc.record({
    actor_id: text,
    actor_name: fc.option(text),
    action: text,
    subject: fc.option(text),
    is_secret: fc.boolean(),
    outcome: text,
    actor_roles: fc.array(text),
  })
  fc.assert(
    fc.property(some, some, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other)
      return same === encode({ ...content, ...one }).equals(encode({ ...content, ...other }))
    }),
  )
  expect(encode({ ...content, subject: '' })).not.toEqual(encode(content))
})

it('spreads units over all chains', () => {
  const chains = Array.from({ length: 2_000 }, (_, at) => chainOf(`1411995${String(at).padStart(5, '0')}`))
  expect(new Set(chains).size).toBe(chainCount)
})

it('keeps what was done where its subject is held, and the rest with the actor', () => {
  const job = { kind: 'job', id: 'cases.sweep', bureauCode: bureauCode('990000000000') } as const
  const at = content.at
  const about = { subject: 'case:1', bureauCode: bureauCode('880000000000'), unitCode: unitCode('880000550100') }
  expect(contentOf({ actor: job, action: 'a', about, outcome: 'done', at })).toMatchObject({
    bureau_code: '880000000000',
    unit_code: '880000550100',
  })
  expect(contentOf({ actor: job, action: 'a', about: null, outcome: 'done', at })).toMatchObject({
    bureau_code: '990000000000',
    unit_code: '990000000000',
    chain: chainOf('990000000000'),
    actor_name: null,
    actor_roles: [],
  })
})
