import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rollingBack } from '#platform/testing/rolling-back.ts'
import { drawMatrix, endpointsOf, marks, type Matrix } from './authorisation-matrix.ts'
import { type County, createCounty } from './county.ts'
import { matrixDocument } from './matrix-document.ts'
import { arrangeThings } from './things.ts'

let county: County
let matrix: Matrix
beforeAll(async () => {
  county = await createCounty()
  const arranged = await arrangeThings(county)
  const { platform } = county.world
  Object.assign(platform, { db: rollingBack(platform.db) })
  matrix = await drawMatrix(county, arranged)
}, 180_000)
afterAll(() => county.close())

describe('who may do what, to whose things', () => {
  it('is as committed, for every endpoint, role and place', async () => {
    await expect(matrixDocument(matrix)).toMatchFileSnapshot('golden/authorisation-matrix.md')
  })

  it('has a row for every endpoint, and every mark occurs, so that none of them is a mistake of the reading', () => {
    expect(matrix.rows.length).toBe(endpointsOf(county).length)
    expect(matrix.rows.length).toBeGreaterThan(75)
    const drawn = matrix.rows.flatMap(({ cells }) => cells).join('')
    for (const mark of Object.values(marks)) expect(drawn, mark).toContain(mark)
  })
})
