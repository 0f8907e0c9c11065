import { applicationTemplates } from '@zmht/shared/templates'
import { expect, test } from 'vitest'
import { missingIn, settingsOf, setUpOf, startSetUp, withDay, withoutDay } from './set-up'

const contentOf = (id: string) => {
  const found = applicationTemplates.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no template is called ${id}`)
  return found.content
}
const own = [
  { id: 'bj-1', name: '花家地北里社区' },
  { id: 'bj-2', name: '南湖西里社区' },
]
const hospital = { id: 'o1', name: '望京医院' }

test('it begins at the official’s own place, and where nothing differs nothing is asked', () => {
  const start = startSetUp(own)
  expect(start.reach).toEqual([own[0]])
  const asked = Object.fromEntries(
    applicationTemplates.map(({ id, content }) => [id, Object.keys(missingIn(content, start))]),
  )
  expect(asked).toEqual({
    'check-up': [],
    'check-up-open': ['fill.体检日期'],
    'check-up-hospital': ['role.hospital'],
    'fire-safety': [],
    flood: ['fill.电话', 'fill.地点'],
    'people-at-risk': [],
    'small-shops': [],
    manhole: [],
    appeal: [],
    'moving-house': [],
  })
})

test('what is missing is said in words, by what is asked', () => {
  const flood = contentOf('flood')
  expect(missingIn(flood, { reach: [], roles: {}, fills: { 电话: '找小李', 地点: ' ' } })).toEqual({
    reach: '请选择用在哪里',
    'fill.电话': '请填写电话号码',
    'fill.地点': '请填写地点',
  })
  expect(missingIn(flood, { reach: own, roles: {}, fills: { 电话: '010-6472 0000', 地点: '活动室' } })).toEqual({})
  expect(missingIn(contentOf('check-up-open'), { reach: own, roles: {}, fills: { 体检日期: '下周' } })).toEqual({
    'fill.体检日期': '请至少选一个体检日期',
  })
})

test('only what is asked is sent', () => {
  const content = contentOf('check-up-hospital')
  expect(settingsOf(content, { reach: own, roles: { hospital, other: hospital }, fills: { 电话: '1' } })).toEqual({
    reach: ['bj-1', 'bj-2'],
    roles: { hospital: 'o1' },
    fills: {},
  })
  expect(settingsOf(contentOf('flood'), { reach: own, roles: {}, fills: { 电话: ' 110 ', 地点: '' } }).fills).toEqual({
    电话: '110',
  })
})

test('what was said before stands there again; nothing said yet is one’s own place', () => {
  const said = {
    settings: { reach: [], roles: { hospital: 'o1' }, fills: { 电话: '110' } },
    places: [],
    roleNames: { hospital: '望京医院' },
  }
  expect(setUpOf(said, own)).toEqual({ reach: [own[0]], roles: { hospital }, fills: { 电话: '110' } })
})

test('days are put in order, each once, and can be taken away', () => {
  expect(withDay(withDay('2026-12-05', '2026-12-01'), '2026-12-05')).toBe('2026-12-01,2026-12-05')
  expect(withoutDay('2026-12-01,2026-12-05', '2026-12-01')).toBe('2026-12-05')
})
