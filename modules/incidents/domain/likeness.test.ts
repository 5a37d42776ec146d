import { expect, it } from 'vitest'
import { likePlace, placeLikeness } from './likeness.ts'

it.each([
  ['汾川县城关镇东关农贸市场北门', '东关农贸市场，靠北门的菜摊'],
  ['粮站家属院 3 号楼 2 单元 401', '粮站家属院3号楼2单元'],
  ['学府街 12 号院门口', '城关镇学府街12号院'],
])('takes %s and %s for one place', (one, other) => {
  expect(placeLikeness(one, other)).toBeGreaterThanOrEqual(likePlace)
  expect(placeLikeness(other, one)).toBe(placeLikeness(one, other))
})

it.each([
  ['粮站家属院 3 号楼', '滨河小区南门外路边'],
  ['学府街 12 号院', '书院街 45 号'],
  ['汾川县城关镇学府街 3 号', '汾川县城关镇书院街 9 号'],
  ['汾川县城关镇', '汾川县城关镇学府街'],
  ['', '学府街'],
])('does not take %s and %s for one', (one, other) => {
  expect(placeLikeness(one, other)).toBeLessThan(likePlace)
})
