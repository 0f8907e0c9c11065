import type { LedgerReply } from '@zmht/shared/contract'
import { placeIdFrom } from '@zmht/shared/geo'
import { baseKnowledge } from '@zmht/shared/knowledge'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { expect, test } from 'vitest'
import {
  blankDraft,
  bodyOf,
  draftFromTemplate,
  draftOf,
  draftProblems,
  moved,
  onTopOf,
  partOf,
  problemAt,
  replaced,
  without,
} from './ledger-draft'

const here = { id: placeIdFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7])), name: '花家地北里社区' }

test.each(ledgerTemplates.map((template) => [template.name, template] as const))(
  '%s can be saved as the template has it',
  (_, template) => {
    const draft = draftFromTemplate(template, [here])
    expect(draftProblems(draft, baseKnowledge)).toEqual([])
    expect(bodyOf(draft)).toMatchObject({ edition: 0, within: [here.id] })
    expect(bodyOf(draft).content).not.toHaveProperty('id')
  },
)

test('one begun from nothing asks for what it needs, each where it stands', () => {
  const problems = draftProblems(blankDraft('place', [], baseKnowledge), baseKnowledge)
  expect(problems.map((one) => [one.at, partOf(one)])).toEqual([
    ['name', '名称和用途'],
    ['level', '登记谁'],
    ['within', '范围'],
  ])
  expect(problemAt(problems, 'within')).toBe('请选择范围')
  expect(problemAt(problems, 'columns')).toBeUndefined()
})

test('what others changed meanwhile takes nothing away that was written here', () => {
  const [template] = ledgerTemplates
  if (template === undefined) throw new Error('there are templates')
  const mine = draftFromTemplate(template, [here])
  const measure = { id: 'm1', name: '总数', filter: [], groups: [], fold: { by: 'count' } } as const
  const theirs: LedgerReply = {
    id: 'l00000000000000000000',
    organisation: { id: 'o1', name: '街道' },
    content: { ...mine.content, name: '别人改的名称' },
    measures: [measure],
    within: [{ ...here, level: 'community' }],
    edition: 4,
    ended: false,
    at: '2026-11-28T00:00:00.000Z',
    columns: [],
    filters: [],
    shownMeasures: [],
    rule: '',
    mayWrite: true,
  }
  const next = onTopOf(mine, theirs)
  expect(next.content.name).toBe(template.name)
  expect(bodyOf(next)).toMatchObject({ edition: 4, measures: [measure] })
  expect(draftOf(theirs)).toMatchObject({ edition: 4, within: [here] })
})

test('moved, taken out and replaced', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c'])
  expect(replaced(['a', 'b'], 1, 'c')).toEqual(['a', 'c'])
})
