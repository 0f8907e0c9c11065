import type { Instant } from './types'

/** `warning`: kept as it is, but worth a second look (said in words for the person who typed it). */
export type IdentifierReading =
  | { readonly ok: true; readonly value: string; readonly warning?: string }
  | { readonly ok: false; readonly message: string }

/** GB/T 2260 province codes. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
)
const municipalities = new Set(['11', '12', '31', '50'])
/** Residence permits of people from 香港, 澳门, 台湾. */
const permits = new Set(['810000', '820000', '830000'])

/**
 * Whether six digits can be the code of a county-level division, as the numbering rules of GB/T 2260 allow; abolished divisions
 * included, since people keep the number they were given. Lists of today's divisions would refuse everybody born in an abolished one.
 */
function canBeDivision(six: string): boolean {
  if (permits.has(six)) return true
  const [province, prefecture, county] = [six.slice(0, 2), Number(six.slice(2, 4)), Number(six.slice(4))]
  // 台湾 is not divided further in the code.
  if (province === '71') return true
  if (!provinces.has(province) || county === 0) return false
  // Districts under 01, counties under 02 (and cities run by 重庆 under 03).
  if (municipalities.has(province)) {
    return prefecture === 1 ? county <= 20 || county >= 51 : (prefecture === 2 || prefecture === 3) && county >= 21
  }
  const isCity = (prefecture >= 1 && prefecture <= 20) || (prefecture >= 51 && prefecture <= 53)
  // 广东 went on at 51 (潮州, 揭阳, 云浮).
  const isRegion = prefecture >= 21 && prefecture <= 50
  // Under a city: districts 01–20 and 51–80, counties 21–50, cities of county rank 81–99; under a region: cities 01–20, the rest above.
  return isCity || isRegion || prefecture === 90
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idCheckCharacters = '10X98765432'

/**
 * Reads a citizen identity number (GB 11643). A 15-digit number of the first generation becomes the 18-digit number of the same person.
 * @returns the 18 characters in upper case, or what is wrong in words for the person who typed it
 */
export function readIdNumber(raw: string): IdentifierReading {
  const typed = plain(raw)
  if (!/^(\d{15}|\d{17}[\dX])$/.test(typed)) return wrong('身份证号应为18位，请核对后再填')
  const seventeen = typed.length === 15 ? `${typed.slice(0, 6)}19${typed.slice(6)}` : typed.slice(0, 17)
  // Permanent residence cards of foreigners: 9, the province that issued it, and the country.
  const place = seventeen.startsWith('9')
    ? provinces.has(seventeen.slice(1, 3))
    : canBeDivision(seventeen.slice(0, 6)) && !(typed.length === 15 && permits.has(seventeen.slice(0, 6)))
  if (!place) return wrong('身份证号的前六位不是我国的行政区划，请核对后再填')
  if (!isRealDate(birthDateIn(seventeen))) return wrong('身份证号里的出生日期不对，请核对后再填')
  const check = idCheckCharacter(seventeen)
  if (typed.length === 18 && typed.charAt(17) !== check) return wrong('身份证号的最后一位对不上，请核对后再填')
  return { ok: true, value: seventeen + check }
}

/** @returns the 18th character for the first 17 (ISO 7064, MOD 11-2) */
export function idCheckCharacter(seventeen: string): string {
  const sum = idWeights.reduce((total, weight, position) => total + weight * Number(seventeen.charAt(position)), 0)
  return idCheckCharacters.charAt(sum % 11)
}

/** @returns birth date and sex (GB/T 2261.1 code) told by an identity number, or nothing if the number is not a valid one */
export function factsFromIdNumber(raw: string): { readonly birthDate: string; readonly sex: '1' | '2' } | undefined {
  const reading = readIdNumber(raw)
  if (!reading.ok) return undefined
  return { birthDate: birthDateIn(reading.value), sex: Number(reading.value.charAt(16)) % 2 === 1 ? '1' : '2' }
}

/** Reads a mobile number of the mainland, with or without +86, spaces and dashes. @returns the 11 digits */
export function readMobile(raw: string): IdentifierReading {
  const digits = plain(raw).replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? { ok: true, value: digits } : wrong('手机号应为11位数字，请核对后再填')
}

/**
 * Reads a telephone number: a mobile, or a landline with its area code and, if any, its extension; also the service numbers 400 and 800.
 * @returns the mobile's 11 digits, or `010-62345678`, `0352-2345678-801`, `400-820-8820`
 */
export function readPhone(raw: string): IdentifierReading {
  const mobile = readMobile(raw)
  if (mobile.ok) return mobile
  const typed = raw
    .normalize('NFKC')
    .replace(/^(\+86|0086)/, '0')
    .replace(/(转|分机|ext\.?)/i, '-')
    .replace(/[\s()（）—–]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^00/, '0')
  const landline = /^(010|02\d|0[3-9]\d{2})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/.exec(typed)
  if (landline) {
    const [, area, number, extension] = landline
    return { ok: true, value: [area, number, extension].filter((part) => part !== undefined).join('-') }
  }
  const service = /^([48]00)-?(\d{3})-?(\d{4})$/.exec(typed)
  if (service) return { ok: true, value: service.slice(1).join('-') }
  if (/^[2-9]\d{6,7}$/.test(typed)) return wrong('座机号请写上区号，例如010-62345678')
  return wrong('请填写11位手机号，或带区号的座机号')
}

const usccCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Reads a unified social credit code (GB 32100). A few early codes were issued with a check character that does not fit: those
 * are kept with a warning.
 */
export function readUscc(raw: string): IdentifierReading {
  const typed = plain(raw)
  if (!/^[1-9A-HJ-NP-RTUWXY][0-9A-HJ-NP-RTUWXY]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(typed)) {
    return wrong('统一社会信用代码应为18位数字和大写字母，请对照营业执照核对')
  }
  return typed.charAt(17) === usccCheckCharacter(typed.slice(0, 17))
    ? { ok: true, value: typed }
    : { ok: true, value: typed, warning: '统一社会信用代码的最后一位对不上，请对照营业执照再看一遍' }
}

/** @returns the 18th character for the first 17 of a unified social credit code (MOD 31 with powers of 3) */
export function usccCheckCharacter(seventeen: string): string {
  let sum = 0
  let weight = 1
  for (const character of seventeen) {
    sum += usccCharacters.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return usccCharacters.charAt((31 - (sum % 31)) % 31)
}

const plateProvince = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const plateShapes = [
  // Common: five letters (no I, O) or digits, at most two letters by GA 36 in practice; the last place may be a word.
  new RegExp(`^${plateProvince}[A-HJ-Z][A-HJ-NP-Z0-9]{5}$`),
  new RegExp(`^${plateProvince}[A-HJ-Z][A-HJ-NP-Z0-9]{4}[学警挂领试超港澳]$`),
  // New energy, small: a letter in the first place, or the first two; large: the letter last.
  new RegExp(`^${plateProvince}[A-HJ-Z][A-HJK][A-HJ-NP-Z0-9]\\d{4}$`),
  new RegExp(`^${plateProvince}[A-HJ-Z]\\d{5}[A-HJK]$`),
  // Embassies: six digits and 使.
  /^\d{6}使$/,
]

/** Reads a licence plate (GA 36), new-energy plates included. @returns it in upper case without separators */
export function readPlate(raw: string): IdentifierReading {
  const typed = plain(raw).replace(/[·•.]/g, '')
  return plateShapes.some((shape) => shape.test(typed))
    ? { ok: true, value: typed }
    : wrong('车牌号不对，请按“京A12345”的样子填写')
}

/** @returns whether `YYYY-MM-DD` is a day of the calendar */
export function isRealDate(date: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= days
}

/** @returns the day it is in China at an instant, `YYYY-MM-DD` (no daylight saving since 1991, so a fixed +8 h) */
export function dayInChina(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** @returns full years of age, counted in China; born on 29 February one is older on 1 March */
export function ageAt(birthDate: string, at: Instant): number {
  const today = dayInChina(at)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Full-width characters, spaces and dashes are how people type, not what they mean. */
function plain(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\s\-—–]/g, '')
    .toUpperCase()
}

function birthDateIn(seventeen: string): string {
  return `${seventeen.slice(6, 10)}-${seventeen.slice(10, 12)}-${seventeen.slice(12, 14)}`
}

function wrong(message: string): IdentifierReading {
  return { ok: false, message }
}
