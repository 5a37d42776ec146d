import { expect, it } from 'vitest'
import type { CaseDetail } from '../contract.ts'
import { caseLine } from './case-line.ts'

const at = '2026-11-20T10:00:00.000Z'
const later = '2026-11-22T10:00:00.000Z'
const shown = (part: object) =>
  caseLine({ changes: [], partyChanges: [], measures: [], ...part } as unknown as CaseDetail).map((item) => `${item.kind} ${item.at}`)

it('stands newest first, and what a move led to stands above it', () => {
  expect(shown({ history: [{ occurredAt: at }, { occurredAt: later }], papers: [{ issuedAt: at }], clocks: [{ metAt: later }] })).toEqual([
    `clock ${later}`,
    `move ${later}`,
    `paper ${at}`,
    `move ${at}`,
  ])
})

it('leaves out clocks that still run', () => {
  expect(shown({ history: [], papers: [], clocks: [{ metAt: null }] })).toEqual([])
})

it('shows a notice when it was made out, and once more when it was served', () => {
  expect(
    shown({
      history: [],
      papers: [
        { issuedAt: at, served: { at: later } },
        { issuedAt: at, served: null },
      ],
      clocks: [],
    }),
  ).toEqual([`service ${later}`, `paper ${at}`, `paper ${at}`])
})

it('shows what was done for a party before the paper that it led to', () => {
  expect(shown({ history: [], partyChanges: [{ occurredAt: at }], papers: [{ issuedAt: at }], clocks: [] })).toEqual([
    `paper ${at}`,
    `party ${at}`,
  ])
})

it('shows a measure when it began, and once more when it ended', () => {
  const running = { beganAt: later, endedAt: null }
  expect(shown({ history: [], papers: [], clocks: [], measures: [{ beganAt: at, endedAt: later }, running] })).toEqual([
    `measure-end ${later}`,
    `measure ${later}`,
    `measure ${at}`,
  ])
})
