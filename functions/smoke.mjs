// Imports every bundle the way Lambda does, each in a process of its own, and checks that it exports a handler.
// A bundle can build well and still crash at import: this is the only place where that shows before a deployment.
//
//   node functions/smoke.mjs [--only tasks,channels]
import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { entryNames } from './bundle.mjs'

const run = promisify(execFile)
const dist = process.env.ZMHT_DIST ?? join(dirname(fileURLToPath(import.meta.url)), 'dist')
const at = process.argv.indexOf('--only')
const wanted = at < 0 ? entryNames : (process.argv[at + 1] ?? '').split(',')

// Names only, no secrets: importing a module must not reach for the network.
const environment = {
  PATH: process.env.PATH,
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: 'smoke',
  AWS_SECRET_ACCESS_KEY: 'smoke',
  TABLE_NAME: 'smoke',
  QUEUE_URLS: '{}',
  SECRETS_ARN: 'arn:aws-cn:secretsmanager:cn-north-1:000000000000:secret:smoke',
  WECHAT_BASE_URL: 'https://api.weixin.qq.com',
  SMS_BASE_URL: 'https://sms.invalid',
  FILES_BUCKET: 'smoke',
  STAGE: 'smoke',
  LOG_LEVEL: 'INFO',
}

/** Imports in a child; its only answer is the milliseconds the import took. */
const probe = (url) => `
  const before = performance.now()
  const { handler } = await import(${JSON.stringify(url)})
  if (typeof handler !== 'function') throw new Error('exports no handler function')
  console.log(Math.round(performance.now() - before))
  process.exit(0)
`

let failed = 0
for (const entry of wanted) {
  const url = pathToFileURL(join(dist, entry, 'index.mjs')).href
  try {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', probe(url)], {
      env: environment,
      timeout: 30_000,
    })
    console.log(`${entry.padEnd(12)} imported in ${stdout.trim()} ms`)
  } catch (error) {
    failed += 1
    console.error(`${entry.padEnd(12)} FAILED\n${error.stderr ?? error}`)
  }
}
process.exitCode = failed === 0 ? 0 : 1
