import { type Api, type EntityReply, mintJobId, mintLedgerId, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let door: PlaceId
let resident: { readonly id: string; readonly api: Api }
let ledger: string

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  const api = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const me = await api.permissions.me()
  const home = me.kind === 'resident' ? me.homes[0] : undefined
  if (home === undefined) throw new Error('the resident has no home')
  door = home.placeId
  resident = { id: (await api.ledgers.mine()).me.id, api }
  ledger = mintLedgerId()
  await worker.ledgers.save({
    params: { ledgerId: ledger },
    body: { content: aLedgerLike('residents'), measures: [], within: [world.places.north], edition: 0 },
  })
  await world.workOff()
})
afterAll(() => world.stop())

type Known = Readonly<Record<string, string>>

async function enter(known: Known, place: PlaceId = door): Promise<string> {
  const { entity } = await worker.ledgers.enter({
    body: { key: mintStepKey(), kind: 'person', place, facts: said(known), links: [] },
  })
  await world.system.settle()
  return entity.id
}

const said = (known: Known) =>
  Object.entries(known).map(([attribute, value]) => ({ attribute: `person.${attribute}`, value }))

async function correct(id: string, known: Known, links: readonly { type: string; other: string }[] = []) {
  await worker.ledgers.correct({
    params: { entityId: id },
    body: {
      key: mintStepKey(),
      facts: said(known),
      links: links.map((link) => ({ ...link, direction: 'forward' as const })),
    },
  })
  await world.system.settle()
}

const tell = async (one: string, other: string, outcome: 'same' | 'different') => {
  const told = await worker.ledgers.tellDuplicate({
    params: { entityId: one, otherId: other },
    body: { key: mintStepKey(), outcome },
  })
  await world.system.settle()
  return told
}

const open = (id: string) => worker.ledgers.entity({ params: { entityId: id }, query: { purpose: '核对资料' } })

const textOf = ({ facts }: EntityReply, attribute: string): string | undefined =>
  facts.find((one) => one.attribute === `person.${attribute}`)?.text

const linksOf = ({ links }: EntityReply): string[] =>
  links.map(({ type, direction, other }) => `${type} ${direction} ${other.id}`).sort()

const rowIds = async (): Promise<string[]> =>
  (await worker.ledgers.rows({ params: { ledgerId: ledger } })).items.map(({ id }) => id).sort()

/** Every number of the ledger is what somebody finds who counts by hand. */
async function drifts(): Promise<readonly number[]> {
  const [{ recountLedger }, { readLedger }] = await Promise.all([
    import('../../functions/ledgers/recount'),
    import('../../functions/ledgers/ledger.store'),
  ])
  const found = await readLedger(ledger)
  if (found === undefined) throw new Error('the ledger is missing')
  const all: number[] = []
  for await (const one of recountLedger(found)) all.push(one.drift)
  return all
}

async function findPairs(kind: 'person' | 'organisation' = 'person') {
  const params = { jobId: mintJobId() }
  await worker.ledgers.findDuplicates({ params, body: { place: world.places.north, kind } })
  await world.workOff()
  return worker.ledgers.duplicateSearch({ params })
}

test('two that were joined are taken apart: each with its own facts, relations, keys and rows, and what was said since where it is given', async () => {
  const first = { name: '何立冬', birthDate: '1950-03-01', idNumber: '110105195003010016', bloodType: '1' }
  const second = { name: '何小满', mobile: '19000007701', idNumber: '110105196205210029', bloodType: '2' }
  const kept = await enter(first)
  const gone = await enter(second, world.places.north)
  await correct(gone, {}, [{ type: 'parent', other: resident.id }])
  // Somebody else's relation to the one that goes.
  await correct(resident.id, {}, [{ type: 'carer', other: gone }])
  const before = { kept: await open(kept), gone: await open(gone), rows: await rowIds() }
  expect(linksOf(before.gone)).toHaveLength(3)

  expect((await tell(gone, kept, 'same')).id).toBe(kept)
  expect((await open(gone)).id).toBe(kept)
  expect(await rowIds()).toEqual(before.rows.filter((id) => id !== gone))

  // Since then: whose it is, can be told of the number; of the others somebody says so.
  await correct(kept, { idNumber: second.idNumber, email: 'xiaoman@example.com' })
  await correct(kept, { nativePlace: '山西大同' })
  await correct(kept, { wechatNumber: 'lidong1950' })
  const { items } = await worker.ledgers.merges({ params: { entityId: kept } })
  expect(items).toMatchObject([{ gone: { id: gone, name: '何小满' }, own: 2 }])
  const since = items[0]?.since ?? []
  const about = (label: string) => since.find((one) => one.about.some((each) => each.label === label))
  expect(about('电子邮箱')?.side).toBe('gone')
  expect(about('籍贯')?.side).toBeUndefined()
  const given = [about('电子邮箱'), about('籍贯')].map((one) => one?.telling ?? '')

  const body = { key: mintStepKey(), given }
  const apart = await worker.ledgers.split({ params: { entityId: kept, goneId: gone }, body })
  await world.system.settle()
  expect(apart.gone).toMatchObject({ id: gone, name: '何小满' })
  const now = { kept: await open(kept), gone: await open(gone) }
  expect([now.kept.id, now.gone.id]).toEqual([kept, gone])
  for (const attribute of ['name', 'birthDate', 'idNumber', 'bloodType', 'mobile'])
    for (const which of ['kept', 'gone'] as const)
      expect([attribute, which, textOf(now[which], attribute)]).toEqual([
        attribute,
        which,
        textOf(before[which], attribute),
      ])
  expect([textOf(now.gone, 'email'), textOf(now.kept, 'email')]).toEqual(['xiaoman@example.com', undefined])
  expect([textOf(now.gone, 'nativePlace'), textOf(now.kept, 'nativePlace')]).toEqual(['山西大同', undefined])
  expect(textOf(now.kept, 'wechatNumber')).toBeDefined()
  expect(textOf(now.gone, 'wechatNumber')).toBeUndefined()
  expect(linksOf(now.kept)).toEqual(linksOf(before.kept))
  expect(linksOf(now.gone)).toEqual(linksOf(before.gone))
  expect(await rowIds()).toEqual(before.rows)
  expect((await drifts()).every((drift) => drift === 0)).toBe(true)

  // Their numbers lead to each of them, both are found by name, neither is asked about again, and each history tells it.
  const { entityOfKey } = await import('../../functions/ledgers/entity.store')
  expect(await entityOfKey('person.idNumber', first.idNumber)).toBe(kept)
  expect(await entityOfKey('person.idNumber', second.idNumber)).toBe(gone)
  for (const [words, id] of [
    ['何立冬', kept],
    ['何小满', gone],
  ])
    expect((await worker.ledgers.search({ query: { words: words ?? '' } })).items.map((one) => one.id)).toEqual([id])
  for (const id of [kept, gone]) {
    const { items: happened } = await worker.ledgers.timeline({ params: { entityId: id } })
    expect(happened[0]).toMatchObject({ what: 'decided', title: '核对：不是同一个，已拆开' })
  }
  const email = await worker.ledgers.history({ params: { entityId: gone, attribute: 'person.email' }, query: {} })
  expect(email.sayings).toHaveLength(1)

  // Again, and told again by a stream that comes late, it changes nothing.
  await worker.ledgers.split({ params: { entityId: kept, goneId: gone }, body })
  const { reactions } = await import('../../functions/ledgers/reactions')
  const late = { id: 'x', group: 'x', at: '2026-01-01T00:00:00.000Z', change: 'added' as const }
  await reactions.merge?.({ ...late, entity: 'merge', carried: { gone, survivor: kept } })
  await reactions.split?.({ ...late, entity: 'split', carried: { gone } })
  await world.system.settle()
  expect(linksOf(await open(gone))).toEqual(linksOf(before.gone))
  expect((await worker.ledgers.merges({ params: { entityId: kept } })).items).toEqual([])
})

test('one that was joined from two before takes them along, and a sheet withdrawn afterwards finds whom it spoke of', async () => {
  const [one, two, three] = [
    await enter({ name: '冯谷雨', birthDate: '1948-04-20' }),
    await enter({ name: '冯立夏', birthDate: '1948-04-20' }),
    await enter({ name: '冯小满', birthDate: '1948-04-20' }),
  ]
  await tell(three, two, 'same')
  await tell(two, one, 'same')
  await correct(one, { email: 'gu@example.com' })
  const { items } = await worker.ledgers.merges({ params: { entityId: one } })
  expect(items.map(({ gone }) => gone.id).sort()).toEqual([two, three].sort())
  const telling = items.find(({ gone }) => gone.id === two)?.since.at(-1)?.telling ?? ''
  await worker.ledgers.split({
    params: { entityId: one, goneId: two },
    body: { key: mintStepKey(), given: [telling] },
  })
  await world.system.settle()
  expect((await open(three)).id).toBe(two)
  expect(textOf(await open(two), 'email')).toBe('gu@example.com')
  const { withdraw } = await import('../../functions/ledgers/sheets/withdraw')
  const { knowledgeNow } = await import('../../functions/knowledge/index')
  const [at = '', source = ''] = telling.split('#')
  const by = { by: 'x', at: '2027-01-01T00:00:00.000Z', knowledge: await knowledgeNow(), label: '表格' }
  expect(await withdraw(entityId(one), { id: source, at }, by)).toBe(true)
  expect(textOf(await open(two), 'email')).toBeUndefined()
  // Not joined any more, and of another there is nothing to take out.
  await expect(
    worker.ledgers.split({
      params: { entityId: one, goneId: resident.id },
      body: { key: mintStepKey(), given: [] },
    }),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect((await drifts()).every((drift) => drift === 0)).toBe(true)
})

test('a search finds who was entered twice and asks side by side; joined they are one, told apart they are never asked about again', async () => {
  // Names written down by ear, behind one door: at entry nothing is asked.
  const [early, late] = [await enter({ name: '蒋白露' }), await enter({ name: '蒋柏露', mobile: '19000007702' })]
  const brothers = [
    await enter({ name: '沈建国', birthDate: '1961-01-01' }),
    await enter({ name: '沈建军', birthDate: '1963-01-01' }),
  ]
  const [quiet, twin] = [await enter({ name: '韩霜降' }), await enter({ name: '韩双降' })]
  const job = await findPairs()
  expect(job).toMatchObject({ state: 'done', message: expect.stringContaining('发现 2 对疑似重复') })
  const pairs = async () =>
    (await worker.ledgers.duplicates()).items.map(({ one, alike }) => [one.id, alike.other.id].join(' '))
  // The one known before comes second: it stands for both.
  expect((await pairs()).sort()).toEqual([`${late} ${early}`, `${twin} ${quiet}`].sort())
  const [shown] = (await worker.ledgers.duplicates()).items.filter(({ one }) => one.id === late)
  expect(shown).toMatchObject({
    one: { name: '蒋柏露' },
    alike: {
      other: { name: '蒋白露' },
      reasons: ['姓名相近', '住址相同'],
      facts: expect.arrayContaining([{ label: '姓名', mine: '蒋柏露', theirs: '蒋白露', agree: false }]),
    },
  })
  expect(brothers).toHaveLength(2)
  // Neighbours see and decide nothing here.
  expect((await neighbour.ledgers.duplicates()).items).toEqual([])
  await expect(
    neighbour.ledgers.tellDuplicate({
      params: { entityId: late, otherId: early },
      body: { key: mintStepKey(), outcome: 'same' },
    }),
  ).rejects.toMatchObject({ code: 'outside-territory' })

  expect((await tell(late, early, 'same')).id).toBe(early)
  expect(textOf(await open(late), 'mobile')).toBeDefined()
  await tell(twin, quiet, 'different')
  expect(await pairs()).toEqual([])
  expect(await findPairs()).toMatchObject({ message: expect.stringContaining('没有发现疑似重复') })
  expect(await pairs()).toEqual([])
  expect((await drifts()).every((drift) => drift === 0)).toBe(true)
})

test('a pair that agrees in too little by now is asked about no more; every district has its night', async () => {
  const [one, other] = [await enter({ name: '杨大寒' }), await enter({ name: '杨小寒' })]
  await findPairs()
  const pairs = async () => (await worker.ledgers.duplicates()).items.map((pair) => pair.one.id)
  expect(await pairs()).toEqual([other])
  await correct(one, { birthDate: '1971-01-01' })
  await correct(other, { birthDate: '1973-01-01' })
  await findPairs()
  expect(await pairs()).toEqual([])
  // What somebody else began nobody is told of.
  const params = { jobId: mintJobId() }
  await worker.ledgers.findDuplicates({ params, body: { place: world.places.north, kind: 'person' } })
  await expect(neighbour.ledgers.duplicateSearch({ params })).rejects.toMatchObject({ code: 'not-found' })
  await world.workOff()
})
