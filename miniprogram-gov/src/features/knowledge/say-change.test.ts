import { baseKnowledge, type Change } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { detailsOf, knowledgeWith, sayChange, sayChanges } from './say-change'

const list: Change = {
  do: 'add-list',
  id: 'stair-help',
  name: '上楼方式',
  items: [
    { code: '1', name: '自己走' },
    { code: '2', name: '要人背' },
  ],
  source: '助老登记表',
}
const attribute: Change = {
  do: 'add-attribute',
  attribute: {
    code: 'person.stairHelp',
    of: 'person',
    name: '上楼方式',
    type: 'code:stair-help',
    many: false,
    sensitivity: 'personal',
    freshDays: 365,
  },
  prose: {
    english: 'help on stairs',
    definition: '平时怎样上下楼。',
    standard: 'own',
    form: '助老登记表',
    words: ['爬楼'],
  },
}

test.each<[Change, string]>([
  [attribute, '增加“上楼方式”，说的是人'],
  [list, '增加代码表“上楼方式”，2 个选项'],
  [{ do: 'revise-attribute', code: 'person.name', name: '全名' }, '“姓名”：名称由“姓名”改为“全名”'],
  [
    { do: 'revise-attribute', code: 'person.formerName', type: 'text:60', freshDays: 365 },
    '“曾用名”：填写方式由“姓名”改为“文字，最多 60 字”；有效期由“长期”改为“1 年”',
  ],
  [{ do: 'revise-attribute', code: 'person.name', prose: { english: 'full name' } }, '“姓名”：修改英文名'],
  [{ do: 'revise-attribute', code: 'person.name' }, '“姓名”：没有改动'],
  [{ do: 'deprecate-attribute', code: 'person.religion' }, '停用“宗教信仰”，没有接替的'],
  [
    { do: 'deprecate-attribute', code: 'person.latinName', successor: 'person.formerName' },
    '停用“外文姓名”，由“曾用名”接替',
  ],
  [{ do: 'add-codes', list: 'sex', items: [{ code: '3', name: '其他' }] }, '代码表“性别”增加“其他”'],
  [{ do: 'rename-code', list: 'sex', code: '1', name: '男性' }, '代码表“性别”的“男”改名为“男性”'],
])('says %j', (change, words) => {
  expect(sayChange(baseKnowledge, change)).toBe(words)
})

test('a change is read on what those before it made of the system', () => {
  const rename: Change = { do: 'rename-code', list: 'stair-help', code: '2', name: '要人扶' }
  expect(sayChanges(baseKnowledge, [list, attribute, rename])).toEqual([
    '增加代码表“上楼方式”，2 个选项',
    '增加“上楼方式”，说的是人',
    '代码表“上楼方式”的“要人背”改名为“要人扶”',
  ])
  expect(knowledgeWith(baseKnowledge, [list, attribute]).attribute('person.stairHelp')?.value.type).toBe('code')
})

test('what does not hold is left out, and the rest stands', () => {
  const after = knowledgeWith(baseKnowledge, [attribute, list])
  expect(after.attribute('person.stairHelp')).toBeUndefined()
  expect(after.codeList('stair-help')).toBeDefined()
})

test('what is in force is said without what it was before', () => {
  const change: Change = { do: 'revise-attribute', code: 'person.name', name: '全名' }
  expect(sayChange(knowledgeWith(baseKnowledge, [change]), change)).toBe('“全名”：名称改为“全名”')
})

test('the details of an addition leave nothing out that a reviewer decides on', () => {
  expect(detailsOf(knowledgeWith(baseKnowledge, [list]), attribute)).toEqual([
    { key: '编号', value: 'person.stairHelp' },
    { key: '填写方式', value: '选一项：自己走、要人背' },
    { key: '敏感级别', value: '个人信息' },
    { key: '有效期', value: '1 年' },
    { key: '含义', value: '平时怎样上下楼。' },
    { key: '英文名', value: 'help on stairs' },
    { key: '标准', value: '自定' },
    { key: '来自', value: '助老登记表' },
    { key: '别名', value: '爬楼' },
  ])
})

test.each<[Change, string]>([
  [{ do: 'deprecate-attribute', code: 'person.religion' }, '照旧能查到，不再收集'],
  [
    {
      do: 'deprecate-attribute',
      code: 'person.sex',
      successor: 'person.smartphone',
      upgrade: { kind: 'yes-when', codes: ['1', '2'] },
    },
    '“男”、“女”当作“是”，其余当作“否”',
  ],
  [
    {
      do: 'deprecate-attribute',
      code: 'person.sex',
      successor: 'person.sex',
      upgrade: { kind: 'codes', to: { '1': '2' } },
    },
    '“男”当作“女”',
  ],
  [
    {
      do: 'deprecate-attribute',
      code: 'person.religion',
      successor: 'person.name',
      upgrade: { kind: 'scale', factor: 0.5 },
    },
    '乘以 0.5 后当作新属性的资料',
  ],
  [{ do: 'deprecate-attribute', code: 'person.latinName', successor: 'person.religion' }, '原样当作新属性的资料'],
  [
    { do: 'deprecate-attribute', code: 'person.religion', successor: 'person.clergyReligion' },
    '换不成新属性的写法，按原样留着',
  ],
])('says how values carry over: %j', (change, words) => {
  expect(detailsOf(baseKnowledge, change)).toEqual([{ key: '旧资料', value: words }])
})
