import { type Dictionary, findContext, openDictionary, parseAddress } from '@zmht/shared/geo'
import { beforeAll, expect, test } from 'vitest'
import { buildDictionary } from '../../functions/hierarchy/dictionary'
import { seeded, type Written, world, write } from './generate'

let dictionary: Dictionary
let written: Written[]

beforeAll(async () => {
  const { below, homes } = await world(20260101, 60)
  dictionary = openDictionary(await buildDictionary({ title: '北京、大同', codes: ['11', '1402'], below }))
  const random = seeded(7)
  written = Array.from({ length: 2000 }, () => {
    const home = homes[Math.floor(random() * homes.length)]
    if (home === undefined) throw new RangeError('no homes were made')
    return write(random, home)
  })
})

test('of 2,000 homes in Beijing and Datong written with noise, at least 99 % are found to the door', () => {
  const contexts = { 北京: findContext(dictionary, '北京市'), 大同: findContext(dictionary, '大同市') }
  const missed = written.filter(({ text, place, city }) => {
    const context = contexts[city]
    return parseAddress(text, dictionary, context === undefined ? {} : { context }).place !== place
  })
  const sample = missed.slice(0, 12).map(({ text, noise }) => `${text}  [${noise.join(', ')}]`)
  expect(missed.length, sample.join('\n')).toBeLessThanOrEqual(20)
})

test('the noise is there: no kind of it is missing from the 2,000', () => {
  const kinds = new Set(written.flatMap(({ noise }) => noise))
  expect([...kinds].sort()).toEqual([
    'Chinese numerals',
    'a level twice',
    'another word for the building',
    'brackets',
    'community left out',
    'dashes',
    'former names',
    'full-width digits',
    'labels',
    'levels left out',
    'name and phone before',
    'name and phone behind',
    'short names',
    'spaces',
    'swapped levels',
    'traditional characters',
    '室',
  ])
})
