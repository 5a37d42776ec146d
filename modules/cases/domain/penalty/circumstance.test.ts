import { expect, it } from 'vitest'
import { citationExists } from '#modules/law-library/index.ts'
import { circumstances, directionsOf } from './circumstance.ts'

const kinds = (words: readonly string[], edition: 2012 | 2025) => directionsOf(words, edition).map(({ kind }) => kind)

it('knows each circumstance by its code and by its Chinese words', () => {
  for (const { code, zh } of circumstances) {
    expect(directionsOf([code], 2025), code).toEqual(directionsOf([zh], 2025))
    expect(directionsOf([code], 2012), code).toEqual(directionsOf([zh], 2012))
  }
})

it('cites articles that the library has', () => {
  const words = circumstances.map(({ code }) => code)
  const basis = [...directionsOf(words, 2012), ...directionsOf(words, 2025)].flatMap((one) => one.basis)
  expect(basis.length).toBeGreaterThan(20)
  expect(basis.filter((citation) => !citationExists(citation))).toEqual([])
})

it('asks in 2012 for undoing and forgiveness at once, in 2025 for either', () => {
  expect(kinds(['harm-undone'], 2012)).toEqual(['check'])
  expect(kinds(['forgiven'], 2012)).toEqual(['check'])
  expect(kinds(['harm-undone', 'forgiven'], 2012)).toEqual(['reduced-or-none'])
  expect(kinds(['harm-undone', 'forgiven'], 2025)).toEqual(['lighter-reduced-or-none', 'lighter-reduced-or-none'])
})

it.each([
  ['surrendered', 'reduced-or-none', 'lighter-reduced-or-none'],
  ['especially-minor', 'reduced-or-none', 'lighter-reduced-or-none'],
  ['minor', 'check', 'lighter-reduced-or-none'],
  ['plea', 'check', 'may-be-lenient'],
  ['blind-or-deaf-mute', 'may-be-lighter-reduced-or-none', 'may-be-lighter-reduced-or-none'],
  ['incited-others', 'heavier', 'heavier'],
  ['penalised-within-six-months', 'heavier', 'heavier'],
  ['penalised-within-a-year', 'check', 'heavier'],
])('leads with %s to %s in 2012 and to %s in 2025', (word, in2012, in2025) => {
  expect([...kinds([word], 2012), ...kinds([word], 2025)]).toEqual([in2012, in2025])
})

it('puts what it does not know to the reviewer, and says nothing of a complaint made in time', () => {
  const [unknown] = directionsOf(['喝酒', 'complained-in-time'], 2025)
  expect(unknown).toMatchObject({ kind: 'check', basis: [] })
  expect(unknown?.text.zh).toContain('喝酒')
  expect(kinds(['complained-in-time'], 2025)).toEqual([])
})
