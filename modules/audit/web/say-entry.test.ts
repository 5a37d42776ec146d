import { expect, it } from 'vitest'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import type { TrailEntry } from '../contract.ts'
import { actOf, rolesOf, subjectOf, whoOf } from './say-entry.ts'

const entry: TrailEntry = {
  id: '990000000000.3.7',
  at: '2026-03-02T02:00:00.000Z',
  actorKind: 'officer',
  actorId: 'x',
  actorName: '张警官',
  actorUnitName: '城关所',
  actorRoles: ['officer', 'unit-head', 'officer'],
  action: 'cases.find',
  subject: 'case:01990000-0000-7000-8000-0000008f2c41',
  unitCode: '990000550100',
  unitName: '城关所',
  outcomeKind: 'read',
  outcome: 'read',
}
const names = { ...({} as Record<string, string>), officer: '民警', 'unit-head': '所队长' } as never

it('says who did what to which subject', () => {
  expect([whoOf(entry, zh), actOf(entry, zh), subjectOf(entry, zh)]).toEqual(['张警官', '查看案件', '案件 8f2c41'])
  expect([whoOf(entry, en), actOf(entry, en), subjectOf(entry, en)]).toEqual(['张警官', 'opened the case', 'Case 8f2c41'])
})

it('shows an act or a subject without a word by its identifier rather than not at all', () => {
  const unknown = { ...entry, action: 'handovers.sign', subject: 'handover:abc' }
  expect([actOf(unknown, zh), subjectOf(unknown, zh)]).toEqual(['handovers.sign', 'handover abc'])
})

it('names a citizen by no name, and a job by its own', () => {
  expect(whoOf({ ...entry, actorKind: 'party', actorName: null }, zh)).toBe('群众（本人）')
  expect(whoOf({ ...entry, actorKind: 'job', actorId: 'public-query.project', actorName: null }, zh)).toBe('系统 public-query.project')
})

it('names each role once', () => {
  expect(rolesOf(entry, names, zh)).toBe('民警 · 所队长')
})

it('says whose role it was, if it was held for somebody else', () => {
  expect(rolesOf({ ...entry, actorRoles: ['officer', 'unit-head^140003'] }, names, zh)).toBe('民警 · 所队长（代警号 140003）')
})
