import { type Api, mintJobId, mintLedgerId } from '@zmht/shared/contract'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readEntity } from '../../functions/ledgers/entity.store'
import { moveClock, resetClock } from '../../functions/platform/clock'
import { residentsLedger } from '../ledgers'
import { officialPhones } from '../people'
import { aWorld, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let ledgerId: string
let ids: readonly string[]

beforeAll(async () => {
  world = await aWorld()
  const phones = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(phones.worker)
  neighbour = await as(phones.neighbourWorker)
  ledgerId = mintLedgerId()
  const body = { content: residentsLedger, measures: [], within: [world.places.north], edition: 0 }
  await worker.ledgers.save({ params: { ledgerId }, body })
  await world.workOff()
  ids = (await worker.ledgers.rows({ params: { ledgerId } })).items.map(({ id }) => id)
})
afterEach(resetClock)
afterAll(() => world.stop())

const attribute = 'person.householdKind'
const claimOf = async (id: string) => (await readEntity(entityId(id), true))?.facts[attribute]
const edit = async (entities: readonly string[], code: string, by = worker) => {
  const params = { ledgerId, importId: mintJobId() }
  const body = { entities: [...entities], facts: [{ attribute, value: code }] }
  const started = await by.ledgers.startEdit({ params, body })
  return { params, body, started }
}

test('many are edited alike as a job, each with its history, and taken back to what each was before', async () => {
  expect(ids.length).toBeGreaterThan(1)
  const [first = '', ...others] = ids
  await edit([first], '2')
  await world.workOff()
  const before = await Promise.all(ids.map(claimOf))
  expect(before[0]?.value).toBe('2')
  moveClock(60_000)
  const { params, body, started } = await edit(ids, '1')
  expect(started).toMatchObject({ state: 'running' })
  // Sent again after no answer came it is the same one.
  await worker.ledgers.startEdit({ params, body })
  await world.workOff()
  const done = await worker.ledgers.sheetImport({ params })
  expect(done).toMatchObject({ state: 'done', imported: ids.length, failed: 0, wrongSheet: false })
  for (const id of ids) expect(await claimOf(id)).toMatchObject({ value: '1', authority: 'checked' })
  const { sayings } = await worker.ledgers.history({ params: { entityId: first, attribute }, query: {} })
  expect(sayings.filter(({ source }) => source.includes('批量修改'))).toHaveLength(2)
  expect((await worker.ledgers.edits({ params: { ledgerId }, query: {} })).items.map(({ id }) => id)).toContain(
    params.importId,
  )
  // They are no imports of sheets, and have no rows of one.
  expect((await worker.ledgers.imports({ params: { ledgerId }, query: {} })).items).toEqual([])
  expect((await worker.ledgers.importRows({ params, query: { what: 'first' } })).items).toEqual([])
  moveClock(60_000)
  await worker.ledgers.undoImport({ params })
  await world.workOff()
  expect(await worker.ledgers.sheetImport({ params })).toMatchObject({ state: 'undone', imported: 0 })
  expect((await Promise.all(ids.map(claimOf))).map((claim) => claim?.value)).toEqual(
    before.map((claim) => claim?.value),
  )
  expect(others.length).toBeGreaterThan(0)
})

test('who is not in the official’s places is left as they are, and it is said who and why', async () => {
  const elsewhere = (await neighbour.ledgers.search({ query: { words: '吴寒露' } })).items[0]
  if (elsewhere === undefined) throw new Error('the neighbour is not found')
  const nobody = `e${'0'.repeat(20)}`
  const before = await claimOf(elsewhere.id)
  const { params } = await edit([ids[0] ?? '', elsewhere.id, nobody], '1')
  await world.workOff()
  const done = await worker.ledgers.sheetImport({ params })
  expect(done).toMatchObject({ state: 'done', imported: 1, failed: 2, wrongSheet: false })
  expect(done.message).toContain('权限')
  expect(await claimOf(elsewhere.id)).toEqual(before)
  await expect(neighbour.ledgers.sheetImport({ params })).rejects.toMatchObject({ code: 'not-found' })
})

test.each([
  ['a name', { attribute: 'person.name', value: '王五' }, 'body.facts.0.attribute'],
  ['a number of identity', { attribute: 'person.idNumber', value: '11010519491231002X' }, 'body.facts.0.attribute'],
  ['a code that is none', { attribute, value: 'x' }, 'body.facts.0'],
] as const)('%s is not said of many', async (_what, fact, path) => {
  const before = await Promise.all(ids.map((id) => readEntity(id as EntityId, true)))
  const params = { ledgerId, importId: mintJobId() }
  await expect(
    worker.ledgers.startEdit({ params, body: { entities: [...ids], facts: [{ ...fact }] } }),
  ).rejects.toMatchObject({ code: 'invalid', document: { fields: [{ path }] } })
  expect(await Promise.all(ids.map((id) => readEntity(id as EntityId, true)))).toEqual(before)
})

test('a ledger that is not theirs to see is not edited', async () => {
  await expect(
    worker.ledgers.startEdit({
      params: { ledgerId: mintLedgerId(), importId: mintJobId() },
      body: { entities: [ids[0] ?? ''], facts: [{ attribute, value: '1' }] },
    }),
  ).rejects.toMatchObject({ code: 'not-found' })
})
