import { type Api, mintGrantId, mintJobId, mintLedgerId, mintMeasureId, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { bookFrom } from '../sheets'
import { aWorld, type World } from '../world'

type Measure = Parameters<Api['ledgers']['previewMeasure']>[0]['body']['measure']

let world: World
let worker: Api
let neighbour: Api
let city: Api
/** Sees people in the whole subdistrict, by a rule of its own. */
let subdistrict: Api
let ledgerId: string
const subdistrictPlace = idOfDivision('110105026')

const entered: readonly { name: string; born: string; sex: '1' | '2'; falls: number; at: 'north' | 'west' }[] = [
  { name: '查甲', born: '1940-01-01', sex: '1', falls: 0, at: 'north' },
  { name: '查乙', born: '1950-01-01', sex: '2', falls: 4, at: 'north' },
  { name: '查丙', born: '1960-01-01', sex: '2', falls: 2, at: 'west' },
  { name: '查丁', born: '2000-01-01', sex: '1', falls: 9, at: 'west' },
]

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  city = await as(official.city)
  subdistrict = await as(official.subdistrict)
  await city.permissions.saveGrant({
    params: { grantId: mintGrantId() },
    body: {
      content: {
        name: '街道看名单',
        effect: 'allow',
        subject: { organisations: [`o${subdistrictPlace}`] },
        actions: ['ledger.list', 'ledger.read', 'ledger.write', 'statistics.read'],
        resource: {},
        territory: 'own',
        fields: { open: 'full', internal: 'full', personal: 'full', sensitive: 'masked' },
      },
      reason: '街道统筹走访',
      edition: 0,
    },
  })
  forgetEverything()
  for (const { name, born, sex, falls, at } of entered)
    await (at === 'north' ? worker : neighbour).ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'person',
        place: world.places[at],
        facts: [
          { attribute: 'person.name', value: name },
          { attribute: 'person.birthDate', value: born },
          { attribute: 'person.sex', value: sex },
          { attribute: 'person.falls', value: falls },
        ],
        links: [],
      },
    })
  ledgerId = mintLedgerId()
  await subdistrict.ledgers.save({
    params: { ledgerId },
    body: { content: aLedgerLike('residents'), measures: [], within: [subdistrictPlace], edition: 0 },
  })
  await world.workOff()
})
afterAll(() => world.stop())

const mine = (names: readonly string[]) => names.filter((name) => name.startsWith('查'))

async function search(api: Api, body: Parameters<Api['ledgers']['startSearch']>[0]['body']) {
  const params = { ledgerId, searchId: mintJobId() }
  const job = await api.ledgers.startSearch({ params, body })
  expect(job.state).toBe('waiting')
  expect((await api.ledgers.foundRows({ params })).items).toEqual([])
  await world.workOff()
  return { params, found: await api.ledgers.foundRows({ params }) }
}

test('what is wider than a community is looked at by a job, row after row, in the order that was asked for', async () => {
  const conditions = [{ about: 'age', attribute: 'person.birthDate', least: 60 } as const]
  await expect(
    subdistrict.ledgers.sifted({ params: { ledgerId }, body: { place: subdistrictPlace, conditions } }),
  ).rejects.toMatchObject({ document: { fields: [{ path: 'body.place' }] } })
  const sort = { column: 'person.age', descending: false }
  const { params, found } = await search(subdistrict, { place: subdistrictPlace, conditions, sort })
  expect(found.job).toMatchObject({ state: 'done', done: found.job.total })
  expect(mine(found.items.map(({ name }) => name))).toEqual(['查丙', '查乙', '查甲'])
  expect(found.total).toBe(found.items.length)
  // Nobody else's.
  await expect(worker.ledgers.foundRows({ params })).rejects.toMatchObject({ code: 'not-found' })
  await expect(worker.ledgers.startSearch({ params, body: { conditions: [] } })).rejects.toMatchObject({
    code: 'key-reused',
  })
  // Whoever works in one community finds what is there, whatever is asked for.
  const narrow = await search(worker, { conditions })
  expect(mine(narrow.found.items.map(({ name }) => name)).sort()).toEqual(['查乙', '查甲'])
  // A declared filter and a column at once.
  const women = await search(subdistrict, { conditions, filter: 'person.sex=2' })
  expect(mine(women.found.items.map(({ name }) => name)).sort()).toEqual(['查丙', '查乙'])
})

test('what was found is shown as it is now: who has left is gone, what was corrected is correct', async () => {
  const conditions = [{ about: 'words', attribute: 'person.name', words: '查' } as const]
  const { params, found } = await search(subdistrict, { conditions })
  const [first] = found.items.filter(({ name }) => name === '查甲')
  await worker.ledgers.correct({
    params: { entityId: first?.id ?? '' },
    body: { key: mintStepKey(), facts: [{ attribute: 'person.name', value: '查甲甲' }], links: [] },
  })
  await world.workOff()
  const names = async () => mine((await subdistrict.ledgers.foundRows({ params })).items.map(({ name }) => name))
  expect(await names()).toContain('查甲甲')
  await worker.ledgers.correct({
    params: { entityId: first?.id ?? '' },
    body: { key: mintStepKey(), facts: [{ attribute: 'person.name', value: '查甲' }], links: [] },
  })
  await world.workOff()
})

test('what no column tells is refused before anything is looked at; a sensitive column finds nobody', async () => {
  const params = { ledgerId, searchId: mintJobId() }
  await expect(
    subdistrict.ledgers.startSearch({
      params,
      body: { conditions: [{ about: 'known', attribute: 'person.bloodType', is: true }] },
    }),
  ).rejects.toMatchObject({ code: 'invalid' })
  const { found } = await search(subdistrict, {
    conditions: [{ about: 'words', attribute: 'person.idNumber', words: '1' }],
  })
  expect(found.items).toEqual([])
  expect(found.unseen).toBeGreaterThanOrEqual(entered.length)
})

test('the same conditions go into a sheet of the whole subdistrict', async () => {
  const params = { ledgerId, exportId: mintJobId() }
  const conditions = [{ about: 'age', attribute: 'person.birthDate', least: 60 } as const]
  await subdistrict.ledgers.exportRows({ params, body: { conditions, purpose: '核对' } })
  await world.workOff()
  const book = await bookFrom((await subdistrict.ledgers.exportFile({ params })).url)
  expect(mine(book.slice(2).map(([name]) => String(name))).sort()).toEqual(['查丙', '查乙', '查甲'])
})

const measure = (more: Partial<Measure>): Measure => ({
  id: mintMeasureId(),
  name: '试一试',
  filter: [],
  groups: [],
  fold: { by: 'count' },
  ...more,
})

test('a measure is seen on today’s data before it is saved, and says the same when it is', async () => {
  const tried = measure({
    filter: [{ about: 'words', attribute: 'person.name', words: '查' }],
    groups: [{ by: 'band', attribute: 'person.birthDate', years: true, edges: [60] }],
    fold: { by: 'sum', attribute: 'person.falls' },
  })
  const preview = (one: Measure, place: PlaceId = subdistrictPlace) =>
    subdistrict.ledgers.previewMeasure({ params: { ledgerId }, body: { measure: one, place } })
  const seen = await preview(tried)
  expect(seen.looked).toBe(seen.all)
  expect(seen.here.whole).toEqual({ groups: [], value: 15, rows: 4 })
  const at = (place: PlaceId) => seen.children.find(({ id }) => id === place)?.readings
  expect(at(world.places.west)).toEqual(
    expect.arrayContaining([
      { groups: ['-'], value: 9, rows: 1 },
      { groups: ['60'], value: 2, rows: 1 },
    ]),
  )
  const ledger = await subdistrict.ledgers.ledger({ params: { ledgerId } })
  await subdistrict.ledgers.save({
    params: { ledgerId },
    body: { content: ledger.content, measures: [tried], within: [subdistrictPlace], edition: ledger.edition },
  })
  await world.workOff()
  forgetEverything()
  const counted = await subdistrict.ledgers.measured({
    params: { ledgerId, measureId: tried.id },
    query: { place: subdistrictPlace },
  })
  const sorted = ({ here, children }: Pick<typeof counted, 'here' | 'children'>) =>
    [{ id: '', ...here }, ...children].map(({ id, whole, readings }) => [
      id,
      whole,
      [...readings].sort((one, other) => (one.groups.join() < other.groups.join() ? -1 : 1)),
    ])
  expect(sorted(counted)).toEqual(sorted(seen))
  await expect(preview(measure({ groups: [{ by: 'code', attribute: 'person.name' }] }))).rejects.toMatchObject({
    document: { fields: [{ path: 'body.measure.groups.0' }] },
  })
  // Whoever reads the ledger and does not keep it defines nothing.
  await expect(
    worker.ledgers.previewMeasure({ params: { ledgerId }, body: { measure: tried, place: world.places.north } }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})
