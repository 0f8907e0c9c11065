import type { Api } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, now, resetClock } from '../../functions/platform/clock'
import { aWorld, phones, type World } from '../world'

let world: World
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

const template = (id: string): LedgerContent => {
  const found = ledgerTemplates.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no template is called ${id}`)
  const { id: _id, ...content } = found
  return content
}

async function open(id: string, content: LedgerContent, edition = 1) {
  const { readLedger, saveLedger } = await import('../../functions/ledgers/ledger.store')
  const seen = await readLedger(id)
  const ledger = {
    id,
    organisationId: `o${world.places.north}`,
    content,
    measures: [],
    within: [world.places.north],
    edition,
    ended: false,
    at: now(),
    by: 'test',
  }
  expect(await saveLedger(ledger, seen)).toBe(true)
  forgetEverything()
}

async function self() {
  const { personOf } = await import('../../functions/permissions/index')
  return entityId(personOf((await resident.permissions.me()).id))
}

const rows = async () => {
  const { rowsOf } = await import('../../functions/ledgers/row.store')
  return rowsOf(await self())
}

test('whoever lives in a ledger’s places stands in it, with what is known of them, and leaves it with it', async () => {
  const { keepRows } = await import('../../functions/ledgers/rows')
  await open('l-residents', template('residents'))
  await keepRows(await self())
  const [row] = await rows()
  expect(row).toMatchObject({ ledger: 'l-residents', edition: 1, lists: expect.arrayContaining(['all']) })
  const { readList, wholeList } = await import('../../functions/ledgers/row.store')
  const page = await readList(
    { ledger: 'l-residents', list: wholeList },
    row?.district ?? '',
    row?.path ?? ('' as never),
    undefined,
  )
  expect(page.items[0]?.card.name).toBe('周惊蛰')
  await keepRows(await self())
  expect((await rows())[0]?.version).toBe(row?.version)
  moveClock(1000)
  await open(
    'l-residents',
    {
      ...template('residents'),
      membership: { by: 'rule', all: [{ about: 'known', attribute: 'person.bloodType', is: true }] },
    },
    2,
  )
  await keepRows(await self())
  expect(await rows()).toEqual([])
})
