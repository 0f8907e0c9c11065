import type { Api } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { byDoor, packsOf } from './packs'
import { noCipher, passingShelf, vaultOf } from './vault'

type Page = Awaited<ReturnType<Api['tasks']['pack']>>

const taskId = `q${'0'.repeat(20)}`
const idOf = (at: number) => `i${String(at).padStart(20, '0')}`
const at = '2026-11-24T01:00:00.000Z'

/** A task with so many items that wait, 20 a page, and a page in between of which nothing waits any more. */
function aTask(count: number, edition = '第一次') {
  const items = Array.from({ length: count }, (_, order): Page['items'][number] => ({
    id: idOf(order),
    taskId,
    subject: entityId(`e${'0'.repeat(20)}`),
    name: `${order} 号店 ${edition}`,
    place: `花家地北里 ${order} 号楼`,
    state: 'open',
    at,
    prefill: { shop: [{ values: {} }] },
    revision: 1,
    actions: ['answer', 'give-back'],
  }))
  const pages = [items.slice(0, 20), [], items.slice(20, 40), items.slice(40)]
  return async (cursor: string | undefined): Promise<Page> => {
    const page = Number(cursor ?? '0')
    return {
      task: { id: taskId, title: '小场所排查', basis: '逐家看', due: '2026-12-01', state: 'running' },
      form: { knowledge: '1.0.0', subjects: [], controls: [] },
      formVersion: 1,
      items: pages[page] ?? [],
      ...(page + 1 < pages.length ? { next: String(page + 1) } : {}),
    }
  }
}

const aVault = () => vaultOf('o1', passingShelf(), noCipher)

test('all pages are taken along, told as they come, in the order of doors; each item is there as the server would tell it', async () => {
  const vault = aVault()
  const told: number[] = []
  await packsOf(vault, () => at).take(taskId, 'place', aTask(53), (items) => told.push(items))
  expect(told).toEqual([20, 20, 40, 53])
  const packs = packsOf(vault, () => at)
  const [pack] = await packs.all()
  expect(pack?.cards.map(({ id }) => id)).toEqual(Array.from({ length: 53 }, (_, order) => idOf(order)))
  for (const order of [0, 19, 20, 39, 40, 52])
    expect(await packs.item(idOf(order))).toMatchObject({
      id: idOf(order),
      name: `${order} 号店 第一次`,
      revision: 1,
      task: { title: '小场所排查' },
      besides: [],
    })
  expect(await packs.item(idOf(53))).toBeUndefined()
})

test('taken along anew, broken off half-way, what was there before is still whole; then nothing is left of the former', async () => {
  const vault = aVault()
  const packs = packsOf(vault, () => at)
  await packs.take(taskId, undefined, aTask(45), () => undefined)
  const later = aTask(30, '第二次')
  const breaking = async (cursor: string | undefined) => {
    if (cursor === '2') throw new Error('no answer')
    return later(cursor)
  }
  await expect(packs.take(taskId, undefined, breaking, () => undefined)).rejects.toThrow('no answer')
  expect((await packs.of(taskId))?.cards).toHaveLength(45)
  expect(await packs.item(idOf(3))).toMatchObject({ name: '3 号店 第一次' })
  await packs.take(taskId, undefined, later, () => undefined)
  expect(await packs.item(idOf(3))).toMatchObject({ name: '3 号店 第二次' })
  expect(await packs.item(idOf(44))).toBeUndefined()
  const left = await vault.names('page.')
  expect(left).toHaveLength(4)
})

test('what was taken along is walked from door to door as the numbers go', () => {
  const doors = [
    '北里 10号楼 1单元 101',
    '北里 2号楼 2单元 101',
    '北里 2号楼 1单元 1002',
    '北里 2号楼 1单元 302',
    '北里',
    '北里 2号楼',
  ]
  expect(byDoor(doors.map((place) => ({ place }))).map(({ place }) => place)).toEqual([
    '北里',
    '北里 2号楼',
    '北里 2号楼 1单元 302',
    '北里 2号楼 1单元 1002',
    '北里 2号楼 2单元 101',
    '北里 10号楼 1单元 101',
  ])
})

test('many that are sent at once all stand in their new state', async () => {
  const packs = packsOf(aVault(), () => at)
  await packs.take(taskId, undefined, aTask(22), () => undefined)
  await Promise.all(Array.from({ length: 22 }, (_, order) => packs.note({ id: idOf(order), taskId, state: 'done' })))
  expect((await packs.of(taskId))?.cards.every(({ state }) => state === 'done')).toBe(true)
})

test('an item that was sent stands in its new state; a task that is not taken along any more leaves nothing', async () => {
  const vault = aVault()
  const packs = packsOf(vault, () => at)
  await packs.take(taskId, undefined, aTask(22), () => undefined)
  await packs.note({ id: idOf(21), taskId, state: 'done' })
  await packs.note({ id: idOf(99), taskId, state: 'done' })
  expect((await packs.of(taskId))?.cards.filter(({ state }) => state === 'done').map(({ id }) => id)).toEqual([
    idOf(21),
  ])
  expect(await packs.item(idOf(21))).toMatchObject({ state: 'done' })
  await packs.forget(taskId)
  expect(await vault.names('')).toEqual([])
})
