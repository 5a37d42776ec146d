import { expect, it } from 'vitest'
import type { CaseDetail } from '../contract.ts'
import type { CaseKind, Stage } from '../domain/stage.ts'
import { stageSteps } from './stage-steps.ts'

const words = { label: (stage: Stage) => stage, time: (at: string) => at.slice(0, 10), notReached: 'not yet' }
const move = (to: Stage, occurredAt: string) => ({ to, occurredAt }) as CaseDetail['history'][number]
const shown = (kind: CaseKind, stage: Stage, ...history: CaseDetail['history']) =>
  stageSteps({ kind, stage, history }, words).map(({ id, standing, detail }) => `${id} ${standing} ${String(detail)}`)

it('shows the whole way of a crime from acceptance on', () => {
  expect(shown('criminal', 'accepted', move('accepted', '2026-11-20T10:00:00Z'))).toEqual([
    'accepted current 2026-11-20',
    'filed ahead not yet',
    'transferred ahead not yet',
  ])
})

it('ends the way where filing was refused', () => {
  expect(shown('criminal', 'not-filed', move('accepted', '2026-11-20T10:00:00Z'), move('not-filed', '2026-11-23T10:00:00Z'))).toEqual([
    'accepted done 2026-11-20',
    'not-filed done 2026-11-23',
  ])
})

it('has nothing due in a decided case', () => {
  const decided = shown('administrative', 'decided', move('filed', '2026-11-01T10:00:00Z'), move('decided', '2026-11-20T10:00:00Z'))
  expect(decided).toEqual(['filed done 2026-11-01', 'decided done 2026-11-20'])
})
