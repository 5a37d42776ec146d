// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { click, render } from '#platform/web/testing/render.tsx'
import type { StuckDelivery } from '../contract.ts'
import { Deliveries } from './stuck-deliveries.tsx'

const stuck: StuckDelivery = {
  eventId: '019a0000-0000-7000-8000-000000000001',
  subscriber: 'public-query.project',
  event: 'cases.filed',
  subjectKind: 'case',
  subjectId: '019a0000-0000-7000-8000-00000000abcd',
  attempts: 12,
  error: 'RangeError',
  since: '2026-11-24T09:40:00+08:00',
}

it('names the work, what set it off and its last error, and has that one tried again', async () => {
  const tried: StuckDelivery[] = []
  const place = await render(<Deliveries rows={[stuck]} isPending={false} tryAgain={(one) => void tried.push(one)} />)
  expect([...place.querySelectorAll('tbody td')].slice(1, 6).map((cell) => cell.textContent)).toEqual([
    'public-query.project',
    'cases.filed',
    '案件 00abcd',
    '12',
    'RangeError',
  ])
  const button = place.querySelector('tbody button')
  expect(button?.getAttribute('aria-label')).toBe('再试：public-query.project')
  await click(button)
  expect(tried).toEqual([stuck])
})
