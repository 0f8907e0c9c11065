import type { ApplicationContent } from '../contract'
import { withTexts } from './fills'

/** What stays behind when an application is carried elsewhere. */
export interface Carried {
  readonly content: ApplicationContent
  /** What was taken out of its texts, in words. */
  readonly takenOut: readonly string[]
}

// A mobile number, and a landline with or without its area code.
const phones = /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|0\d{2,3}[- ]?\d{7,8}(?!\d)/g
// An identity number of 18 characters.
const idNumbers = /[1-9]\d{16}[\dXx](?!\d)/g

/**
 * Takes out of an application what is of the place it was used at: its names and those above it, the organisation, telephone and identity numbers. Where something stood （填…） stands,
 * and is asked for where it is installed. Places, organisations, people and what anybody may do are not in it at all: they are settings.
 * @param names of the place, the ones around it and the organisation, the most special first
 */
export function carried(content: ApplicationContent, names: readonly { name: string; stands: string }[]): Carried {
  const takenOut = new Set<string>()
  const take = (what: string, mark: string) => {
    takenOut.add(what)
    return mark
  }
  const clean = withTexts(content, (text) => {
    let left = text
      .replace(idNumbers, () => take('身份证号', '（填证件号）'))
      .replace(phones, (found) => take(`电话 ${found}`, '（填电话）'))
    for (const { name, stands } of names)
      if (name.length >= 3 && left.includes(name)) left = left.replaceAll(name, take(`“${name}”`, `（填${stands}）`))
    return left
  })
  return { content: { ...clean, parts: clean.parts.map(unbound) }, takenOut: [...takenOut] }
}

/** What a part was of its organisation stays there. */
function unbound(part: ApplicationContent['parts'][number]): ApplicationContent['parts'][number] {
  const { uses: _uses, ...rest } = part
  return rest
}

/** The same text for the same value, however it was written: keys in order. What is signed is signed over this. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}
