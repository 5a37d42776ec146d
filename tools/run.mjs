// Every npm script passes through here. Plain JavaScript without dependencies, because a machine may have only Node 20 and nothing installed yet:
// it installs what package-lock.json names, and goes on under the Node that the project pins.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (/** @type {string[]} */ ...parts) => path.join(root, ...parts)
const stampFile = inRoot('node_modules', '.daylight-lock')
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`)

/** @returns {never} */
function giveUp(/** @type {string[]} */ ...lines) {
  for (const line of lines) say(line)
  process.exit(1)
}

const lockText = () => readFileSync(inRoot('package-lock.json'), 'utf8')
const lockHash = () => createHash('sha256').update(lockText()).digest('hex')

/** Whether npm, run by hand, has already installed exactly what the lock file names. */
function holdsWhatTheLockNames() {
  const installedFile = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(lockText()).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(
    ([where, { version, integrity, optional, devOptional }]) =>
      where === '' ||
      (installed[where] ? installed[where].version === version && installed[where].integrity === integrity : optional || devOptional),
  )
}

function isInstalled() {
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : ''
  return stamp === lockHash() || holdsWhatTheLockNames()
}

function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  // why: the system's own Node runs npm, since npm is about to replace the pinned one.
  return cli && /\.c?js$/.test(cli) && node ? [node, cli] : ['npm']
}

const advice = [
  [
    /ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|network/i,
    '连不上 npm 源。请检查网络或代理：npm config get registry',
    'The npm registry cannot be reached; check network and proxy: npm config get registry',
  ],
  [/EACCES|EPERM/, '没有写权限。请用拥有本目录的用户运行。', 'No permission to write; run as the user who owns this folder.'],
  [/ENOSPC/, '磁盘已满，约需 1.7 GB。', 'The disk is full; about 1.7 GB are needed.'],
  [
    /EINTEGRITY/,
    '下载的包与锁定的不一致。请运行 npm cache clean --force 再试。',
    'A package differs from the locked one; run npm cache clean --force and try again.',
  ],
  [/spawn .*ENOENT/, '找不到 npm。请安装 Node 20.19 以上（含 npm）。', 'npm was not found; install Node 20.19 or newer with npm.'],
]

function install() {
  say('正在安装所需的包，第一次约一两分钟…… · Installing packages, a minute or two the first time …')
  const began = Date.now()
  const [file = 'npm', ...first] = npmCommand()
  // why: development packages too, whatever NODE_ENV says, since the tests must run; no install script is needed.
  const flags = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--engine-strict=false',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = spawnSync(file, [...first, ...flags], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 })
  if (npm.signal || npm.status === 130) process.exit(130)
  if (npm.status !== 0) {
    const output = `${npm.error ? `spawn ${npm.error.message}\n` : ''}${npm.stdout ?? ''}${npm.stderr ?? ''}`.trim()
    const [, zh, en] = advice.find(([sign]) => sign.test(output)) ?? [null, '请看上面 npm 的说明。', 'See what npm says above.']
    giveUp(output.split('\n').slice(-15).join('\n'), '', `安装没有完成：${zh}`, `The installation did not finish: ${en}`)
  }
  say(`已安装 · Installed (${Math.round((Date.now() - began) / 1000)} s)`)
}

function ensureInstalled() {
  if (!isInstalled()) install()
  const hash = lockHash()
  try {
    if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8').trim() !== hash) writeFileSync(stampFile, `${hash}\n`)
  } catch {
    // why: another user's checkout cannot be written, and need not be: the comparison is only slower than the stamp.
  }
}

function pinnedNode() {
  const name = `node-${process.platform}-${process.arch}`
  const pinned = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).optionalDependencies[name]
  const binary = inRoot('node_modules', name, 'bin', 'node')
  const own = Number(process.versions.node.split('.')[0]) === 24 ? process.execPath : undefined
  if (!existsSync(binary)) {
    return (
      own ??
      giveUp(
        `没有适合本机（${process.platform} ${process.arch}）的 Node 24，请自行安装 Node 24 后再运行。`,
        `npm has no pinned Node 24 for this machine; install Node 24 and run this again.`,
      )
    )
  }
  const trial = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  if (trial.stdout?.trim() === `v${pinned}`) return binary
  return (
    own ??
    giveUp(
      `${binary} 在本机不能运行：${(trial.stderr || trial.error?.message || trial.stdout || '').trim()}`,
      `The pinned Node does not run on this machine (glibc 2.28 or newer is needed). Install Node 24 and run this again, or remove node_modules and try again.`,
    )
  )
}

/** The processes between npm and this one, as text: it changes when one of them dies. npm puts a shell in between. */
function npmAbove() {
  const readProcess = (/** @type {string} */ file) => {
    try {
      return readFileSync(`/proc/${process.ppid}/${file}`, 'utf8')
    } catch {
      return ''
    }
  }
  const isShell = readProcess('cmdline').includes('run.mjs')
  return `${process.ppid} ${isShell ? (readProcess('stat').split(') ').at(-1) ?? '').split(' ')[1] : ''}`
}

/** Runs the script under that Node until it ends, and ends as it ended. */
function goOn(/** @type {string} */ node, /** @type {string[]} */ args) {
  const canBind = spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status === 0
  // why: with it the kernel tells the script when this process is killed, so that nothing is left running.
  const bound = ['--pdeathsig', 'TERM', '--', node, ...args]
  const child = spawn(canBind ? 'setpriv' : node, canBind ? bound : args, { stdio: 'inherit' })
  const forward = (/** @type {NodeJS.Signals} */ signal) => child.exitCode === null && child.signalCode === null && child.kill(signal)
  process.on('SIGTERM', () => forward('SIGTERM'))
  process.on('SIGHUP', () => forward('SIGHUP'))
  // why: a terminal sends Ctrl-C to the script as well, and twice would mean "at once"; if it was not the terminal, it comes a little later.
  process.on('SIGINT', () => (process.stdin.isTTY ? setTimeout(() => forward('SIGINT'), 700) : forward('SIGINT')))
  const ancestors = npmAbove()
  // why: npm does not pass on that it was killed.
  if (process.env['npm_lifecycle_event']) setInterval(() => npmAbove() !== ancestors && forward('SIGTERM'), 500).unref()
  child.on('error', (error) => giveUp(`${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}

const [script] = process.argv.slice(2)
if (script === undefined) giveUp('用法：node tools/run.mjs 脚本 [参数…]', 'Usage: node tools/run.mjs SCRIPT [ARGUMENT …]')
ensureInstalled()
goOn(pinnedNode(), process.argv.slice(2))
