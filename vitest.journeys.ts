import { defineConfig } from 'vitest/config'

/** The slow suite of `.ci/run`: the product as its users start it, in a real browser. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/journeys/stage/suite.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
