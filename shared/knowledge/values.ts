import {
  type IdentifierReading,
  isRealDate,
  readIdNumber,
  readMobile,
  readPhone,
  readPlate,
  readUscc,
} from './identifiers'
import type { Attribute, IdentifierScheme, Value, ValueType } from './types'

export type ValueReading =
  | { readonly ok: true; readonly value: Value; readonly warning?: string }
  | { readonly ok: false; readonly message: string }

const identifierReaders: Record<IdentifierScheme, (raw: string) => IdentifierReading> = {
  'id-number': readIdNumber,
  mobile: readMobile,
  phone: readPhone,
  uscc: readUscc,
  plate: readPlate,
}

const mostNameCharacters = 50
/** Never the `*` of a masked name. */
const nameShape = /^[\p{L}][\p{L}\p{M} .'·•-]*$/u

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

const mostFiles = 9
const mostChoices = 50

function readMany(type: ValueType, raw: Value): ValueReading {
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return wrong('请重新选择')
  if (type.type === 'file' && raw.length > mostFiles) return wrong(`最多放${mostFiles}个，请删去多出的`)
  if (raw.length > mostChoices) return wrong('选择得太多了，请减少后再试')
  const values = new Set<string>()
  for (const item of raw) {
    const reading = readOne(type, item)
    if (!reading.ok) return reading
    values.add(String(reading.value))
  }
  if (type.type !== 'code') return { ok: true, value: [...values] }
  return { ok: true, value: type.items.map((item) => item.code).filter((code) => values.has(code)) }
}

function readOne(type: ValueType, raw: Value): ValueReading {
  if (type.type === 'number' || type.type === 'money') return readNumber(type, raw)
  if (type.type === 'yes-no') return typeof raw === 'boolean' ? { ok: true, value: raw } : wrong('请选择“是”或“否”')
  if (typeof raw !== 'string') return wrong('请重新填写')
  switch (type.type) {
    case 'text':
      return readText(type, raw)
    case 'name':
      return readName(raw)
    case 'date':
    case 'month':
    case 'time':
    case 'datetime':
      return readMoment(type.type, raw)
    case 'date-range':
      return readRange('date', raw)
    case 'time-range':
      return readRange('time', raw)
    case 'code':
      return type.items.some((item) => item.code === raw) ? { ok: true, value: raw } : wrong('请从列出的选项里选择')
    case 'identifier':
      return identifierReaders[type.scheme](raw)
    case 'place':
      return readPlaceId(raw)
    case 'point':
      return readPoint(raw)
    case 'file':
      return readFileId(raw)
  }
}

/** A place is named by its opaque id; whether it exists is asked where the places are. */
export function readPlaceId(raw: Value): ValueReading {
  return typeof raw === 'string' && /^[0-9a-z]{1,40}$/i.test(raw) ? { ok: true, value: raw } : wrong('请选择地点')
}

/** A file is named by its opaque id; whether it was uploaded, and by whom, is asked where the files are. */
function readFileId(raw: string): ValueReading {
  return /^f[0-9a-z]{20}$/.test(raw) ? { ok: true, value: raw } : wrong('文件没有传好，请重新上传')
}

/** The box around 中国, in degrees. */
const [west, south, east, north] = [73, 3, 136, 54]

/** `longitude,latitude`, to six decimals (0.1 m). */
function readPoint(raw: string): ValueReading {
  const parts = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,2}(?:\.\d+)?)\s*$/.exec(raw)
  if (!parts) return wrong('请在地图上选一个位置')
  const [longitude, latitude] = [Number(parts[1]), Number(parts[2])]
  if (longitude < west || longitude > east || latitude < south || latitude > north)
    return wrong('这个位置不在国内，请重新选择')
  return { ok: true, value: `${longitude.toFixed(6)},${latitude.toFixed(6)}` }
}

function readText(type: Extract<ValueType, { type: 'text' }>, raw: string): ValueReading {
  const value = raw.normalize('NFC').trim()
  if ([...value].length > type.max) return wrong(`请不要超过${type.max}个字`)
  if (/^\*+$/.test(value)) return wrong('请填写完整内容，不要用星号')
  if (type.pattern !== undefined && !new RegExp(type.pattern, 'u').test(value))
    return wrong('填写的内容不对，请核对后再填')
  return { ok: true, value }
}

function readName(raw: string): ValueReading {
  const value = raw.normalize('NFC').trim()
  if ([...value].length > mostNameCharacters) return wrong(`请不要超过${mostNameCharacters}个字`)
  if (/^\*+$/.test(value)) return wrong('请填写完整内容，不要用星号')
  return nameShape.test(value) ? { ok: true, value } : wrong('请填写姓名，不要有数字和符号')
}

function readNumber(type: Extract<ValueType, { type: 'number' | 'money' }>, raw: Value): ValueReading {
  const { min, max, decimals } = type.type === 'money' ? { min: 0, max: type.max, decimals: 2 } : type
  const typed =
    typeof raw === 'string'
      ? raw
          .normalize('NFKC')
          .trim()
          .replace(/(\d),(?=\d{3})/g, '$1')
      : raw
  const value =
    typeof typed === 'number'
      ? typed
      : typeof typed === 'string' && /^-?\d+(\.\d+)?$/.test(typed)
        ? Number(typed)
        : Number.NaN
  if (!Number.isFinite(value)) return wrong(type.type === 'money' ? '请填写金额，只写数字，单位是元' : '请填写数字')
  if (value < min || value > max) return wrong(`请填写${min}到${max}之间的数`)
  if (Number(value.toFixed(decimals)) !== value) {
    return wrong(decimals === 0 ? '请填写整数' : `小数点后请不要超过${decimals}位`)
  }
  return { ok: true, value: value === 0 ? 0 : value }
}

type Moment = 'date' | 'month' | 'time' | 'datetime'

const momentProblems: Record<Moment, string> = {
  date: '请选择一个真实的日期',
  month: '请选择年份和月份',
  time: '请选择时间',
  datetime: '请选择日期和时间',
}

function isMoment(kind: Moment, raw: string): boolean {
  switch (kind) {
    case 'date':
      return isRealDate(raw)
    case 'month':
      return isRealDate(`${raw}-01`)
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(raw)
    case 'datetime':
      return (
        raw.length === 16 && raw.charAt(10) === 'T' && isRealDate(raw.slice(0, 10)) && isMoment('time', raw.slice(11))
      )
  }
}

function readMoment(kind: Moment, raw: string): ValueReading {
  return isMoment(kind, raw) ? { ok: true, value: raw } : wrong(momentProblems[kind])
}

/** `from/to`, both included, the first not after the last. */
function readRange(kind: 'date' | 'time', raw: string): ValueReading {
  const [from = '', to = '', ...more] = raw.split('/')
  if (more.length > 0 || !isMoment(kind, from) || !isMoment(kind, to)) {
    return wrong(kind === 'date' ? '请选择开始和结束的日期' : '请选择开始和结束的时间')
  }
  return from <= to ? { ok: true, value: raw } : wrong('结束不能早于开始，请核对后再填')
}

/** @returns whether two stored values are the same */
export function sameValue(one: Value, other: Value): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return one.length === other.length && one.every((item, position) => item === other[position])
}

function wrong(message: string): ValueReading {
  return { ok: false, message }
}
