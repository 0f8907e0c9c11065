import {
  type Api,
  mintGrantId,
  mintJobId,
  mintLedgerId,
  mintStepKey,
  mintViewId,
  type SavedView,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { baseKnowledge } from '@zmht/shared/knowledge'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { readLedger } from '../../functions/ledgers/ledger.store'
import { siftedRows } from '../../functions/ledgers/sifted'
import { forgetEverything } from '../../functions/platform/cache'
import { now } from '../../functions/platform/clock'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { bookFrom } from '../sheets'
import { aWorld, phones, type World } from '../world'

type SiftedBody = Parameters<Api['ledgers']['sifted']>[0]['body']

let world: World
let worker: Api
let neighbour: Api
let district: Api
let secretary: Api
let door: PlaceId

const chaoyang = idOfDivision('110105')

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  district = await as(official.district)
  secretary = await as(official.secretary)
  const resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const me = await resident.permissions.me()
  const home = me.kind === 'resident' ? me.homes[0] : undefined
  if (home === undefined) throw new Error('the resident has no home')
  door = home.placeId
})
afterAll(() => world.stop())

async function open(id: string, content: LedgerContent, edition = 0) {
  const saved = await worker.ledgers.save({
    params: { ledgerId: id },
    body: { content, measures: [], within: [world.places.north], edition },
  })
  await world.workOff()
  return saved
}

test('a worker opens a ledger: whoever lives in its places stands in it, and every tier sees how many', async () => {
  const id = mintLedgerId()
  const saved = await open(id, aLedgerLike('residents'))
  expect(saved.edition).toBe(1)
  const { items } = await worker.ledgers.rows({ params: { ledgerId: id } })
  expect(items.map(({ name }) => name).sort()).toEqual(['周惊蛰', '孙大雪'])
  const mother = items.find(({ name }) => name === '孙大雪')
  expect(mother?.cells['person.idNumber']?.masked).toBe(true)
  expect(mother?.cells['person.sex']?.text).toBe('女')
  const here = await worker.ledgers.measured({
    params: { ledgerId: id, measureId: 'all' },
    query: { place: world.places.north },
  })
  expect(here.here.whole.rows).toBe(2)
  expect(here.children.map(({ whole }) => whole.rows)).toEqual([2])
  // Who may not see the people is not told of fewer than three.
  const above = await district.ledgers.measured({
    params: { ledgerId: id, measureId: 'all' },
    query: { place: chaoyang },
  })
  expect(above.here.whole.rows).toBeUndefined()
  const all = await worker.ledgers.list()
  expect(all.items.find((one) => one.id === id)).toMatchObject({ name: '实有人口', rows: 2 })
})

test('somebody entered at a door is found by name, initials, phone and door, corrected, and seen with their household', async () => {
  const residents = mintLedgerId()
  await open(residents, aLedgerLike('residents'))
  const entered = await worker.ledgers.enter({
    body: {
      key: mintStepKey(),
      kind: 'person',
      place: door,
      facts: [
        { attribute: 'person.name', value: '何立冬' },
        { attribute: 'person.mobile', value: '19000007788' },
        { attribute: 'person.birthDate', value: '1950-03-01' },
      ],
      links: [],
    },
  })
  expect(entered.known).toBe(false)
  await world.system.settle()
  const find = async (api: Api, words: string) =>
    (await api.ledgers.search({ query: { words } })).items.map(({ name }) => name)
  for (const words of ['何立冬', '立冬', 'hld', '7788', '3-2-501'])
    expect(await find(worker, words), words).toContain('何立冬')
  // Not by the neighbours.
  expect(await find(neighbour, '何立冬')).toEqual([])
  const id = entered.entity.id
  await worker.ledgers.correct({
    params: { entityId: id },
    body: { key: mintStepKey(), facts: [{ attribute: 'person.name', value: '何立秋' }], links: [] },
  })
  await world.system.settle()
  expect(await find(worker, '何立冬')).toEqual([])
  expect(await find(worker, '何立秋')).toEqual(['何立秋'])
  const { items } = await worker.ledgers.rows({ params: { ledgerId: residents } })
  expect(items.map(({ name }) => name)).toContain('何立秋')
  const { nodes, edges } = await worker.ledgers.graph({ params: { entityId: id } })
  expect(nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(['何立秋', '周惊蛰', '孙大雪']))
  expect(edges.length).toBeGreaterThan(2)
  const { items: happened } = await worker.ledgers.timeline({ params: { entityId: id } })
  expect(happened.map(({ about }) => about)).toEqual([['姓名'], ['姓名', '手机号', '出生日期', '住在']])
})

test('a resident corrects what is known of them: it holds at once, and what a register decides waits for the worker', async () => {
  const resident = world.as((await world.signIn('resident', phones.neighbour)).accessToken)
  const said = await resident.ledgers.tell({
    body: { key: mintStepKey(), facts: [{ attribute: 'person.email', value: 'wu@example.com' }] },
  })
  expect(said.waiting).toEqual([])
  expect(said.entity.facts.find(({ attribute }) => attribute === 'person.email')).toMatchObject({
    text: 'wu@example.com',
    source: '本人更正',
  })
  const { me } = await resident.ledgers.mine()
  // The official who looked entered another grade of disability than the resident says.
  const grade = (value: string) => [{ attribute: 'person.disabilityLevel', value }]
  await neighbour.ledgers.correct({
    params: { entityId: me.id },
    body: { key: mintStepKey(), facts: grade('2'), links: [] },
  })
  const again = await resident.ledgers.tell({ body: { key: mintStepKey(), facts: grade('3') } })
  expect(again.waiting).toEqual(['person.disabilityLevel'])
  await world.system.settle()
  const waiting = await neighbour.ledgers.undecided()
  expect(waiting.items.map(({ id }) => id)).toContain(me.id)
  // Of somebody else nothing can be said here.
  const mine = await world.as((await world.signIn('resident', phones.resident)).accessToken).ledgers.mine()
  await expect(
    resident.ledgers.tell({ body: { key: mintStepKey(), entity: mine.me.id, facts: grade('3') } }),
  ).rejects.toThrow()
})

test('numbers stay those of a recount by hand while people come, are corrected and go', async () => {
  const id = mintLedgerId()
  await worker.ledgers.save({
    params: { ledgerId: id },
    body: { content: aLedgerLike('residents'), measures: [], within: [world.places.north], edition: 0 },
  })
  await world.workOff()
  const { recountLedger } = await import('../../functions/ledgers/recount')
  const { readLedger } = await import('../../functions/ledgers/ledger.store')
  const drifts = async () => {
    const ledger = await readLedger(id)
    if (ledger === undefined) throw new Error('the ledger is there')
    const found = []
    for await (const one of recountLedger(ledger)) found.push(one)
    return found
  }
  const before = await drifts()
  expect(before.map(({ drift }) => drift)).toEqual(before.map(() => 0))
  expect(before.length).toBeGreaterThan(5)
  const [first] = before
  expect(first?.places).toBeGreaterThan(3)
  // A number is spoilt: the recount says by how much, and it is put right with all sums above.
  const { readLeaf, saveLeaf } = await import('../../functions/platform/stream/counter.store')
  const { placeFacts } = await import('../../functions/hierarchy/index')
  const lineage = (await placeFacts(world.places.north)).lineage
  const [parent, child] = lineage.slice(-2)
  if (parent === undefined || child === undefined) throw new Error('the community has a parent')
  const measure = `${id}.all`
  const held = await readLeaf(measure, parent, child, true)
  if (held === undefined) throw new Error('the community has a number')
  const spoilt = { part: 'leaf' as const, measure, parent, child, edge: held.edge, fences: held.fences ?? {} }
  await saveLeaf({ ...spoilt, groups: { '*': (held.groups['*'] ?? 0) + 5 }, version: held.version + 1 }, held)
  const after = (await drifts()).find((one) => one.measure === measure)
  expect(after?.drift).toBeGreaterThan(0)
  // The check of the night finds it too: the community, and what lies above it.
  const { startJob } = await import('../../functions/platform/jobs')
  const { readJob } = await import('../../functions/platform/job.store')
  const { selfCheckJob } = await import('../../functions/ledgers/self-check.job')
  const night = async (job: string) => {
    await startJob({ id: job, kind: selfCheckJob, input: {}, by: 'system', message: '' })
    await world.workOff()
    return (await readJob(job))?.problems?.map(({ message }) => message) ?? []
  }
  const found = await night('j-self-check-one')
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(id)
  const { repairLedger } = await import('../../functions/ledgers/repair')
  const ledger = await readLedger(id)
  if (ledger === undefined) throw new Error('the ledger is there')
  expect(await repairLedger(ledger, () => world.system.settle())).toBe(1)
  expect((await drifts()).every(({ drift }) => drift === 0)).toBe(true)
  expect(await night('j-self-check-two')).toEqual([])
})

test('moving house: the old community’s ledger loses them, the new one’s has them, and so have the numbers', async () => {
  const [here, there] = [mintLedgerId(), mintLedgerId()]
  const body = (within: PlaceId) => ({ content: aLedgerLike('residents'), measures: [], within: [within], edition: 0 })
  await worker.ledgers.save({ params: { ledgerId: here }, body: body(world.places.north) })
  await neighbour.ledgers.save({ params: { ledgerId: there }, body: body(world.places.west) })
  await world.workOff()
  const resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const [building] = (await neighbour.hierarchy.children({ params: { placeId: await compoundOf(world.places.west) } }))
    .items
  if (building === undefined) throw new Error('the neighbours have a building')
  const me = await resident.permissions.me()
  const former = me.kind === 'resident' ? me.homes[0]?.placeId : undefined
  const names = async (api: Api, ledgerId: string) =>
    (await api.ledgers.rows({ params: { ledgerId } })).items.map(({ name }) => name)
  expect(await names(worker, here)).toContain('周惊蛰')
  await resident.permissions.setHome({ params: { placeId: building.id }, body: { label: '常住' } })
  await world.workOff()
  expect(await names(worker, here)).not.toContain('周惊蛰')
  expect(await names(neighbour, there)).toContain('周惊蛰')
  // Nor does the old community open what is known of them any more.
  const { me: person } = await resident.ledgers.mine()
  await expect(worker.ledgers.entity({ params: { entityId: person.id } })).rejects.toMatchObject({
    code: 'outside-territory',
  })
  const rowsAt = async (api: Api, ledgerId: string, place: PlaceId) =>
    (await api.ledgers.measured({ params: { ledgerId, measureId: 'all' }, query: { place } })).here.whole.rows
  expect(await rowsAt(worker, here, world.places.north)).toBe((await names(worker, here)).length)
  expect(await rowsAt(neighbour, there, world.places.west)).toBe((await names(neighbour, there)).length)
  if (former !== undefined) await resident.permissions.setHome({ params: { placeId: former }, body: { label: '常住' } })
  await world.workOff()
  expect(await names(worker, here)).toContain('周惊蛰')
})

const compoundOf = async (community: PlaceId): Promise<PlaceId> => {
  const [compound] = (await worker.hierarchy.children({ params: { placeId: community } })).items
  if (compound === undefined) throw new Error('the community has a compound')
  return compound.id
}

test('inside a community any column narrows the list and puts it in order; what is masked for the reader tells nothing', async () => {
  const id = mintLedgerId()
  await open(id, aLedgerLike('residents'))
  const params = { ledgerId: id }
  const at = { place: world.places.north }
  const sifted = (body: Omit<SiftedBody, 'place'>) => worker.ledgers.sifted({ params, body: { ...at, ...body } })
  const names = ({ items }: { readonly items: readonly { readonly name: string }[] }) => items.map(({ name }) => name)
  const all = await sifted({ conditions: [] })
  expect(all.total).toBeGreaterThan(1)
  const women = await sifted({ conditions: [{ about: 'code', attribute: 'person.sex', values: ['2'] }] })
  expect(names(women)).toContain('孙大雪')
  expect(names(women)).not.toContain('周惊蛰')
  expect(women.items[0]?.cells['person.sex']?.text).toBe('女')
  const byName = async (descending: boolean) =>
    names(await sifted({ conditions: [], sort: { column: 'person.name', descending } }))
  expect(await byName(true)).toEqual([...(await byName(false))].reverse())
  // The number of an identity card is masked in lists: nobody is found by a part of it.
  const guessed = await sifted({ conditions: [{ about: 'words', attribute: 'person.idNumber', words: '1' }] })
  expect(guessed).toMatchObject({ items: [], total: 0, unseen: all.total })
  // Of a place above, what is theirs there.
  expect((await worker.ledgers.sifted({ params, body: { place: chaoyang, conditions: [] } })).total).toBe(all.total)
  const ledger = await readLedger(id)
  if (ledger === undefined) throw new Error('the ledger is missing')
  const nothing = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' } as const
  const tooWide = { places: [chaoyang], except: [], fieldsAt: () => nothing }
  const asked = { narrowing: { filters: [] }, sifting: { conditions: [] }, at: now() }
  await expect(siftedRows(ledger, baseKnowledge, { reach: tooWide, ...asked })).rejects.toMatchObject({
    document: { fields: [{ path: 'body.place' }] },
  })
  await expect(
    sifted({ conditions: [{ about: 'known', attribute: 'person.bloodType', is: true }] }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await expect(sifted({ conditions: [], sort: { column: 'nothing', descending: false } })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(neighbour.ledgers.sifted({ params, body: { ...at, conditions: [] } })).rejects.toMatchObject({
    code: 'not-found',
  })
  // Who has but one community need not say which; above one they are asked to.
  const own = await worker.ledgers.sifted({ params, body: { conditions: [], state: 'stale' } })
  expect(own.total).toBe((await worker.ledgers.rows({ params, query: { state: 'stale' } })).items.length)
  expect((await worker.ledgers.sifted({ params, body: { conditions: [], filter: 'person.sex=2' } })).total).toBe(
    women.total,
  )
  await expect(sifted({ conditions: [{ about: 'code', attribute: 'person.sex', values: [] }] })).rejects.toMatchObject({
    document: { fields: [{ path: 'body.conditions.0', message: '请至少选一个' }] },
  })
  const grown = await sifted({ conditions: [{ about: 'age', attribute: 'person.birthDate', least: 14 }] })
  expect(grown.total).toBeGreaterThan(0)
  expect(grown.total).toBeLessThan(all.total)
  expect(names(grown)).toContain('孙大雪')
})

test('an export of a list narrowed by its columns holds just that, in its order', async () => {
  const ledgerId = mintLedgerId()
  await open(ledgerId, aLedgerLike('residents'))
  const params = { ledgerId, exportId: mintJobId() }
  const conditions = [{ about: 'code', attribute: 'person.sex', values: ['2'] }] as const
  const asked = { conditions: [...conditions], sort: { column: 'person.name', descending: true } }
  const listed = await worker.ledgers.sifted({ params: { ledgerId }, body: asked })
  await worker.ledgers.exportRows({ params, body: asked })
  await world.workOff()
  const file = await worker.ledgers.exportFile({ params })
  const rows = await bookFrom(file.url)
  const exported = rows.flatMap((row) => (listed.items.some(({ name }) => name === row[0]) ? [row[0]] : []))
  expect(exported).toEqual(listed.items.map(({ name }) => name))
  expect(rows.flat()).not.toContain('周惊蛰')
})

test('views are saved for oneself, and never over what was saved meanwhile', async () => {
  const ledgerId = mintLedgerId()
  await open(ledgerId, aLedgerLike('residents'))
  const params = { ledgerId }
  const view: SavedView = {
    id: mintViewId(),
    name: '女性，按姓名',
    state: 'stale',
    conditions: [{ about: 'code', attribute: 'person.sex', values: ['2'] }],
    sort: { column: 'person.name', descending: false },
    hidden: ['#home'],
  }
  expect(await worker.ledgers.views({ params })).toEqual({ views: [], edition: 0 })
  const body = { views: [view], edition: 0 }
  const saved = { views: [view], edition: 1 }
  expect(await worker.ledgers.saveViews({ params, body })).toEqual(saved)
  expect(await worker.ledgers.saveViews({ params, body })).toEqual(saved)
  await expect(worker.ledgers.saveViews({ params, body: { views: [], edition: 0 } })).rejects.toMatchObject({
    code: 'changed',
  })
  const twice = [view, { ...view, id: mintViewId() }]
  await expect(worker.ledgers.saveViews({ params, body: { views: twice, edition: 1 } })).rejects.toMatchObject({
    document: { fields: [{ path: 'body.views.1.name' }] },
  })
  expect(await worker.ledgers.views({ params })).toEqual(saved)
  expect(await secretary.ledgers.views({ params })).toEqual({ views: [], edition: 0 })
})

test('a rule that hides single attributes holds in rows and on the page of an entity', async () => {
  const id = mintLedgerId()
  await open(id, aLedgerLike('residents'))
  const { items } = await worker.ledgers.rows({ params: { ledgerId: id } })
  const mother = items.find(({ name }) => name === '孙大雪')
  expect(mother?.cells['person.sex']?.text).toBe('女')
  const params = { entityId: mother?.id ?? '' }
  const attributes = async () =>
    (await worker.ledgers.entity({ params, query: {} })).facts.map(({ attribute }) => attribute)
  expect(await attributes()).toEqual(expect.arrayContaining(['person.idNumber', 'person.name']))
  const { city: cityPhone } = await officialPhones()
  const city = world.as((await world.signIn('gov', cityPhone)).accessToken)
  const none = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' } as const
  await city.permissions.saveGrant({
    params: { grantId: mintGrantId() },
    body: {
      content: {
        name: '社区不看性别和证件号码',
        effect: 'forbid',
        subject: { organisations: [`o${world.places.north}`] },
        actions: ['ledger.read', 'ledger.list'],
        resource: { attributes: ['person.sex', 'person.idNumber'] },
        territory: 'own',
        fields: none,
      },
      reason: '试行：性别和证件号码不在社区显示',
      edition: 0,
    },
  })
  await world.workOff()
  forgetEverything()
  const hidden = (await worker.ledgers.rows({ params: { ledgerId: id } })).items.find((one) => one.id === mother?.id)
  expect(hidden?.name).toBe('孙大雪')
  for (const code of ['person.sex', 'person.idNumber']) expect(Object.keys(hidden?.cells ?? {})).not.toContain(code)
  expect(Object.keys(hidden?.cells ?? {}).length).toBeGreaterThan(0)
  const left = await attributes()
  expect(left).toContain('person.name')
  expect(left).not.toContain('person.idNumber')
})
