import { expect, it } from 'vitest'
import { day } from '#kernel/beijing-time.ts'
import { tally } from '../domain/balance.ts'
import { balanceLines } from './balance-lines.ts'
import type { Balance } from './draw-balance.ts'

const unitCode = '141199550000'
const clean: Balance = {
  day: day('2026-03-02'),
  received: 6,
  tally: tally([
    { unitCode, state: 'arrived', disposition: null, count: 2 },
    { unitCode, state: 'disposed', disposition: 'helped', count: 3 },
    { unitCode, state: 'merged', disposition: null, count: 1 },
  ]),
  difference: 0,
  waitingTooLong: 0,
  numbers: { month: '202603', given: 6, found: 6 },
  faults: [],
  faultCount: 0,
}

it('says of every part how many there are, in both languages, also where there are none', () => {
  const text = balanceLines('汾川县公安局', clean).join('\n')
  expect(text).toContain('✓ 汾川县公安局')
  for (const part of ['已接警 Received 0', '已到场 On scene 2', '帮助、当场处理 Helped or settled on the spot 3', '移送 Transferred 0'])
    expect(text).toContain(part)
  for (const part of ['已并入 Merged 1', '不在任何状态 In no state 0', '差额 Difference 0', '编号 Numbers 6/6'])
    expect(text).toContain(part)
  expect(text).not.toContain('!')
})

it('says of a bureau that received nothing only that', () => {
  const empty = { ...clean, received: 0, tally: tally([]) }
  expect(balanceLines('别县公安局', empty)).toHaveLength(2)
  expect(balanceLines('别县公安局', { ...empty, difference: 1 }).length).toBeGreaterThan(2)
})

it('says what stands nowhere, how many wait too long, each fault in words, and how many more there are', () => {
  const broken: Balance = {
    ...clean,
    tally: tally([{ unitCode, state: 'disposed', disposition: null, count: 6 }]),
    difference: 6,
    waitingTooLong: 4,
    faults: [{ incidentId: null, number: 'J141199000000202603000007', kind: 'not-handed-over' }],
    faultCount: 231,
  }
  const text = balanceLines('汾川县公安局', broken).join('\n')
  expect(text).toContain('✕ 汾川县公安局')
  expect(text).toContain('不在任何状态 In no state 6')
  expect(text).toContain('其中 4 件超过 24 小时仍未处置或未立案 · 4 of them wait for longer than 24 hours')
  expect(text).toContain(
    '✕ J141199000000202603000007  决定移送，超过期限仍未交接 · To be transferred, and not handed over within its limit',
  )
  expect(text).toContain('另有 230 处，未一一列出 · and 230 more, not listed')
})
