/**
 * `npm run bench -- crowd`: 200 workers and 2,000 residents at one task for two minutes, with so many calls under way at once as a small service has. Nothing lost,
 * nothing counted twice, numbers as a recount; how long calls take, as a ratio to a single one with nobody else there. `npm run bench -- crowd 20`: for 20 seconds.
 */
import { type Api, mintStepKey, mintTaskId } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { Problem } from '@zmht/shared/problems'
import { communityTask } from '../tasks'
import { atMost, noted, printRows } from './rows'
import { alone, aTown, crowding } from './town'

const seconds = Number(process.argv[2] ?? 120)
const [workersMany, residentsMany, underWay] = [200, 2000, 48]
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const { wangjing, communities, as, official, asOfficial, allDoors, residents, settle, stop, signAccessToken } =
  await aTown('crowd')
// These read the surroundings the town has set.
const { saveStanding } = await import('../../functions/permissions/account.store')
const { everyItem } = await import('../../functions/platform/table/scan')
const { recountTasks } = await import('../../functions/tasks/recount')
const { forgetEverything } = await import('../../functions/platform/cache')

/** What calls were refused for. */
const refused = new Map<string, number>()
const { took, timed, below, many } = crowding(underWay)
const workers: Api[] = []
for (let number = 0; number < workersMany; number++) {
  // As many colleagues in each community, on the post of its 社工.
  const standing = await official(1000 + 3 + (number % communities.length) * 2 + 2)
  const id = `a${String(number).padStart(12, '0')}`
  await saveStanding({ ...standing, id, name: `工作人员${number}` })
  workers.push(as(await signAccessToken({ actor: id, app: 'gov', family: 'bench' })))
}
const doors = await allDoors()
const people = await residents(residentsMany, doors)
const subdistrict = await asOfficial(1003)
const taskId = mintTaskId()
const content = { ...communityTask(), about: { of: 'places', level: 'door' }, selfFill: 'counts' } as const
await subdistrict.tasks.saveTask({ params: { taskId }, body: { content, within: [wangjing], edition: 0 } })
await subdistrict.tasks.changeTask({ params: { taskId }, body: { action: 'dispatch', edition: 1 } })
await settle()
forgetEverything()
say(`${communities.length} communities, ${doors.length} doors, ${workers.length} workers, ${people.length} residents`)

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
await Promise.all([...workers.map((api) => worker(api, until)), ...people.map((api) => resident(api, until))])
say('two minutes are over; what follows is worked off')
await settle()
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
for (const [code, times] of refused) say(`refused ${times} times: ${code}`)
for (const [what, times] of took) say(`${what}: ${times.length}`)
const reached = printRows([
  noted(`calls in ${seconds} s, ${underWay} under way at once`, many(), 'calls'),
  noted('answers taken', taken.size, 'answers'),
  atMost('answers taken and not kept', [...taken].filter((key) => !kept.has(key)).length, 0, 'answers'),
  atMost('answers kept and not taken', [...kept.keys()].filter((key) => !taken.has(key)).length, 0, 'answers'),
  atMost('answers kept twice', [...kept.values()].filter((times) => times > 1).length, 0, 'answers'),
  atMost('items by state told otherwise than counted one by one', miscounted, 0, 'items'),
  atMost('drift of a recount of every tier', drift, 0, 'items'),
  noted('p50 of all calls, to a single answer with nobody else there', below(0.5) / single, 'times'),
  noted('p95 of all calls, to a single answer with nobody else there', below(0.95) / single, 'times'),
])
await stop()
process.exit(reached ? 0 : 1)
