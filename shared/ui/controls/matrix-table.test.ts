import { describe, expect, test } from 'vitest'
import type { ControlKind } from '../../controls/form'
import type { Value } from '../../knowledge'
import { chosenIn, columnsOf, type MatrixRow, toggledIn } from './matrix-table'

const never = () => Promise.reject(new Error('not asked'))
const places = {
  loadChildren: never,
  describe: never,
  search: never,
  parse: never,
  recent: () => [],
  remember: () => undefined,
}

function row(kind: ControlKind, codes: readonly string[] = [], value?: Value): MatrixRow {
  return {
    control: { id: 'k', kind, label: '吃饭', required: true },
    answering: undefined,
    items: codes.map((code) => ({ code, name: `第${code}` })),
    required: true,
    value,
    onChange: () => undefined,
    error: undefined,
    around: { places, startIn: undefined },
  }
}

describe('columns', () => {
  test('the choices of all rows, each once', () => {
    expect(columnsOf([row('choice', ['1', '2']), row('choice', ['2', '3'])])?.map(({ value }) => value)).toEqual([
      '1',
      '2',
      '3',
    ])
  })

  test('yes and no', () => {
    expect(columnsOf([row('yes-no')])?.map(({ label }) => label)).toEqual(['是', '否'])
  })

  test('none for what is typed, mixed, or too wide', () => {
    expect(columnsOf([row('number')])).toBeUndefined()
    expect(columnsOf([row('yes-no'), row('text')])).toBeUndefined()
    expect(columnsOf([row('choice', '123456789'.split(''))])).toBeUndefined()
    expect(columnsOf([])).toBeUndefined()
  })
})

describe('answers of a row', () => {
  test('one choice', () => {
    expect(chosenIn(row('choice', ['1'], '1'))).toEqual(['1'])
    expect(chosenIn(row('choice', ['1']))).toEqual([])
    expect(toggledIn(row('choice', ['1', '2'], '1'), '2')).toBe('2')
  })

  test('yes or no', () => {
    expect(chosenIn(row('yes-no', [], false))).toEqual(['no'])
    expect(toggledIn(row('yes-no'), 'no')).toBe(false)
    expect(toggledIn(row('yes-no'), 'yes')).toBe(true)
  })

  test('several choices come and go; none is no answer', () => {
    expect(toggledIn(row('choices', ['1', '2'], ['1']), '2')).toEqual(['1', '2'])
    expect(toggledIn(row('choices', ['1', '2'], ['1', '2']), '1')).toEqual(['2'])
    expect(toggledIn(row('choices', ['1', '2'], ['2']), '2')).toBeUndefined()
  })
})
