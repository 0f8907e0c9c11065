// What a bare clone needs before anything can run. Plain JavaScript: it runs before the dependencies are there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const say = (message) => process.stdout.write(`${message}\n`)

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
  if (result.status !== 0) {
    say(`没有成功：${command} ${args.join(' ')}`)
    process.exit(result.status ?? 1)
  }
}

const digest = (text) => createHash('sha256').update(text).digest('hex')

/** Installs the npm packages when they are missing or the lock file has changed since. */
export async function ensureDependencies() {
  const lock = digest(readFileSync(join(root, 'package-lock.json')))
  const mark = join(root, 'node_modules', '.zmht-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  say('正在安装 npm 依赖（npm ci，不运行安装脚本）…')
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(mark, lock)
}

const systemPackages = {
  java: {
    present: () => works('java', ['-version']),
    packages: ['openjdk-17-jre-headless'],
    what: 'Java 17（本机数据引擎需要）',
  },
  chromium: {
    present: () => existsSync('/usr/bin/chromium-headless-shell'),
    packages: ['chromium-headless-shell'],
    what: 'Chromium（浏览器测试需要，用它没有窗口的那一种，快三分之一）',
    // With a window it does the same, slower.
    instead: () => existsSync('/usr/bin/chromium'),
  },
  fonts: {
    present: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
    packages: ['fonts-noto-cjk'],
    what: '中文字体（截图需要）',
  },
}

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Installs Debian packages that are missing, where this user may; says what to do where not. */
export async function ensureSystemPackages(names) {
  const missing = names.filter((name) => !systemPackages[name].present())
  if (missing.length === 0) return
  const needed = missing.filter((name) => systemPackages[name].instead?.() !== true)
  for (const name of missing) say(`缺少 ${systemPackages[name].what}，正在用 apt-get 安装…`)
  const isRoot = process.getuid?.() === 0
  const [apt, ...before] = isRoot ? ['apt-get'] : ['sudo', 'apt-get']
  if (!works('apt-get', ['--version'])) {
    if (needed.length === 0) return
    say(`这台机器没有 apt-get，请自行安装：${packagesOf(needed).join(' ')}`)
    process.exit(1)
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env }
  const install = (names) => [...before, 'install', '-y', '-q', '--no-install-recommends', ...packagesOf(names)]
  if (needed.length > 0) {
    run(apt, [...before, 'update', '-q'], quiet)
    run(apt, install(needed), quiet)
  }
  // What there is something else for may be missing: a machine without a network goes on.
  const better = missing.filter((name) => !needed.includes(name))
  if (better.length === 0) return
  const ask = (args) => spawnSync(apt, args, { stdio: 'ignore', env, timeout: 120_000 }).status === 0
  if (!ask(install(better)) && !(ask([...before, 'update', '-q']) && ask(install(better))))
    for (const name of better) say(`没有装上 ${packagesOf([name]).join(' ')}，改用已有的，不影响结果。`)
}

const packagesOf = (names) => names.flatMap((name) => systemPackages[name].packages)

function sourcesOf(folder, found = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', '.cache', '.temp'].includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) sourcesOf(path, found)
    else if (!/\.test\.tsx?$/.test(entry.name)) found.push(path)
  }
  return found
}

/** A build is good as long as nothing it is made of has changed. */
function stampOf(app) {
  const files = [
    ...sourcesOf(join(root, 'shared')),
    ...sourcesOf(join(root, `miniprogram-${app}`)),
    join(root, 'package-lock.json'),
  ]
  return digest(
    files
      .sort()
      .map((file) => `${file.slice(root.length)} ${digest(readFileSync(file))}`)
      .join('\n'),
  )
}

/**
 * Each is built when its sources have changed since the last build; both apps at the same time, for a build keeps one core busy.
 * @param names e.g. `resident:h5`
 */
export async function ensureBuilds(names) {
  const apps = [...new Set(names.map((name) => name.split(':')[0]))]
  await Promise.all(apps.map((app) => buildOneByOne(names.filter((name) => name.startsWith(`${app}:`)))))
}

async function buildOneByOne(names) {
  for (const name of names) {
    const [app, platform] = name.split(':')
    const folder = join(root, `miniprogram-${app}`)
    const mark = join(folder, 'dist', `.${platform}-built`)
    const stamp = stampOf(app)
    if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) continue
    say(`正在构建 ${app === 'resident' ? '居民侧' : '政务侧'}（${platform}），大约一分钟…`)
    const { good, printed } = await ran('npm', ['run', `build:${platform}`, '--silent'], {
      cwd: folder,
      env: { ...process.env, NODE_NO_WARNINGS: '1', NODE_ENV: 'production' },
    })
    const expected = join(folder, 'dist', platform, platform === 'h5' ? 'index.html' : 'app.json')
    if (!good || !existsSync(expected)) {
      say(printed)
      say(`构建没有成功：${name}`)
      process.exit(1)
    }
    mkdirSync(dirname(mark), { recursive: true })
    writeFileSync(mark, stamp)
  }
}

/** Runs a command to its end. @returns whether it went well, and all it printed */
export function ran(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data))
    child.on('error', (error) => resolve({ good: false, printed: `${printed}\n${error}` }))
    child.on('close', (code) => resolve({ good: code === 0, printed }))
  })
}
