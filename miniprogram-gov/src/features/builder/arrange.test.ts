import type { Control } from '@zmht/shared/controls'
import { describe, expect, test } from 'vitest'
import { blockOf, depthOf, dropPosition, insertAfter, moveBlock, putWithin } from './arrange'

const one = (id: string, kind: Control['kind'] = 'text', within?: string): Control => ({
  id,
  kind,
  label: id,
  required: false,
  ...(within === undefined ? {} : { within }),
})
/** a · S(b c) · T(d M(r s)) · e */
const controls = [
  one('a'),
  one('S', 'section'),
  one('b', 'text', 'S'),
  one('c', 'text', 'S'),
  one('T', 'section'),
  one('d', 'text', 'T'),
  one('M', 'matrix', 'T'),
  one('r', 'choice', 'M'),
  one('s', 'choice', 'M'),
  one('e'),
]
const say = (all: readonly Control[]) => all.map(({ id, within }) => (within ? `${within}/${id}` : id)).join(' ')

test('what stands in a container belongs to it, at any depth', () => {
  expect([...blockOf(controls, 'T')]).toEqual(['T', 'd', 'M', 'r', 's'])
  expect(controls.map((control) => depthOf(controls, control))).toEqual([0, 0, 1, 1, 0, 1, 1, 2, 2, 0])
})

describe('moving', () => {
  test.each([
    ['into a section from above', 'a', 1, 'S S/a S/b S/c T T/d T/M M/r M/s e'],
    ['out of a section upwards', 'b', 1, 'a b S S/c T T/d T/M M/r M/s e'],
    ['from one section into the next', 'c', 4, 'a S S/b T T/c T/d T/M M/r M/s e'],
    ['a section goes with what stands in it, past the whole next one', 'S', 2, 'a T T/d T/M M/r M/s S S/b S/c e'],
    ['a section up past the whole one before', 'T', 3, 'a T T/d T/M M/r M/s S S/b S/c e'],
    ['never between the rows of a matrix', 'e', 8, 'a S S/b S/c T T/d T/M M/r M/s T/e'],
    ['a row stays in its matrix', 'r', 9, 'a S S/b S/c T T/d T/M M/s M/r e'],
    ['a row does not leave upwards', 's', 0, 'a S S/b S/c T T/d T/M M/s M/r e'],
    ['a matrix goes with its rows', 'M', 0, 'M M/r M/s a S S/b S/c T T/d e'],
  ])('%s', (_says, id, to, result) => {
    expect(say(moveBlock(controls, id, to))).toBe(result)
  })

  test('to where it stands is no change', () => {
    expect(moveBlock(controls, 'T', 4)).toBe(controls)
    expect(moveBlock(controls, 'nobody', 4)).toBe(controls)
  })

  test('a drop takes the place of what it is dropped on', () => {
    expect(say(moveBlock(controls, 'a', dropPosition(controls, 'a', 3)))).toBe('S S/b S/c S/a T T/d T/M M/r M/s e')
    expect(say(moveBlock(controls, 'e', dropPosition(controls, 'e', 2)))).toBe('a S S/e S/b S/c T T/d T/M M/r M/s')
  })
})

describe('choosing the section', () => {
  test('it comes in at the end, and goes out right behind', () => {
    expect(say(putWithin(controls, 'e', 'S'))).toBe('a S S/b S/c S/e T T/d T/M M/r M/s')
    expect(say(putWithin(controls, 'b', undefined))).toBe('a S S/c b T T/d T/M M/r M/s e')
    expect(putWithin(controls, 'b', 'S')).toBe(controls)
  })
})

describe('new controls', () => {
  test('come into the section of what they follow', () => {
    expect(say(insertAfter(controls, [one('x')], 'S'))).toContain('S S/x S/b')
    expect(say(insertAfter(controls, [one('x')], 'b'))).toContain('S/b S/x S/c')
    expect(say(insertAfter(controls, [one('x')], 'r'))).toContain('M/s T/x e')
  })

  test('a section does not come into another, a row stays a row', () => {
    expect(say(insertAfter(controls, [one('X', 'section')], 'b'))).toContain('S/c X T')
    expect(say(insertAfter(controls, [one('t', 'choice', 'M')], 's'))).toContain('M/s M/t e')
  })

  test('a matrix brings its rows', () => {
    expect(say(insertAfter(controls, [one('N', 'matrix'), one('n', 'choice', 'N')], 'c'))).toContain('S/c S/N N/n T')
  })
})
