import type { LedgerReply } from '@zmht/shared/contract'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { expect, test } from 'vitest'
import { columnOptions, hiddenAtFirst, readHidden, shownColumns } from './column-choice'

const column = (
  key: string,
  label: string,
  more: Partial<LedgerReply['columns'][number]> = {},
): LedgerReply['columns'][number] => ({
  key,
  label,
  of: 'attribute',
  attribute: key,
  sensitivity: 'open',
  layout: 'text',
  ...more,
})
const [residents] = ledgerTemplates
if (residents === undefined) throw new Error('there are templates')
const ledger = {
  content: residents,
  columns: [
    column('person.name', '姓名'),
    column('person.age', '年龄', { layout: 'number' }),
    column('person.sex', '性别', { layout: 'code' }),
    { key: 'resides-at', label: '住在', of: 'relation', sensitivity: 'personal', layout: 'text' } as const,
  ],
}

test('the name stands by itself; what every row has comes last', () => {
  expect(columnOptions(ledger).map(({ label }) => label)).toEqual([
    '年龄',
    '性别',
    '住在',
    '地点',
    '资料状态',
    '资料更新',
  ])
  expect(columnOptions(ledger)[0]).toMatchObject({ numeric: true, narrow: true, placing: false })
  expect(
    columnOptions(ledger)
      .filter(({ placing }) => placing)
      .map(({ label }) => label),
  ).toEqual(['住在', '地点'])
})

test('the place is not shown twice', () => {
  expect(hiddenAtFirst(ledger)).toEqual(['#home', '#updated'])
  expect(hiddenAtFirst({ ...ledger, content: { ...residents, columns: [] } })).toEqual(['#updated'])
})

test('a column nobody has hidden is shown', () => {
  const options = columnOptions(ledger)
  expect(shownColumns(options, ['person.age', 'gone']).map(({ key }) => key)).not.toContain('person.age')
  expect(shownColumns(options, ['gone'])).toHaveLength(options.length)
})

test('what was kept by an older edition is left alone', () => {
  expect(readHidden(['a'])).toEqual(['a'])
  expect(readHidden('')).toBeUndefined()
  expect(readHidden([1])).toBeUndefined()
})
