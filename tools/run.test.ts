import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitUntil } from '#platform/testing/embedded-trial.ts'

const root = path.resolve(import.meta.dirname, '..')
const nodePackage = `node-${process.platform}-${process.arch}`
let checkout: string

const inCheckout = (...parts: string[]) => path.join(checkout, ...parts)
const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/one': { version, integrity: version } } })

beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'daylight-run-'))
  mkdirSync(inCheckout('tools'))
  copyFileSync(path.join(root, 'tools/run.mjs'), inCheckout('tools/run.mjs'))
  copyFileSync(path.join(root, 'package.json'), inCheckout('package.json'))
  writeFileSync(inCheckout('package-lock.json'), lock('1'))
  // why: stands for npm; it installs what the real one would, and counts how often it was asked.
  writeFileSync(
    inCheckout('npm.cjs'),
    `const fs = require('node:fs')
     fs.appendFileSync('asked', process.argv.slice(2).join(' ') + '\\n')
     if (fs.existsSync('offline')) { console.error('npm error code ENOTFOUND'); process.exit(1) }
     fs.mkdirSync('node_modules', { recursive: true })
     fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
     if (!fs.existsSync('node_modules/${nodePackage}')) fs.symlinkSync('${path.join(root, 'node_modules', nodePackage)}', 'node_modules/${nodePackage}')`,
  )
})
afterEach(() => rmSync(checkout, { recursive: true, force: true }))

const environment = () => ({ PATH: '/usr/bin:/bin', npm_execpath: inCheckout('npm.cjs'), npm_node_execpath: process.execPath })
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/run.mjs', ...args], { cwd: checkout, env: environment(), encoding: 'utf8' })
const timesAsked = () => (existsSync(inCheckout('asked')) ? readFileSync(inCheckout('asked'), 'utf8').trim().split('\n').length : 0)

describe('the start of every npm script', () => {
  it('installs on a bare machine, then hands arguments on and the exit code back', () => {
    writeFileSync(inCheckout('script.mjs'), 'console.log(process.version, process.argv.slice(2).join("|")); process.exit(4)')
    const { stdout, stderr, status } = run('script.mjs', 'cases', '--bail=1')
    expect(stderr).toMatch(/正在安装.*Installing/)
    expect(readFileSync(inCheckout('asked'), 'utf8')).toMatch(/^ci --include=dev/)
    expect(stdout).toBe(
      `v${JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).optionalDependencies[nodePackage]} cases|--bail=1\n`,
    )
    expect(status).toBe(4)
  })

  it('installs again only when the lock file names something else', () => {
    writeFileSync(inCheckout('script.mjs'), '')
    run('script.mjs')
    run('script.mjs')
    expect(timesAsked()).toBe(1)
    writeFileSync(inCheckout('package-lock.json'), lock('2'))
    run('script.mjs')
    expect(timesAsked()).toBe(2)
  })

  it('accepts what npm installed by hand', () => {
    mkdirSync(inCheckout('node_modules'))
    symlinkSync(path.join(root, 'node_modules', nodePackage), inCheckout('node_modules', nodePackage))
    writeFileSync(inCheckout('node_modules/.package-lock.json'), lock('1'))
    writeFileSync(inCheckout('script.mjs'), '')
    expect(run('script.mjs').status).toBe(0)
    expect(timesAsked()).toBe(0)
  })

  it('says in plain words why npm failed', () => {
    writeFileSync(inCheckout('offline'), '')
    const { stderr, status } = run('script.mjs')
    expect(stderr).toMatch(/安装没有完成：连不上 npm 源.*\n.*The npm registry cannot be reached/)
    expect(status).toBe(1)
  })
})

describe('a running script', () => {
  const isAlive = (pid: number) => existsSync(`/proc/${pid}`)
  const start = async () => {
    writeFileSync(
      inCheckout('script.mjs'),
      'process.on("SIGTERM", () => process.exit(9)); setInterval(() => {}, 1000); console.log(process.pid)',
    )
    const bootstrap = spawn(process.execPath, ['tools/run.mjs', 'script.mjs'], {
      cwd: checkout,
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [line] = (await once(bootstrap.stdout, 'data')) as [Buffer]
    return { bootstrap, pid: Number(line.toString()) }
  }

  it('is told to stop, and its exit code handed back', async () => {
    const { bootstrap, pid } = await start()
    bootstrap.kill('SIGTERM')
    expect(await once(bootstrap, 'exit')).toEqual([9, null])
    expect(isAlive(pid)).toBe(false)
  })

  it('ends when its bootstrap is killed', async () => {
    const { bootstrap, pid } = await start()
    bootstrap.kill('SIGKILL')
    await waitUntil(() => !isAlive(pid))
    expect(isAlive(pid)).toBe(false)
  })
})
