import { expect, it } from 'vitest'
import { modules } from '../../app/modules.ts'
import { en } from '#modules/audit/words/en.ts'
import { zh } from '#modules/audit/words/zh.ts'

const acts = modules.flatMap((module) => [
  ...(module.routes ?? []).map((route) => route.name),
  ...(module.subscribers ?? []).map((subscriber) => subscriber.name),
])

it.each([...new Set(acts)])('has a word in the audit trail for %s', (act) => {
  expect(zh.actions[act]).toBeTruthy()
  expect(en.actions[act]).toBeTruthy()
})
