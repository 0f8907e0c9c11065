import { type Api, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { baseKnowledge, type EntityId, entityId } from '@zmht/shared/knowledge'
import { mentionPatch } from '@zmht/shared/routing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctionsOfCity, propose, teachRouting } from '../../functions/channels/routing/index'
import { readLearntCounts, readLearntHead } from '../../functions/channels/routing/learnt.store'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { childrenOf } from '../../functions/hierarchy/index'
import { applyToGraph } from '../../functions/ledgers/apply'
import { aroundTarget } from '../../functions/ledgers/index'
import { mintedFrom } from '../../functions/ledgers/resolve'
import { forgetEverything } from '../../functions/platform/cache'
import { now } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let resident: Api
let worker: Api
let neighbour: Api
let north: PlaceId
let west: PlaceId
let unit: PlaceId
const beijing = idOfDivision('11')
const known: Record<string, EntityId> = {}

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const official = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  worker = await official(officials.worker)
  neighbour = await official(officials.neighbourWorker)
  north = world.places.north
  west = world.places.west
  unit = await below(north, ['花家地北里', '3号楼', '2单元'])
  const enter = async (
    api: Api,
    kind: 'thing' | 'organisation' | 'person',
    place: PlaceId,
    facts: Record<string, string>,
  ) => {
    const name = facts.name ?? ''
    const said = Object.entries(facts).map(([what, value]) => ({ attribute: `${kind}.${what}`, value }))
    const body = { key: mintStepKey(), kind, place, facts: said, links: [] }
    known[name] = entityId((await api.ledgers.enter({ body })).entity.id)
  }
  await enter(worker, 'thing', unit, { name: '2单元电梯' })
  await enter(worker, 'thing', north, { name: '白色面包车', plate: '京AD12345' })
  await enter(worker, 'organisation', north, { name: '安居物业服务中心' })
  await enter(worker, 'person', await below(north, ['花家地北里', '1号楼', '1单元', '101']), { name: '王建国' })
  await enter(neighbour, 'thing', west, { name: '西里车棚', plate: '京AF67890' })
  await enter(neighbour, 'organisation', west, { name: '远邻物业服务中心' })
  await world.workOff()
})
afterAll(() => world.stop())

async function below(place: PlaceId, names: readonly string[]): Promise<PlaceId> {
  let at = place
  for (const name of names) {
    const child = (await childrenOf(at)).find((one) => one.name === name)
    if (child === undefined) throw new Error(`${name} is not there`)
    at = child.id
  }
  return at
}

const read = (text: string, more: { place?: PlaceId; home?: PlaceId } = {}) =>
  resident.channels.readAppeal({ body: { text, ...more } })
const proposal = (text: string, place: PlaceId = north, api: Api = worker) =>
  api.channels.proposeRouting({ body: { text, place } })

describe('居民写诉求', () => {
  test('subject, place and department are told with the reason, before anything is sent', async () => {
    const { subject, sure, where, department, reason } = await read('花家地北里3号楼2单元的电梯又坏了，老人下不来楼')
    expect(subject).toEqual({ code: 'lift', name: '电梯故障' })
    expect(sure).toBe(true)
    expect(where).toMatchObject({ from: 'text', sure: true, place: { id: unit, tail: '花家地北里 3号楼 2单元' } })
    expect(department).toMatchObject({ duty: 'housing', name: '朝阳区住房和城市建设委员会' })
    expect(reason).toBe('说的是电梯，归“住房与物业”；花家地北里 3号楼 2单元由朝阳区住房和城市建设委员会负责。')
  })

  test('where nobody holds the duty, who answers for everything there takes it, and it is said', async () => {
    const { department, reason } = await read('花家地北里的健身器材坏了，没法锻炼')
    expect(department).toMatchObject({ duty: 'territory', name: expect.stringContaining('花家地北里') })
    expect(reason).toMatch(/没有单位登记负责“.*”，先由.*按“属地管理”接手。/)
  })

  test('the duty is looked for upwards: fire safety is the subdistrict’s', async () => {
    const { department, reason } = await read('花家地北里消防通道被堵死了')
    expect(department).toMatchObject({ duty: 'fire', name: '望京街道办事处' })
    expect(reason).toBe('说的是消防通道和设施，归“消防安全”；花家地北里由望京街道办事处负责。')
  })

  test('without a place it is the writer’s home, another home’s is no way in, and a chosen place comes before the words', async () => {
    const home = await read('路灯不亮')
    expect(home.where).toMatchObject({ from: 'home', sure: true })
    expect(home.where.place?.tail).toContain('花家地北里')
    expect(home.reason).toContain('没写在哪里，先按住址')
    await expect(read('路灯不亮', { home: west })).rejects.toMatchObject({ code: 'not-found' })
    const chosen = await read('花家地北里的路灯不亮', { place: west })
    expect(chosen.where).toMatchObject({ from: 'given', place: { id: west } })
  })

  test('what is not understood is not guessed, and goes to who answers for everything there', async () => {
    const { subject, sure, department, reason } = await read('你好，有件事')
    expect(subject).toBeUndefined()
    expect([sure, department?.duty]).toEqual([false, 'territory'])
    expect(reason).toContain('还看不出说的是哪一类事')
  })

  test('too long a text is refused in words', async () => {
    await expect(read('长'.repeat(2001))).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('工作人员派件', () => {
  test('what else it may be, the deciding words, and what the text names of the ledgers in reach', async () => {
    const text = '王建国大爷说，花家地北里3号楼2单元的电梯坏了，京AD12345挡着门，找过安居物业服务中心。'
    const { guesses, because, mentions } = await proposal(text)
    expect(guesses[0]?.subject.code).toBe('lift')
    expect(because.map(({ start, end }) => text.slice(start, end))).toContain('电梯')
    const named = mentions.map(({ kind, words, sure, candidates }) => ({ kind, words, sure, id: candidates[0]?.id }))
    expect(named).toEqual([
      { kind: 'person', words: '王建国', sure: false, id: known.王建国 },
      { kind: 'place', words: '花家地北里3号楼2单元', sure: true, id: unit },
      { kind: 'thing', words: '电梯', sure: false, id: known['2单元电梯'] },
      { kind: 'thing', words: '京AD12345', sure: true, id: known.白色面包车 },
      { kind: 'organisation', words: '安居物业服务中心', sure: true, id: known.安居物业服务中心 },
    ])
    for (const { start, end, words } of mentions) expect(text.slice(start, end)).toBe(words)
  })

  test('what stands in the neighbours’ ledgers is not found', async () => {
    const { mentions } = await proposal('京AF67890堵着，找了远邻物业服务中心也不管')
    expect(mentions).toEqual([])
    const theirs = await proposal('京AF67890堵着', west, neighbour)
    expect(theirs.mentions.map(({ candidates }) => candidates[0]?.id)).toEqual([known.西里车棚])
  })

  test('an organisation that only stands in the directory is told as such', async () => {
    const { mentions } = await proposal('花家地北里物业服务中心乱收费')
    const told = mentions.filter(({ kind }) => kind === 'organisation')
    expect(told.map(({ candidates }) => candidates[0]?.of)).toEqual(['directory'])
  })

  test('elsewhere nothing is proposed', async () => {
    await expect(proposal('路灯不亮', west)).rejects.toMatchObject({ code: 'outside-territory' })
  })
})

describe('更正会教会系统', () => {
  const text = '小绿驿又离线了，刷脸打不开'
  const teach = (requestId: string, subject: 'rubbish' | 'parking', said = text) =>
    teachRouting({ requestId, text: said, subject, place: north, by: 'a1' })
  const guessed = async (home: PlaceId) => {
    forgetEverything()
    return (await propose({ text: '小绿驿离线了，打不开', home })).guesses[0]?.subject
  }

  test('one correction more is known here, not in another city; taught again it is one; decided otherwise it is taken back', async () => {
    expect(await guessed(north)).toBeUndefined()
    const ids = [mintRequestId(), mintRequestId(), mintRequestId()]
    for (const id of ids) await teach(id, 'rubbish')
    const { version } = await readLearntHead(beijing, true)
    await Promise.all(ids.map((id) => teach(id, 'rubbish')))
    expect((await readLearntHead(beijing, true)).version).toBe(version)
    expect((await readLearntCounts(beijing, 'rubbish', true))?.texts).toBe(3)
    expect(await guessed(north)).toBe('rubbish')
    expect(await guessed(world.places.datong)).toBeUndefined()

    for (const id of ids) await teach(id, 'parking')
    expect(await readLearntCounts(beijing, 'rubbish', true)).toEqual({ texts: 0, grams: {} })
    expect((await readLearntCounts(beijing, 'parking', true))?.texts).toBe(3)
    expect(await guessed(north)).toBe('parking')
    const { items } = await correctionsOfCity(beijing, undefined)
    expect(items.map(({ subject }) => subject)).toEqual(['parking', 'parking', 'parking'])
  })

  test('many at once lose nothing', async () => {
    const before = (await readLearntCounts(beijing, 'parking', true))?.texts ?? 0
    const ids = Array.from({ length: 4 }, mintRequestId)
    await Promise.all(ids.map((id) => teach(id, 'parking')))
    expect((await readLearntCounts(beijing, 'parking', true))?.texts).toBe(before + 4)
  })

  test('neither names of places and people nor numbers are kept', async () => {
    await teach(mintRequestId(), 'parking', '王建国大爷说花家地北里小绿驿挡了京AD12345')
    const { grams } = (await readLearntCounts(beijing, 'parking', true)) ?? { grams: {} }
    expect(Object.keys(grams).join()).not.toMatch(/建国|花家|家地|北里|12345/)
  })
})

test('accepted mentions are walked from both ends: from the appeal to the lift, from the lift to the appeal', async () => {
  const requestId = mintRequestId()
  const event = { fresh: `${requestId}/event/0` }
  const lift = known['2单元电梯']
  if (lift === undefined) throw new Error('the lift was entered')
  const patch = mentionPatch(baseKnowledge.version, event, [
    { kind: 'place', entity: entityId(unit) },
    { kind: 'thing', entity: lift },
  ])
  const speaker = {
    by: 'a1',
    source: { kind: 'official' as const, id: requestId, label: '诉求派件' },
    at: now(),
    knowledge: baseKnowledge,
    authority: () => 'checked' as const,
    place: entityId(north),
  }
  await applyToGraph(patch, speaker)
  // Sent again after a crash it is said once.
  await applyToGraph(patch, speaker)
  await world.workOff()
  const appeal = mintedFrom(event.fresh)
  const seen = await worker.ledgers.graph({ params: { entityId: lift }, query: {} })
  expect(seen.edges).toContainEqual(expect.objectContaining({ from: appeal, to: lift, type: 'about-thing' }))
  expect(seen.nodes).toContainEqual(expect.objectContaining({ id: appeal, kind: 'event' }))
  expect(seen.edges.filter(({ type }) => type === 'about-thing')).toHaveLength(1)
  const { relations } = await aroundTarget(appeal)
  expect(relations.filter(({ from }) => from === appeal).map(({ type, to }) => [type, to])).toEqual(
    expect.arrayContaining([
      ['about-thing', lift],
      ['at', unit],
    ]),
  )
})
