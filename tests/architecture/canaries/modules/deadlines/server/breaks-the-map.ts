import type { Answer } from '#modules/public-query/contract.ts'

export type Broken = Answer
