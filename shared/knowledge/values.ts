import { codeList } from './catalogue'
import { type IdentifierReading, isRealDate, readIdNumber, readMobile, readPlate, readUscc } from './identifiers'
import type { Attribute, IdentifierScheme, Value, ValueType } from './types'

export type ValueReading =
  | { readonly ok: true; readonly value: Value; readonly warning?: string }
  | { readonly ok: false; readonly message: string }

const identifierReaders: Record<IdentifierScheme, (raw: string) => IdentifierReading> = {
  'id-number': readIdNumber,
  mobile: readMobile,
  uscc: readUscc,
  plate: readPlate,
}

/** Nothing said: an empty text or no choice made. */
export function isBlank(value: Value | undefined): boolean {
  return (
    value === undefined ||
    (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)
  )
}

/**
 * Reads what was typed as a value of an attribute.
 * @returns the value as stored (trimmed, identifiers normalised, several codes once each in the order of their list), or what is
 * wrong in words for the person who typed it. Blank values are for the caller to see first.
 */
export function readValue(attribute: Pick<Attribute, 'value' | 'many'>, raw: Value): ValueReading {
  return attribute.many ? readMany(attribute.value, raw) : readOne(attribute.value, raw)
}

function readMany(type: ValueType, raw: Value): ValueReading {
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return wrong('请重新选择')
  if (raw.length > 50) return wrong('选择得太多了，请减少后再试')
  const values = new Set<string>()
  for (const item of raw) {
    const reading = readOne(type, item)
    if (!reading.ok) return reading
    values.add(String(reading.value))
  }
  if (type.type !== 'code') return { ok: true, value: [...values] }
  return {
    ok: true,
    value: (codeList(type.list)?.items ?? []).map((item) => item.code).filter((code) => values.has(code)),
  }
}

function readOne(type: ValueType, raw: Value): ValueReading {
  switch (type.type) {
    case 'text':
      return typeof raw === 'string' ? readText(type, raw) : wrong('请填写文字')
    case 'number':
      return readNumber(type, raw)
    case 'date':
      return typeof raw === 'string' && isRealDate(raw) ? { ok: true, value: raw } : wrong('请选择一个真实的日期')
    case 'yes-no':
      return typeof raw === 'boolean' ? { ok: true, value: raw } : wrong('请选择“是”或“否”')
    case 'code':
      return typeof raw === 'string' && codeList(type.list)?.items.some((item) => item.code === raw)
        ? { ok: true, value: raw }
        : wrong('请从列出的选项里选择')
    case 'identifier':
      return typeof raw === 'string' ? identifierReaders[type.scheme](raw) : wrong('请填写号码')
    case 'place':
      return readPlaceId(raw)
  }
}

/** A place is named by its opaque id; whether it exists is asked where the places are. */
export function readPlaceId(raw: Value): ValueReading {
  return typeof raw === 'string' && /^[0-9a-z]{1,40}$/i.test(raw) ? { ok: true, value: raw } : wrong('请选择地点')
}

function readText(type: Extract<ValueType, { type: 'text' }>, raw: string): ValueReading {
  const value = raw.normalize('NFC').trim()
  if ([...value].length > type.max) return wrong(`请不要超过${type.max}个字`)
  if (/^\*+$/.test(value)) return wrong('请填写完整内容，不要用星号')
  if (type.pattern !== undefined && !new RegExp(type.pattern, 'u').test(value))
    return wrong('填写的内容不对，请核对后再填')
  return { ok: true, value }
}

function readNumber(type: Extract<ValueType, { type: 'number' }>, raw: Value): ValueReading {
  const typed = typeof raw === 'string' ? raw.normalize('NFKC').trim() : raw
  const value =
    typeof typed === 'number'
      ? typed
      : typeof typed === 'string' && /^-?\d+(\.\d+)?$/.test(typed)
        ? Number(typed)
        : Number.NaN
  if (!Number.isFinite(value)) return wrong('请填写数字')
  if (value < type.min || value > type.max) return wrong(`请填写${type.min}到${type.max}之间的数`)
  if (Number(value.toFixed(type.decimals)) !== value) {
    return wrong(type.decimals === 0 ? '请填写整数' : `小数点后请不要超过${type.decimals}位`)
  }
  return { ok: true, value: value === 0 ? 0 : value }
}

/** @returns whether two stored values are the same */
export function sameValue(one: Value, other: Value): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return one.length === other.length && one.every((item, position) => item === other[position])
}

function wrong(message: string): ValueReading {
  return { ok: false, message }
}
