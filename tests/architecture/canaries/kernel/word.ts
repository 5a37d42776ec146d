import '#platform/shared/thing.ts'

export const word = 1
