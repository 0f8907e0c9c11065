import { type LedgerContent, ledgerKinds, mostColumns, mostConditions, mostFilters } from '../ledgers/index'
import { day, level, text } from './parts'
import * as z from './z'

const attribute = z.string('内容编号应为文字').check(z.maxLength(80, '内容编号不正确'))
const relation = z.string('关系编号应为文字').check(z.maxLength(80, '关系编号不正确'))
const types = z.array(relation).check(z.minLength(1, '请选择关系'), z.maxLength(20, '选的关系太多'))
const direction = z.enum(['forward', 'backward'], '关系的方向不正确')
const number = z.number('应为数')

/** One thing an entity has; what fits which attribute is checked against the knowledge system. */
export const condition = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('code'),
    attribute,
    values: z.array(z.string().check(z.maxLength(60, '代码太长'))).check(z.maxLength(300, '选的太多')),
  }),
  z.strictObject({
    about: z.literal('number'),
    attribute,
    least: z.exactOptional(number),
    most: z.exactOptional(number),
  }),
  z.strictObject({ about: z.literal('age'), attribute, least: z.exactOptional(number), most: z.exactOptional(number) }),
  z.strictObject({ about: z.literal('date'), attribute, from: z.exactOptional(day), to: z.exactOptional(day) }),
  z.strictObject({ about: z.literal('words'), attribute, words: text(40, '要找的字') }),
  z.strictObject({ about: z.literal('known'), attribute, is: z.boolean() }),
  z.strictObject({ about: z.literal('relation'), types, direction, is: z.boolean() }),
])

const key = z.string('列的编号应为文字').check(z.maxLength(100, '列的编号太长'))
const column = z.discriminatedUnion('of', [
  z.strictObject({ key, of: z.literal('attribute'), attribute }),
  z.strictObject({
    key,
    of: z.literal('relation'),
    types,
    direction,
    name: z.exactOptional(text(20, '列名')),
  }),
])

/** A ledger as somebody puts it together. */
export const ledgerContent: z.ZodMiniType<LedgerContent, unknown> = z.strictObject({
  name: text(30, '台账名称'),
  about: z.string('用途应为文字').check(z.trim(), z.maxLength(200, '用途不超过 200 个字')),
  kind: z.enum(ledgerKinds, '请选择登记哪一类'),
  level: z.exactOptional(level),
  membership: z.discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('rule'),
      all: z.array(condition).check(z.maxLength(mostConditions, `最多 ${mostConditions} 个条件`)),
    }),
    z.strictObject({ by: z.literal('hand') }),
  ]),
  columns: z.array(column).check(z.minLength(1, '请至少选一列'), z.maxLength(mostColumns, `最多 ${mostColumns} 列`)),
  filters: z.array(attribute).check(z.maxLength(mostFilters, `最多 ${mostFilters} 个常用筛选`)),
})
