import { defineConfig } from 'vitest/config'

// The tests of the engine that need no database, so that hundreds of mutants are tried in minutes.
export default defineConfig({
  test: {
    include: ['modules/deadlines/domain/*.test.ts', 'modules/deadlines/server/{worked-case,moved-clocks,explained-cases}.test.ts'],
    pool: 'threads',
    maxWorkers: 1,
  },
})
