import { type Api, mintChannelId, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { channelTemplate } from '@zmht/shared/templates'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctionsOfCity } from '../../functions/channels/routing/index'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { aroundTarget } from '../../functions/ledgers/index'
import { mintedFrom } from '../../functions/ledgers/resolve'
import { forgetEverything } from '../../functions/platform/cache'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let housing: Api
let contact: Api
let resident: Api

const enterprise = '花家地北里物业服务中心'

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  housing = await as(official.housing)
  contact = await as(official.contact)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterAll(() => world.stop())

async function open(template: string): Promise<string> {
  const found = channelTemplate(template)
  if (found === undefined) throw new Error(`${template} is shipped`)
  const { title, form, procedure } = found
  const params = { channelId: mintChannelId() }
  const content = { title, summary: '说给负责的单位', category: 'other' as const, procedure, promisedDays: 5, form }
  const { edition } = await worker.channels.create({ params, body: content })
  await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
  return params.channelId
}

async function say(channelId: string, values: Record<string, string | string[]>): Promise<string> {
  const service = await resident.channels.service({ params: { channelId }, query: {} })
  const requestId = mintRequestId()
  const me = service.prefill.applicant?.[0]?.entity
  const answers: FormAnswers = {
    applicant: [{ ...(me === undefined ? {} : { entity: me }), values: { name: '周惊蛰', mobile: phones.resident } }],
    matter: [{ values }],
  }
  await resident.channels.submit({
    params: { channelId, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.workOff()
  forgetEverything()
  return requestId
}

const see = (api: Api, requestId: string) => api.channels.request({ params: { requestId } })
const lift = '花家地北里3号楼2单元的电梯坏了三天，没人来修'

describe('an appeal', () => {
  test('whose subject and place are sure is with the department from the first moment, and lies where it happened', async () => {
    const requestId = await say(await open('appeal'), { detail: lift })
    const seen = await see(resident, requestId)
    expect(seen.desk).toMatchObject({ name: '朝阳区住房和城市建设委员会', part: 'desk' })
    expect(seen.route).toMatchObject({ sure: true, decided: false, subject: { name: '电梯故障' } })
    expect(seen.place).toBe('花家地北里 3号楼 2单元')
    expect(seen.steps[0]?.note).toContain('住房与物业')
    expect((await housing.channels.desk({ query: {} })).items.map(({ id }) => id)).toContain(requestId)
    expect((await worker.tasks.work({ query: {} })).items.map((one) => one.requestId)).not.toContain(requestId)
  })

  test('that says nothing of what it is about is for the worker of the place, and what the worker decides teaches', async () => {
    const requestId = await say(await open('appeal'), { detail: '有个事情想请你们帮忙看一看，谢谢' })
    const seen = await see(worker, requestId)
    expect([seen.desk, seen.route?.sure]).toEqual([undefined, false])
    expect((await worker.tasks.work({ query: {} })).items.map((one) => one.requestId)).toContain(requestId)
    const { guesses } = await worker.channels.requestProposal({ params: { requestId } })
    const decided = await worker.channels.step({
      params: { requestId },
      body: { action: 'classify', key: mintStepKey(), subject: 'lift' },
    })
    expect(decided.route).toMatchObject({ decided: true, subject: { code: 'lift' } })
    await world.workOff()
    const taught = await correctionsOfCity(idOfDivision('11'), undefined)
    expect(taught.items.map((one) => one.requestId)).toContain(requestId)
    expect(guesses.length).toBeLessThanOrEqual(5)
  })

  test('about a thing of the ledgers goes to who keeps it up', async () => {
    const at = world.places.north
    const keeper = await worker.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'organisation',
        place: at,
        facts: [{ attribute: 'organisation.name', value: enterprise }],
        links: [],
      },
    })
    const cover = await worker.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'thing',
        place: at,
        facts: [{ attribute: 'thing.name', value: '北里东门污水井盖' }],
        links: [{ type: 'maintained-by-organisation', direction: 'forward', other: keeper.entity.id }],
      },
    })
    await world.workOff()
    const reported = await say(await open('manhole-covers'), { cover: cover.entity.id, detail: '井盖破了一半' })
    expect((await see(resident, reported)).desk).toMatchObject({ name: enterprise, part: 'desk' })
    expect((await contact.channels.desk({ query: {} })).items.map(({ id }) => id)).toContain(reported)
  })

  test('speaks of what whoever reads it found there, and of nothing else: kept, it is walked from both ends', async () => {
    const requestId = await say(await open('appeal'), { detail: '花家地北里3号楼2单元那里有点情况，请来看一看' })
    const params = { requestId }
    const { mentions } = await worker.channels.requestProposal({ params })
    const [unit] = mentions.find(({ kind }) => kind === 'place')?.candidates ?? []
    if (unit === undefined) throw new Error('the text names a place')
    const accept = (entity: string) =>
      worker.channels.step({
        params,
        body: { action: 'mention', key: mintStepKey(), mentions: [{ kind: 'place', entity }] },
      })
    await expect(accept(world.places.west)).rejects.toMatchObject({ code: 'not-found' })
    await accept(unit.id)
    await world.workOff()
    const event = mintedFrom(`${requestId}/event/0`)
    const { relations } = await aroundTarget(event)
    expect(relations.map(({ type, from, to }) => [type, from, to])).toContainEqual(['at', event, unit.id])
    expect((await worker.channels.requestProposal({ params })).accepted).toEqual([{ kind: 'place', entity: unit.id }])
  })
})

test('what a city’s workers decided is read newest first, from what to what and by whom; never what was written', async () => {
  const city = world.as((await world.signIn('gov', (await officialPhones()).city)).accessToken)
  const requestId = await say(await open('appeal'), { detail: '麻烦安排人来小区里看一下情况' })
  const { route } = await see(worker, requestId)
  for (const subject of ['lift', 'rubbish'] as const) {
    await worker.channels.step({ params: { requestId }, body: { action: 'classify', key: mintStepKey(), subject } })
    await world.workOff()
  }
  const { items } = await city.channels.corrections({ query: { place: world.places.north } })
  const first = items.find((one) => one.requestId === requestId)
  // Decided twice, it is told from what was proposed at first.
  expect(first?.proposed).toBe(route?.subject?.name)
  expect(first).toMatchObject({ by: expect.stringMatching(/^\p{Script=Han}{2,4}$/u) })
  expect(first?.subject).toBe((await see(worker, requestId)).route?.subject?.name)
  expect(JSON.stringify(items)).not.toContain('麻烦安排')
  await expect(worker.channels.corrections({ query: { place: world.places.north } })).rejects.toMatchObject({
    code: 'outside-territory',
  })
})
