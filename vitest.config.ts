import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{kernel,platform,modules,app,data,tests,tools,bench}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/journeys/**', 'tests/architecture/canaries/**'],
    globalSetup: ['platform/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // why: short forms here; `npm run fuzz` and `npm run kill-test` are the long ones.
    provide: { fuzz: { perTarget: 6, seed: 20260302 }, killing: { kills: 4, seed: 20260302 } },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
