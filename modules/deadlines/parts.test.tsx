// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAnswers } from '#platform/web/answer.ts'
import { StatutoryClock, type ShownClock } from './parts.tsx'

const running: ShownClock = {
  rule: 'crim_filing_review',
  state: 'running',
  level: 'due-soon',
  dueAt: '2026-07-13T15:59:59Z',
  isProvisional: false,
}

const explained = {
  title: { zh: '刑事立案审查', en: 'Criminal filing review' },
  startedAt: '2026-07-09T02:00:00Z',
  dueAt: running.dueAt,
  isProvisional: false,
  standing: 'confirmed',
  steps: [
    {
      kind: 'limit',
      text: { zh: '法定期限：3日。', en: 'Period: 3 days.' },
      at: null,
      basis: [{ zh: '《意见》二（一）2', en: 'Opinion' }],
    },
  ],
}

let asked: string[]
beforeEach(() => {
  asked = []
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return new Response(JSON.stringify(explained), { headers: { 'content-type': 'application/json' } })
  })
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true
  }
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(clock: ShownClock): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('div'))
  await act(async () =>
    createRoot(place).render(
      <QueryClientProvider client={createAnswers()}>
        <StatutoryClock subject="case:1" clock={clock} />
      </QueryClientProvider>,
    ),
  )
  return place
}

it('shows the sum with its articles on a click, and asks for it only then', async () => {
  const place = await show(running)
  expect(asked).toEqual([])
  await act(async () => place.querySelector('button')?.click())
  await act(() => vi.waitFor(() => expect(place.textContent).toContain('法定期限：3日。')))
  expect(asked).toEqual(['/api/clocks/explain?subject=case%3A1&rule=crim_filing_review'])
  expect(place.textContent).toContain('《意见》二（一）2')
})

it('says of an ended clock whether it was met in time, and no longer what is left', async () => {
  expect((await show({ ...running, state: 'met', level: 'normal' })).textContent).toContain('已按期办结')
  expect((await show({ ...running, state: 'met', level: 'overdue' })).textContent).toContain('逾期办结')
})
