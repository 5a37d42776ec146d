import { expose, type Module } from '#platform/server/module.ts'
import { explainClockEndpoint } from '../contract.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { explainClock } from './explain-clock.ts'
import { referenceDocuments } from './reference.ts'

export const deadlinesModule: Module = {
  name: 'deadlines',
  migrations: `${import.meta.dirname}/migrations`,
  routes: [expose(explainClockEndpoint, explainClock)],
  words: { zh, en },
  references: referenceDocuments,
}
