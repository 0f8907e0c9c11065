import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { aesOf } from './aes'
import { passingShelf, type Shelf, vaultOf } from './vault'

const random = async (length: number) => Uint8Array.from(randomBytes(length))
const aKey = () => Uint8Array.from(randomBytes(32))
const said = { name: '立冬便利店', exits: 2, told: ['一', '😀'], empty: '' }

test('what is kept is read again after the application was closed, and lies there sealed', async () => {
  const shelf = passingShelf()
  const key = aKey()
  await vaultOf('o1', shelf, aesOf(key, random)).write('pack.t1', said)
  const [bytes] = await shelf.get('pack.t1')
  expect(Buffer.from(bytes ?? []).toString('latin1')).not.toContain('exits')
  expect(await vaultOf('o1', shelf, aesOf(key, random)).read('pack.t1')).toEqual(said)
})

test('the same said twice is not seen to be the same', async () => {
  const shelf = passingShelf()
  const vault = vaultOf('o1', shelf, aesOf(aKey(), random))
  await vault.write('a', said)
  const [first] = await shelf.get('a')
  await vault.write('a', said)
  const [second] = await shelf.get('a')
  expect(first).not.toEqual(second)
})

test('another official reads nothing, with their own key or as themself, and no record passes for another', async () => {
  const shelf = passingShelf()
  const key = aKey()
  await vaultOf('o1', shelf, aesOf(key, random)).write('draft.i1', said)
  expect(await vaultOf('o1', shelf, aesOf(aKey(), random)).read('draft.i1')).toBeUndefined()
  expect(await vaultOf('o2', shelf, aesOf(key, random)).read('draft.i1')).toBeUndefined()
  const [bytes] = await shelf.get('draft.i1')
  await shelf.put('draft.i2', bytes ?? new Uint8Array())
  expect(await vaultOf('o1', shelf, aesOf(key, random)).read('draft.i2')).toBeUndefined()
})

test('when the application is killed while a record is written, the one before stands', async () => {
  const key = aKey()
  const inner = passingShelf()
  const former = vaultOf('o1', inner, aesOf(key, random))
  await former.write('queue.s1', { tried: false })
  const [whole] = await inner.get('queue.s1')
  await former.write('queue.s1', { tried: true })
  const [torn] = await inner.get('queue.s1')
  const shelf: Shelf = {
    ...inner,
    get: async () => [torn?.subarray(0, 20) ?? new Uint8Array(), new Uint8Array(), whole ?? new Uint8Array()],
  }
  expect(await vaultOf('o1', shelf, aesOf(key, random)).read('queue.s1')).toEqual({ tried: false })
})

test('names are found by how they begin, and what is removed is gone', async () => {
  const vault = vaultOf('o1', passingShelf(), aesOf(aKey(), random))
  await Promise.all(['queue.s2', 'pack.t1', 'queue.s1'].map((name) => vault.write(name, 1)))
  expect(await vault.names('queue.')).toEqual(['queue.s1', 'queue.s2'])
  await vault.remove(['queue.s1'])
  expect(await vault.names('queue.')).toEqual(['queue.s2'])
  expect(await vault.read('queue.s1')).toBeUndefined()
})

test('a large record is kept whole', async () => {
  const vault = vaultOf('o1', passingShelf(), aesOf(aKey(), random))
  const large = Array.from({ length: 3000 }, (_, at) => `第 ${at} 户`)
  await vault.write('pack', large)
  expect(await vault.read('pack')).toEqual(large)
})
