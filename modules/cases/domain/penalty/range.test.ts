import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { allCauses } from '../cause.ts'
import { allRanges, readRange } from './range.ts'
import { tierText } from './range-words.ts'

it('reads every mark of the grammar', () => {
  expect(readRange('base: W|F≤200; graver: D5-10+?F≤500; grave: D≤5+F200-500; gains: F1-5xgain')).toEqual([
    { tier: 'base', options: [{ main: { kind: 'warning' } }, { main: { kind: 'fine', min: 0, max: 200, unit: 'CNY' } }] },
    {
      tier: 'graver',
      options: [
        {
          main: { kind: 'detention', min: 5, max: 10, unit: 'day' },
          add: { kind: 'fine', min: 0, max: 500, unit: 'CNY' },
          add_is: 'optional',
        },
      ],
    },
    {
      tier: 'grave',
      options: [
        {
          main: { kind: 'detention', min: 1, max: 5, unit: 'day' },
          add: { kind: 'fine', min: 200, max: 500, unit: 'CNY' },
          add_is: 'mandatory',
        },
      ],
    },
    { tier: 'gains', options: [{ main: { kind: 'fine', multiple_of_gains: [1, 5] } }] },
  ])
  expect(readRange('')).toEqual([])
})

it.each(['base', 'base: ', 'base: X5', 'base: D5-', 'base: W|', 'base: D5-10+D5', 'base: D5-10+F1-5xgain', 'base: d5-10'])(
  'throws on %j',
  (text) => expect(() => readRange(text)).toThrow(TypeError),
)

it('is the researched table, checked against the article texts, to the last number', () => {
  const table = allRanges.map(({ name, editions }) => [
    name,
    editions[2012]?.article ?? null,
    editions[2012]?.tiers ?? [],
    editions[2025]?.article ?? null,
    editions[2025]?.tiers ?? [],
  ])
  expect(table).toHaveLength(102)
  // why: of the table of 2026-11-23 in its exchange form; a number that is changed on purpose changes this with it.
  expect(createHash('sha256').update(JSON.stringify(table)).digest('hex')).toBe(
    'ee6331fed2fd99fd5eab56800054c18137f4839b2057dac115928bc48e871b6f',
  )
})

it('belongs to every administrative cause once, under its article', () => {
  const administrative = allCauses.filter(({ kind }) => kind === 'administrative')
  expect(allRanges.flatMap(({ codes }) => codes).toSorted()).toEqual(administrative.map(({ code }) => code).toSorted())
  for (const { codes, name, editions } of allRanges) {
    const articles = codes.map((code) => administrative.find((cause) => cause.code === code)?.article)
    if (codes.length === 1) expect(articles, name).toEqual([editions[2025]?.article])
    for (const article of articles) expect(article?.split('(')[0], name).toBe(editions[2025]?.article.split('(')[0])
  }
})

it('has Chinese words for every tier', () => {
  const tiers = allRanges.flatMap(({ editions }) => [editions[2012], editions[2025]]).flatMap((law) => law?.tiers ?? [])
  expect(tiers.map(({ tier }) => tierText(tier).zh).filter((zh) => !/^\p{Script=Han}/u.test(zh))).toEqual([])
})
