/** What stands in a cell for something that is filled in. A percentage is a part of one: 0.5 is 50 %. */
export type CellValue =
  | { readonly of: 'text'; readonly text: string }
  | { readonly of: 'number'; readonly number: number }
  | { readonly of: 'percent'; readonly number: number }
  /** `YYYY-MM-DD`. */
  | { readonly of: 'day'; readonly day: string }

export type Named = ReadonlyMap<string, CellValue>

/** What a workbook is filled with: what is there once, and for each group what its rows say, in their order. */
export interface Filling {
  readonly named: Named
  readonly rows: ReadonlyMap<string, readonly Named[]>
}

/** `{{地点}}`, also with the wide brackets a Chinese keyboard gives. */
const placeholder = /[{｛]{2}\s*([^{}｛｝]+?)\s*[}｝]{2}/g

export interface Placeholder {
  /** Of a row that is repeated: 「下级」, 「下级社区」. */
  readonly group?: string
  readonly name: string
}

/** @returns what a placeholder means: before the first dot the group, where that is one */
export function readPlaceholder(inside: string, groups: ReadonlySet<string>): Placeholder {
  const name = inside.trim().replace(/／/g, '/')
  const [, group = '', rest = ''] = /^([^.．。]+)[.．。](.+)$/.exec(name) ?? []
  return groups.has(group.trim()) ? { group: group.trim(), name: rest.trim() } : { name }
}

/** @returns each placeholder of a text, without its brackets */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, inside = '']) => inside)

/** @returns the one placeholder a text consists of; nothing where there is anything else */
export function onlyPlaceholder(text: string): string | undefined {
  const [first] = [...text.trim().matchAll(placeholder)]
  return first !== undefined && first[0] === text.trim() ? first[1] : undefined
}

/** Writes a text with its placeholders replaced; what is unknown stays as it stands. */
export const replacePlaceholders = (text: string, valueFor: (inside: string) => CellValue | undefined): string =>
  text.replace(placeholder, (whole, inside: string) => {
    const value = valueFor(inside)
    return value === undefined ? whole : sayValue(value)
  })

/** @returns a value inside other words */
export function sayValue(value: CellValue): string {
  switch (value.of) {
    case 'text':
      return value.text
    case 'number':
      return String(value.number)
    case 'percent':
      return `${Math.floor(value.number * 100)}%`
    case 'day': {
      const [year = 0, month = 0, day = 0] = value.day.split('-').map(Number)
      return `${year}年${month}月${day}日`
    }
  }
}

/** @returns the known name that is written most like another; nothing where none is like it at all */
export function nearestOf(name: string, known: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly steps: number } | undefined
  for (const one of known) {
    const steps = stepsBetween(name, one)
    if (steps < Math.max(name.length, one.length) && (best === undefined || steps < best.steps))
      best = { name: one, steps }
  }
  return best?.name
}

/** How many characters have to be added, taken away or changed (Levenshtein). */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let to = 1; to <= other.length; to++) {
      const [above = 0, before = 0, left = 0] = [row[to], row[to - 1], next[to - 1]]
      next.push(Math.min(above + 1, left + 1, before + (one[at - 1] === other[to - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[other.length] ?? 0
}
