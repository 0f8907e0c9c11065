// `npm test` on a bare clone: installs what is missing, then every gate and every suite, one after another, and one closing line.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ensureBuilds, ensureDependencies, ensureSystemPackages, ran, say } from '../functions/local/prepare.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const scratch = mkdtempSync(join(tmpdir(), 'zmht-test-'))
const totals = { passed: 0, failed: 0 }
const failures = []
const wrong = []
const env = { ...process.env, NODE_NO_WARNINGS: '1', CI: 'true', LOG_LEVEL: process.env.LOG_LEVEL ?? 'SILENT' }
const started = Date.now()

/** A gate is one check that passes or fails as a whole. */
async function gate(name, command, args) {
  const from = Date.now()
  const { good, printed } = await ran(command, args, { cwd: root, env })
  report(name, good ? 1 : 0, good ? 0 : 1, from)
  if (!good) say(printed)
}

/** Gates that need nothing of one another: two at a time. */
async function gates(list) {
  const left = [...list]
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await gate(...next)
  }
  await Promise.all([lane(), lane()])
}

/**
 * A runner prints its own results, each line behind `mark` where several run at the same time; its machine-readable report is counted.
 * @param file where it leaves its report
 */
async function runner(name, command, args, file, { mark = '', extra = {} } = {}) {
  const from = Date.now()
  const status = await new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: mark === '' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...env, ...extra },
    })
    for (const stream of mark === '' ? [] : [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => say(`${mark} ${line}`))
    child.on('error', () => resolve(1))
    child.on('close', resolve)
  })
  let counted
  try {
    const printed = JSON.parse(readFileSync(file, 'utf8'))
    counted = countedIn(printed)
    wrong.push(...whatFailed(printed))
    sayLongest(printed)
  } catch {
    counted = { passed: 0, failed: 1 }
  }
  // A runner that ended badly without naming a failed test has failed all the same.
  const failed = status !== 0 && counted.failed === 0 ? 1 : counted.failed
  report(name, counted.passed, failed, from)
}

function report(name, passed, failed, from) {
  totals.passed += passed
  totals.failed += failed
  if (failed > 0) failures.push(name)
  say(
    `${failed === 0 ? '通过' : '失败'}  ${name}  ${passed} passed, ${failed} failed  (${Math.round((Date.now() - from) / 1000)} s)`,
  )
}

const countedIn = ({ numPassedTests, numFailedTests, numFailedTestSuites = 0 }) => ({
  passed: numPassedTests,
  // A file that could not even be read has no tests to fail.
  failed: numFailedTests > 0 ? numFailedTests : numFailedTestSuites,
})

/** Enough of a reason to begin with: the seed and the counterexample of a property are in its first lines. */
const mostLines = 12
const mostCharacters = 400

/** The failed tests of a report with the beginning of the reason: a long run is read from its end. */
const whatFailed = ({ testResults = [] }) =>
  testResults.flatMap(({ name, message = '', assertionResults = [] }) => {
    const line = (words, reason = '') =>
      [`${relative(root, name)}  ${words}`, ...reason.split('\n').slice(0, mostLines)]
        .map((part) => part.slice(0, mostCharacters))
        .join('\n    ')
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    if (tests.length > 0) return tests.map((test) => line(test.fullName, test.failureMessages[0]))
    return message === '' ? [] : [line('(the file itself)', message)]
  })

/** The files that took longest: where a run that has become long is to be made shorter. */
function sayLongest({ testResults = [] }) {
  const seconds = ({ startTime, endTime }) => Math.round((endTime - startTime) / 1000)
  const longest = [...testResults].sort((one, other) => seconds(other) - seconds(one)).slice(0, 15)
  say(`最长的：${longest.map((one) => `${relative(root, one.name)} ${seconds(one)} s`).join('、')}`)
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/**
 * The whole system as `npm start` runs it, on free ports with data of its own.
 * @param data the folder of its data
 */
async function startStack(data) {
  const [resident, gov, table, outside] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const files = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'functions', 'local', 'main.ts')], {
    cwd: root,
    env: {
      ...env,
      ZMHT_RESIDENT_PORT: resident,
      ZMHT_GOV_PORT: gov,
      ZMHT_TABLE_PORT: table,
      ZMHT_WECHAT_PORT: outside,
      ZMHT_FILES_PORT: files,
      ZMHT_DATA: join(scratch, data),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  const ready = await new Promise((resolve) => {
    child.stdout.on('data', (data) => {
      printed += data
      if (printed.includes('Ctrl-C')) resolve(true)
    })
    child.on('exit', () => resolve(false))
  })
  if (!ready) say(printed)
  return {
    ready,
    address: JSON.stringify({
      resident: `http://127.0.0.1:${resident}`,
      gov: `http://127.0.0.1:${gov}`,
      outside: `http://127.0.0.1:${outside}`,
      files: `http://127.0.0.1:${files}`,
    }),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve()
        child.on('exit', resolve)
        child.kill('SIGTERM')
      }),
  }
}

await ensureDependencies()
await ensureSystemPackages(['java', 'chromium', 'fonts'])
const bin = (name) => join(root, 'node_modules', '.bin', name)

say('检查：格式与规则、房间之间的依赖、类型、接口文档')
await gates([
  ['biome', bin('biome'), ['ci', '--colors=off', '.']],
  [
    'rooms (dependency-cruiser)',
    bin('depcruise'),
    [
      '--config',
      '.dependency-cruiser.cjs',
      'shared',
      'functions',
      'infra',
      'miniprogram-resident/src',
      'miniprogram-gov/src',
    ],
  ],
  ...['functions', 'miniprogram-gov', 'tests', 'infra', 'shared', 'miniprogram-resident'].map((workspace) => [
    `types ${workspace}`,
    bin('tsc'),
    ['--noEmit', '-p', join(workspace, 'tsconfig.json')],
  ]),
  ['openapi document is current', process.execPath, ['--import', 'tsx', 'shared/contract/write-openapi.ts', '--check']],
  ['bundles', process.execPath, ['functions/bundle.mjs']],
])
await gate('bundles import', process.execPath, ['functions/smoke.mjs'])

/** @returns what a vitest runner is called with, and where it leaves its report */
function vitest(name, args = []) {
  const file = join(scratch, `${name}.json`)
  return [bin('vitest'), ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], file]
}

await runner('vitest', ...vitest('vitest'))

/** The mini-programs as built for WeChat, with nothing beside them: they wait for what a phone would wait for. */
async function weapp(stack) {
  const file = join(scratch, 'jest.json')
  const args = ['--ci', '--json', `--outputFile=${file}`]
  await runner('weapp (jest)', bin('jest'), args, file, { extra: { ZMHT_TEST_STACK: stack.address } })
}

/**
 * The journeys go in lanes, each through a whole system of its own: one journey often waits for what a screen shows. Which lane a file goes in is settled by its name, and a
 * lane goes through its files in order: the same on every machine.
 */
const lane = (stack, number, of) =>
  runner(
    `journeys (Chromium) ${number}/${of}`,
    ...vitest(`journeys-${number}`, ['--config', 'tests/journeys/vitest.config.ts', `--shard=${number}/${of}`]),
    { mark: `[${number}/${of}]`, extra: { ZMHT_TEST_STACK: stack.address } },
  )

say('构建：居民侧与政务侧，微信与浏览器')
await ensureBuilds(['resident:weapp', 'resident:h5', 'gov:weapp', 'gov:h5'])
say('启动两套本机服务，各走一半的浏览器旅程…')
const stacks = await Promise.all([1, 2].map((number) => startStack(`stack-${number}`)))
try {
  const [first] = stacks
  if (first === undefined || stacks.some(({ ready }) => !ready)) report('local stack', 0, 1, Date.now())
  else {
    await weapp(first)
    await Promise.all(stacks.map((stack, at) => lane(stack, at + 1, stacks.length)))
  }
} finally {
  await Promise.all(stacks.map((stack) => stack.stop()))
  rmSync(scratch, { recursive: true, force: true })
}

if (failures.length > 0) say(`没有通过：${[failures.join('、'), ...wrong].join('\n')}`)
say(`用时 ${Math.round((Date.now() - started) / 60_000)} 分钟`)
say(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
