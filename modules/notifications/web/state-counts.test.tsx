// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { render } from '#platform/web/testing/render.tsx'
import { Counts } from './state-counts.tsx'

it('shows each channel with its states, and leads from a figure to its messages', async () => {
  const place = await render(
    <Counts
      counts={[
        { channel: null, state: 'queued', count: 4 },
        { channel: 'aliyun', state: 'failed', count: 2 },
        { channel: 'aliyun', state: 'delivered', count: 310 },
      ]}
    />,
  )
  expect([...place.querySelectorAll('th')].map((cell) => cell.textContent)).toEqual(['通道', '等待发送', '已送达', '发送失败'])
  expect([...place.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['尚未发送', '4', '0', '0'],
    ['阿里云短信', '0', '310', '2'],
  ])
  expect([...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/staff/stuck-messages?view=all&state=queued',
    '/staff/stuck-messages?view=all&state=delivered&channel=aliyun',
    '/staff/stuck-messages?view=all&state=failed&channel=aliyun',
  ])
})
