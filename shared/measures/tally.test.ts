import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Form, FormAnswers } from '../controls/form'
import { baseKnowledge } from '../knowledge/base'
import { baseVersion } from '../knowledge/version'
import { taskTemplates } from '../templates/tasks'
import { attributeOf, optionsOf, tallyOf, taskMeasureProblems, unitOf, waysToCount } from './tally'
import { measuredIn, type Tally, type TaskMeasure } from './task-measure'

const knowledge = baseKnowledge
const at = '2026-11-29T06:00:00.000Z'

const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'shop', kind: 'organisation', name: '场所', is: { by: 'target' } },
    { key: 'room', kind: 'thing', name: '房间', is: { by: 'own' }, many: { min: 0, max: 5 } },
  ],
  controls: [
    {
      id: 'expired',
      kind: 'number',
      label: '失效灭火器数',
      required: false,
      binding: { subject: 'shop', attribute: 'organisation.expiredExtinguishers' },
    },
    {
      id: 'locked',
      kind: 'yes-no',
      label: '出口上锁',
      required: false,
      binding: { subject: 'shop', attribute: 'organisation.exitsLocked' },
    },
    {
      id: 'why',
      kind: 'choices',
      label: '原因',
      required: false,
      showWhen: { '==': [{ var: 'locked' }, true] },
      binding: {
        subject: 'shop',
        own: {
          type: 'code',
          many: true,
          items: [
            { code: 'key', name: '没带钥匙' },
            { code: 'goods', name: '堆货' },
          ],
        },
      },
    },
    {
      id: 'people',
      kind: 'number',
      label: '住几人',
      required: false,
      binding: { subject: 'room', own: { type: 'number:0..20:1' } },
    },
    {
      id: 'words',
      kind: 'long-text',
      label: '情况',
      required: false,
      binding: { subject: 'shop', own: { type: 'text:200' } },
    },
  ],
}

const measures: readonly TaskMeasure[] = [
  { title: '失效', control: 'expired', by: 'sum' },
  { title: '上锁', control: 'locked', by: 'groups' },
  { title: '原因', control: 'why', by: 'groups' },
  { title: '住人', control: 'people', by: 'sum' },
  { title: '写了情况', control: 'words', by: 'given' },
]
const tally = (answers: FormAnswers) => tallyOf(knowledge, form, measures, answers, at)

describe('the tally of an answer', () => {
  test('holds sums, counts and choices, and no word of what somebody wrote', () => {
    const found = tally({
      shop: [{ values: { expired: 2.5, locked: true, why: ['key', 'goods'], words: '老板姓王' } }],
      room: [{ values: { people: 2 } }, { values: { people: 3 } }, { values: {} }],
    })
    expect(measures.map((one) => measuredIn(one, found))).toEqual([
      { given: 1, sum: 2.5 },
      { given: 1, groups: { yes: 1 } },
      { given: 1, groups: { key: 1, goods: 1 } },
      { given: 2, sum: 5 },
      { given: 1 },
    ])
    expect(JSON.stringify(found)).not.toContain('王')
  })
  test('by a form in which a question was still one for words counts none of them', () => {
    const byChoices: readonly TaskMeasure[] = [
      { title: '情况', control: 'words', by: 'groups' },
      { title: '情况', control: 'words', by: 'given' },
    ]
    const found = tallyOf(knowledge, form, byChoices, { shop: [{ values: { words: '老板姓王' } }] }, at)
    expect(JSON.stringify(found)).not.toContain('王')
    expect(measuredIn({ control: 'words', by: 'given' }, found)).toEqual({ given: 1 })
  })
  test('leaves out what is hidden, and what nobody answered', () => {
    const found = tally({ shop: [{ values: { locked: false, why: ['key'] } }], room: [] })
    expect(measuredIn({ control: 'why', by: 'groups' }, found)).toEqual({ given: 0, groups: {} })
    expect(measuredIn({ control: 'locked', by: 'groups' }, found)).toEqual({ given: 1, groups: { no: 1 } })
    expect(tally({ shop: [{ values: {} }] })).toEqual({})
  })
  test('adds up: all tallies together say what all answers say', () => {
    const shop = fc.record({ expired: fc.integer({ min: 0, max: 500 }), locked: fc.boolean() })
    fc.assert(
      fc.property(fc.array(shop, { maxLength: 20 }), (all) => {
        const sum: Record<string, number> = {}
        for (const values of all)
          for (const [key, amount] of Object.entries<number>(tally({ shop: [{ values }] })))
            sum[key] = (sum[key] ?? 0) + amount
        const together: Tally = sum
        expect(measuredIn({ control: 'expired', by: 'sum' }, together)).toEqual({
          given: all.length,
          sum: all.reduce((total, { expired }) => total + expired, 0),
        })
        const { groups = {} } = measuredIn({ control: 'locked', by: 'groups' }, together)
        expect(groups.yes ?? 0).toBe(all.filter(({ locked }) => locked).length)
      }),
    )
  })
})

test('what a control can be counted by follows from how it is answered', () => {
  expect(form.controls.map((control) => waysToCount(knowledge, control)[0])).toEqual([
    'sum',
    'groups',
    'groups',
    'sum',
    'given',
  ])
  expect(optionsOf(knowledge, form, { title: '', control: 'why', by: 'groups' }).map(({ name }) => name)).toEqual([
    '没带钥匙',
    '堆货',
  ])
  expect(unitOf(knowledge, form, { title: '', control: 'expired', by: 'sum' })).toBe('具')
  expect(attributeOf(form, { title: '', control: 'expired', by: 'sum' })).toBe('organisation.expiredExtinguishers')
  expect(attributeOf(form, { title: '', control: 'people', by: 'sum' })).toBeUndefined()
})

test('measures that cannot be counted, or told apart, are named', () => {
  const wrong: readonly TaskMeasure[] = [
    { title: '好', control: 'expired', by: 'sum' },
    { title: '好', control: 'expired', by: 'given' },
    { title: '又', control: 'expired', by: 'sum' },
    { title: '情况', control: 'words', by: 'groups' },
    { title: '地点', control: 'locked', by: 'groups' },
    { title: '是/否', control: 'why', by: 'groups' },
    { title: '没了', control: 'gone', by: 'given' },
  ]
  expect(taskMeasureProblems(knowledge, form, wrong, new Set(['地点'])).map(({ measure }) => measure)).toEqual([
    1, 2, 3, 4, 5, 6,
  ])
})

test.each(taskTemplates)('the measures of $id can be counted', ({ form: shipped, measures: own }) => {
  expect(taskMeasureProblems(knowledge, shipped, own, new Set())).toEqual([])
})
