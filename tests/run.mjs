// `npm test` on a bare clone: installs what is missing, then every gate and every suite, one after another, and one closing line.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
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

/** A runner prints its own results; its machine-readable report is counted. */
function runner(name, command, args, file, read, extra = {}) {
  const from = Date.now()
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...env, ...extra } })
  let counted
  try {
    const printed = JSON.parse(readFileSync(file, 'utf8'))
    counted = read(printed)
    wrong.push(...whatFailed(printed))
    sayLongest(printed)
  } catch {
    counted = { passed: 0, failed: 1 }
  }
  // A runner that ended badly without naming a failed test has failed all the same.
  const failed = result.status !== 0 && counted.failed === 0 ? 1 : counted.failed
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

const jestLike = ({ numPassedTests, numFailedTests, numFailedTestSuites = 0 }) => ({
  passed: numPassedTests,
  // A file that could not even be read has no tests to fail.
  failed: numFailedTests > 0 ? numFailedTests : numFailedTestSuites,
})

/** The failed tests of a report, a line each: a long run is read from its end. */
const whatFailed = ({ testResults = [] }) =>
  testResults.flatMap(({ name, message = '', assertionResults = [] }) => {
    const line = (words, reason = '') => `${relative(root, name)}  ${words}\n    ${reason.split('\n')[0]}`
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

/** The whole system as `npm start` runs it, on free ports with data of its own. */
async function startStack() {
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
      ZMHT_DATA: join(scratch, 'stack'),
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

const vitestReport = join(scratch, 'vitest.json')
runner(
  'vitest',
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  vitestReport,
  jestLike,
)

say('构建：居民侧与政务侧，微信与浏览器')
await ensureBuilds(['resident:weapp', 'resident:h5', 'gov:weapp', 'gov:h5'])
say('启动本机全套服务…')
const stack = await startStack()
try {
  if (!stack.ready) report('local stack', 0, 1, Date.now())
  else {
    const jestReport = join(scratch, 'jest.json')
    const extra = { ZMHT_TEST_STACK: stack.address }
    runner('weapp (jest)', bin('jest'), ['--ci', '--json', `--outputFile=${jestReport}`], jestReport, jestLike, extra)
    const journeyReport = join(scratch, 'journeys.json')
    runner(
      'journeys (Chromium)',
      bin('vitest'),
      [
        'run',
        '--config',
        'tests/journeys/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${journeyReport}`,
      ],
      journeyReport,
      jestLike,
      extra,
    )
  }
} finally {
  await stack.stop()
  rmSync(scratch, { recursive: true, force: true })
}

if (failures.length > 0) say(`没有通过：${[failures.join('、'), ...wrong].join('\n')}`)
say(`用时 ${Math.round((Date.now() - started) / 60_000)} 分钟`)
say(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
