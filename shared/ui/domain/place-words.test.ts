import { expect, test } from 'vitest'
import { fitsNumber, numberOf, numberWords, readsLikeAddress } from './place-words'

test.each([
  ['3-2-501', ['3', '2', '501']],
  ['3 2 501', ['3', '2', '501']],
  ['３－２', undefined],
  ['３-２', ['3', '2']],
  ['12a', ['12A']],
  ['1-2-3-4', undefined],
  ['花家地 3', undefined],
])('%s is read as the numbers %j', (text, numbers) => {
  expect(numberWords(text)?.map(({ number }) => number)).toEqual(numbers)
})

test('the word after a number says what it counts', () => {
  expect(numberWords('3号楼2单元501室')).toEqual([
    { number: '3', level: 'building' },
    { number: '2', level: 'unit' },
    { number: '501', level: 'door' },
  ])
})

test('a number fits the child that has it, never one that only begins with it', () => {
  expect(fitsNumber({ name: '3号楼', level: 'building' }, { number: '3' })).toBe(true)
  expect(fitsNumber({ name: '31号楼', level: 'building' }, { number: '3' })).toBe(false)
  expect(fitsNumber({ name: '03栋', level: 'building' }, { number: '3' })).toBe(true)
  expect(fitsNumber({ name: '3单元', level: 'unit' }, { number: '3', level: 'building' })).toBe(false)
  expect(numberOf('甲楼')).toBeUndefined()
})

test.each([
  ['朝阳区望京街道花家地北里3号楼2单元501', true],
  ['花家地北里三号楼', true],
  ['花家地', false],
  ['hjdbl', false],
  ['3-2-501', false],
])('%s reads like an address: %s', (text, address) => {
  expect(readsLikeAddress(text)).toBe(address)
})
