import { expect, test } from 'vitest'
import { readNames, readPattern, startPattern } from './pattern'

const filled = { ...startPattern, to: '12', units: '3', floors: '18', doors: '4' }

test('a pattern filled in is the contract’s', () => {
  expect(readPattern({ ...filled, skip: '4，14' })).toEqual({
    ok: true,
    pattern: {
      by: 'pattern',
      buildings: { from: 1, to: 12 },
      skip: [4, 14],
      suffix: '号楼',
      units: 3,
      floors: 18,
      doors: 4,
    },
  })
})

test.each([
  [{ to: '' }, 'to', /1 到 999/],
  [{ from: '5', to: '3' }, 'to', /不能小于/],
  [{ units: '21' }, 'units', /0 到 20/],
  [{ skip: '四' }, 'skip', /用逗号隔开/],
] as const)('%j is refused at its field', (part, field, words) => {
  const read = readPattern({ ...filled, ...part })
  expect(read.ok ? '' : read.wrong[field]).toMatch(words)
})

test('names stand one a line, each once', () => {
  expect(readNames('花家地北里\n\n 望京花园、花家地北里 ')).toEqual(['花家地北里', '望京花园'])
})
