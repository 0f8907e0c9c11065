import type { RecognisedReply } from '@zmht/shared/contract'
import { markOfList } from '@zmht/shared/rules'
import { expect, test } from 'vitest'
import { entitiesOf, type GivenLine, linesOf, listAbout, tallyOf, tallyWords, withFound } from './given-lines'

const one = (id: string) => ({ id, name: `店${id}`, place: '3号楼' })
const found = (id: string): RecognisedReply => ({ is: 'found', one: one(id) })
const several = (...ids: readonly string[]): RecognisedReply => ({ is: 'several', candidates: ids.map(one) })
const none: RecognisedReply = { is: 'none', why: '范围内没有登记叫这个名字的' }

const lines: readonly GivenLine[] = withFound(
  linesOf(['甲店', ' ', '乙店', '丙店', '甲店']),
  new Map([
    [1, found('1')],
    [2, several('2', '3')],
    [3, none],
    [4, found('1')],
  ]),
)
const list = { kind: 'organisation', lines, within: 'a' } as const

test('each line is told apart, and what is meant twice is one', () => {
  expect(tallyWords(tallyOf(list))).toBe('4 行：找到 2，1 行有几个可选，1 行没找到，1 行重复，只算一次')
  expect(entitiesOf(list)).toEqual([['1']])
})

test('it goes with the task once nothing is open: chosen, put right, or left out', () => {
  expect(listAbout(list)).toBeUndefined()
  const settled = lines.map((line) =>
    line.at === 2 ? { ...line, chosen: one('3') } : line.at === 3 ? { ...line, left: true as const } : line,
  )
  const about = listAbout({ ...list, lines: settled })
  expect(about).toEqual({
    of: 'list',
    kind: 'organisation',
    parts: 1,
    count: 2,
    mark: markOfList('organisation', ['1', '3']),
  })
  // Put right it is another list, though of as many.
  const other = settled.map((line) => (line.at === 2 ? { ...line, chosen: one('2') } : line))
  expect(listAbout({ ...list, lines: other })).toMatchObject({ count: 2 })
  expect(listAbout({ ...list, lines: other })?.mark).not.toBe(about?.mark)
  expect(tallyWords(tallyOf({ lines: settled }))).toBe('4 行：找到 3，1 行不要，1 行重复，只算一次')
})

test('asked once more, what was chosen stays where it is still among them', () => {
  const chosen = lines.map((line) => (line.at === 2 ? { ...line, chosen: one('3') } : line))
  expect(withFound(chosen, new Map([[2, several('2', '3')]]))[1]?.chosen?.id).toBe('3')
  expect(withFound(chosen, new Map([[2, several('9')]]))[1]?.chosen).toBeUndefined()
})
