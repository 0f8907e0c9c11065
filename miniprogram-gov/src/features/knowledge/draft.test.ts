import { baseKnowledge, type Change, changeProblems, versionAfter } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { blankAnswer } from './answer'
import { plainCarry } from './carry'
import { deployedProse } from './deployed-prose.fixture'
import {
  type AttributeForm,
  blankAttribute,
  blankDraft,
  blankList,
  type Draft,
  draftOf,
  formOf,
  type NewChange,
  stepsOf,
  withAdded,
  withChanged,
  withoutChange,
} from './draft'

const prose = deployedProse()
const draftWith = (...changes: readonly NewChange[]): Draft => changes.reduce(withAdded, blankDraft)
const steps = (draft: Draft) => stepsOf(baseKnowledge, prose, draft)
const changesIn = (draft: Draft): readonly Change[] => steps(draft).flatMap(({ changes }) => changes)
const problemsIn = (draft: Draft) => steps(draft).flatMap(({ problems }) => problems)

const stairs: AttributeForm = {
  ...blankAttribute,
  of: 'person',
  name: '上楼方式',
  english: 'help on stairs',
  definition: '平时怎样上下楼，按最近一个月的情况。',
  form: '助老登记表',
  words: '爬楼、上下楼 爬楼',
  answer: { ...blankAnswer, kind: 'code' },
  options: 'new',
  lines: '自己走\n要人扶',
  sensitivity: 'personal',
  fresh: '365',
}
const attributeOf = (code: string) => {
  const found = baseKnowledge.attribute(code)
  if (!found) throw new Error(code)
  return found
}
const nameForm = formOf(attributeOf('person.name'), prose.attributes.get('person.name'))

describe('a new attribute', () => {
  test('with options of its own is a list and an attribute', () => {
    const draft = draftWith({ do: 'add-attribute', form: stairs })
    expect(problemsIn(draft)).toEqual([])
    expect(changesIn(draft)).toEqual([
      {
        do: 'add-list',
        id: 'help-on-stairs',
        name: '上楼方式',
        items: [
          { code: '1', name: '自己走' },
          { code: '2', name: '要人扶' },
        ],
        source: '助老登记表',
      },
      {
        do: 'add-attribute',
        attribute: {
          code: 'person.helpOnStairs',
          of: 'person',
          name: '上楼方式',
          type: 'code:help-on-stairs',
          many: false,
          sensitivity: 'personal',
          freshDays: 365,
        },
        prose: {
          english: 'help on stairs',
          definition: '平时怎样上下楼，按最近一个月的情况。',
          standard: 'own',
          form: '助老登记表',
          words: ['爬楼', '上下楼'],
        },
      },
    ])
    expect(changeProblems(baseKnowledge, changesIn(draft))).toEqual([])
  })

  test('gets a code that is free', () => {
    const draft = draftWith({ do: 'add-attribute', form: { ...stairs, english: 'name' } })
    expect(changesIn(draft)[1]).toMatchObject({ attribute: { code: 'person.name2' } })
  })

  test('the second of the same English name gets another code', () => {
    const other = { ...stairs, name: '下楼方式' }
    const draft = draftWith({ do: 'add-attribute', form: stairs }, { do: 'add-attribute', form: other })
    expect(problemsIn(draft)).toEqual([])
    expect(changesIn(draft)[3]).toMatchObject({ attribute: { code: 'person.helpOnStairs2' } })
  })

  test('may be said of a relation', () => {
    const form = { ...stairs, of: 'guardian', answer: { ...blankAnswer, kind: 'date' as const } }
    const draft = draftWith({ do: 'add-attribute', form })
    expect(problemsIn(draft)).toEqual([])
    expect(changesIn(draft)).toMatchObject([{ attribute: { of: { relation: 'guardian' }, type: 'date' } }])
  })

  test('that is chosen once and several times over is several only where that makes sense', () => {
    const form = { ...stairs, many: true, answer: { ...blankAnswer, kind: 'date' as const } }
    expect(changesIn(draftWith({ do: 'add-attribute', form }))).toMatchObject([{ attribute: { many: false } }])
  })

  test.each<[Partial<AttributeForm>, string]>([
    [{ of: '' }, '还没有选它说的是谁或什么'],
    [{ of: 'robot' }, '还没有选它说的是谁或什么'],
    [{ english: '' }, '还没有英文名，编号由它得出'],
    [{ sensitivity: '' }, '还没有选敏感级别'],
    [{ name: ' ' }, '还没有名称'],
    [{ name: '姓名' }, '已有同名的属性'],
    [{ property: 'name' }, '已有这个编号的属性，请换一个'],
    [{ property: 'Name' }, '编号的写法不对'],
    [{ definition: '太短' }, '请用一两句话写清楚它指什么'],
    [{ form: '' }, '请写明它来自哪张表或哪项规定'],
    [{ fresh: '半年' }, '有效期请填写 1 到 36500 天'],
    [{ fresh: '0' }, '有效期请填写 1 到 36500 天'],
    [{ lines: '只有一个' }, '代码表至少要有两个选项'],
    [{ lines: '同名\n同名' }, '选项的代码或名称重复'],
    [{ options: 'known' }, '请选择代码表，或新写一张'],
    [{ answer: { ...blankAnswer, kind: 'number' } }, '请填写最小和最大的数'],
    [{ words: '一、二、三、四、五、六、七、八、九、十、十一' }, '别名最多 10 个，每个不超过 20 个字'],
  ])('%j is not ready', (part, problem) => {
    expect(problemsIn(draftWith({ do: 'add-attribute', form: { ...stairs, ...part } }))).toContain(problem)
  })
})

describe('a revision of an attribute', () => {
  test('says only what differs', () => {
    const form: AttributeForm = { ...nameForm, definition: '身份证件上登记的姓名，生僻字也照写。', words: '名字' }
    const draft = draftWith({ do: 'revise-attribute', code: 'person.name', form })
    expect(problemsIn(draft)).toEqual([])
    expect(changesIn(draft)).toEqual([
      {
        do: 'revise-attribute',
        code: 'person.name',
        prose: { definition: '身份证件上登记的姓名，生僻字也照写。', words: ['名字'] },
      },
    ])
  })

  test('of nothing is no revision', () => {
    expect(problemsIn(draftWith({ do: 'revise-attribute', code: 'person.name', form: nameForm }))).toEqual([
      '还没有改动',
    ])
  })

  test.each(baseKnowledge.attributes.filter((_, index) => index % 40 === 0))('opens $code unchanged', (attribute) => {
    const form = formOf(attribute, prose.attributes.get(attribute.code))
    expect(problemsIn(draftWith({ do: 'revise-attribute', code: attribute.code, form }))).toEqual(['还没有改动'])
  })

  test('takes the time limit away with 0', () => {
    const mobile = formOf(attributeOf('person.mobile'), prose.attributes.get('person.mobile'))
    const draft = draftWith({ do: 'revise-attribute', code: 'person.mobile', form: { ...mobile, fresh: '' } })
    expect(changesIn(draft)).toEqual([{ do: 'revise-attribute', code: 'person.mobile', freshDays: 0 }])
  })

  test('that changes the meaning is refused', () => {
    const form: AttributeForm = { ...nameForm, answer: { ...blankAnswer, kind: 'date' } }
    expect(problemsIn(draftWith({ do: 'revise-attribute', code: 'person.name', form }))).toEqual([
      '填写方式变了，请另加一个属性，并停用这一个',
    ])
  })
})

test('an attribute can be deprecated in favour of one the same draft adds', () => {
  const draft = draftWith(
    { do: 'add-attribute', form: { ...stairs, answer: { ...blankAnswer, kind: 'text' } } },
    { do: 'deprecate-attribute', code: 'person.religion', successor: 'person.helpOnStairs', carry: plainCarry },
  )
  expect(problemsIn(draft)).toEqual([])
  expect(versionAfter(baseKnowledge, changesIn(draft))).toBe('2.0.0')
})

test('what an incomplete change would have brought is missed by those behind it', () => {
  const draft = draftWith(
    { do: 'add-attribute', form: { ...stairs, form: '' } },
    { do: 'deprecate-attribute', code: 'person.religion', successor: 'person.helpOnStairs', carry: plainCarry },
  )
  expect(problemsIn(draft)).toContain('接替的属性不存在或已停用')
})

test.each<[NewChange, string]>([
  [{ do: 'add-codes', list: 'sex', lines: '' }, '还没有写要增加的选项'],
  [{ do: 'add-codes', list: 'sex', lines: '男' }, '选项的代码或名称重复'],
  [{ do: 'rename-code', list: 'sex', code: '1', name: '' }, '还没有写新的名称'],
  [{ do: 'rename-code', list: 'sex', code: '1', name: '男' }, '名称没有改动'],
  [{ do: 'rename-code', list: 'sex', code: '1', name: '女' }, '已有同名的选项'],
  [{ do: 'add-list', list: { ...blankList, name: '上楼方式', lines: '甲\n乙' } }, '还没有英文名，编号由它得出'],
  [{ do: 'add-list', list: { ...blankList, english: 'stairs', lines: '甲\n乙' } }, '还没有名称'],
])('%j is not ready', (change, problem) => {
  expect(problemsIn(draftWith(change))).toContain(problem)
})

test('codes added to a list go on after its own', () => {
  expect(changesIn(draftWith({ do: 'add-codes', list: 'sex', lines: '其他' }))).toEqual([
    { do: 'add-codes', list: 'sex', items: [{ code: '10', name: '其他' }] },
  ])
})

test('a proposal opens as a draft that proposes the same', () => {
  const draft: Draft = {
    ...draftWith(
      { do: 'add-attribute', form: stairs },
      { do: 'revise-attribute', code: 'person.name', form: { ...nameForm, name: '全名', fresh: '30' } },
      { do: 'add-list', list: { ...blankList, name: '楼层', english: 'storey', lines: '高\n低', source: '登记表' } },
      { do: 'add-codes', list: 'sex', lines: '其他' },
      { do: 'rename-code', list: 'sex', code: '1', name: '男性' },
      { do: 'deprecate-attribute', code: 'person.religion', successor: '', carry: plainCarry },
    ),
    title: '助老',
    reason: '登记要用',
  }
  const content = changesIn(draft)
  const again = draftOf(baseKnowledge, prose, { title: draft.title, reason: draft.reason, content })
  expect(again).toMatchObject({ title: '助老', reason: '登记要用' })
  expect(problemsIn(again)).toEqual([])
  expect(changesIn(again)).toEqual(content)
})

test('changes are added, changed and taken out by their keys', () => {
  const draft = draftWith(
    { do: 'rename-code', list: 'sex', code: '1', name: '甲' },
    { do: 'rename-code', list: 'sex', code: '2', name: '乙' },
  )
  const [first, second] = draft.changes
  if (first?.do !== 'rename-code' || second === undefined) throw new Error('two were added')
  expect(first.key).not.toBe(second.key)
  const changed = withChanged(draft, { ...first, name: '丙' })
  expect(changed.changes).toEqual([{ ...first, name: '丙' }, second])
  expect(withoutChange(changed, first.key).changes).toEqual([second])
  // A key is not given twice, or what was kept for one would be taken for the other.
  expect(withAdded(withoutChange(draft, first.key), first).changes.map(({ key }) => key)).toEqual(['2', '3'])
})
