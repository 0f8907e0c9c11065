import { simplify } from './traditional'

/** What takes the place of something that is no address (a phone number, a person's name): nothing is read across it. */
export const gap = '\n'

/** A text made comparable, with the way back to what was written. */
export interface Folded {
  readonly written: string
  /** Simplified, half-width, capitals, dashes alike; spaces beside digits dropped. */
  readonly text: string
  /** For every character of `text`, and for its end, the index in `written`. */
  readonly at: readonly number[]
}

const dashes = new Set('-‐‑‒–—―−﹣－')
const digitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 97 && code <= 122) return String.fromCharCode(code - 32)
  if (code < 128) return code < 32 ? gap : character
  if (code >= 0xff01 && code <= 0xff5e) return foldCharacter(String.fromCharCode(code - 0xfee0))
  if (code === 0x3000 || code === 0xa0) return ' '
  if (dashes.has(character)) return '-'
  return simplify(character)
}

/** @returns a name made comparable: what `fold` does, character by character. */
export function foldName(name: string): string {
  for (let index = 0; index < name.length; index++) {
    const character = name.charAt(index)
    if (foldCharacter(character) === character) continue
    // The first that changes; most names have none.
    let folded = name.slice(0, index)
    for (let rest = index; rest < name.length; rest++) folded += foldCharacter(name.charAt(rest))
    return folded
  }
  return name
}

/** @returns the text made comparable, with phone numbers, identity numbers, postcodes and labelled names of persons blanked. */
export function fold(written: string): Folded {
  const plain = foldName(written)
  const blanked = blankNumbers(blankPersons(plain))
  let text = ''
  const at: number[] = []
  for (let index = 0; index < blanked.length; index++) {
    const character = blanked.charAt(index)
    if (character === ' ') {
      const before = text.charAt(text.length - 1)
      let next = index + 1
      while (blanked.charAt(next) === ' ') next++
      // 「3 号楼」 is one word; 「张三 北京市」 and 「12 34」 are two.
      if (digitAt(before, 0) !== digitAt(blanked, next) && isHan(digitAt(before, 0) ? blanked.charAt(next) : before))
        continue
    }
    text += character
    at.push(index)
  }
  at.push(blanked.length)
  return { written, text, at }
}

/** @returns the words as they were written, for a range of the folded text. */
export function asWritten({ written, at }: Folded, start: number, end: number): string {
  const from = at[start] ?? written.length
  const last = at[end - 1]
  return last === undefined || end <= start ? '' : written.slice(from, last + 1)
}

export function isHan(character: string): boolean {
  const code = character.charCodeAt(0)
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007
}

/** Ends a word: nothing is read across it. */
export function isSeparator(character: string): boolean {
  return (
    character === '' ||
    ' \n,.;:!?()[]{}<>|/\\"\'_、，。；：！？（）【】〔〕《》〈〉「」『』“”‘’·…　'.includes(character)
  )
}

/** Telephone, mobile, identity and postal numbers: digits that are no part of an address. */
function blankNumbers(text: string): string {
  let result = ''
  let index = 0
  while (index < text.length) {
    if (!digitAt(text, index)) {
      result += text.charAt(index++)
      continue
    }
    let end = index
    while (digitAt(text, end)) end++
    const length = telephoneAt(text, index, end)
    if (length > 0) {
      const label =
        /(手机号码?|手机|电话号码|联系电话|电话|联系方式|邮编|邮政编码|身份证号?)[ :]*$/.exec(result)?.[0].length ?? 0
      result = result.slice(0, result.length - label) + gap.repeat(label + length)
      index += length
    } else {
      result += text.slice(index, end)
      index = end
    }
  }
  return result
}

/** Length of the number at `start` when it is none of an address, else 0. `end` is the end of its first run of digits. */
function telephoneAt(text: string, start: number, end: number): number {
  const rest = text.slice(start, start + 24)
  const found =
    /^86[- ]?1[3-9]\d{9}(?!\d)/.exec(rest) ??
    /^1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/.exec(rest) ??
    /^0\d{2,3}[- ]?\d{7,8}(?!\d)/.exec(rest) ??
    /^\d{17}[\dX](?!\d)/.exec(rest)
  if (found !== null) return found[0].length
  // A postcode stands alone at either end.
  const alone = start === 0 || isSeparator(text.charAt(start - 1)) || end === text.length
  const labelled = /邮编[ :]*$|邮政编码[ :]*$/.test(text.slice(Math.max(0, start - 7), start))
  if (end - start === 6 && (labelled || (alone && !/[号楼幢栋座元层室房-]/.test(text.charAt(end))))) return 6
  return 0
}

const personLabel =
  /(收件人|收货人|寄件人|联系人|申请人|当事人|报案人|来电人|姓名|户主)[ :]*[㐀-鿿·]{2,4}(?=$|[^㐀-鿿])/g

function blankPersons(text: string): string {
  return text.replace(personLabel, (whole) => gap.repeat(whole.length))
}

const chineseDigits = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/**
 * The number that Chinese numerals write: 十二 → 12, 二十 → 20, 一百零三 → 103, 五〇一 → 501.
 * @returns undefined when it is none.
 */
export function numberOf(numerals: string): number | undefined {
  const plain = [...numerals.replace(/〇|O/g, '零').replace(/两/g, '二')]
  if (plain.length === 0 || plain.length > 8) return undefined
  if (plain.every((one) => chineseDigits.includes(one))) {
    return Number(plain.map((one) => chineseDigits.indexOf(one)).join(''))
  }
  let total = 0
  let held: number | undefined
  for (const one of plain) {
    const unit = units[one]
    const digit = chineseDigits.indexOf(one)
    if (unit === undefined && digit < 0) return undefined
    if (unit !== undefined) {
      total += (held ?? (total === 0 ? 1 : 0)) * unit
      held = undefined
    } else held = digit
  }
  return total + (held ?? 0)
}

/**
 * Digits made plain: full-width and Chinese numerals to Arabic ones, leading zeros dropped, the words around them kept. Idempotent.
 * 「三号楼」→「3号楼」, 「０５０１室」→「501室」.
 */
export function plainNumbers(text: string): string {
  return foldName(text)
    .replace(/[零〇一二三四五六七八九十百两]+/g, (numerals) => String(numberOf(numerals) ?? numerals))
    .replace(/0+(?=\d)/g, (zeros, offset: number, whole: string) => (/\d/.test(whole.charAt(offset - 1)) ? zeros : ''))
}
