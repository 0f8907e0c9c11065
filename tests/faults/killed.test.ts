import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { accepts, freePort } from '../../functions/local/engine'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { filledIn, phones, publishCheckUp } from '../world'

const folder = mkdtempSync(join(tmpdir(), 'zmht-killed-'))
const ports = { api: await freePort(), table: await freePort(), outside: await freePort() }
const api = `http://127.0.0.1:${ports.api}/api`
const sms = `http://127.0.0.1:${ports.outside}/sms`
let server: ChildProcess | undefined

async function start(): Promise<Record<string, string>> {
  for (const port of Object.values(ports))
    while (await accepts(port)) await new Promise((resolve) => setTimeout(resolve, 50))
  const child = fork(
    join(dirname(fileURLToPath(import.meta.url)), 'server.ts'),
    [folder, ports.api, ports.table, ports.outside].map(String),
    {
      execArgv: ['--import', 'tsx'],
      silent: true,
      env: { ...process.env, NODE_NO_WARNINGS: '1', LOG_LEVEL: 'SILENT' },
    },
  )
  server = child
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (data) => {
      const ready = /ready (\{.*\})/.exec(String(data))?.[1]
      if (ready !== undefined) resolve(JSON.parse(ready))
    })
    child.once('exit', () => reject(new Error('the server ended before it was ready')))
  })
}

const settled = () =>
  new Promise<void>((resolve) => {
    server?.once('message', () => resolve())
    server?.send('settle')
  })

const killed = () =>
  new Promise<void>((resolve) => {
    server?.removeAllListeners('exit')
    server?.once('exit', () => resolve())
    server?.kill('SIGKILL')
  })

afterAll(async () => {
  await killed()
})

test('a server killed right after it answered has lost nothing and counts nothing twice', {
  timeout: 400_000,
}, async () => {
  const officials = await start()
  const worker = clientFor(api, (await signInByPhone(api, sms, 'gov', officials.worker ?? '')).accessToken)
  const city = clientFor(api, (await signInByPhone(api, sms, 'gov', officials.city ?? '')).accessToken)
  const resident = clientFor(api, (await signInByPhone(api, sms, 'resident', phones.resident)).accessToken)
  const channel = await publishCheckUp(worker, [idOfDivision('110105026047')])
  const { service, answers, requestId } = await filledIn(resident, channel.id)
  const submission = {
    params: { channelId: channel.id, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  }
  await resident.channels.submit(submission)
  await killed()

  await start()
  await settled()
  await resident.channels.submit(submission)
  await settled()
  expect((await resident.channels.myRequests({ query: {} })).items.map(({ id }) => id)).toEqual([requestId])
  expect((await worker.tasks.work({ query: {} })).items).toHaveLength(1)
  const mothers = (await resident.ledgers.mine()).family.filter(({ name }) => name === '孙大雪')
  expect(mothers).toHaveLength(1)
  expect(mothers[0]?.facts.find(({ attribute }) => attribute === 'person.chronicDiseases')?.source).toBe(
    '老年人健康体检',
  )
  for (const code of ['110105026047', '110105026', '110105', '11']) {
    const counts = await city.channels.counts({
      params: { channelId: channel.id },
      query: { place: idOfDivision(code) },
    })
    expect({ code, groups: counts.groups }).toEqual({ code, groups: { submitted: 1 } })
  }
})
