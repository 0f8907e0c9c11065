import {
  type Condition,
  type LedgerContent,
  ledgerKinds,
  mostColumns,
  mostConditions,
  mostFilters,
} from '../ledgers/index'
import type { OwnMeasure } from '../measures/measure'
import { day, level, measureId, text } from './parts'
import * as z from './z'

const attribute = z.string('内容编号应为文字').check(z.maxLength(80, '内容编号不正确'))
const relation = z.string('关系编号应为文字').check(z.maxLength(80, '关系编号不正确'))
const types = z.array(relation).check(z.minLength(1, '请选择关系'), z.maxLength(20, '选的关系太多'))
const direction = z.enum(['forward', 'backward'], '关系的方向不正确')
const number = z.number('应为数')

/** One thing an entity has; what fits which attribute is checked against the knowledge system. */
export const condition: z.ZodMiniType<Condition, unknown> = z.discriminatedUnion('about', [
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

const measureAttribute = z.string('指标内容应为文字').check(z.maxLength(80, '内容编号不正确'))
const grouping = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), attribute: measureAttribute }),
  z.strictObject({
    by: z.literal('band'),
    attribute: measureAttribute,
    years: z.boolean(),
    edges: z.array(number).check(z.maxLength(30, '分的段太多')),
  }),
  z.strictObject({
    by: z.literal('time'),
    attribute: measureAttribute,
    every: z.enum(['day', 'month', 'year'], '请选择按日、按月还是按年'),
  }),
  z.strictObject({ by: z.literal('freshness') }),
])
const fold = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('count') }),
  z.strictObject({ by: z.enum(['sum', 'average', 'least', 'most'], '请选择怎样计算'), attribute: measureAttribute }),
  z.strictObject({ by: z.literal('percentile'), attribute: measureAttribute, percent: number }),
])

/** A measure as somebody defines it; what fits which attribute is checked against the knowledge system. */
export const ownMeasure: z.ZodMiniType<OwnMeasure, unknown> = z.strictObject({
  id: measureId,
  name: text(20, '指标名称'),
  filter: z.array(condition).check(z.maxLength(mostConditions, `最多 ${mostConditions} 个条件`)),
  groups: z.array(grouping).check(z.maxLength(2, '最多按两项分组')),
  fold,
})
