import type { Attribute, Value, ValueType } from '../../knowledge/types'
import { readValue } from '../../knowledge/values'
import { codeIn } from './codes'
import { dayIn, momentIn, monthIn, spanIn, timeIn } from './moments'

/** What a cell says. `group`: the reason without the cell's own content, so that equal ones can be counted. */
export type CellReading =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly group: string; readonly message: string }

const yes = new Set(['是', '有', '√', '✓', 'y', 'yes', 'true', '对', '已', '1', '会', '能'])
const no = new Set(['否', '无', '×', 'x', 'n', 'no', 'false', '不是', '没有', '未', '0', '不会', '不能'])

const formulaError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/
const scientific = /^\d(\.\d+)?E\+?\d+$/i
const mostListed = 8

/** Nothing is said by a blank cell, nor by what people draw into one instead. */
export const saysNothing = (text: string): boolean => /^[\s\-—–/\\.]*$/.test(text)

/** @returns the value a cell says of an attribute, or what is wrong in words for the clerk; blank cells are for the caller to see first */
export function readCell(attribute: Attribute, text: string): CellReading {
  const written = text.trim()
  if (formulaError.test(written)) return refused('单元格里是公式的错误结果，请改成内容本身')
  if (attribute.value.type === 'identifier' && scientific.test(written))
    return refused('号码在表格里成了科学计数，末尾几位已经丢失，请把这一列设为文本后重新填写')
  const parts = attribute.many ? written.split(/\s*[,，、;；|\n]\s*/).filter((part) => !saysNothing(part)) : [written]
  const values: Value[] = []
  for (const part of parts) {
    const raw = rawOf(attribute.value, part)
    if (!raw.ok) return raw
    values.push(raw.value)
  }
  const raw = attribute.many ? values.map(String) : (values[0] ?? '')
  const reading = readValue(attribute, raw)
  return reading.ok ? { ok: true, value: reading.value } : refused(reading.message)
}

/** What was written in the form in which such values are typed elsewhere. */
function rawOf(type: ValueType, text: string): CellReading {
  switch (type.type) {
    case 'date':
      return found(dayIn(text), `“${text}”不是一个日期`, '不是日期，请写成 1980-01-02 或 1980年1月2日')
    case 'month':
      return found(monthIn(text), `“${text}”不是年和月`, '不是年月，请写成 2026-01 或 2026年1月')
    case 'time':
      return found(timeIn(text), `“${text}”不是时间`, '不是时间，请写成 14:30')
    case 'datetime':
      return found(momentIn(text), `“${text}”不是日期和时间`, '不是日期和时间，请写成 2026-01-02 14:30')
    case 'date-range':
      return found(spanIn(text, dayIn), `“${text}”不是起止日期`, '不是起止日期，请写成 2026-01-01 至 2026-12-31')
    case 'time-range':
      return found(spanIn(text, timeIn), `“${text}”不是起止时间`, '不是起止时间，请写成 08:00 至 17:30')
    case 'yes-no':
      return yesOrNo(text)
    case 'code':
      return codeOf(type, text)
    case 'number':
      return { ok: true, value: withoutUnit(text, type.unit) }
    case 'money':
      return { ok: true, value: withoutUnit(text, '元').replace(/^[¥￥]/, '') }
    case 'name':
      // 张 三: a gap to make two characters as wide as three.
      return { ok: true, value: text.replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1') }
    default:
      return { ok: true, value: text }
  }
}

function yesOrNo(text: string): CellReading {
  const written = text.normalize('NFKC').trim().toLowerCase()
  if (yes.has(written)) return { ok: true, value: true }
  if (no.has(written)) return { ok: true, value: false }
  return { ok: false, group: '请写“是”或“否”', message: `“${text}”看不出是还是否，请写“是”或“否”` }
}

function codeOf({ items }: Extract<ValueType, { type: 'code' }>, text: string): CellReading {
  const reading = codeIn(items, text)
  if (reading.ok) return { ok: true, value: reading.code }
  const named = (reading.several.length > 0 ? reading.several : items.map(({ name }) => name)).slice(0, mostListed)
  const more = items.length > mostListed && reading.several.length === 0 ? '等' : ''
  return reading.several.length > 0
    ? { ok: false, group: '可能是几个选项，请写全称', message: `“${text}”可能是${named.join('、')}，请写全称` }
    : { ok: false, group: '不在选项里', message: `“${text}”不在选项里，可以写：${named.join('、')}${more}` }
}

const unitWords = /(平方米|平米|㎡|m2|公里|千米|米|岁|人|户|元|万元|公斤|千克|kg|个|台|辆|层|年|月|天|次)$/i

/** 85.5㎡ and 12 人 are numbers with what they count; ten thousands are not taken for ones. */
function withoutUnit(text: string, unit: string | undefined): string {
  const written = text.normalize('NFKC').replace(/\s/g, '')
  const named = unit !== undefined && written.endsWith(unit) ? written.slice(0, -unit.length) : undefined
  if (named !== undefined) return named
  return /万元?$/.test(written) ? written : written.replace(unitWords, '')
}

const found = (value: string | undefined, message: string, group: string): CellReading =>
  value === undefined
    ? { ok: false, group, message: `${message}${group.slice(group.indexOf('，'))}` }
    : { ok: true, value }

const refused = (message: string): CellReading => ({ ok: false, group: message, message })
