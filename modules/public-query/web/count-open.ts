import { call } from '#platform/web/call.ts'
import { listDisagreements } from '../contract.ts'

/** How many disagreements wait for an answer where I may see them. */
export const countOpen = async (): Promise<number> => (await call(listDisagreements, { state: 'open', limit: 1 })).count
