// biome-ignore-all lint/suspicious/noTemplateCurlyInString: forms of this kind write ${name} for an answer
import { describe, expect, test } from 'vitest'
import type { Expression } from '../../controls'
import { evaluate } from '../../controls'
import { type Names, translate } from './expression'

const types: Readonly<Record<string, 'number' | 'text' | 'date' | 'list' | 'yes-no'>> = {
  age: 'number',
  name: 'text',
  born: 'date',
  pets: 'list',
  ok: 'yes-no',
  zone: 'text',
}
const names: Names = {
  self: { expression: { var: 'age' }, type: 'number' },
  reference: (name) => {
    const type = types[name]
    return type
      ? { expression: { var: name }, type, items: [{ code: 'n', name: '北' }] }
      : { cannot: `没有叫“${name}”的题目` }
  },
}
const at = '2026-03-01T00:00:00.000Z'
const scope = { age: 30, name: '王芳', born: '2000-03-01', pets: ['dog', 'cat'], ok: true, zone: 'n' }

test.each<[string, unknown]>([
  ['${age} > 18 and ${age} <= 60', true],
  ["selected(${pets}, 'dog') or false()", true],
  ["not(selected(${pets}, 'fish'))", true],
  ['count-selected(${pets}) = 2', true],
  ["${zone} = 'n'", true],
  ["../zone = 'n'", true],
  ["${ok} = 'OK'", true],
  ['. mod 7 + 2 * 3', 8],
  ['10 div 4 - 1', 1.5],
  ['int(-2.5)', -2],
  ['round(10 div 3, 2)', 3.33],
  ["if(${age} >= 18, '成年', '未成年')", '成年'],
  ["concat(${name}, '，', ${age})", '王芳，30'],
  ['today() - ${born}', 9496],
  ['${born} + 1', '2000-03-02'],
  ["format-date(${born}, '%Y')", '2000'],
  ["regex(${name}, '\\p{L}{2,4}')", true],
  ["jr:choice-name(${zone}, '${zone}')", '北'],
  ["coalesce(${name}, 'x')", '王芳'],
  ['string-length(${name}) = 2', true],
  ['${age}-1', 29],
  ['(${age} + 1) * 2 != 62', false],
])('%s', (source, wanted) => {
  const found = translate(source, names)
  expect(found).toMatchObject({ ok: true })
  if (found.ok) expect(evaluate(found.expression as Expression, scope, at)).toEqual(wanted)
})

describe('what cannot be said is named', () => {
  test.each([
    ['${nobody} = 1', '没有叫“nobody”的题目'],
    ["pulldata('a', 'b', 'c', 'd')", '没有“pulldata()”这种运算'],
    ['(${age} > 1', '少了右括号'],
    ['${age} >', '没有写完'],
    ['because I said so', '“because”不是题目，也不是能用的运算'],
    ["it's", '读不懂'],
    ['   ', '是空的'],
    ['('.repeat(500), '套得太深'],
  ])('%s', (source, why) => {
    const found = translate(source, names)
    expect(found.ok).toBe(false)
    if (!found.ok) expect(found.why).toContain(why)
  })
})
