import { expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge/base'
import { ledgerTemplates } from '../templates/ledgers'
import type { Condition } from './condition'
import { nameOfColumn, sayCondition, sayMembership } from './say'

test.each<[Condition, string]>([
  [{ about: 'age', attribute: 'person.birthDate', least: 60 }, '60 岁以上'],
  [{ about: 'age', attribute: 'person.birthDate', most: 17 }, '17 岁以下'],
  [{ about: 'age', attribute: 'thing.installedOn', least: 15 }, '安装日期满 15 年以上'],
  [{ about: 'number', attribute: 'organisation.lodgers', least: 1, most: 10 }, '住宿人数 1 至 10 人'],
  [{ about: 'code', attribute: 'organisation.businessStatus', values: ['1', '3'] }, '经营状态为正常营业或停业'],
  [{ about: 'code', attribute: 'person.livingAlone', values: ['yes'] }, '独居为是'],
  [{ about: 'date', attribute: 'thing.nextInspection', to: '2026-12-31' }, '下次检验日期在 2026年12月31日 及以前'],
  [{ about: 'words', attribute: 'organisation.name', words: '超市' }, '单位名称里有“超市”'],
  [{ about: 'known', attribute: 'person.mobile', is: false }, '手机号还没登记'],
  [{ about: 'relation', types: ['resides-at'], direction: 'forward', is: true }, '登记了“住在”'],
  [{ about: 'relation', types: ['resides-at'], direction: 'backward', is: false }, '没有登记“住户”'],
])('%j is said in plain words', (condition, words) => {
  expect(sayCondition(condition, baseKnowledge)).toBe(words)
})

test('every template says who is in, and names its columns', () => {
  for (const template of ledgerTemplates) {
    expect(sayMembership(template, baseKnowledge)).toMatch(/\p{Script=Han}/u)
    for (const column of template.columns) expect(nameOfColumn(column, baseKnowledge)).toMatch(/^[\p{Script=Han}、]+$/u)
  }
})

test('a ledger kept by hand, and one of everything', () => {
  const [template] = ledgerTemplates
  if (template === undefined) throw new Error('there are templates')
  expect(sayMembership({ ...template, membership: { by: 'hand' } }, baseKnowledge)).toBe('由工作人员逐个加入')
  expect(sayMembership({ ...template, membership: { by: 'rule', all: [] } }, baseKnowledge)).toBe('范围内的全部人员')
})
