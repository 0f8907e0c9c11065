/**
 * `npm run bench -- crowd`: 200 workers and 2,000 residents at one task for two minutes, with so many calls under way at once as a small service has. Nothing lost,
 * nothing counted twice, numbers as a recount; how long calls take, as a ratio to a single one with nobody else there. `npm run bench -- crowd 20`: for 20 seconds.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, createClient, mintStepKey, mintTaskId, sliceOf } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { Problem } from '@zmht/shared/problems'
import { privacyGuideline } from '@zmht/shared/rules'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { createTable, freePort, startEngine } from '../../functions/local/engine'
import { listen } from '../../functions/local/http'
import { outsideWorld } from '../../functions/local/outside'
import { localBucket, localSecrets, setSurroundings, startSystem } from '../../functions/local/system'
import { communityTask } from '../tasks'
import { atMost, noted, printRows } from './rows'

const seconds = Number(process.argv[2] ?? 120)
const [workersMany, residentsMany, underWay] = [200, 2000, 48]

const folder = mkdtempSync(join(tmpdir(), 'zmht-crowd-'))
const secretsFile = join(folder, 'secrets.json')
const secrets = localSecrets(secretsFile)
const engine = await startEngine(await freePort(), undefined)
await createTable(engine.endpoint, 'crowd')
const port = await freePort()
const outside = await listen(outsideWorld(secrets.wechat, secrets.sms), port)
const filesPort = await freePort()
const files = await listen(localBucket(folder), filesPort)
const url = `http://127.0.0.1:${port}`
const surroundings = {
  tableEndpoint: engine.endpoint,
  tableName: 'crowd',
  wechatBaseUrl: url,
  smsBaseUrl: `${url}/sms`,
  filesEndpoint: `http://127.0.0.1:${filesPort}`,
}
setSurroundings(surroundings, secretsFile)

// Everything below reads its surroundings when it is first used.
const { seedDemonstration, seedDivisions, seedDoors } = await import('../../functions/local/seed')
const { inventedPhone } = await import('../../functions/local/demonstration')
const { idOfDivision } = await import('../../functions/hierarchy/divisions')
const { childrenOf, placesOfLevel } = await import('../../functions/hierarchy/index')
const { createAccount, saveStanding } = await import('../../functions/permissions/account.store')
const { officialByPhone } = await import('../../functions/permissions/directory.store')
const { phoneIndexOf } = await import('../../functions/permissions/sessions')
const { compileStanding, phoneContext } = await import('../../functions/permissions/standing')
const { seal } = await import('../../functions/platform/cipher')
const { signAccessToken } = await import('../../functions/platform/session/tokens')
const { hurryClock } = await import('../../functions/platform/clock')
const { everyItem } = await import('../../functions/platform/table/scan')
const { recountTasks } = await import('../../functions/tasks/recount')
const { forgetEverything } = await import('../../functions/platform/cache')

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const wangjing = idOfDivision('110105026')
await seedDivisions('110105026', () => undefined)
await seedDivisions('140213057', () => undefined)
await seedDemonstration(() => undefined)
const system = await startSystem(surroundings)
hurryClock(true)

/** How long calls took, in milliseconds, and what they were refused for. */
const took = new Map<string, number[]>()
const refused = new Map<string, number>()
let free = underWay
const waiting: (() => void)[] = []

/** One call, once there is room for it. */
async function timed<T>(what: string, call: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  const began = performance.now()
  try {
    return await call()
  } finally {
    took.set(what, [...(took.get(what) ?? []), performance.now() - began])
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
}

function as(token: string): Api {
  return createClient(async ({ method, path, body }) => {
    const [pathname = '', query = ''] = path.split('?')
    const slice = sliceOf(pathname)
    if (slice === undefined) throw new Error(`nobody answers ${pathname}`)
    const answer = await system.handlers[slice]({
      httpMethod: method,
      path: pathname,
      resource: '',
      headers: { Authorization: `Bearer ${token}` },
      queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
      pathParameters: null,
      body: body === undefined ? null : JSON.stringify(body),
      isBase64Encoded: false,
      requestContext: { stage: 'bench' },
    } as unknown as APIGatewayProxyEvent) // what the gateway sends and the handlers read
    return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown }
  })
}

const official = async (number: number) => {
  const id = await officialByPhone(await phoneIndexOf(inventedPhone(number)))
  const standing = id === undefined ? undefined : await compileStanding(id, undefined)
  if (standing === undefined) throw new Error(`nobody has the number ${number}`)
  return standing
}
const communities = await childrenOf(wangjing)
const workers: Api[] = []
for (let number = 0; number < workersMany; number++) {
  // As many colleagues in each community, on the post of its 社工.
  const standing = await official(1000 + 3 + (number % communities.length) * 2 + 2)
  const id = `a${String(number).padStart(12, '0')}`
  await saveStanding({ ...standing, id, name: `工作人员${number}` })
  workers.push(as(await signAccessToken({ actor: id, app: 'gov', family: 'bench' })))
}
for (const { id, name } of communities) {
  const { items } = await placesOfLevel(id, 'door', undefined)
  if (items.length === 0) await seedDoors(id, `${name}小区`)
}
const doors = []
for (const { id } of communities) {
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const page = await placesOfLevel(id, 'door', cursor)
    doors.push(...page.items.map((door) => door.id))
    cursor = page.next
  }
}
const residents: Api[] = []
const at = new Date().toISOString()
for (let number = 0; number < residentsMany; number++) {
  const home = doors[number % doors.length]
  if (home === undefined) throw new Error('there are no doors')
  const id = `a${String(number).padStart(19, '9')}`
  const phone = String(15_000_000_000 + number)
  const standing = {
    id,
    kind: 'resident' as const,
    name: `居民${number}`,
    phone: await seal(phone, phoneContext(id)),
    phoneSince: at,
    homes: [{ placeId: home, label: '常住' as const, at }],
    consented: privacyGuideline,
    posts: [],
    ended: {},
    version: 1,
  }
  await createAccount(standing, 'resident', `phone#${await phoneIndexOf(phone)}`)
  residents.push(as(await signAccessToken({ actor: id, app: 'resident', family: 'bench' })))
}
const subdistrict = as(await signAccessToken({ actor: (await official(1003)).id, app: 'gov', family: 'bench' }))
const taskId = mintTaskId()
const content = { ...communityTask(), about: { of: 'places', level: 'door' }, selfFill: 'counts' } as const
await subdistrict.tasks.saveTask({ params: { taskId }, body: { content, within: [wangjing], edition: 0 } })
await subdistrict.tasks.changeTask({ params: { taskId }, body: { action: 'dispatch', edition: 1 } })
await system.settle()
while (system.queues.nextDue !== undefined) {
  await new Promise((resolve) => setTimeout(resolve, 200))
  await system.settle()
}
forgetEverything()
say(
  `${communities.length} communities, ${doors.length} doors, ${workers.length} workers, ${residents.length} residents`,
)

/** Every answer that was taken, by its key. */
const taken = new Set<string>()
const filled = (subject: string, households: number): FormAnswers => ({
  home: [{ entity: subject as never, values: { households } }], // the subject of the item
})

async function refusals<T>(what: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await timed(what, call)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    refused.set(problem.code, (refused.get(problem.code) ?? 0) + 1)
    return undefined
  }
}

async function answerAt(api: Api, itemId: string, subject: string, base: number): Promise<void> {
  const key = mintStepKey()
  const body = { answers: filled(subject, 1 + Math.floor(Math.random() * 5)), base }
  const send = () => api.tasks.answerItem({ params: { itemId, key }, body })
  const done = await refusals('answer an item', send)
  if (done === undefined) return
  taken.add(key)
  // One in five never hears of it, and sends it again.
  if (Math.random() < 0.2) await refusals('answer an item', send)
}

async function worker(api: Api, until: number): Promise<void> {
  while (Date.now() < until) {
    const page = await refusals('list items', () => api.tasks.items({ params: { taskId }, query: { state: 'open' } }))
    const one = page?.items[Math.floor(Math.random() * page.items.length)]
    if (one === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      continue
    }
    const opened = await refusals('open an item', () => api.tasks.item({ params: { itemId: one.id } }))
    if (opened === undefined) continue
    if (Math.random() < 0.3)
      await refusals('take an item in hand', () =>
        api.tasks.moveItem({ params: { itemId: one.id }, body: { key: mintStepKey(), action: 'claim' } }),
      )
    await answerAt(api, one.id, one.subject, opened.revision)
  }
}

async function resident(api: Api, until: number): Promise<void> {
  // They do not all come in the same second.
  await new Promise((resolve) => setTimeout(resolve, Math.random() * seconds * 900))
  if (Date.now() >= until) return
  const asked = await refusals('a resident’s items', () => api.tasks.ownItems())
  const one = asked?.items.find(({ open }) => open)
  if (one === undefined) return
  const params = { itemId: one.id }
  const opened = await refusals('a resident opens one', () => api.tasks.ownItem({ params }))
  const subject = opened?.prefill.home?.[0]?.entity
  if (subject === undefined) return
  const key = mintStepKey()
  const send = () => api.tasks.answerOwnItem({ params: { ...params, key }, body: { answers: filled(subject, 2) } })
  if ((await refusals('a resident answers', send)) !== undefined) taken.add(key)
}

/** The middle of some calls with nobody else there. */
async function alone(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 15; turn++) {
    const began = performance.now()
    await call()
    times.push(performance.now() - began)
  }
  return times.sort((one, other) => one - other)[7] ?? 0
}
const [first] = workers
if (first === undefined) throw new Error('there are workers')
const open = await first.tasks.items({ params: { taskId }, query: { state: 'open' } })
let next = 0
const single = await alone(async () => {
  const one = open.items[next++ % open.items.length]
  if (one === undefined) throw new Error('there are items')
  const key = mintStepKey()
  await first.tasks.answerItem({ params: { itemId: one.id, key }, body: { answers: filled(one.subject, 1) } })
  taken.add(key)
})
took.clear()
const until = Date.now() + seconds * 1000
await Promise.all([...workers.map((api) => worker(api, until)), ...residents.map((api) => resident(api, until))])
say('two minutes are over; what follows is worked off')
await system.settle()
while (system.queues.nextDue !== undefined) {
  await new Promise((resolve) => setTimeout(resolve, 200))
  await system.settle()
}
forgetEverything()

const kept = new Map<string, number>()
for await (const { key, answers } of everyItem('taskStep'))
  if (answers !== undefined) kept.set(String(key), (kept.get(String(key)) ?? 0) + 1)
const items: string[] = []
for await (const { taskId: of, state } of everyItem('taskItem')) if (of === taskId) items.push(String(state))
const { groups } = await subdistrict.tasks.taskCounts({ params: { taskId }, query: { place: wangjing } })
const miscounted = [...new Set([...items, ...Object.keys(groups)])].reduce(
  (sum, state) => sum + Math.abs((groups[state] ?? 0) - items.filter((one) => one === state).length),
  0,
)
let drift = 0
for await (const one of recountTasks()) drift += one.drift
const all = [...took.values()].flat().sort((one, other) => one - other)
const part = (share: number) => all[Math.floor(all.length * share)] ?? 0
for (const [code, many] of refused) say(`refused ${many} times: ${code}`)
for (const [what, times] of took) say(`${what}: ${times.length}`)
const reached = printRows([
  noted(`calls in ${seconds} s, ${underWay} under way at once`, all.length, 'calls'),
  noted('answers taken', taken.size, 'answers'),
  atMost('answers taken and not kept', [...taken].filter((key) => !kept.has(key)).length, 0, 'answers'),
  atMost('answers kept and not taken', [...kept.keys()].filter((key) => !taken.has(key)).length, 0, 'answers'),
  atMost('answers kept twice', [...kept.values()].filter((many) => many > 1).length, 0, 'answers'),
  atMost('items by state told otherwise than counted one by one', miscounted, 0, 'items'),
  atMost('drift of a recount of every tier', drift, 0, 'items'),
  noted('p50 of all calls, to a single answer with nobody else there', part(0.5) / single, 'times'),
  noted('p95 of all calls, to a single answer with nobody else there', part(0.95) / single, 'times'),
])
await system.stop()
await outside.stop()
await files.stop()
await engine.stop()
process.exit(reached ? 0 : 1)
