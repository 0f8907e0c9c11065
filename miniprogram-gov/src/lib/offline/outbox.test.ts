import { Problem } from '@zmht/shared/problems'
import { expect, test } from 'vitest'
import { FileLost } from './files'
import { createOutbox, type Entered } from './outbox'

const entry = (id: string, files: string[] = []): Omit<Entered, 'state'> => ({
  id,
  channelId: 'caaaaaaaaaaaa',
  title: '说件事',
  name: '何小满',
  place: '花家地北里',
  at: `2026-11-30T00:00:0${id.slice(-1)}.000Z`,
  body: {
    version: 1,
    way: 'door',
    // As the application writes it: a place's id is eleven letters.
    home: '6b9zhbj1zjx' as Entered['body']['home'],
    named: { name: '何小满' },
    answers: {},
    ...(files.length === 0 ? {} : { files }),
  },
})

function aDesk(send: (one: Entered) => Promise<void>, sendFile: (id: string) => Promise<void> = async () => undefined) {
  const records = new Map<string, unknown>()
  const released: string[] = []
  const parts = {
    vault: {
      names: async (prefix: string) => [...records.keys()].filter((name) => name.startsWith(prefix)),
      read: async (name: string) => records.get(name),
      write: async (name: string, record: unknown) => void records.set(name, structuredClone(record)),
      remove: async (names: readonly string[]) => {
        for (const name of names) records.delete(name)
      },
    },
    send,
    files: {
      has: () => true,
      send: sendFile,
      release: async (ids: readonly string[]) => void released.push(...ids),
    },
    alone: <T>(work: () => Promise<T>) => work(),
  }
  return { outbox: createOutbox(parts), again: () => createOutbox(parts), records, released }
}

const r1 = `r${'a'.repeat(19)}1`
const r2 = `r${'a'.repeat(19)}2`
const photo = `f${'a'.repeat(20)}`

test('what is kept survives closing the application, is sent once in order, and then is gone with its files', async () => {
  const sent: string[] = []
  const desk = aDesk(async ({ id }) => void sent.push(id))
  await desk.outbox.add(entry(r2))
  await desk.outbox.add(entry(r1, [photo]))
  const opened = desk.again()
  await opened.load()
  expect(opened.view.get().map(({ id }) => id)).toEqual([r1, r2])
  expect(await opened.sync()).toBe(true)
  expect(await opened.sync()).toBe(true)
  expect(sent).toEqual([r1, r2])
  expect(desk.records.size).toBe(0)
  expect(desk.released).toEqual([photo])
})

test('without an answer all waits; what is refused says why and does not hold the others', async () => {
  let isThere = false
  const sent: string[] = []
  const desk = aDesk(async ({ id }) => {
    if (!isThere) throw new TypeError('no network')
    if (id === r1) throw new Problem('channel-closed')
    sent.push(id)
  })
  await desk.outbox.add(entry(r1))
  await desk.outbox.add(entry(r2))
  expect(await desk.outbox.sync()).toBe(false)
  expect(desk.outbox.view.get().map(({ state }) => state.is)).toEqual(['waiting', 'waiting'])
  isThere = true
  expect(await desk.outbox.sync()).toBe(true)
  expect(sent).toEqual([r2])
  expect(desk.outbox.view.get()).toMatchObject([{ id: r1, state: { is: 'refused' } }])
  await desk.outbox.again(r1)
  expect(desk.outbox.view.get()).toMatchObject([{ id: r1, state: { is: 'waiting' } }])
})

test('nothing is sent without the photos it names', async () => {
  const sent: string[] = []
  const desk = aDesk(
    async ({ id }) => void sent.push(id),
    async () => {
      throw new FileLost()
    },
  )
  await desk.outbox.add(entry(r1, [photo]))
  expect(await desk.outbox.sync()).toBe(true)
  expect(sent).toEqual([])
  expect(desk.outbox.view.get()).toMatchObject([{ id: r1, state: { is: 'refused', title: '有照片或文件打不开了' } }])
})
