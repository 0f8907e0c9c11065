import { dateIn } from '../sniff'

const pad = (number: string): string => number.padStart(2, '0')

/** Days between the beginning of a spreadsheet's calendar and that of a computer's. */
const epoch = 25_569
const dayMillis = 86_400_000

/** @returns `YYYY-MM-DD` for the ways a day is written in sheets, the bare number of days some programs leave included */
export function dayIn(text: string): string | undefined {
  const written = text
    .normalize('NFKC')
    .replace(/\s*([年月日号.\-/])\s*/g, '$1')
    .replace(/[号]$/, '日')
    .replace(/(\d)\.$/, '$1')
    .trim()
  if (/^[1-6]\d{4}$/.test(written)) return new Date((Number(written) - epoch) * dayMillis).toISOString().slice(0, 10)
  return dateIn(written)
}

/** @returns `YYYY-MM` */
export function monthIn(text: string): string | undefined {
  const written = text.normalize('NFKC').replace(/\s/g, '')
  const parts = /^((?:18|19|20)\d{2})[-/.年]?(\d{1,2})月?$/.exec(written)
  const month = Number(parts?.[2] ?? 0)
  if (parts !== null && month >= 1 && month <= 12) return `${parts[1]}-${pad(parts[2] ?? '')}`
  return dayIn(text)?.slice(0, 7)
}

/** @returns `HH:MM`; 下午3点半 is 15:30 */
export function timeIn(text: string): string | undefined {
  const written = text.normalize('NFKC').replace(/\s/g, '')
  const parts = /^(上午|早上|中午|下午|晚上)?(\d{1,2})(?:[:时点](\d{1,2}|半)?(?:[:分](?:\d{1,2}秒?)?)?)$/.exec(written)
  if (parts === null) return undefined
  const [, half, hours = '', minutes = '0'] = parts
  const late = half === '下午' || half === '晚上' ? 12 : 0
  const hour = Number(hours) + (Number(hours) < 12 ? late : 0)
  const minute = minutes === '半' ? 30 : Number(minutes)
  return hour < 24 && minute < 60 ? `${pad(String(hour))}:${pad(String(minute))}` : undefined
}

/** @returns `YYYY-MM-DDTHH:MM`; a day without a time is its beginning */
export function momentIn(text: string): string | undefined {
  const written = text.normalize('NFKC').trim()
  const parts = /^(.*?\d[日号]?)[T\s]*((?:上午|早上|中午|下午|晚上)?\d{1,2}[:时点].*)$/.exec(written)
  if (parts !== null) {
    const [day, time] = [dayIn((parts[1] ?? '').trim()), timeIn(parts[2] ?? '')]
    if (day !== undefined && time !== undefined) return `${day}T${time}`
  }
  const day = dayIn(written)
  return day === undefined ? undefined : `${day}T00:00`
}

/** @returns `from/to` of what stands on both sides of 至, ~ or —, each read by `one` */
export function spanIn(text: string, one: (part: string) => string | undefined): string | undefined {
  const parts = text.normalize('NFKC').split(/\s*(?:至|到|~|—+|–)\s*/)
  const [from, to] = parts.map(one)
  return parts.length === 2 && from !== undefined && to !== undefined ? `${from}/${to}` : undefined
}
