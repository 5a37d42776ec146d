import { expect, it } from 'vitest'
import { modules } from '../../app/modules.ts'
import { freeTextsIn } from './free-text.ts'

const endpoints = modules.flatMap(({ routes = [], plainEndpoints = [] }) => [...routes, ...plainEndpoints].map(({ endpoint }) => endpoint))
const texts = endpoints.flatMap((endpoint) => freeTextsIn(endpoint.input).map((text) => ({ ...text, method: endpoint.method })))

/** Sent by POST and long, and yet no narrative: secrets, places (which are sealed), and what somebody types to search or to go on reading, lists of units. */
const otherLongTexts = ['password', 'oldPassword', 'newPassword', 'place', 'location', 'typed', 'search', 'after', 'csv']
const aSentence = 150

it('marks every field in which people write of a matter in own words, so that it is searched for', () => {
  const unmarked = texts.filter(
    ({ most, isNarrative, name, method }) => method !== 'GET' && most >= aSentence && !isNarrative && !otherLongTexts.includes(name),
  )
  expect(unmarked).toEqual([])
})

it('marks what the law calls the facts of the matter, and not names or numbers', () => {
  const marked = new Set(texts.filter(({ isNarrative }) => isNarrative).map(({ name }) => name))
  expect([...marked].toSorted()).toEqual(['answer', 'features', 'lateReason', 'matter', 'note', 'reason', 'said', 'summary', 'what'])
})

it('takes no narrative in an address', () => {
  expect(texts.filter(({ isNarrative, method }) => isNarrative && method === 'GET')).toEqual([])
})

it('says so in the document of the API', async () => {
  const { describeApi } = await import('#platform/server/openapi.ts')
  expect(JSON.stringify(describeApi(modules, '0')).match(/"x-sensitive":"narrative"/g)?.length).toBeGreaterThan(20)
})
