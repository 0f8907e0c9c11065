import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accepts, createTable, startEngine } from './engine'
import { application, type Listening, listen } from './http'
import { outsideWorld } from './outside'
import { localBucket, localSecrets, setSurroundings, startSystem } from './system'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const say = (message: string): void => void process.stdout.write(`${message}\n`)

const ports = {
  resident: Number(process.env.ZMHT_RESIDENT_PORT ?? 7101),
  gov: Number(process.env.ZMHT_GOV_PORT ?? 7102),
  table: Number(process.env.ZMHT_TABLE_PORT ?? 7103),
  outside: Number(process.env.ZMHT_WECHAT_PORT ?? 7104),
  files: Number(process.env.ZMHT_FILES_PORT ?? 7105),
}
const folder = process.env.ZMHT_DATA ?? join(root, '.data', 'local')
const fresh = process.argv.includes('--fresh')

async function main(): Promise<void> {
  for (const [name, port] of Object.entries(ports)) await waitUntilFree(name, port)
  if (fresh) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const seeded = join(folder, 'seeded')
  // A first start that was cut off half way begins anew.
  if (!existsSync(seeded)) {
    for (const kept of ['table', 'files']) rmSync(join(folder, kept), { recursive: true, force: true })
  }

  say('正在启动本机数据引擎…')
  const engine = await startEngine(ports.table, join(folder, 'table'))
  const secretsFile = join(folder, 'secrets.json')
  const secrets = localSecrets(secretsFile)
  const files = await listen(localBucket(join(folder, 'files')), ports.files)
  const surroundings = {
    tableEndpoint: engine.endpoint,
    tableName: 'zmht',
    folder,
    wechatBaseUrl: `http://127.0.0.1:${ports.outside}`,
    smsBaseUrl: `http://127.0.0.1:${ports.outside}/sms`,
    filesEndpoint: `http://127.0.0.1:${ports.files}`,
  }
  setSurroundings(surroundings, secretsFile)
  // Whoever tries out webhooks and linked services has their receiver on this machine.
  process.env.HOOKS_TO_LOOPBACK ??= 'yes'
  if (await createTable(engine.endpoint, 'zmht')) rmSync(join(folder, 'stream-position.json'), { force: true })
  const { appeals, consultation, seed, signInHints } = await import('./seed')
  const { cityApp, registerCityApp } = await import('./city-app')
  const issuer = `http://127.0.0.1:${ports.outside}/app`
  const residentsOf = async () => (await signInHints()).filter(({ app }) => app === 'resident')
  const world = outsideWorld(secrets.wechat, secrets.sms, async ({ app, query, body }) => {
    await fetch(`http://127.0.0.1:${ports.gov}/api/wechat/push/${app}?${query}`, { method: 'POST', body })
  })
  world.route('/app', cityApp({ issuer, resident: `http://127.0.0.1:${ports.resident}`, people: residentsOf }))
  const outside = await listen(world, ports.outside)
  const isFirst = !existsSync(seeded)
  if (isFirst) await seed(say)
  const system = await startSystem(surroundings)
  const apps = [
    { name: 'resident', port: ports.resident, build: join(root, 'miniprogram-resident', 'dist', 'h5') },
    { name: 'gov', port: ports.gov, build: join(root, 'miniprogram-gov', 'dist', 'h5') },
  ]
  const listening: Listening[] = [outside, files]
  for (const { port, build } of apps) {
    listening.push(await listen(application(system.handlers, existsSync(build) ? build : undefined), port))
  }
  if (isFirst) {
    const { publishAppeals, publishFirst } = await import('./first-service')
    const api = `http://127.0.0.1:${ports.gov}/api`
    await publishFirst(api, surroundings.smsBaseUrl, consultation)
    await publishAppeals(api, surroundings.smsBaseUrl, appeals())
    await registerCityApp(issuer)
    await system.settle()
    writeFileSync(seeded, new Date().toISOString())
  }
  await announce(await signInHints())

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    say('\n正在停止…')
    for (const one of listening) await one.stop()
    await system.stop()
    await engine.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
}

/** After `kill -9` the engine needs a moment to go. */
async function waitUntilFree(name: string, port: number): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if (!(await accepts(port))) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const variable = {
    resident: 'ZMHT_RESIDENT_PORT',
    gov: 'ZMHT_GOV_PORT',
    table: 'ZMHT_TABLE_PORT',
    outside: 'ZMHT_WECHAT_PORT',
    files: 'ZMHT_FILES_PORT',
  }[name]
  say(`端口 ${port} 已被占用。请先停止占用它的程序，或换一个端口，例如：${variable}=${port + 1000} npm start`)
  process.exit(1)
}

async function announce(hints: readonly { app: string; phone: string; who: string }[]): Promise<void> {
  const line = ({ phone, who }: { phone: string; who: string }) => `      ${phone}  ${who}`
  say(
    [
      '',
      '  政民互通 已启动',
      '',
      `  居民侧   http://127.0.0.1:${ports.resident}/`,
      ...hints.filter(({ app }) => app === 'resident').map(line),
      '',
      `  政务侧   http://127.0.0.1:${ports.gov}/`,
      ...hints.filter(({ app }) => app === 'gov').map(line),
      '',
      `  市民 App（演示，带着身份进居民侧）  http://127.0.0.1:${ports.outside}/app`,
      '',
      `  用上面的手机号登录；验证码短信显示在 http://127.0.0.1:${ports.outside}/`,
      `  按 Ctrl-C 停止。数据保存在 ${relative(process.cwd(), folder)}，npm start -- --fresh 从头开始。`,
      '',
    ].join('\n'),
  )
}

main().catch((error: unknown) => {
  say(error instanceof Error ? `启动失败：${error.message}` : '启动失败')
  process.exit(1)
})
