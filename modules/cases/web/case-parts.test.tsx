// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { press, render } from '#platform/web/testing/render.tsx'
import type { CaseDetail } from '../contract.ts'
import { CaseHistory } from './case-history.tsx'
import { CauseField } from './cause-fields.tsx'
import { ClockCell } from './clock-cell.tsx'

async function type(place: HTMLElement, text: string): Promise<HTMLInputElement> {
  const field = place.querySelector('input') as HTMLInputElement
  await act(async () => {
    field.focus()
    // why: React listens for the value that the browser sets, not for the one that a script assigns.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return field
}

describe('the cause', () => {
  it('is found by pinyin initials and taken with Enter', async () => {
    let taken: string | null = null
    const place = await render(<CauseField kind="administrative" value={null} onChange={(code) => (taken = code)} />)
    const field = await type(place, 'odtr')
    expect(place.querySelector('[role=option]')?.textContent).toContain('殴打他人')
    await press({ key: 'Enter' }, field)
    expect(taken).toMatch(/^psapl-51/)
  })

  it('says what to do when nothing fits', async () => {
    const place = await render(<CauseField kind="criminal" value={null} onChange={() => undefined} />)
    await type(place, 'xxxxxx')
    expect(place.querySelectorAll('[role=option]')).toHaveLength(0)
    expect(place.querySelector('.options-foot')?.textContent).not.toBe('')
  })
})

it('shows a dash where no limit of the law runs', async () => {
  expect((await render(<ClockCell clock={null} />)).textContent).toBe('—')
})

it('tells the history with reason, unit and paper', async () => {
  const at = '2026-11-24T10:00:00+08:00'
  const record = {
    id: 'c',
    kind: 'criminal',
    partyChanges: [],
    measures: [],
    history: [
      {
        act: 'refuse',
        from: 'accepted',
        to: 'not-filed',
        occurredAt: at,
        recordedAt: at,
        isLateEntry: false,
        lateReason: null,
        byName: '郭仲平',
        byUnitName: '汾川县公安局',
        reason: '没有犯罪事实',
      },
    ],
    changes: [
      {
        kind: 'cause',
        was: { causeCode: 'cl-264' },
        became: { causeCode: 'other', causeText: '倒卖文物' },
        reason: '经查系倒卖',
        occurredAt: at,
        recordedAt: at,
        isLateEntry: false,
        lateReason: null,
        byName: '陈立安',
        byUnitName: '城关派出所',
      },
    ],
    can: { readPapers: true },
    papers: [{ id: 'p', form: 'no-filing-notice', paperNumber: '汾公不立字〔2026〕1号', partyId: null, issuedAt: at }],
    clocks: [{ rule: 'crim_filing_review', startedAt: at, dueAt: at, state: 'met', level: 'normal', isProvisional: false, metAt: at }],
  } as unknown as CaseDetail
  const place = await render(<CaseHistory record={record} />)
  expect(place.textContent).toContain('没有犯罪事实')
  expect(place.textContent).toContain('盗窃 → 其他（倒卖文物）')
  expect(place.textContent).toContain('刑事立案审查期限届前办结')
  expect(place.querySelector('a')?.getAttribute('href')).toBe('/api/cases/c/papers/p')
})
