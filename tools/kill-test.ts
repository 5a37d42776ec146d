import { randomInt } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' } } })
const killing = { kills: Number(values.kills), seed: Number(values.seed ?? randomInt(2 ** 30)) }

if (!Object.values(killing).every(Number.isInteger) || killing.kills < 2) {
  console.error('npm run kill-test -- [--kills 50] [--seed 20260302]')
  process.exit(1)
}
console.log(`${killing.kills} kills; the same moments again with: npm run kill-test -- --kills ${killing.kills} --seed ${killing.seed}`)
const root = path.resolve(import.meta.dirname, '..')
const run = await startVitest('test', ['tests/security/killed-under-load'], { root, watch: false }, { test: { provide: { killing } } })
await run.close()
