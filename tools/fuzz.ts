import { randomInt } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'

const { values } = parseArgs({ options: { requests: { type: 'string', default: '2000' }, seed: { type: 'string' } } })
const fuzz = { perTarget: Number(values.requests), seed: Number(values.seed ?? randomInt(2 ** 30)) }

if (!Object.values(fuzz).every(Number.isInteger)) {
  console.error('npm run fuzz -- [--requests 2000] [--seed 20260302]')
  process.exit(1)
}
console.log(`${fuzz.perTarget} requests to each address; again with: npm run fuzz -- --requests ${fuzz.perTarget} --seed ${fuzz.seed}`)
const root = path.resolve(import.meta.dirname, '..')
const run = await startVitest('test', ['tests/security/bad-input'], { root, watch: false }, { test: { provide: { fuzz } } })
await run.close()
