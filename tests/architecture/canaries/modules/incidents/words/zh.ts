import '#platform/shared/thing.ts'

export const zh = {}
