import { randomBytes } from 'node:crypto'
import type { ItemReply } from '@zmht/shared/contract'
import { Problem, type ProblemCode } from '@zmht/shared/problems'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aesOf } from './aes'
import { type Announced, FileLost, FilesFull, filesHere } from './files'
import { createQueue, type Filled } from './queue'
import { noCipher, passingShelf, type Shelf, vaultOf } from './vault'

const aFile = (id: string, change: Partial<Announced> = {}): Announced => ({
  id,
  kind: 'photo',
  name: '门口.jpg',
  type: 'image/jpeg',
  bytes: 4,
  ...change,
})
const some = Uint8Array.from([1, 2, 3, 4])

/** The bucket and the server: an answer that names a file that has not come is a failure of the phone. */
function aServer() {
  const came = new Map<string, string>()
  const answers = new Map<string, readonly string[]>()
  let uploads = 0
  let refuses: () => unknown = () => undefined
  return {
    came,
    answers,
    uploads: () => uploads,
    refuse: (how: () => unknown) => {
      refuses = how
    },
    upload: async ({ id }: Announced, bytes: Uint8Array): Promise<boolean> => {
      const failure = refuses()
      if (failure !== undefined) throw failure
      uploads++
      came.set(id, [...bytes].join())
      return true
    },
    answer: (key: string, named: readonly string[]) => {
      const failure = refuses()
      if (failure !== undefined) throw failure
      for (const id of named) if (!came.has(id)) throw new Error(`answered without ${id}`)
      answers.set(key, named)
    },
  }
}

let minted = 0
const mintKey = () => `s${(minted++).toString().padStart(20, '0')}`
const offline = () => new Error('no answer')
const fine = () => undefined

async function aPhone(server: ReturnType<typeof aServer>, shelf: Shelf = passingShelf()) {
  let hours = 0
  const vault = vaultOf('me', shelf, noCipher)
  const now = () => new Date(Date.UTC(2026, 10, 24) + hours * 3_600_000).toISOString()
  const files = await filesHere({ vault, now, send: server.upload })
  const queue = createQueue({
    vault,
    files: {
      has: (id) => files.of(id) !== undefined,
      send: files.send,
      release: async (ids) => files.remove(ids),
    },
    send: async ({ item, key, answers }) => {
      server.answer(
        key,
        Object.values(answers).flatMap((all) => all.flatMap(({ values }) => Object.values(values).map(String))),
      )
      // Of an item the queue reads nothing else.
      return { id: item, form: {}, revision: 2, formVersion: 1, besides: [] } as unknown as ItemReply
    },
    alone: (work) => work(),
    mintKey,
    now,
    onTaken: () => {},
  })
  await queue.load()
  const pass = (more: number) => {
    hours += more
  }
  return { files, queue, pass }
}

const filled = (item: string, photo: string): Filled => ({
  item,
  name: item,
  place: '',
  title: '排查',
  answers: { shop: [{ values: { photo } }] },
  began: {},
  base: 1,
  formVersion: 1,
})

test('a photo taken without a network waits sealed with its answer, is sent first, and goes once the server has the answer', async () => {
  const server = aServer()
  const shelf = passingShelf()
  const { files, queue } = await aPhone(server, shelf)
  server.refuse(offline)
  await files.keep(aFile('f1'), some)
  await queue.add(filled('i1', 'f1'))
  expect(await queue.sync()).toBe('no-network')
  // Killed: what was there is there.
  const after = await aPhone(server, shelf)
  expect(after.files.view.get()).toMatchObject([{ id: 'f1', name: '门口.jpg' }])
  expect(await after.files.bytes('f1')).toEqual(some)
  expect(after.queue.view.get().entries).toMatchObject([{ files: ['f1'], state: { is: 'waiting' } }])
  server.refuse(fine)
  expect(await after.queue.sync()).toBe('tried')
  expect(server.came.get('f1')).toBe('1,2,3,4')
  expect([...server.answers.values()]).toEqual([['f1']])
  expect(after.files.view.get()).toEqual([])
  expect(await shelf.names()).toEqual([])
})

test('bytes lie sealed: nobody else’s key opens them, and they pass for no other file', async () => {
  const shelf = passingShelf()
  const random = async (length: number) => Uint8Array.from(randomBytes(length))
  const key = Uint8Array.from(randomBytes(32))
  const photo = Uint8Array.from(randomBytes(5000))
  const mine = vaultOf('me', shelf, aesOf(key, random))
  await mine.writeBytes('bytes.f1', photo)
  const [lying] = await shelf.get('bytes.f1')
  expect(Buffer.from(lying ?? []).includes(Buffer.from(photo.subarray(0, 16)))).toBe(false)
  expect(await vaultOf('me', shelf, aesOf(key, random)).readBytes('bytes.f1')).toEqual(photo)
  expect(await vaultOf('other', shelf, aesOf(key, random)).readBytes('bytes.f1')).toBeUndefined()
  expect(
    await vaultOf('me', shelf, aesOf(Uint8Array.from(randomBytes(32)), random)).readBytes('bytes.f1'),
  ).toBeUndefined()
  await shelf.put('bytes.f2', lying ?? new Uint8Array())
  expect(await mine.readBytes('bytes.f2')).toBeUndefined()
})

test('killed at any moment while photos are put away and sent, no answer goes without its photo, and each arrives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 6 }), async (deaths) => {
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
      server.refuse(() => (dead ? new Error('killed') : undefined))
      const added: string[] = []
      for (const moment of [...deaths, Number.POSITIVE_INFINITY]) {
        dead = false
        left = moment
        const { files, queue } = await aPhone(server, shelf).catch(() => aPhone(server, inner))
        const id = `f${added.length}.${moment}`
        await files
          .keep(aFile(id), some)
          .then(() => queue.add(filled(`i${id}`, id)))
          .then(() => added.push(id))
          .catch(() => undefined)
        await queue.sync().catch(() => undefined)
      }
      for (const id of added) expect([...server.answers.values()].flat()).toContain(id)
    }),
    { numRuns: 60 },
  )
})

test('a photo that arrived is not sent again the same day, and anew when the bucket may have forgotten it', async () => {
  const server = aServer()
  const { files, queue, pass } = await aPhone(server)
  await files.keep(aFile('f1'), some)
  await Promise.all([files.send('f1'), files.send('f1')])
  await files.send('f1')
  expect(server.uploads()).toBe(1)
  await queue.add(filled('i1', 'f1'))
  server.refuse(offline)
  await queue.sync()
  pass(23)
  server.refuse(fine)
  await queue.sync()
  expect(server.uploads()).toBe(2)
  expect(server.answers.size).toBe(1)
})

test('a photo kept already by the answer of which no reply came does not stand in its way', async () => {
  const server = aServer()
  const { files, queue } = await aPhone(server)
  await files.keep(aFile('f1'), some)
  await queue.add(filled('i1', 'f1'))
  server.came.set('f1', '')
  let asked = 0
  server.refuse(() => (asked++ === 0 ? new Problem('key-reused') : undefined))
  expect(await queue.sync()).toBe('tried')
  expect(queue.view.get().entries).toEqual([])
})

test.each<[string, ProblemCode, string]>([
  ['not taken as it is', 'invalid', 'refused'],
  ['not allowed', 'forbidden', 'refused'],
  ['the server has too much to do', 'unavailable', 'waiting'],
])('a photo that is refused: %s', async (_, code, state) => {
  const server = aServer()
  const { files, queue } = await aPhone(server)
  await files.keep(aFile('f1'), some)
  await queue.add(filled('i1', 'f1'))
  server.refuse(() => new Problem(code))
  await queue.sync()
  expect(queue.view.get().entries).toMatchObject([
    { state: { is: state }, answers: { shop: [{ values: { photo: 'f1' } }] } },
  ])
  expect(server.answers.size).toBe(0)
  expect(await files.bytes('f1')).toEqual(some)
})

test('where the bytes are lost the answer is not sent, is kept, and the person reads what to do; the others go on', async () => {
  const server = aServer()
  const shelf = passingShelf()
  const { files, queue } = await aPhone(server, shelf)
  await files.keep(aFile('f1'), some)
  await files.keep(aFile('f2'), some)
  await queue.add(filled('i1', 'f1'))
  await queue.add(filled('i2', 'f2'))
  await shelf.remove(['bytes.f1'])
  await expect(files.send('f1')).rejects.toBeInstanceOf(FileLost)
  expect(await queue.sync()).toBe('tried')
  expect(queue.view.get().entries).toMatchObject([
    { item: 'i1', state: { is: 'refused', title: '有照片或文件打不开了' } },
  ])
  expect([...server.answers.values()]).toEqual([['f2']])
})

test('a photo that another answer in the queue still names stays; said anew without it, it goes', async () => {
  const server = aServer()
  const { files, queue } = await aPhone(server)
  await files.keep(aFile('f1'), some)
  await files.keep(aFile('f2'), some)
  await queue.add(filled('i1', 'f1'))
  await queue.add(filled('i1', 'f1'))
  expect(files.view.get().map(({ id }) => id)).toEqual(['f1', 'f2'])
  await queue.add(filled('i1', 'f2'))
  expect(files.view.get().map(({ id }) => id)).toEqual(['f2'])
})

test('what nothing names goes after a day, what a draft names stays; bytes without a word about them go at once', async () => {
  const server = aServer()
  const shelf = passingShelf()
  const { files, pass } = await aPhone(server, shelf)
  for (const id of ['f1', 'f2', 'f3']) await files.keep(aFile(id), some)
  await files.tidy(new Set())
  expect(files.view.get()).toHaveLength(3)
  pass(25)
  await files.tidy(new Set(['f2']))
  expect(files.view.get().map(({ id }) => id)).toEqual(['f2'])
  await shelf.remove(['file.f2'])
  await aPhone(server, shelf)
  expect(await shelf.names()).toEqual([])
})

test('a device takes so much and no more, and says what to do', async () => {
  const { files } = await aPhone(aServer())
  await files.keep(aFile('f1', { bytes: 119 * 1024 * 1024 }), some)
  const more = new Uint8Array(2 * 1024 * 1024)
  await expect(files.keep(aFile('f2', { bytes: more.length }), more)).rejects.toBeInstanceOf(FilesFull)
  expect(files.view.get()).toHaveLength(1)
})
