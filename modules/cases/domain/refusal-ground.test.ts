import { expect, it } from 'vitest'
import { citationExists } from '#modules/law-library/index.ts'
import { measureLaw } from './measure.ts'
import { printedReasons, refusalGroundLaw } from './refusal-ground.ts'
import { reviewTierLaw } from './review-tier.ts'
import { findingsOn } from './findings.ts'

it('rests every ground, measure, time of review and finding on articles that the library knows', () => {
  const officers = { holder: { id: 'a', name: '赵启明' }, second: null }
  const early = { kind: 'criminal', stage: 'accepted', officers, filedAt: null, measuresBegan: [new Date(0)] } as const
  const irregular = findingsOn(early)
  const alone = (['criminal', 'administrative'] as const).flatMap((kind) =>
    findingsOn({ kind, stage: 'filed', officers, filedAt: null, measuresBegan: [] }),
  )
  const citations = [
    ...Object.values(refusalGroundLaw).flatMap(({ basis }) => basis),
    ...Object.values(measureLaw).map(({ basis }) => basis),
    ...Object.values(reviewTierLaw).map(({ basis }) => basis),
    ...[...irregular, ...alone].flatMap(({ basis }) => basis),
  ]
  expect(citations.filter((citation) => !citationExists(citation))).toEqual([])
  expect(alone).toHaveLength(2)
})

it('prints the ground before the reason, and the reason alone where none was chosen', () => {
  expect(printedReasons('no-crime', '双方系经济纠纷。')).toBe('没有犯罪事实。双方系经济纠纷。')
  expect(printedReasons(undefined, '双方系经济纠纷。')).toBe('双方系经济纠纷。')
})
