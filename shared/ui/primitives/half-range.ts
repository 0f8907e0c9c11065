/** Two halves of an answer that is one only when both are there: a range `from/to`, a minute of a day `dayTtime`. */
export interface Halves {
  readonly first: string | undefined
  readonly second: string | undefined
}

export type Separator = '/' | 'T'

export const noHalves: Halves = { first: undefined, second: undefined }

export function halvesOf(value: string | undefined, separator: Separator): Halves {
  const [first, second] = (value ?? '').split(separator)
  return { first: first || undefined, second: second || undefined }
}

/**
 * @returns what is kept as the answer. One half alone is kept too, so that a draft never loses what was chosen; it is refused as an answer until
 * the other half is there.
 */
export function wholeOf({ first, second }: Halves, separator: Separator): string | undefined {
  return first === undefined && second === undefined ? undefined : `${first ?? ''}${separator}${second ?? ''}`
}

const nouns = { date: '日期', time: '时间' } as const

/** @returns what a person is told of a range that is not one yet; `missing` is said quietly, `wrong` as an error */
export function rangeWords(
  kind: 'date' | 'time',
  { first, second }: Halves,
): { readonly missing?: string; readonly wrong?: string } {
  if (first !== undefined && second !== undefined) {
    return first <= second ? {} : { wrong: '结束不能早于开始，请核对后再填' }
  }
  if (first !== undefined) return { missing: `请再选结束${nouns[kind]}，两个都有才能保存` }
  if (second !== undefined) return { missing: `请再选开始${nouns[kind]}，两个都有才能保存` }
  return {}
}
