import { expect, test } from 'vitest'
import { actionsForAll, answersTo, type BulkRow, leftOf, ownWords } from './bulk'

const row = (id: string, more: Partial<BulkRow> = {}): BulkRow => ({
  id,
  state: 'claimed',
  part: 'desk',
  who: `居民${id}`,
  title: '电梯故障',
  place: '3号楼',
  number: `0101-${id}`,
  ...more,
})

test('what is offered for several is what each of them allows', () => {
  const listed = { id: 'r1', state: 'listed', part: 'partner' } as const
  const handled = { id: 'r2', state: 'claimed', part: 'desk' } as const
  expect(actionsForAll([listed])).toEqual(['approve', 'put-right', 'refuse'])
  expect(actionsForAll([handled])).toEqual([
    'confirm',
    'close',
    'return',
    'release',
    'transfer',
    'give-back',
    'decline',
  ])
  expect(actionsForAll([handled, { ...handled, part: 'worker' }])).not.toContain('give-back')
  expect(actionsForAll([listed, handled])).toEqual([])
  expect(actionsForAll([])).toEqual([])
})

test('each reads their own name, matter and place, or the words written for them', () => {
  const rows = [row('a'), row('b', { place: '5号楼' })]
  const said = '{称呼}，{地点}的{事项}已修好（{编号}）{电话}'
  expect(answersTo(rows, said, { b: '{姓名}，请来电' })).toEqual([
    { row: rows[0], text: '居民a，3号楼的电梯故障已修好（0101-a）{电话}', isOwn: false },
    { row: rows[1], text: '居民b，请来电', isOwn: true },
  ])
})

test('own words are sent where they say something else, of those that are still picked', () => {
  expect(ownWords([row('a'), row('b'), row('c')], '好', { a: '好', b: ' 请来电 ', c: ' ', d: '走了' })).toEqual({
    b: '请来电',
  })
})

test('what was left is named', () => {
  const [a, b] = [row('a'), row('b')]
  expect(leftOf([a, b], [{ id: 'b', message: '状态已经变了，没有改动' }])).toEqual([
    { row: b, message: '状态已经变了，没有改动' },
  ])
})
