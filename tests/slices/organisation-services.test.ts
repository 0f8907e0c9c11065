import { type Api, type ChannelContent, mintChannelId, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import { answersFrom, type FormAnswers } from '@zmht/shared/controls'
import type { EntityId } from '@zmht/shared/knowledge'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { anOrganisation, clearing as content, letAct } from '../organisations'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { aWorld, checkUp, phones, type World } from '../world'

let world: World
let worker: Api
let neighbourWorker: Api
let delegate: Api
let colleague: Api
let stranger: Api
let delegateId: string
let organisation: EntityId
let charges: { delegate: string; colleague: string }

const enterprise = '花家地北里物业服务中心'

async function published(change: Partial<ChannelContent> = {}, reach = [world.places.north]): Promise<string> {
  const made = await worker.channels.create({
    params: { channelId: mintChannelId() },
    body: { ...content, ...change },
  })
  await worker.channels.publish({ params: { channelId: made.id }, body: { edition: made.edition, reach } })
  forgetEverything()
  return made.id
}

const endCharge = async (api: Api, chargeId: string) => {
  await api.ledgers.endCharge({ params: { chargeId }, body: { edition: 2, reason: '换人了' } })
  await world.workOff()
}

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const official = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await official(officials.worker)
  neighbourWorker = await official(officials.neighbourWorker)
  const session = await world.signIn('resident', phones.resident)
  delegate = world.as(session.accessToken)
  delegateId = session.me.id
  // Lives in the neighbouring community, and works for the same organisation.
  colleague = world.as((await world.signIn('resident', phones.neighbour)).accessToken)
  stranger = world.as((await world.signIn('resident', phones.faraway)).accessToken)
  organisation = await anOrganisation(world, worker, enterprise)
  charges = { delegate: await letAct(world, worker, delegate, organisation), colleague: '' }
})
afterEach(() => forgetEverything())
afterAll(() => world.stop())

const opened = (channelId: string, api = delegate) =>
  api.channels.organisationService({ params: { organisation, channelId }, query: {} })

async function answersTo(channelId: string, typed: Record<string, Record<string, string | number>>, api = delegate) {
  const service = await opened(channelId, api)
  const known = answersFrom(service.prefill)
  const answers: FormAnswers = Object.fromEntries(
    Object.entries(known).map(([subject, instances]) => [
      subject,
      instances.map((one) => ({ ...one, values: { ...one.values, ...typed[subject] } })),
    ]),
  )
  return { service, answers }
}

async function sent(channelId: string, api = delegate, requestId = mintRequestId(), count = 8) {
  const { service, answers } = await answersTo(channelId, { applicant: { extinguishers: count } }, api)
  const reply = await api.channels.submitForOrganisation({
    params: { organisation, channelId, requestId },
    body: { version: service.version, answers, notify: false },
  })
  await world.workOff()
  return reply
}

const requestsOf = async (api: Api) =>
  (await api.channels.organisationRequests({ params: { organisation }, query: {} })).items
const mine = async (api: Api) => (await api.channels.myRequests({ query: {} })).items

describe('a service for organisations', () => {
  test('is offered under the name of the organisation, to its delegates alone', async () => {
    const channelId = await published()
    const { items } = await delegate.channels.organisationServices()
    expect(items).toMatchObject([{ id: organisation, name: enterprise, located: true }])
    expect(items[0]?.place).toContain('花家地北里')
    expect(items[0]?.services).toMatchObject([{ id: channelId, title: content.title }])
    expect((await stranger.channels.organisationServices()).items).toEqual([])
    expect(await codeOf(opened(channelId, stranger))).toBe('not-delegate')
    expect(await codeOf(opened(mintChannelId(), delegate))).toBe('not-found')
  })

  test('never shows among residents’ own, nor is asked for as one', async () => {
    const channelId = await published()
    const own = await delegate.channels.services()
    expect(own.items.map(({ id }) => id)).not.toContain(channelId)
    expect(await codeOf(delegate.channels.service({ params: { channelId }, query: {} }))).toBe('not-found')
    const { service, answers } = await answersTo(channelId, { applicant: { extinguishers: 1 } })
    const asResident = delegate.channels.submit({
      params: { channelId, requestId: mintRequestId() },
      body: { version: service.version, home: world.places.north, answers, notify: false },
    })
    expect(await codeOf(asResident)).toBe('not-found')
    const counter = await worker.channels.behalfServices({ query: { place: world.places.north } })
    expect(counter.items.map(({ id }) => id)).not.toContain(channelId)
    const form = worker.channels.behalfForm({ params: { channelId }, query: { place: world.places.north } })
    expect(await codeOf(form)).toBe('not-found')
  })

  test('and what is for residents is asked for by no organisation', async () => {
    const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: checkUp() })
    await worker.channels.publish({
      params: { channelId: made.id },
      body: { edition: made.edition, reach: [world.places.north] },
    })
    forgetEverything()
    const { items } = await delegate.channels.organisationServices()
    expect(items[0]?.services.map(({ id }) => id)).not.toContain(made.id)
    expect(await codeOf(opened(made.id))).toBe('not-found')
    const asOrganisation = delegate.channels.submitForOrganisation({
      params: { organisation, channelId: made.id, requestId: mintRequestId() },
      body: { version: 1, answers: {}, notify: false },
    })
    expect(await codeOf(asOrganisation)).toBe('not-found')
  })

  test('is offered where the organisation is, not where its delegate lives', async () => {
    const there = await published({ title: '只在西里' }, [world.places.west]).catch((error) => error.code)
    // A worker of the north may not publish for the west: the neighbour does.
    expect(there).toBe('outside-territory')
    const made = await neighbourWorker.channels.create({ params: { channelId: mintChannelId() }, body: content })
    await neighbourWorker.channels.publish({
      params: { channelId: made.id },
      body: { edition: made.edition, reach: [world.places.west] },
    })
    forgetEverything()
    expect(await codeOf(opened(made.id))).toBe('not-found')
  })

  test('opens with what is known of the organisation and of who handles it, and writes to both', async () => {
    const channelId = await published()
    const first = await opened(channelId)
    expect(first.for).toMatchObject({ id: organisation, name: enterprise })
    expect(first.prefill.applicant?.[0]?.values.name?.value).toBe(enterprise)
    expect(first.prefill.applicant?.[0]?.values.extinguishers).toBeUndefined()
    expect(first.prefill.handler?.[0]?.values.mobile?.value).toBe(phones.resident)
    await sent(channelId)
    const second = await opened(channelId)
    expect(second.prefill.applicant?.[0]?.values).toMatchObject({
      name: { value: enterprise },
      extinguishers: { value: 8 },
    })
    const { sayings } = await worker.ledgers.history({
      params: { entityId: organisation, attribute: 'organisation.extinguishers' },
      query: {},
    })
    expect(sayings).toMatchObject([{ sourceKind: 'self', authority: 'own', source: content.title }])
  })

  test('is for whom it is for, by what is known of the organisation', async () => {
    const rule = (values: string[]) => ({
      audience: {
        who: 'self' as const,
        rules: [{ about: 'fact' as const, attribute: 'organisation.smallPlaceKind', values }],
      },
    })
    const meant = await published(rule(['3']))
    const other = await published(rule(['1']))
    const cards = (await delegate.channels.organisationServices()).items[0]?.services ?? []
    expect(cards.find(({ id }) => id === meant)?.audience).toMatch(/的单位$/)
    expect(cards.map(({ id }) => id)).not.toContain(other)
    expect(await codeOf(opened(other))).toBe('not-meant')
    expect(await codeOf(opened(meant))).toBe('ok')
  })

  test('is not published with what makes no sense of an organisation, nor with a form of a person', async () => {
    const refusal = async (change: Partial<ChannelContent>) => {
      const made = await worker.channels.create({
        params: { channelId: mintChannelId() },
        body: { ...content, ...change },
      })
      const error = await worker.channels
        .publish({ params: { channelId: made.id }, body: { edition: made.edition, reach: [world.places.north] } })
        .catch((one) => one)
      return error.document?.fields?.map(({ message }: { message: string }) => message) ?? []
    }
    expect(await refusal({ form: checkUp().form })).toEqual(
      expect.arrayContaining([expect.stringContaining('一个申请单位')]),
    )
    expect(await refusal({ audience: { who: 'family', rules: [{ about: 'age', least: 65 }] } })).toEqual(
      expect.arrayContaining([expect.stringContaining('没有“家人”'), expect.stringContaining('不能按年龄')]),
    )
  })
})

describe('what an organisation asked for', () => {
  test('is one request however often it is sent, and lies where the organisation is', async () => {
    const channelId = await published()
    const requestId = mintRequestId()
    const { service, answers } = await answersTo(channelId, { applicant: { extinguishers: 3 } })
    const send = () =>
      delegate.channels.submitForOrganisation({
        params: { organisation, channelId, requestId },
        body: { version: service.version, answers, notify: false },
      })
    const all = await Promise.all([send(), send(), send()])
    expect(new Set(all.map(({ number }) => number)).size).toBe(1)
    await world.workOff()
    expect(all[0]).toMatchObject({
      who: enterprise,
      ofOrganisation: true,
      applicant: { id: organisation, name: enterprise, by: '周惊蛰' },
      state: 'submitted',
    })
    expect(all[0]?.place).toContain('花家地北里')
    expect((await requestsOf(delegate)).filter(({ id }) => id === requestId)).toHaveLength(1)
    // It is the organisation's, not its delegate's own.
    expect((await mine(delegate)).map(({ id }) => id)).not.toContain(requestId)
  })

  test('is the organisation’s in the office: its name, its place, who acted; and stands on its page', async () => {
    const channelId = await published()
    const made = await sent(channelId)
    const shown = await worker.channels.request({ params: { requestId: made.id } })
    expect(shown).toMatchObject({
      who: enterprise,
      applicant: { id: organisation, name: enterprise, by: '周惊蛰' },
    })
    expect(shown.steps[0]).toMatchObject({ says: '单位提交了申请', by: `${enterprise} 周惊蛰` })
    expect(shown.entities).toEqual(expect.arrayContaining([{ id: organisation, name: enterprise }]))
    expect(await codeOf(neighbourWorker.channels.request({ params: { requestId: made.id } }))).toBe('outside-territory')
    const { items } = await worker.ledgers.timeline({ params: { entityId: organisation }, query: {} })
    expect(JSON.stringify(items)).toContain(content.title)
  })

  test('is worked on, answered, rated, and taken up again as any other', async () => {
    const channelId = await published()
    const { id } = await sent(channelId)
    const step = (body: Parameters<Api['channels']['step']>[0]['body']) =>
      worker.channels.step({ params: { requestId: id }, body })
    const own = (body: Parameters<Api['channels']['ownStep']>[0]['body'], api = delegate) =>
      api.channels.ownStep({ params: { requestId: id }, body })
    await own({ action: 'urge', key: mintStepKey(), note: '明天要用' })
    await step({ action: 'claim', key: mintStepKey() })
    await step({ action: 'return', key: mintStepKey(), note: '请写明几车' })
    const added = await own({ action: 'add', key: mintStepKey(), note: '两车' })
    expect(added.steps.at(-1)).toMatchObject({ by: '您', note: '两车' })
    await step({ action: 'confirm', key: mintStepKey() })
    await step({ action: 'close', key: mintStepKey(), note: '周三上午来清运' })
    const rated = await own({ action: 'rate', key: mintStepKey(), stars: 5 })
    expect(rated.rating).toEqual({ stars: 5 })
    const again = await own({ action: 'reopen', key: mintStepKey(), note: '还剩半车' })
    expect(again.state).not.toBe('closed')
    const shown = await worker.channels.request({ params: { requestId: id } })
    expect(shown.steps.find(({ action }) => action === 'add')).toMatchObject({ by: `${enterprise} 周惊蛰` })
    await own({ action: 'withdraw', key: mintStepKey() })
    expect((await requestsOf(delegate)).find((one) => one.id === id)?.state).toBe('withdrawn')
  })

  test('is seen and moved by the other delegates, and by nobody else', async () => {
    const channelId = await published()
    const { id } = await sent(channelId)
    const look = (api: Api) => codeOf(api.channels.request({ params: { requestId: id } }))
    expect(await look(colleague)).toBe('not-found')
    expect(await codeOf(requestsOf(colleague))).toBe('not-delegate')
    charges.colleague = await letAct(world, worker, colleague, organisation)
    expect((await requestsOf(colleague)).map((one) => one.id)).toContain(id)
    const seen = await colleague.channels.request({ params: { requestId: id } })
    expect(seen.steps[0]).toMatchObject({ says: '单位提交了申请', by: `${enterprise} 周惊蛰` })
    await colleague.channels.ownStep({
      params: { requestId: id },
      body: { action: 'add', key: mintStepKey(), note: '补一句' },
    })
    const back = await delegate.channels.request({ params: { requestId: id } })
    expect(back.steps.at(-1)).toMatchObject({ says: '单位补充了说明', by: `${enterprise} 吴寒露` })
    await endCharge(colleague, charges.colleague)
    expect(await look(colleague)).toBe('not-found')
    expect(await codeOf(requestsOf(colleague))).toBe('not-delegate')
    expect(await look(stranger)).toBe('not-found')
  })

  test('is no more of who acted once they do not act for it: they are told so and see nothing', async () => {
    const channelId = await published()
    const { id } = await sent(channelId)
    const { service, answers } = await answersTo(channelId, { applicant: { extinguishers: 2 } })
    await endCharge(delegate, charges.delegate)
    expect((await delegate.channels.organisationServices()).items).toEqual([])
    const refusals = await Promise.all([
      codeOf(delegate.channels.request({ params: { requestId: id } })),
      codeOf(requestsOf(delegate)),
      codeOf(opened(channelId)),
      codeOf(
        delegate.channels.ownStep({ params: { requestId: id }, body: { action: 'withdraw', key: mintStepKey() } }),
      ),
      codeOf(
        delegate.channels.submitForOrganisation({
          params: { organisation, channelId, requestId: mintRequestId() },
          body: { version: service.version, answers, notify: false },
        }),
      ),
      // Sent again it is not given back either.
      codeOf(
        delegate.channels.submitForOrganisation({
          params: { organisation, channelId, requestId: id },
          body: { version: service.version, answers, notify: false },
        }),
      ),
    ])
    expect(refusals).toEqual(Array.from({ length: 6 }, () => 'not-delegate'))
    const { readRequest } = await import('../../functions/channels/request.store')
    const { toldAccount } = await import('../../functions/channels/for-organisations/delegate')
    const kept = await readRequest(id)
    if (kept === undefined) throw new Error('the request is not kept')
    expect(await toldAccount(kept)).toBeUndefined()
    charges.delegate = await letAct(world, worker, delegate, organisation)
    expect(await toldAccount(kept)).toBe(delegateId)
  })

  test('counts against the day of who sends it', async () => {
    const channelId = await published()
    const { mostADay } = await import('@zmht/shared/rules')
    for (let count = 0; count < mostADay.request.alike; count++)
      await sent(channelId, delegate, mintRequestId(), count + 1)
    expect(await codeOf(sent(channelId))).toBe('enough-today')
  })
})
