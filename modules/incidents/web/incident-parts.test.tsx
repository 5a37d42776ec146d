// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { click, render } from '#platform/web/testing/render.tsx'
import { justNow } from '#platform/web/when-field.tsx'
import type { IncidentDetail } from '../contract.ts'
import { dispositions } from '../domain/incident-state.ts'
import { zh } from '../words/zh.ts'
import { DisposalBody, DisposedNotice } from './disposal-parts.tsx'
import { FourTimes, IncidentHistory } from './incident-history.tsx'
import { Progress, Standing } from './incident-marks.tsx'
import type { Disposal } from './use-disposal.ts'

const taken = {
  isLateEntry: false,
  lateReason: null,
  targetUnitName: null,
  disposition: null,
  note: null,
  byName: '赵启明',
  byUnitName: '城关派出所',
}
const times = {
  receivedAt: '2026-11-24T09:40:00+08:00',
  dispatchedAt: '2026-11-24T09:41:00+08:00',
  signedAt: '2026-11-24T09:41:42+08:00',
  arrivedAt: null,
  disposedAt: '2026-11-24T10:30:00+08:00',
}
const incident = {
  ...times,
  state: 'disposed',
  source: '110',
  unitName: '城关派出所',
  caseNumber: null,
  history: [
    { ...taken, step: 'receive', occurredAt: times.receivedAt, recordedAt: times.receivedAt },
    { ...taken, step: 'dispatch', occurredAt: times.dispatchedAt, recordedAt: times.dispatchedAt, targetUnitName: '城关派出所' },
    { ...taken, step: 'sign', occurredAt: times.signedAt, recordedAt: times.signedAt },
    {
      ...taken,
      step: 'dispose',
      occurredAt: times.disposedAt,
      recordedAt: '2026-11-24T12:00:00+08:00',
      isLateEntry: true,
      lateReason: '山区无信号',
      disposition: 'mediated',
      note: '双方和解',
    },
  ],
} as unknown as IncidentDetail

describe('the outcome', () => {
  const fresh = {
    incident: { disposition: null },
    draft: { disposition: null, reason: null },
    isCorrection: false,
    chosen: null,
    when: justNow,
    problem: null,
  } as unknown as Disposal

  it('is one of seven in the order of the law, each with a line of it, and none is chosen beforehand', async () => {
    const place = await render(<DisposalBody disposal={fresh} />)
    const choices = [...place.querySelectorAll('.choice')]
    expect(choices.map((choice) => choice.querySelector('.choice-label')?.textContent)).toEqual(
      dispositions.map((one) => zh.dispositions[one]),
    )
    expect(choices.every((choice) => (choice.querySelector('.choice-law')?.textContent ?? '') !== '')).toBe(true)
    expect(place.querySelectorAll('input:checked')).toHaveLength(0)
  })

  it('is taken with one touch', async () => {
    let chosen: unknown
    const place = await render(<DisposalBody disposal={{ ...fresh, set: ({ disposition }) => (chosen = disposition) }} />)
    await click(place.querySelectorAll('.choice input')[4] ?? null)
    expect(chosen).toBe('transferred')
  })

  it('says that an administrative case now waits for the unit head', async () => {
    const place = await render(
      <DisposedNotice disposed={{ disposition: 'administrative-case', caseId: null, caseNumber: null, receiptId: null }} />,
    )
    expect(place.textContent).toBe('已呈请立案，等所队长办理')
  })
})

it('tells the history newest first, with what was entered late and why', async () => {
  const place = await render(<IncidentHistory incident={incident} />)
  const lines = [...place.querySelectorAll('li')].map((line) => line.textContent)
  expect(lines).toHaveLength(4)
  expect(lines[0]).toContain('处置：当场调解')
  expect(lines[0]).toContain('山区无信号')
  expect(lines[3]).toContain('接警（110）')
})

it('shows a dash for a step that was left out', async () => {
  const place = await render(<FourTimes incident={incident} />)
  expect([...place.querySelectorAll('b')].map((time) => time.textContent)).toEqual(['09:41:00', '09:41:42', '—', '10:30:00'])
})

describe('where it stands', () => {
  it('is read aloud as one word and drawn as four steps', async () => {
    const place = await render(<Progress state="signed" />)
    expect(place.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('进程：已签收')
    expect([...place.querySelectorAll('.is-done')].map((step) => step.textContent)).toEqual(['派', '签'])
  })

  it('is how it ended once nothing is awaited', async () => {
    const ended = { response: { awaited: null, since: times.receivedAt, level: 'normal' }, disposition: 'helped' } as const
    expect((await render(<Standing card={ended} />)).textContent).toBe('帮助、当场处理')
    expect((await render(<Standing card={ended} />, 'en')).textContent).toBe('Helped or settled on the spot')
  })

  it('bears colour only where a target is near or past', async () => {
    const card = (level: 'normal' | 'overdue') =>
      ({ response: { awaited: 'signature', since: times.receivedAt, level }, disposition: null }) as const
    expect((await render(<Standing card={card('normal')} />)).querySelector('[class^=tone]')).toBeNull()
    expect((await render(<Standing card={card('overdue')} />)).querySelector('.tone-overdue')?.textContent).toContain('未签收')
  })
})
