// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { ProblemError } from '#platform/web/call.ts'
import { pageAfter } from './page-after.ts'
import { roleTitle } from './role-title.ts'
import { unitTree } from './unit-tree.ts'
import { waitSeconds } from './use-wait.ts'

describe('after logging in', () => {
  test('one goes on to the page that was asked for', () => {
    expect(pageAfter('/staff/cases/0198?tab=papers')).toBe('/staff/cases/0198?tab=papers')
  })

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/staff/login', '/q', '/staff/\\elsewhere.example', undefined])(
    'never to %s',
    (then) => expect(pageAfter(then)).toBe('/staff/'),
  )
})

describe('waiting after wrong passwords', () => {
  const refusal = (facts: Record<string, unknown>) =>
    new ProblemError({ type: '', title: '', status: 401, code: 'accounts.wrongSignIn', detail: '', requestId: '', facts })

  test('lasts as long as the refusal says', () => expect(waitSeconds(refusal({ waitSeconds: 7.2 }))).toBe(8))
  test('is none where it says nothing', () => {
    expect(waitSeconds(refusal({}))).toBe(0)
    expect(waitSeconds(null)).toBe(0)
  })
})

describe('who one is', () => {
  const grants = [
    { role: 'supervisor', unitCode: '141199000000' },
    { role: 'officer', unitCode: '141199550100' },
  ] as const

  test('the bar names the role in the own unit', () => expect(roleTitle({ unitCode: '141199550100', grants }).zh).toBe('民警'))
  test('or, lacking one there, every role', () => expect(roleTitle({ unitCode: '141199550200', grants }).zh).toBe('督察、民警'))
})

test('units stand below their parents, and one without its parent at the top', () => {
  const unit = (code: string, parentCode: string | null) => ({ code, parentCode })
  const tree = unitTree([unit('1', null), unit('2', null), unit('1.1', '1'), unit('9.1', '9')])
  expect(tree.map(({ unit: { code }, depth }) => [code, depth])).toEqual([
    ['1', 0],
    ['1.1', 1],
    ['2', 0],
    ['9.1', 0],
  ])
})
