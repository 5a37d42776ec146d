import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { mayUse } from '../../module-map.mjs'
import { cruise, ruleNames } from './cruise.ts'

const root = resolve(import.meta.dirname, '../..')
const canaries = resolve(import.meta.dirname, 'canaries')

it('keeps every module behind its front door', async () => {
  const { broken, filesRead } = await cruise(root)
  expect(broken).toEqual([])
  // why: a tool that cannot read our TypeScript finds nothing wrong with it, and says so with exit code 0.
  expect(filesRead).toBeGreaterThan(400)
}, 60_000)

it('would notice each rule being broken', async () => {
  const { broken } = await cruise(canaries, ['app', 'modules', 'platform', 'kernel'])
  const fired = new Set(broken.map((line) => line.slice(0, line.indexOf(': '))))
  expect([...fired].toSorted()).toEqual([...ruleNames].toSorted())
}, 60_000)

it('has a canary for every module of the map', () => {
  const missing = Object.keys(mayUse).filter((name) => !existsSync(`${canaries}/modules/${name}/server/breaks-the-map.ts`))
  expect(missing).toEqual([])
})

it('lets a module use only modules above it', () => {
  const names = Object.keys(mayUse)
  const upward = Object.entries(mayUse).flatMap(([name, allowed]) =>
    allowed
      .filter((other) => names.indexOf(other) === -1 || names.indexOf(other) >= names.indexOf(name))
      .map((other) => `${name} → ${other}`),
  )
  expect(upward).toEqual([])
})
