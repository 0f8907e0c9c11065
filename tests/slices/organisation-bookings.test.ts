import { type Api, type ChannelContent, mintChannelId, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import { answersFrom } from '@zmht/shared/controls'
import type { EntityId } from '@zmht/shared/knowledge'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { aSentPhoto } from '../files'
import { anOrganisation, clearing, letAct } from '../organisations'
import { officialPhones } from '../people'
import { pusher } from '../pictures'
import { codeOf } from '../refusal'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let delegate: Api
let colleague: Api
let stranger: Api
const organisations: EntityId[] = []

const content: ChannelContent = {
  ...clearing,
  title: '车位预约',
  procedure: 'open',
  form: {
    ...clearing.form,
    controls: [
      ...clearing.form.controls,
      {
        id: 'photos',
        kind: 'photo',
        label: '现场照片',
        required: false,
        binding: { subject: 'visit', attribute: 'event.photos' },
      },
    ],
  },
  booking: { slots: [{ id: 'am', day: '2099-11-30', from: '09:00', until: '10:00', capacity: 1 }], waiting: 3 },
}

beforeAll(async () => {
  world = await aWorld()
  worker = world.as((await world.signIn('gov', (await officialPhones()).worker)).accessToken)
  const inWechat = { app: 'resident', code: 'login-zhoujingzhe-1', phoneCode: `phone-${phones.resident}-1` } as const
  delegate = world.as((await world.as().permissions.signInByWechat({ body: inWechat })).accessToken)
  colleague = world.as((await world.signIn('resident', phones.neighbour)).accessToken)
  stranger = world.as((await world.signIn('resident', phones.faraway)).accessToken)
  for (const name of ['北里物业服务中心', '北里便民超市']) {
    const organisation = await anOrganisation(world, worker, name)
    organisations.push(organisation)
    await letAct(world, worker, delegate, organisation)
  }
})
afterEach(() => forgetEverything())
afterAll(() => world.stop())

async function published(): Promise<string> {
  const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: content })
  await worker.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [world.places.north] },
  })
  forgetEverything()
  return made.id
}

interface Wish {
  readonly organisation: EntityId | undefined
  readonly photos?: readonly string[]
  readonly notify?: boolean
}

async function booked(channelId: string, { organisation, photos = [], notify = false }: Wish) {
  if (organisation === undefined) throw new Error('there is such an organisation')
  const service = await delegate.channels.organisationService({ params: { organisation, channelId }, query: {} })
  const known = answersFrom(service.prefill)
  const requestId = mintRequestId()
  const [applicant] = known.applicant ?? []
  const reply = await delegate.channels.submitForOrganisation({
    params: { organisation, channelId, requestId },
    body: {
      version: service.version,
      answers: {
        ...known,
        applicant: [{ ...applicant, values: { ...applicant?.values, extinguishers: 4 } }],
        visit: [{ values: photos.length === 0 ? {} : { photos: [...photos] } }],
      },
      slot: 'am',
      notify,
    },
  })
  await world.workOff()
  return reply
}

const own = (requestId: string, action: 'withdraw', api: Api) =>
  api.channels.ownStep({ params: { requestId }, body: { action, key: mintStepKey() } })
const look = (requestId: string, api = delegate) => api.channels.request({ params: { requestId } })

test('an organisation books a time; the other waits, though one person acts for both, and has it when it is free', async () => {
  const channelId = await published()
  const [one, other] = organisations
  const first = await booked(channelId, { organisation: one })
  const second = await booked(channelId, { organisation: other })
  expect([first, second].map(({ state, booking }) => [state, booking?.has, booking?.position])).toEqual([
    ['confirmed', 'held', undefined],
    ['queued', 'waiting', 1],
  ])
  expect(first).toMatchObject({ who: '北里物业服务中心', ofOrganisation: true })
  await own(first.id, 'withdraw', delegate)
  await world.workOff()
  expect(await look(second.id)).toMatchObject({ state: 'confirmed', booking: { has: 'held' } })
})

test('its photos are seen in the office and by whoever else acts for it, and by nobody else', async () => {
  const channelId = await published()
  const [organisation] = organisations
  if (organisation === undefined) throw new Error('there is such an organisation')
  const photo = await aSentPhoto(delegate)
  const { id } = await booked(channelId, { organisation, photos: [photo] })
  const opened = (api: Api) => codeOf(api.channels.file({ params: { fileId: photo }, query: { request: id } }))
  expect(await opened(worker)).toBe('ok')
  expect(await opened(delegate)).toBe('ok')
  expect(await opened(colleague)).not.toBe('ok')
  await letAct(world, worker, colleague, organisation)
  // A colleague is another one than whoever took it: they see it once WeChat let it pass.
  expect(await opened(colleague)).not.toBe('ok')
  await pusher(world)()
  expect(await opened(colleague)).toBe('ok')
  expect(await opened(stranger)).not.toBe('ok')
})

test('whoever asked for it in its name is told by WeChat of each turn, once', async () => {
  const channelId = await published()
  const before = await booked(channelId, { organisation: organisations[0] })
  const { id } = await booked(channelId, { organisation: organisations[1], notify: true })
  await own(before.id, 'withdraw', delegate)
  await world.workOff()
  await world.system.settle()
  const answer = await fetch(`${world.wechat.url}/stand-in/messages`)
  type Said = { page: string; data: { phrase2: { value: string }; thing4: { value: string } } }
  const told = (await answer.json()) as Said[] // the stand-in's outbox
  const saidOf = (requestId: string) =>
    told.filter(({ page }) => page.includes(requestId)).map(({ data }) => data.phrase2.value)
  expect(saidOf(id)).toEqual(['候补中', '已确认'])
  expect(saidOf(before.id)).toEqual([])
  // Each names the time it is about.
  const timesOf = told.filter(({ page }) => page.includes(id)).map(({ data }) => data.thing4.value)
  expect(timesOf).toEqual(['11月30日 上午 9:00–10:00', '11月30日 上午 9:00–10:00'])
})
