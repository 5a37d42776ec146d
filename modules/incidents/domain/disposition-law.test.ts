import { expect, it } from 'vitest'
import { citationExists } from '#modules/law-library/index.ts'
import { dispositionLaw } from './disposition-law.ts'
import { dispositions } from './incident-state.ts'

it.each(dispositions)('%s rests on articles that the law library holds', (disposition) => {
  const { basis } = dispositionLaw[disposition]
  expect(basis.length).toBeGreaterThan(0)
  expect(basis.filter((citation) => !citationExists(citation))).toEqual([])
})
