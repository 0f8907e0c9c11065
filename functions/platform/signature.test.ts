import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { forgetSecrets } from './secrets'
import { contentOf, isIntact, sign } from './signature'

const file = join(mkdtempSync(join(tmpdir(), 'zmht-keys-')), 'secrets.json')
const keyed = (current: string, keys: Readonly<Record<string, string>>) => {
  writeFileSync(file, JSON.stringify({ fields: { current, keys } }))
  process.env.SECRETS_ARN = `file:${file}`
  forgetSecrets()
}
const [one, two] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')]

beforeEach(() => keyed('k1', { k1: one }))

test('what was signed is told from what was changed since', async () => {
  const signed = await sign('report', { done: 3 })
  expect(contentOf(signed)).toEqual({ done: 3 })
  expect(await isIntact('report', signed)).toBe(true)
  const [header = '', , signature = ''] = signed.split('.')
  const forged = [header, Buffer.from(JSON.stringify({ done: 30 })).toString('base64url'), signature].join('.')
  expect(contentOf(forged)).toEqual({ done: 30 })
  expect(await isIntact('report', forged)).toBe(false)
})

test('a signature is good for its purpose alone, outlives the rotation of keys, and none at all is none', async () => {
  const signed = await sign('report', { done: 3 })
  expect(await isIntact('receipt', signed)).toBe(false)
  keyed('k2', { k1: one, k2: two })
  expect(await isIntact('report', signed)).toBe(true)
  keyed('k2', { k2: two })
  expect(await isIntact('report', signed)).toBe(false)
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`
  expect(await isIntact('report', unsigned)).toBe(false)
  expect(await isIntact('report', 'nothing')).toBe(false)
  expect(contentOf('nothing')).toBeUndefined()
})
