/** What a row of a survey sheet is. */
export type RowType =
  | {
      readonly is: 'text' | 'integer' | 'decimal' | 'date' | 'time' | 'datetime' | 'range' | 'point' | 'photo' | 'file'
    }
  | { readonly is: 'phone' | 'note' | 'calculate' | 'acknowledge' | 'barcode' | 'line' }
  | {
      readonly is: 'select'
      readonly list: string
      readonly many: boolean
      readonly other: boolean
      readonly rank: boolean
    }
  | { readonly is: 'external-select'; readonly many: boolean; readonly source: string }
  | { readonly is: 'begin' | 'end'; readonly what: 'group' | 'repeat' | 'loop'; readonly over: string }
  | { readonly is: 'metadata' }
  | { readonly is: 'unknown' }

const simple: Readonly<Record<string, Exclude<RowType['is'], 'select' | 'external-select' | 'begin' | 'end'>>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  datetime: 'datetime',
  range: 'range',
  geopoint: 'point',
  gps: 'point',
  location: 'point',
  geotrace: 'line',
  geoshape: 'line',
  image: 'photo',
  photo: 'photo',
  audio: 'file',
  video: 'file',
  file: 'file',
  barcode: 'barcode',
  note: 'note',
  calculate: 'calculate',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  'phone number': 'phone',
}

const metadata = new Set(
  `start|end|today|deviceid|uri:deviceid|device id|simserial|subscriberid|phonenumber|uri:phonenumber|username|uri:username|email|uri:email|
imei|audit|start-geopoint|background-audio|background-geopoint|hidden|xml-external|csv-external|get start time|get end time|get today|
get device id|get subscriber id|get sim id|get phone number|set form title|set form id|instanceid|entity|last-saved`
    .split('|')
    .map((one) => one.trim()),
)

const selectOne = /^(?:select_one|select1|select one|add select one prompt using)\s+(?:from\s+)?(?:list\s+)?(\S.*)$/
const selectMany =
  /^(?:select_multiple|select_many|select all that apply|select multiple|add select multiple prompt using|select)\s+(?:from\s+)?(?:list\s+)?(\S.*)$/

/** @returns what the type column says, in any of the ways it has been written over the years */
export function readType(typed: string): RowType {
  const flat = typed.trim().replace(/\s+/g, ' ')
  const lower = flat.toLowerCase().replace(/^q /, '')
  const bound = /^(begin|end)[ _](group|repeat|loop)(?: over (.+))?$/.exec(lower)
  if (bound) {
    return {
      is: bound[1] === 'begin' ? 'begin' : 'end',
      what: bound[2] === 'repeat' ? 'repeat' : bound[2] === 'loop' ? 'loop' : 'group',
      over: bound[3] === undefined ? '' : flat.slice(-bound[3].length),
    }
  }
  const external = /^(select_one_from_file|select_multiple_from_file|select_one_external)\s*(.*)$/.exec(lower)
  if (external) return { is: 'external-select', many: lower.includes('multiple'), source: external[2] ?? '' }
  const rank = /^rank\s+(\S+)/.exec(lower)
  const one = selectOne.exec(lower)
  const many = one ? null : selectMany.exec(lower)
  const named = rank?.[1] ?? one?.[1] ?? many?.[1]
  if (named !== undefined) {
    const other = /\s+(or_other|or specify other|or other)$/.test(named)
    const list = named.replace(/\s+(or_other|or specify other|or other)$/, '').trim()
    // Lists are told apart by case.
    const at = lower.lastIndexOf(list)
    const typedList = flat.slice(flat.length - lower.length + at, flat.length - lower.length + at + list.length)
    return { is: 'select', list: typedList, many: one === null, other, rank: rank !== null }
  }
  if (metadata.has(lower)) return { is: 'metadata' }
  const is = simple[lower.replace(/^date_?time$/, 'datetime').replace(/ (prompt|question)$/, '')]
  return is === undefined ? { is: 'unknown' } : { is }
}
