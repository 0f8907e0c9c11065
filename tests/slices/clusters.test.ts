import { type Api, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import { likeness, sketchOf } from '@zmht/shared/routing'
import { privacyGuideline } from '@zmht/shared/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseOfLead, membersOf, readCase } from '../../functions/channels/cases/case.store'
import { nearUnder } from '../../functions/channels/cases/near.store'
import { aSentPhoto } from '../files'
import { publishRouted } from '../outside'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let housing: Api
let resident: Api
let other: Api
let channelId: string
let version: number

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  housing = await as(official.housing)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  other = await aResident('13912340101')
  channelId = await publishRouted(worker, [world.places.north])
  version = (await worker.channels.channel({ params: { channelId } })).version ?? 0
  await world.workOff()
})
afterAll(() => world.stop())

async function aResident(phone: string): Promise<Api> {
  const api = world.as((await world.signIn('resident', phone)).accessToken)
  await api.permissions.consent({ params: { guideline: privacyGuideline } })
  await api.permissions.setHome({ params: { placeId: world.places.north }, body: { label: '常住' } })
  return api
}

async function saying(text: string, api = resident, follows = false): Promise<string> {
  const requestId = mintRequestId()
  await api.channels.submit({
    params: { channelId, requestId },
    body: {
      version,
      home: (await homeOf(api)) ?? world.places.north,
      answers: { caller: [{ values: {} }], matter: [{ values: { q1: text } }] },
      notify: false,
      ...(follows ? { follows: true as const } : {}),
    },
  })
  await world.workOff()
  return requestId
}

async function homeOf(api: Api) {
  const me = await api.permissions.me()
  return me.kind === 'resident' ? me.homes[0]?.placeId : undefined
}

const seen = (requestId: string, api = housing) => api.channels.request({ params: { requestId } })
const like = async (requestId: string, api = housing) =>
  (await api.channels.likeRequests({ params: { requestId } })).items
const join = (requestId: string, requests: string[], api = housing, key = mintStepKey()) =>
  api.channels.joinCase({ params: { requestId }, body: { key, requests } })
const step = (requestId: string, body: Parameters<Api['channels']['step']>[0]['body'], api = housing) =>
  api.channels.step({ params: { requestId }, body })

const liftA = '花家地北里3号楼2单元的电梯坏了三天没人修，老人下不了楼'
const liftB = '3号楼2单元电梯又坏了，三天了也没人来修'
const noise = '花家地北里3号楼2单元楼上半夜装修太吵'

test('a text is kept as numbers that tell how much two have in common', () => {
  expect(likeness(sketchOf(liftA), sketchOf(liftA))).toBe(1)
  expect(likeness(sketchOf(liftA), sketchOf(liftB))).toBeGreaterThan(likeness(sketchOf(liftA), sketchOf(noise)))
  expect(likeness(sketchOf(''), sketchOf(''))).toBe(0)
})

describe('合并办理', () => {
  let first: string
  let second: string
  beforeAll(async () => {
    first = await saying(liftA)
    second = await saying(liftB, other)
  })

  test('what seems to be the same is proposed with reasons, nothing of other places or subjects', async () => {
    const noisy = await saying(noise, other)
    const items = await like(first)
    expect(items.map(({ id }) => id)).toEqual([second])
    expect(items[0]?.reasons).toEqual(['都是“电梯故障”', '在同一处', '说法也像'])
    expect((await like(second)).map(({ id }) => id)).toEqual([first])
    await expect(like(first, neighbour)).rejects.toMatchObject({ code: 'outside-territory' })
    expect(items.map(({ id }) => id)).not.toContain(noisy)
  })

  test('joined they are one case, counted once for each resident; taken out it is by itself again', async () => {
    const key = mintStepKey()
    const joined = await join(first, [second], housing, key)
    expect(joined).toMatchObject({ requests: 2, people: 2, lead: first })
    expect(joined.items.map(({ id, lead }) => [id, lead])).toEqual([
      [first, true],
      [second, false],
    ])
    expect(await join(first, [second], housing, key)).toMatchObject({ requests: 2, people: 2 })
    expect((await seen(second, other)).case).toEqual({ people: 2, requests: 2, lead: false })
    const again = await saying(liftB, other)
    expect(await join(second, [again])).toMatchObject({ requests: 3, people: 2, lead: first })
    await expect(
      housing.channels.leaveCase({ params: { requestId: first }, body: { key: mintStepKey() } }),
    ).rejects.toMatchObject({ code: 'step-not-allowed' })
    await housing.channels.leaveCase({ params: { requestId: again }, body: { key: mintStepKey() } })
    expect(await readCase(caseOfLead(first))).toMatchObject({ requests: 2, people: 2 })
    expect((await seen(again)).case).toBeUndefined()
    await expect(
      neighbour.channels.joinCase({ params: { requestId: first }, body: { key: mintStepKey(), requests: [again] } }),
    ).rejects.toMatchObject({ code: 'outside-territory' })
    await step(again, { action: 'decline', key: mintStepKey(), note: '重复提交' })
    await world.workOff()
  })

  test('an answer to the lead is everybody’s, each under their own name, with its photo; nobody reads of another', async () => {
    await step(first, { action: 'claim', key: mintStepKey() })
    await world.workOff()
    expect((await seen(second, other)).state).toBe('claimed')
    const photo = await aSentPhoto(housing)
    await step(first, { action: 'close', key: mintStepKey(), note: '{姓名}您好，电梯修好了（{编号}）', files: [photo] })
    await world.workOff()
    const theirs = await seen(second, other)
    expect(theirs.state).toBe('closed')
    const last = theirs.steps.at(-1)
    expect(last?.note).toBe(`${theirs.who}您好，电梯修好了（${theirs.number}）`)
    const led = await seen(first)
    expect(led.steps.at(-1)?.note).toBe(`${led.who}您好，电梯修好了（${led.number}）`)
    expect(last?.files?.map(({ id }) => id)).toEqual([photo])
    await expect(other.channels.file({ params: { fileId: photo }, query: { request: second } })).resolves.toMatchObject(
      {
        name: '门口.jpg',
      },
    )
    expect(JSON.stringify(theirs)).not.toContain(first)
    expect(theirs.case).toEqual({ people: 2, requests: 2, lead: false })
    // What ended is proposed to nobody any more.
    expect(await nearUnder(`lift@${world.places.north}`, '2000-01-01T00:00:00.000Z')).not.toContainEqual(
      expect.objectContaining({ requestId: first }),
    )
  })
})

test('many join at once: the numbers are those of the members, and a close in their midst reaches all', async () => {
  const texts = Array.from({ length: 9 }, () => '花家地北里4号楼1单元电梯停运了没人修')
  const ids: string[] = []
  for (const [at, text] of texts.entries()) ids.push(await saying(text, at % 2 === 0 ? resident : other))
  const [lead = '', ...others] = ids
  await join(lead, [others[0] ?? ''])
  await step(lead, { action: 'claim', key: mintStepKey() })
  await Promise.all(others.slice(1).map((id) => join(lead, [id])))
  const found = await readCase(caseOfLead(lead))
  const members = await membersOf(caseOfLead(lead))
  expect(members.map(({ requestId }) => requestId).sort()).toEqual([...ids].sort())
  expect(found).toMatchObject({ requests: 9, people: 2 })
  await step(lead, { action: 'close', key: mintStepKey(), note: '已恢复运行' })
  await world.workOff()
  const states = await Promise.all(ids.map(async (id) => (await seen(id)).state))
  expect(states).toEqual(ids.map(() => 'closed'))
  const answers = await Promise.all(
    ids.map(async (id) => (await seen(id)).steps.filter(({ action }) => action === 'close')),
  )
  expect(answers.map((one) => one.length)).toEqual(ids.map(() => 1))
}, 60_000)

describe('a resident who writes the same', () => {
  test('is told how many neighbours did, of nobody else, and may have it answered with theirs', async () => {
    const text = '花家地北里3号楼2单元电梯坏了没人修，又困住人了'
    const asked = async (api: Api) =>
      (
        await api.channels.likeAppeals({
          body: { text, home: (await homeOf(api)) ?? world.places.north },
        })
      ).like
    expect(await asked(other)).toBeUndefined()
    const first = await saying(text)
    expect(await asked(resident)).toBeUndefined()
    expect(await asked(other)).toMatchObject({ people: 1, subject: '电梯故障' })
    const mine = await saying(text, other, true)
    const shown = await seen(mine, other)
    expect(shown.case).toEqual({ people: 2, requests: 2, lead: false })
    expect((await seen(first, resident)).case).toEqual({ people: 2, requests: 2, lead: true })
    await expect(seen(first, other)).rejects.toMatchObject({ code: 'not-found' })
  })
})
