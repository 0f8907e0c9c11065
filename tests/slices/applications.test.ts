import { changeWords, gather } from '@zmht/shared/applications'
import {
  type Api,
  type ApplicationContent,
  type ApplicationReply,
  type ChannelContent,
  mintChannelId,
  mintRequestId,
  mintStepKey,
} from '@zmht/shared/contract'
import { answersFrom } from '@zmht/shared/controls'
import { applicationTemplates } from '@zmht/shared/templates'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedPhone } from '../../functions/local/demonstration'
import { dayInChina, later, now } from '../../functions/platform/clock'
import { fillsFor, openedApplication, savedApplication, shipped } from '../applications'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { replayStream } from '../replay'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let secretary: Api
let worker: Api
let neighbour: Api
let foreign: Api
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  secretary = await as(official.secretary)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  foreign = await as(inventedPhone(5003))
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterAll(() => world.stop())

const open = (content: ApplicationContent, more: Partial<ApplicationReply['settings']> = {}) =>
  openedApplication(secretary, world.workOff, [world.places.north], content, more)
const look = (id: string, api = secretary) => api.applications.application({ params: { applicationId: id } })
type Action = Parameters<Api['applications']['changeApplication']>[0]['body']['action']
async function change({ id, edition }: ApplicationReply, action: Action, more: { version?: number } = {}) {
  const params = { applicationId: id }
  await secretary.applications.changeApplication({ params, body: { action, edition, ...more } })
  await world.workOff()
  return look(id)
}
const runsOf = async (id: string, query: { state?: 'failed' } = {}) =>
  (await secretary.applications.runs({ params: { applicationId: id }, query })).items

async function ask(channelId: string, api = resident, more: Record<string, string> = {}): Promise<string> {
  const service = await api.channels.service({ params: { channelId }, query: {} })
  const requestId = mintRequestId()
  const known = answersFrom(service.prefill)
  const [applicant] = known.applicant ?? []
  const answers = {
    ...known,
    ...(applicant === undefined ? {} : { applicant: [{ ...applicant, values: { ...applicant.values, ...more } }] }),
  }
  const body = { version: service.version, home: service.home, answers, notify: false }
  await api.channels.submit({ params: { channelId, requestId }, body })
  await world.workOff()
  return requestId
}
async function openMessage(noticeId: string) {
  const { items } = await resident.channels.messages({ query: {} })
  const found = items.find(({ id }) => id === noticeId)
  if (found === undefined) throw new Error('the notice did not arrive')
  await resident.channels.openMessage({ params: { noticeId } })
  return { person: (await resident.ledgers.mine()).me.id }
}

async function close(requestId: string): Promise<void> {
  const params = { requestId }
  await worker.channels.step({ params, body: { action: 'claim', key: mintStepKey() } })
  await worker.channels.step({ params, body: { action: 'close', key: mintStepKey(), note: '欢迎您' } })
  await world.workOff()
}

describe('an application that is opened', () => {
  test('is live with all its parts, for the residents of its places and nobody else', async () => {
    const live = await open(shipped('check-up'))
    expect(live).toMatchObject({ state: 'open', version: 1, problems: [] })
    expect(Object.keys(live.made).sort()).toEqual(['alone', 'check-up'])
    const channelId = live.made['check-up'] ?? ''
    const { items } = await resident.channels.services()
    expect(items.map(({ id }) => id)).toContain(channelId)
    const beside = world.as((await world.signIn('resident', phones.neighbour)).accessToken)
    expect((await beside.channels.services()).items.map(({ id }) => id)).not.toContain(channelId)
    const ledger = await secretary.ledgers.ledger({ params: { ledgerId: live.made.alone ?? '' } })
    expect(ledger).toMatchObject({ content: { name: '独居老人' } })
    expect(live.versions).toMatchObject([{ number: 1, says: ['第一次开通'] }])
  })

  test('is seen by nobody beside, and changed by its own organisation alone', async () => {
    const { id, edition } = await open(shipped('appeal'))
    const params = { applicationId: id }
    expect(await codeOf(look(id, neighbour))).toBe('outside-territory')
    expect(await look(id, worker)).toMatchObject({ id })
    const retiring = neighbour.applications.changeApplication({ params, body: { action: 'retire', edition } })
    expect(await codeOf(retiring)).toBe('outside-territory')
  })

  test('says what is missing where it is missing, before anything is opened', async () => {
    const saved = await savedApplication(secretary, [], shipped('check-up-hospital'))
    expect(saved.problems.map(({ message }) => message)).toEqual(['请选择用在哪里', '请选择“体检医院”是哪个单位'])
    const params = { applicationId: saved.id }
    const opening = secretary.applications.changeApplication({ params, body: { action: 'open', edition: 1 } })
    expect(await codeOf(opening)).toBe('application-broken')
  })

  test('asked for twice is opened once', async () => {
    const { id, edition } = await savedApplication(secretary, [world.places.north], shipped('appeal'))
    const params = { applicationId: id }
    const body = { action: 'open', edition } as const
    await secretary.applications.changeApplication({ params, body })
    await secretary.applications.changeApplication({ params, body })
    await world.workOff()
    expect(await look(id)).toMatchObject({ state: 'open', version: 1 })
    const { items } = await resident.channels.services()
    const { made } = await look(id)
    expect(items.filter((one) => one.id === made.appeal)).toHaveLength(1)
  })

  test('waits for the organisation that is to take part, says so, keeps what was made and goes on by itself when it agrees', async () => {
    const content = shipped('check-up-hospital')
    const beside = `o${world.places.west}`
    const stuck = await open(content, { roles: { hospital: beside } })
    expect(stuck).toMatchObject({ state: 'asking' })
    expect(stuck.stuck).toContain('已请')
    expect(Object.keys(stuck.made)).toEqual(['alone'])
    const { items } = await neighbour.channels.consents()
    const asked = items.find(({ title }) => title === '老年人健康体检（医院确认）')
    const params = { channelId: asked?.channelId ?? '' }
    await neighbour.channels.consent({ params, body: { organisation: beside, agree: true } })
    await world.workOff()
    const live = await look(stuck.id)
    expect(live).toMatchObject({ state: 'open' })
    expect(live.made.alone).toBe(stuck.made.alone)
    expect((await resident.channels.services()).items.map(({ id }) => id)).toContain(live.made['check-up'])
  })
})

describe('the life of an application', () => {
  test('retired, its entry is gone and its data stay; opened again it is there again', async () => {
    const live = await open(shipped('small-shops'))
    const taskId = live.made.round ?? ''
    expect(await secretary.tasks.task({ params: { taskId } })).toMatchObject({ state: 'running' })
    const retired = await change(live, 'retire')
    expect(retired).toMatchObject({ state: 'retired' })
    expect(await secretary.tasks.task({ params: { taskId } })).toMatchObject({ state: 'ended' })
    expect(await secretary.ledgers.ledger({ params: { ledgerId: live.made.shops ?? '' } })).toBeDefined()
    const again = await change(retired, 'open')
    expect(again).toMatchObject({ state: 'open' })
    expect(again.made.shops).toBe(live.made.shops)
    expect(again.made.round).not.toBe(taskId)
    const another = await secretary.tasks.task({ params: { taskId: again.made.round ?? '' } })
    expect(another).toMatchObject({ state: 'running' })
  })

  test('revised, it says in words what changed, and goes back to how it was', async () => {
    const content = shipped('moving-house')
    const live = await open(content)
    const params = { applicationId: live.id }
    const channelId = live.made.register ?? ''
    const titleNow = async () => (await secretary.channels.channel({ params: { channelId } })).title
    const otherwise: ApplicationContent = {
      ...content,
      wiring: [],
      parts: content.parts.map((part) =>
        part.kind === 'service'
          ? { ...part, content: { ...part.content, title: '新居民登记', promisedDays: 4 } }
          : part,
      ),
    }
    const body = { edition: live.edition, content: otherwise, settings: live.settings }
    const second = await change(await secretary.applications.saveApplication({ params, body }), 'open')
    expect(second.version).toBe(2)
    expect(second.versions[0]?.says).toEqual([
      '服务“搬家登记”改名为服务“新居民登记”',
      '服务“新居民登记”：承诺时间改为 4 个工作日',
      expect.stringMatching(/^去掉联动：当“搬家登记”办结，就登记到台账/),
    ])
    expect(await titleNow()).toBe('新居民登记')
    const third = await change(second, 'roll-back', { version: 1 })
    expect(third).toMatchObject({ state: 'open', version: 3 })
    expect(await titleNow()).toBe('搬家登记')
    expect(changeWords({ content, settings: live.settings }, third)).toEqual([])
  })
})

describe('what its keepers make of a part', () => {
  test('stays when the application is opened again, and can be kept as a version', async () => {
    const live = await open(shipped('flood'), { fills: { 电话: '010-64700000', 地点: '二楼' } })
    const params = { channelId: live.made.supplies ?? '' }
    const seen = await secretary.channels.channel({ params })
    const { title, category, procedure, promisedDays, form, booking } = seen
    const content = {
      title,
      category,
      procedure,
      promisedDays,
      form,
      ...(booking && { booking }),
      summary: '每户一份，先到先得',
    }
    const revised = await secretary.channels.revise({ params, body: { edition: seen.edition, content } })
    await secretary.channels.publish({ params, body: { edition: revised.edition, reach: [world.places.north] } })
    const kept = await change(await look(live.id), 'keep')
    expect(kept).toMatchObject({ state: 'open', version: 2 })
    expect(kept.versions[0]?.says).toEqual(['服务“应急物资领取”有改动'])
    // What was filled in is asked for elsewhere again.
    expect(JSON.stringify(kept.content)).toContain('（填电话）')
    const again = await change(kept, 'open')
    expect(again.version).toBe(2)
    expect(await secretary.channels.channel({ params })).toMatchObject({ summary: '每户一份，先到先得' })
  })
})

describe('put together from what its organisation has', () => {
  const timed: ChannelContent = {
    ...checkUp(),
    title: '疫苗接种日',
    procedure: 'open',
    booking: {
      slots: [
        { id: 'a', day: '2099-12-01', from: '09:00', until: '10:00', capacity: 2 },
        { id: 'b', day: '2099-12-01', from: '10:00', until: '11:00', capacity: 3 },
      ],
      waiting: 5,
    },
  }
  const gathered = async (id: string) => {
    const { parts, roles, settings } = gather(
      [{ kind: 'service', of: await secretary.channels.channel({ params: { channelId: id } }) }],
      { parts: [], roles: [] },
    )
    return {
      content: { ...shipped('appeal'), title: '接种', wiring: [], parts: [...parts], roles: [...roles] },
      settings,
    }
  }
  const named = async () =>
    (await secretary.channels.list({ query: {} })).items.filter(({ title }) => title === timed.title)

  test('what is open already is the part itself, as it is', async () => {
    const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: timed })
    const reach = [world.places.north]
    const published = await worker.channels.publish({
      params: { channelId: made.id },
      body: { edition: made.edition, reach },
    })
    const { content, settings } = await gathered(made.id)
    const application = await open(content, settings)
    expect([application.state, Object.values(application.made)]).toEqual(['open', [made.id]])
    const after = await secretary.channels.channel({ params: { channelId: made.id } })
    expect([after.version, after.booking]).toEqual([published.version, published.booking])
    expect(await named()).toHaveLength(1)
  })

  test('what was a draft is published with the times it had', async () => {
    const made = await worker.channels.create({
      params: { channelId: mintChannelId() },
      body: { ...timed, title: '疫苗接种日二' },
    })
    const { content, settings } = await gathered(made.id)
    const application = await open(content, settings)
    expect([application.problems, application.state, Object.values(application.made)]).toEqual([[], 'open', [made.id]])
    const after = await secretary.channels.channel({ params: { channelId: made.id } })
    expect(after.state).toBe('open')
    expect(after.booking?.slots.map(({ day, from, capacity }) => [day, from, capacity])).toEqual([
      ['2099-12-01', '09:00', 2],
      ['2099-12-01', '10:00', 3],
    ])
  })

  test('what another organisation has is not taken: one of its own is made', async () => {
    const theirs = await neighbour.channels.create({
      params: { channelId: mintChannelId() },
      body: { ...timed, title: '西里的接种' },
    })
    const { content, settings } = await gathered(
      (await worker.channels.create({ params: { channelId: mintChannelId() }, body: timed })).id,
    )
    const stolen = { ...content, parts: content.parts.map((part) => ({ ...part, uses: theirs.id })) }
    const application = await open(stolen, settings)
    expect(Object.values(application.made)).not.toContain(theirs.id)
  })
})

describe('its wiring', () => {
  test('hands out what nobody has taken up yet: it is taken up first', async () => {
    const content = shipped('check-up')
    const wiring: ApplicationContent['wiring'] = [
      {
        key: 'go',
        when: { of: 'service', part: 'check-up', at: 'submitted' },
        does: [{ do: 'errand', says: '上门看看', days: 2 }],
      },
    ]
    const application = await open({ ...content, title: '上门体检', wiring })
    const { answers, requestId, service } = await filledIn(resident, application.made['check-up'] ?? '')
    await resident.channels.submit({
      params: { channelId: service.id, requestId },
      body: { version: service.version, home: service.home, answers, notify: false },
    })
    await world.workOff()
    expect((await runsOf(application.id)).map(({ state }) => state)).toEqual(['done'])
    const { items } = await secretary.channels.errands({ params: { requestId } })
    expect(items.map(({ what }) => what)).toEqual(['上门看看'])
    // Nobody did this by hand: it is signed by what did, and by whoever set it up.
    expect(items.map(({ by }) => by)).toEqual([expect.stringMatching(/^“上门体检”自动办理（.+设置）$/)])
    const { steps, claimedBy } = await secretary.channels.request({ params: { requestId }, query: {} })
    const signed = steps.filter(({ action }) => action === 'claim' || action === 'hand-out').map(({ by }) => by)
    expect(signed.every((by) => by.startsWith('“上门体检”自动办理'))).toBe(true)
    expect(claimedBy?.name).not.toContain('自动')
  })

  test('puts who moved in into the ledger when their registration is closed, once however often it is told', async () => {
    const live = await open(shipped('moving-house'))
    await close(await ask(live.made.register ?? ''))
    const rows = () => secretary.ledgers.rows({ params: { ledgerId: live.made.newcomers ?? '' }, query: {} })
    expect((await rows()).items).toHaveLength(1)
    expect(await runsOf(live.id)).toMatchObject([{ state: 'done', steps: [{ state: 'done' }] }])
    await replayStream(world)
    expect(await runsOf(live.id)).toHaveLength(1)
    expect((await rows()).items).toHaveLength(1)
  })

  test('sends somebody to whoever asks for help in a notice', async () => {
    const live = await open(shipped('flood'), { fills: { 电话: '010-64700000', 地点: '社区服务站二楼' } })
    expect(live).toMatchObject({ state: 'open' })
    const noticeId = live.made.warning ?? ''
    const { person } = await openMessage(noticeId)
    await resident.channels.answerMessage({ params: { noticeId, person }, body: { answers: { safe: 'help' } } })
    await world.workOff()
    expect(await runsOf(live.id)).toMatchObject([{ state: 'done', about: { kind: 'receipt' } }])
    const { items } = await worker.tasks.tasksAt({ query: {} })
    const visit = items.find(({ title }) => title === '上门看望求助的居民')
    expect(visit).toMatchObject({ state: 'running' })
    const page = await worker.tasks.items({
      params: { taskId: visit?.id ?? '' },
      query: { place: world.places.north },
    })
    expect(page.items.map(({ subject }) => subject)).toEqual([person])
  })

  test('acts only where the answer is one it waits for', async () => {
    const content = shipped('moving-house')
    const waitsFor = (values: string[]): ApplicationContent => ({
      ...content,
      wiring: content.wiring.map((wire) => ({
        ...wire,
        when: { of: 'service', part: 'register', at: 'submitted', only: { control: 'dwelling', values } },
      })),
    })
    const [owned, rented] = [await open(waitsFor(['1'])), await open(waitsFor(['2']))]
    for (const { made } of [owned, rented]) await ask(made.register ?? '', resident, { dwelling: '1' })
    expect(await runsOf(owned.id)).toMatchObject([{ steps: [{ says: expect.stringContaining('登记到台账') }] }])
    expect(await runsOf(rented.id)).toMatchObject([{ steps: [{ says: '条件不符合，没有要做的' }] }])
  })

  test('fails where its official may not, says so, and does it when tried again by who may', async () => {
    const content = shipped('moving-house')
    const live = await open(content)
    const ledgerId = live.made.newcomers ?? ''
    // Somebody ended the ledger meanwhile: nobody can put anything in.
    await secretary.ledgers.end({ params: { ledgerId } })
    await close(await ask(live.made.register ?? ''))
    const [failed] = await runsOf(live.id, { state: 'failed' })
    expect(failed).toMatchObject({ state: 'failed', attempts: 1, steps: [{ state: 'failed' }] })
    expect(failed?.steps[0]?.problem).toMatch(/。$|：/)
    // Whoever keeps it is told on the first page, and nobody else.
    const told = async (api: Api) => (await api.overview.home()).news.items.filter(({ id }) => id === live.id)
    expect(await told(secretary)).toMatchObject([{ kind: 'application', title: live.title, detail: '1' }])
    expect(await told(neighbour)).toEqual([])
    const params = { applicationId: live.id, runId: failed?.id ?? '' }
    await secretary.applications.retryRun({ params, body: { attempts: 1 } })
    await world.workOff()
    expect(await runsOf(live.id)).toMatchObject([{ state: 'failed', attempts: 2 }])
    expect(await codeOf(secretary.applications.retryRun({ params, body: { attempts: 5 } }))).toBe('changed')
  })
})

const inDays = (days: number) => dayInChina(later(now(), days * 24 * 3_600_000))

describe.each(applicationTemplates.map(({ id, content }) => [id, content] as const))('%s', (_, content) => {
  const rolesIn = (organisation: string) => Object.fromEntries(content.roles.map(({ key }) => [key, organisation]))

  test('is opened in Beijing, carried to Datong and opened there, with every part at work', async () => {
    const here = await open(content, { roles: rolesIn(`o${world.places.north}`), fills: fillsFor(content, inDays(5)) })
    await isAtWork(here, secretary, phones.resident)
    const { text } = await secretary.applications.applicationFile({ params: { applicationId: here.id } })
    const read = await foreign.applications.readApplicationFile({ body: { text } })
    const there = await openedApplication(foreign, world.workOff, [world.places.datong], read.content, {
      roles: rolesIn(`o${world.places.datong}`),
      fills: fillsFor(read.content, inDays(5)),
    })
    await isAtWork(there, foreign, phones.faraway)
    // Whoever tries ten applications at one community leaves it as it was.
    for (const [api, { id, edition }] of [
      [secretary, here],
      [foreign, there],
    ] as const)
      await api.applications.changeApplication({ params: { applicationId: id }, body: { action: 'retire', edition } })
    await world.workOff()
  })
})

async function isAtWork(live: ApplicationReply, api: Api, phone: string): Promise<void> {
  expect(live).toMatchObject({ state: 'open', version: 1, problems: [] })
  const theirs = world.as((await world.signIn('resident', phone)).accessToken)
  const offered = (await theirs.channels.services()).items.map(({ id }) => id)
  for (const part of live.content.parts) {
    const id = live.made[part.key] ?? ''
    if (part.kind === 'ledger') expect((await api.ledgers.ledger({ params: { ledgerId: id } })).id).toBe(id)
    if (part.kind === 'service') expect(offered).toContain(id)
    if (part.kind === 'notice') {
      const { state } = await api.channels.notice({ params: { noticeId: id } })
      expect(['published', 'awaiting-approval']).toContain(state)
    }
    if (part.kind === 'task' && part.content.about.of !== 'one') {
      const { state } = await api.tasks.task({ params: { taskId: id } })
      expect(state).toBe(part.begin === 'at-once' ? 'running' : 'draft')
    }
  }
}

describe('carried elsewhere', () => {
  test('it holds nothing of where it was, is whole, and is opened in another city', async () => {
    const content = shipped('flood')
    const named: ApplicationContent = {
      ...content,
      parts: content.parts.map((part) =>
        part.kind === 'notice'
          ? { ...part, content: { ...part.content, text: `${part.content.text}\n花家地北里值班室 13800001234` } }
          : part,
      ),
    }
    const live = await open(named, { fills: { 电话: '010-64700000', 地点: '二楼' } })
    const file = await secretary.applications.applicationFile({ params: { applicationId: live.id } })
    for (const known of [live.id, live.organisation.id, world.places.north, '13800001234', '花家地', '010-6470'])
      expect(JSON.stringify(JSON.parse(file.text).content)).not.toContain(known)
    expect(file.takenOut.join()).toContain('13800001234')
    const read = await foreign.applications.readApplicationFile({ body: { text: file.text } })
    expect(read).toMatchObject({ known: true, origin: { file: { version: 1 } } })
    const fills = { 电话: '0352-2000000', 地点: '活动室', 地名: '城区' }
    const there = await openedApplication(foreign, world.workOff, [world.places.datong], read.content, { fills })
    expect(there).toMatchObject({ state: 'open', problems: [] })
    const theirs = world.as((await world.signIn('resident', phones.faraway)).accessToken)
    const { items } = await theirs.channels.services()
    expect(items.map(({ id }) => id)).toContain(there.made.supplies)
    expect(items.map(({ id }) => id)).not.toContain(live.made.supplies)
  })

  test('a file that was changed is refused', async () => {
    const live = await open(shipped('appeal'))
    const { text } = await secretary.applications.applicationFile({ params: { applicationId: live.id } })
    for (const broken of [text.replace('说件事', '说点事'), text.slice(0, -5), '{}', '不是文件'])
      expect(await codeOf(foreign.applications.readApplicationFile({ body: { text: broken } }))).toBe(
        'application-file-broken',
      )
  })
})
