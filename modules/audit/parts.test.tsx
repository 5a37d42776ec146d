// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Role } from '#kernel/actor.ts'
import { bureauCode, unitCode } from '#kernel/unit-code.ts'
import { createAnswers } from '#platform/web/answer.ts'
import { type Me, MeProvider } from '#platform/web/me.tsx'
import type { TrailEntry } from './contract.ts'
import { Trail } from './parts.tsx'
import { AuditPage } from './web/audit-page.tsx'
import { trailPath } from './web/trail-path.ts'

const looked: TrailEntry = {
  id: '990000000000.3.7',
  at: '2026-03-02T02:00:00.000Z',
  actorKind: 'officer',
  actorId: '01990000-0000-7000-8000-000000000001',
  actorName: '张警官',
  actorUnitName: '城关所',
  actorRoles: ['officer'],
  action: 'cases.find',
  subject: 'case:01990000-0000-7000-8000-0000008f2c41',
  unitCode: '990000550100',
  unitName: '城关所',
  outcomeKind: 'refused',
  outcome: 'cases.caseNotFound',
}

const me = (role: Role): Me => ({
  id: 'me',
  name: '督察',
  policeNumber: '140001',
  unitCode: unitCode('990000000000'),
  unitName: '县局',
  bureauCode: bureauCode('990000000000'),
  bureauName: '县局',
  grants: [{ role, unitCode: unitCode('990000000000') }],
  withheldRoles: [],
})

let asked: string[]
beforeEach(() => {
  asked = []
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    const page = { rows: [looked], next: null, count: 1, more: false }
    return new Response(JSON.stringify(page), { headers: { 'content-type': 'application/json' } })
  })
})

async function show(part: ReactNode, role: Role, at = '/staff/audit') {
  const place = document.body.appendChild(document.createElement('div'))
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part, notFoundComponent: () => part }),
    history: createMemoryHistory({ initialEntries: [at] }),
  })
  await act(async () => {
    createRoot(place).render(
      <QueryClientProvider client={createAnswers()}>
        <MeProvider me={me(role)} demo={false} signOn={false} passkeys={false}>
          <RouterProvider router={router} />
        </MeProvider>
      </QueryClientProvider>,
    )
  })
  await vi.waitFor(() => act(async () => expect(place.textContent?.includes('张警官') || role === 'officer').toBe(true)))
  return place
}

const answered = { data: { rows: [looked], next: null, count: 1, more: false }, error: null, dataUpdatedAt: 1, refetch: () => undefined }

it.each(['supervisor', 'unit-head', 'leader'] as const)(
  'shows a %s who looked at a case and what was refused, and leads to the whole trail',
  async (role) => {
    const place = await show(<Trail subject="case:1" answer={answered} />, role)
    expect(place.textContent).toContain('张警官 查看案件 ✕ 已拒绝')
    expect(place.querySelector('a')?.getAttribute('href')).toBe('/staff/audit?subject=case%3A1&days=*')
  },
)

it.each(['officer', 'case-centre'] as const)(
  'shows a %s the same, without the list that only those who supervise may ask for',
  async (role) => {
    const place = await show(<Trail subject="case:1" answer={answered} />, role)
    expect(place.textContent).toContain('张警官 查看案件 ✕ 已拒绝')
    expect(place.querySelector('a')).toBeNull()
  },
)

it('lists the last week, and one subject from the beginning on', async () => {
  const place = await show(<AuditPage />, 'supervisor')
  expect(place.textContent).toContain('张警官')
  expect(asked[0]).toBe('/api/audit?days=7&limit=50')
  asked = []
  await show(<AuditPage />, 'supervisor', trailPath({ subject: 'case:1' }))
  expect(asked[0]).toBe('/api/audit?subject=case%3A1&limit=50')
})

it('opens an entry with everything that was kept of it', async () => {
  const place = await show(<AuditPage />, 'supervisor', `/staff/audit?open=${looked.id}`)
  for (const part of ['cases.caseNotFound', 'case:01990000-0000-7000-8000-0000008f2c41', '民警', '990000000000.3.7'])
    expect(place.querySelector('.drawer')?.textContent).toContain(part)
})
