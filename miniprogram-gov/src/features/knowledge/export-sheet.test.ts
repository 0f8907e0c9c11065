import { baseKnowledge } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { deployedProse } from './deployed-prose.fixture'
import { sheetsOf } from './export-sheet'
import { knowledgeWith } from './say-change'

const prose = deployedProse()
const sheets = sheetsOf(baseKnowledge, prose)
const sheet = (name: string) => {
  const found = sheets.find((one) => one.name === name)
  if (!found) throw new Error(name)
  const [head = [], ...rows] = found.cells
  return { ...found, head, rows: rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]]))) }
}

test('there is a line for each attribute, each relation and each code', () => {
  expect(sheets.map(({ name }) => name)).toEqual(['属性', '关系', '代码表'])
  expect(sheet('属性').rows).toHaveLength(baseKnowledge.attributes.length)
  expect(sheet('关系').rows).toHaveLength(baseKnowledge.relationTypes.length)
  expect(sheet('代码表').rows).toHaveLength(baseKnowledge.codeLists.flatMap(({ items }) => items).length)
})

test('every column has its width, every line all its columns', () => {
  for (const { cells, widths } of sheets) for (const row of cells) expect(row).toHaveLength(widths.length)
})

test('an attribute is written in words', () => {
  expect(sheet('属性').rows.find((row) => row.编号 === 'person.birthDate')).toMatchObject({
    名称: '出生日期',
    属于: '人',
    填写方式: '日期',
    敏感级别: '个人信息',
    有效期: '长期',
    由什么得出: '身份证号',
    停用: '',
  })
})

test('a relation is read both ways', () => {
  expect(sheet('关系').rows.find((row) => row.编号 === 'parent')).toMatchObject({
    名称: '父母',
    反过来叫: '子女',
    从: '人',
    到: '人',
    数量: '每个人可以有多个“父母”；每个人可以有多个“子女”',
  })
})

test('what is no longer asked stays in the workbook, marked', () => {
  const after = knowledgeWith(baseKnowledge, [
    { do: 'deprecate-attribute', code: 'person.religion', successor: 'person.nativePlace' },
  ])
  const [attributes] = sheetsOf(after, prose)
  expect(attributes?.cells.find(([code]) => code === 'person.religion')?.slice(-2)).toEqual(['1.2.0 起', '籍贯'])
})
