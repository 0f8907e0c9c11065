import type { ItemReply } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { Problem, type ProblemCode } from '@zmht/shared/problems'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createQueue, type Filled, type QueueParts } from './queue'
import { noCipher, passingShelf, type Shelf, vaultOf } from './vault'

const form: ItemReply['form'] = {
  knowledge: '1.0.0',
  subjects: [{ key: 'shop', kind: 'organisation', name: '门店', is: { by: 'target' } }],
  controls: [],
}
const shop = (values: FormAnswers[string][number]['values']): FormAnswers => ({ shop: [{ values }] })
const filled = (item: string, more: Partial<Filled> = {}): Filled => ({
  item,
  name: `便利店 ${item}`,
  place: '花家地北里 3 号楼',
  title: '小场所排查',
  answers: shop({ exits: 2 }),
  began: shop({}),
  base: 1,
  formVersion: 1,
  ...more,
})

interface Kept {
  readonly key: string
  readonly by: string
  readonly at: string
  readonly answers: FormAnswers
}

/** A server that takes answers as the real one does: each key once; what began before another's answer stands beside it. */
function aServer() {
  const items = new Map<
    string,
    { revision: number; latest?: Kept & { revision: number }; besides: Kept[]; keys: string[] }
  >()
  const of = (id: string) => {
    const item = items.get(id) ?? { revision: 1, besides: [], keys: [] }
    items.set(id, item)
    return item
  }
  const take = (by: string, { item: id, key, answers, base }: Parameters<QueueParts['send']>[0]): ItemReply => {
    const item = of(id)
    if (!item.keys.includes(key)) {
      item.keys.push(key)
      item.revision += 1
      const kept = { key, by, at: '2026-11-24T01:00:00.000Z', answers }
      if (item.latest !== undefined && item.latest.by !== by && base < item.latest.revision) item.besides.push(kept)
      else {
        item.latest = { ...kept, revision: item.revision }
        item.besides = []
      }
    }
    return {
      id,
      form,
      revision: item.revision,
      formVersion: 1,
      besides: item.besides,
      ...(item.latest === undefined ? {} : { latest: item.latest }),
      // Of an item the queue reads nothing else.
    } as unknown as ItemReply
  }
  return { take, of }
}

let minted = 0
const mintKey = () => `s${(minted++).toString().padStart(20, '0')}`

const noFiles: QueueParts['files'] = { has: () => false, send: async () => {}, release: async () => {} }

function aPhone(server: ReturnType<typeof aServer>, { by = 'me', shelf = passingShelf() } = {}) {
  let fails: () => unknown = () => undefined
  let afterwards: () => unknown = () => undefined
  const told: string[] = []
  let minute = 0
  const start = (files: QueueParts['files'] = noFiles) =>
    createQueue({
      files,
      vault: vaultOf(by, shelf, noCipher),
      send: async (call) => {
        const failure = fails()
        if (failure !== undefined) throw failure
        const reply = server.take(by, call)
        const lost = afterwards()
        if (lost !== undefined) throw lost
        return reply
      },
      alone: (work) => work(),
      mintKey,
      now: () => new Date(Date.UTC(2026, 10, 24) + minute++ * 60_000).toISOString(),
      onTaken: ({ id }) => told.push(id),
    })
  return {
    start,
    told,
    fail: (how: () => unknown) => {
      fails = how
    },
    lose: (how: () => unknown) => {
      afterwards = how
    },
  }
}

const offline = () => new Error('no answer')
const fine = () => undefined

test('without a network everything waits; with one each arrives once, and the queue is empty', async () => {
  const server = aServer()
  const phone = aPhone(server)
  const queue = phone.start()
  phone.fail(offline)
  for (const id of ['i1', 'i2', 'i3']) await queue.add(filled(id))
  expect(await queue.sync()).toBe('no-network')
  expect(queue.view.get().entries.map(({ item, state }) => [item, state.is])).toEqual([
    ['i1', 'waiting'],
    ['i2', 'waiting'],
    ['i3', 'waiting'],
  ])
  phone.fail(fine)
  expect(await queue.sync()).toBe('tried')
  expect(queue.view.get()).toEqual({ entries: [] })
  expect(phone.told).toEqual(['i1', 'i2', 'i3'])
  for (const id of ['i1', 'i2', 'i3']) expect(server.of(id).keys).toHaveLength(1)
})

test('an answer that arrived though no reply came is sent again under the same key, after the application was killed as well', async () => {
  const server = aServer()
  const phone = aPhone(server)
  const before = phone.start()
  phone.lose(offline)
  await before.add(filled('i1'))
  expect(await before.sync()).toBe('no-network')
  expect(server.of('i1').keys).toHaveLength(1)
  phone.lose(fine)
  const after = phone.start()
  await after.load()
  expect(await after.sync()).toBe('tried')
  expect(server.of('i1').keys).toHaveLength(1)
  expect(after.view.get().entries).toEqual([])
})

test('killed at any moment while 20 answers are sent, all arrive once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(70), { maxLength: 6 }), async (deaths) => {
      const server = aServer()
      const inner = passingShelf()
      let left = Number.POSITIVE_INFINITY
      let dead = false
      const die = () => {
        if (dead || left-- <= 0) {
          dead = true
          throw new Error('killed')
        }
      }
      const shelf: Shelf = {
        ...inner,
        put: async (name, bytes) => {
          die()
          await inner.put(name, bytes)
        },
        remove: async (names) => {
          die()
          await inner.remove(names)
        },
      }
      const phone = aPhone(server, { shelf })
      phone.lose(() => (dead ? new Error('killed') : undefined))
      phone.fail(() => (dead ? new Error('killed') : undefined))
      const first = phone.start()
      for (let at = 0; at < 20; at++) await first.add(filled(`i${at}`))
      for (const moment of deaths) {
        left = moment
        dead = false
        const queue = phone.start()
        await queue.load()
        await queue.sync().catch(() => undefined)
      }
      left = Number.POSITIVE_INFINITY
      dead = false
      const last = phone.start()
      await last.load()
      await last.sync()
      expect(last.view.get().entries).toEqual([])
      for (let at = 0; at < 20; at++) expect(server.of(`i${at}`).keys).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
})

test.each<[ProblemCode, string]>([
  ['task-not-running', '任务没有在进行'],
  ['step-not-allowed', '这一项不用填了'],
  ['not-found', '找不到这一项了'],
  ['invalid', '有内容需要修改'],
])('%s: it stays with the reason, the others go on, and it can be sent once more', async (code, title) => {
  const server = aServer()
  const phone = aPhone(server)
  const queue = phone.start()
  await queue.add(filled('i1'))
  await queue.add(filled('i2'))
  let turn = 0
  phone.fail(() => (turn++ === 0 ? new Problem(code) : undefined))
  expect(await queue.sync()).toBe('tried')
  const [entry] = queue.view.get().entries
  expect(queue.view.get().entries).toHaveLength(1)
  expect(entry?.state).toMatchObject({ is: 'refused', title })
  const later = phone.start()
  await later.load()
  await later.sync()
  expect(server.of('i1').keys).toHaveLength(0)
  await later.again(entry?.id ?? '')
  await later.sync()
  expect(server.of('i1').keys).toHaveLength(1)
  expect(later.view.get().entries).toEqual([])
})

test('signed out, everything is kept and nothing else is tried', async () => {
  const server = aServer()
  const phone = aPhone(server)
  const queue = phone.start()
  await queue.add(filled('i1'))
  await queue.add(filled('i2'))
  let tries = 0
  phone.fail(() => {
    tries++
    return new Problem('unauthenticated')
  })
  expect(await queue.sync()).toBe('signed-out')
  expect(tries).toBe(1)
  expect(queue.view.get().entries.map(({ state }) => state.is)).toEqual(['waiting', 'waiting'])
})

test('one that the server cannot cope with just now does not hold the others up', async () => {
  const server = aServer()
  const phone = aPhone(server)
  const queue = phone.start()
  for (const id of ['i1', 'i2', 'i3']) await queue.add(filled(id))
  let turn = 0
  phone.fail(() => (turn++ === 0 ? new Problem('unavailable') : undefined))
  await queue.sync()
  expect(queue.view.get().entries.map(({ item, state }) => [item, state.is])).toEqual([['i1', 'waiting']])
  let tries = 0
  for (const id of ['i4', 'i5', 'i6', 'i7']) await queue.add(filled(id))
  phone.fail(() => {
    tries++
    return new Problem('unavailable')
  })
  expect(await queue.sync()).toBe('busy')
  expect(tries).toBe(3)
})

test('filled in once more before it was ever sent, it is one answer; when it may have arrived, it is two', async () => {
  const server = aServer()
  const phone = aPhone(server)
  const queue = phone.start()
  await queue.add(filled('i1', { answers: shop({ exits: 1 }) }))
  await queue.add(filled('i1', { answers: shop({ exits: 2 }) }))
  expect(queue.view.get().entries.map(({ answers }) => answers)).toEqual([shop({ exits: 2 })])
  phone.fail(offline)
  await queue.sync()
  await queue.add(filled('i1', { answers: shop({ exits: 3 }) }))
  expect(queue.view.get().entries).toHaveLength(2)
  phone.fail(fine)
  await queue.sync()
  expect(server.of('i1').latest?.answers).toEqual(shop({ exits: 3 }))
})

test('what somebody else filled in meanwhile is merged where the two do not differ, and sent under a key of its own', async () => {
  const server = aServer()
  server.take('another', { item: 'i1', key: 'k-another', answers: shop({ alarm: true }), base: 1, formVersion: 1 })
  const phone = aPhone(server)
  const queue = phone.start()
  await queue.add(filled('i1', { answers: shop({ exits: 2 }) }))
  expect(await queue.sync()).toBe('tried')
  expect(queue.view.get().entries).toEqual([])
  const item = server.of('i1')
  expect(item.latest).toMatchObject({ by: 'me', answers: shop({ alarm: true, exits: 2 }) })
  expect(item.besides).toEqual([])
  expect(item.keys).toHaveLength(3)
})

test('where the two differ it waits for the person; settled, it is sent from what the other said', async () => {
  const server = aServer()
  server.take('another', {
    item: 'i1',
    key: 'k-another',
    answers: shop({ exits: 1, alarm: true }),
    base: 1,
    formVersion: 1,
  })
  const phone = aPhone(server)
  const queue = phone.start()
  await queue.add(filled('i1', { answers: shop({ exits: 2 }) }))
  await queue.sync()
  const again = phone.start()
  await again.load()
  const [entry] = again.view.get().entries
  expect(entry?.state).toMatchObject({ is: 'differs', theirs: { by: 'another' } })
  await again.sync()
  expect(server.of('i1').keys).toHaveLength(2)
  await again.settle(entry?.id ?? '', shop({ exits: 2, alarm: true }))
  await again.sync()
  expect(again.view.get().entries).toEqual([])
  expect(server.of('i1').latest).toMatchObject({ by: 'me', answers: shop({ exits: 2, alarm: true }) })
})
