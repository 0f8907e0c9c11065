import { type Api, mintJobId, mintTaskId, type NoticeReply } from '@zmht/shared/contract'
import type { PlacePath } from '@zmht/shared/geo'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { resendStep } from '../../functions/channels/notices/resend.job'
import { unreadParts } from '../../functions/channels/notices/run.store'
import { unreadStep } from '../../functions/channels/notices/unread.job'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { changeStanding } from '../../functions/permissions/account.store'
import { forgetEverything } from '../../functions/platform/cache'
import { type Job, readJob } from '../../functions/platform/job.store'
import { crowdAt } from '../notice-crowd'
import { aNotice, sentNotice } from '../notices'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbourWorker: Api
let subdistrict: Api
let resident: Api
let neighbour: Api
let notice: NoticeReply

const wangjing = idOfDivision('110105026')

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (app: 'gov' | 'resident', phone: string) => world.as((await world.signIn(app, phone)).accessToken)
  worker = await as('gov', official.worker)
  neighbourWorker = await as('gov', official.neighbourWorker)
  subdistrict = await as('gov', official.subdistrict)
  resident = await as('resident', phones.resident)
  neighbour = await as('resident', phones.neighbour)
  await bindWechat(resident, 'resident')
  await bindWechat(neighbour, 'neighbour')
  await world.workOff()
  notice = await sentNotice(subdistrict, aNotice([wangjing], { title: '今晚暴雨' }))
  forgetEverything()
})
afterEach(() => forgetEverything())
afterAll(() => world.stop())

/** As if they had signed in by WeChat: their account has an openid. */
async function bindWechat(api: Api, openId: string): Promise<void> {
  const { id } = await api.permissions.me()
  await changeStanding(id, (standing) => ({ ...standing, openId }))
}

const sentMessages = async (): Promise<{ to: string; page: string }[]> =>
  (await fetch(`${world.wechat.url}/stand-in/messages`)).json() as Promise<{ to: string; page: string }[]>
const fail = (errcode: number, times: number) =>
  fetch(`${world.wechat.url}/stand-in/failures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: '/cgi-bin/message/subscribe/send', errcode, times }),
  })
const toWhom = async (id: string) => (await sentMessages()).filter(({ page }) => page.endsWith(id)).map(({ to }) => to)

const params = () => ({ noticeId: notice.id })

/** Works out who has not read it. */
async function listed(jobId = mintJobId()): Promise<string> {
  await subdistrict.channels.listUnread({ params: { ...params(), jobId } })
  await world.workOff()
  return jobId
}

const namesFor = async (api: Api, jobId: string): Promise<string[]> => {
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page = await api.channels.unread({
      params: { ...params(), jobId },
      query: cursor === undefined ? {} : { cursor },
    })
    names.push(...page.items.map(({ name }) => name))
    cursor = page.next
  } while (cursor !== undefined)
  return names.sort()
}

test('the list holds everybody who lives there and has not read it, once; each tier sees its own, and names as it may', async () => {
  const before = await subdistrict.channels.unread({ params: { ...params(), jobId: await listed() }, query: {} })
  const { unread = 0, unreached = 0, read = 0 } = before.counts
  // Two with an account; the mother and whoever else is registered without one.
  expect([unread, read]).toEqual([2, 0])
  expect(unreached).toBeGreaterThan(0)
  await resident.channels.openMessage({ params: params() })
  const jobId = await listed()
  const after = await subdistrict.channels.unread({ params: { ...params(), jobId }, query: {} })
  expect(after.counts).toEqual({ unread: 1, unreached, read: 1 })
  expect(after.job).toMatchObject({ state: 'done', done: 2 + unreached })

  const everybody = await namesFor(subdistrict, jobId)
  expect(everybody).toHaveLength(1 + unreached)
  expect(everybody.every((name) => name.endsWith('**'))).toBe(true)
  const [here, beside] = [await namesFor(worker, jobId), await namesFor(neighbourWorker, jobId)]
  expect(here.length + beside.length).toBe(1 + unreached)
  expect(here).not.toContain('周惊蛰')
  expect(here).toContain('孙大雪')
  expect(beside).toContain('吴寒露')
  const own = await neighbourWorker.channels.unread({
    params: { ...params(), jobId },
    query: { place: world.places.west },
  })
  expect(own.items.find(({ name }) => name === '吴寒露')).toMatchObject({ account: true })
})

test('a step that is done again writes the same list, and a list asked for again is the same one', async () => {
  const jobId = await listed()
  const before = await unreadParts(jobId, '' as never, undefined, 100)
  const job = await readJob(jobId)
  if (job === undefined) throw new Error('there is a job')
  const { cursor: _cursor, ...fresh } = job
  await unreadStep({ ...fresh, state: 'running' })
  expect(await unreadParts(jobId, '' as never, undefined, 100)).toEqual(before)
  await listed(jobId)
  expect(
    (await subdistrict.channels.notice({ params: params() })).runs.filter(({ job }) => job?.id === jobId),
  ).toHaveLength(1)
})

test('each who has not read it is sent one message, whatever is repeated; while the provider is busy the rest waits', async () => {
  const unread = await listed()
  const resend = mintJobId()
  const start = () => subdistrict.channels.resendNotice({ params: { ...params(), jobId: resend }, body: { unread } })
  const earlier = (await toWhom(notice.id)).length
  // Busy twice, over the limit once, and then it takes it.
  await fail(-1, 2)
  await fail(45009, 1)
  await start()
  await world.workOff()
  await start()
  await world.workOff()
  expect((await toWhom(notice.id)).length - earlier).toBe(1)
  const { runs } = await subdistrict.channels.notice({ params: params() })
  const run = runs.find(({ job }) => job?.id === resend)
  expect(run).toMatchObject({ kind: 'resend', counts: { sent: 1 }, job: { state: 'done' } })
  expect(run?.counts['no-account']).toBeGreaterThan(0)

  // The whole job done again from its beginning sends nothing more.
  const job = await readJob(resend)
  if (job === undefined) throw new Error('there is a job')
  let cursor: string | undefined
  for (let steps = 0; steps < 20; steps++) {
    const { cursor: _former, ...rest } = job
    const step = await resendStep({ ...rest, state: 'running', ...(cursor === undefined ? {} : { cursor }) })
    cursor = step.cursor
    if (step.finished) break
  }
  expect((await toWhom(notice.id)).length - earlier).toBe(1)
})

test('whoever refused messages is told apart, and who read it meanwhile is left alone', async () => {
  const unread = await listed()
  await fail(43101, 1)
  const refused = mintJobId()
  await subdistrict.channels.resendNotice({ params: { ...params(), jobId: refused }, body: { unread } })
  await world.workOff()
  await neighbour.channels.openMessage({ params: params() })
  const read = mintJobId()
  await subdistrict.channels.resendNotice({ params: { ...params(), jobId: read }, body: { unread } })
  await world.workOff()
  const { runs } = await subdistrict.channels.notice({ params: params() })
  const countsOf = (id: string) => runs.find(({ job }) => job?.id === id)?.counts ?? {}
  expect(countsOf(refused)).toMatchObject({ refused: 1 })
  expect(countsOf(refused).sent).toBeUndefined()
  expect(countsOf(read)).toMatchObject({ read: 1 })
})

test('the rest is handed to the workers of a place as a task: one item for each, in their list, with whom to ring', async () => {
  const unread = await listed()
  const taskId = mintTaskId()
  const body = { unread, place: world.places.north, due: '2099-12-31' }
  const hand = () => subdistrict.channels.visitUnread({ params: { ...params(), taskId }, body })
  const given = await hand()
  expect(given).toMatchObject({ task: taskId })
  expect(given.people).toBeGreaterThan(0)
  await world.workOff()
  expect(await hand()).toMatchObject({ people: given.people })
  await world.workOff()
  forgetEverything()
  const { items } = await worker.tasks.items({ params: { taskId }, query: {} })
  expect(items).toHaveLength(given.people)
  expect(items.map(({ name }) => name)).toContain('孙大雪')
  const beside = await worker.channels
    .visitUnread({ params: { ...params(), taskId: mintTaskId() }, body: { ...body, place: world.places.west } })
    .catch(({ code }) => code)
  expect(beside).toBe('outside-territory')
  const { runs } = await subdistrict.channels.notice({ params: params() })
  expect(runs.find(({ task }) => task === taskId)).toMatchObject({ kind: 'visits', counts: { people: given.people } })
})

// `NOTICE_CROWD=100000` walks the same with a hundred thousand.
const crowd = Number(process.env.NOTICE_CROWD ?? 2000)

test(
  'among thousands nobody is missing and nobody is there twice, though the work is cut short again and again',
  async () => {
    const told = await sentNotice(worker, aNotice([world.places.north], { title: '停水' }))
    const read = await crowdAt(world.places.north, told.id, crowd)
    const jobId = mintJobId()
    await worker.channels.listUnread({ params: { noticeId: told.id, jobId } })
    await world.workOff()
    const job = await readJob(jobId)
    expect(job).toMatchObject({ state: 'done' })
    const { runs } = await worker.channels.notice({ params: { noticeId: told.id } })
    const counts = runs.find(({ job: one }) => one?.id === jobId)?.counts ?? {}
    // The resident of the world has an account there, too.
    expect([counts.read, counts.unread]).toEqual([read, crowd - read + 1])

    // The same list, by another worker who is killed before each step is kept, and begins it anew.
    const again = mintJobId()
    let cursor: string | undefined
    for (let finished = false; !finished; ) {
      const standing = { ...(job as Job), id: again, ...(cursor === undefined ? {} : { cursor }) }
      const { cursor: _done, ...fresh } = standing
      const input = cursor === undefined ? fresh : standing
      await unreadStep(input)
      const step = await unreadStep(input)
      cursor = step.cursor
      finished = step.finished
    }
    const people = async (run: string) => {
      const all: string[] = []
      let after: { path: PlacePath; part: string } | undefined
      for (;;) {
        const parts = await unreadParts(run, '' as PlacePath, after, 50)
        const last = parts.at(-1)
        if (last === undefined) return all
        all.push(...parts.flatMap(({ rows }) => rows.map(({ p }) => p)))
        after = { path: last.path, part: last.part }
      }
    }
    const [once, twice] = [await people(jobId), await people(again)]
    expect(new Set(once).size).toBe(once.length)
    expect(once).toHaveLength((counts.unread ?? 0) + (counts.unreached ?? 0))
    expect([...twice].sort()).toEqual([...once].sort())
  },
  Math.max(60_000, crowd * 20),
)
