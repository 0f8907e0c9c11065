import { initialsOf } from '@zmht/shared/geo'
import { plainName } from '@zmht/shared/ledgers'

/** How a title meets what was typed: the lower the rank, the better. */
export interface Met {
  readonly by: 'name' | 'initials'
  readonly rank: number
}

/** @returns how a title meets the words: by its characters anywhere, or by the pinyin initials of characters that stand together; undefined: not at all */
export function meets(title: string, words: string): Met | undefined {
  const [wanted, name] = [plainName(words), plainName(title)]
  if (wanted === '') return undefined
  const at = name.indexOf(wanted)
  if (at >= 0) return { by: 'name', rank: at === 0 ? 0 : 1 }
  // One letter alone would find half of everything.
  if (!/^[a-z]{2,}$/.test(wanted)) return undefined
  const place = initialsOf(name).indexOf(wanted)
  return place < 0 ? undefined : { by: 'initials', rank: place === 0 ? 2 : 3 }
}

/** @returns those whose titles meet the words, the best first, each with why; of the same rank in the order given */
export const best = <T>(
  all: readonly T[],
  titleOf: (one: T) => string,
  words: string,
): readonly (T & { by: Met['by'] })[] =>
  all
    .flatMap((one) => {
      const met = meets(titleOf(one), words)
      return met === undefined ? [] : [{ one, met }]
    })
    .sort((left, right) => left.met.rank - right.met.rank)
    .map(({ one, met }) => ({ ...one, by: met.by }))

/** @returns the letters of a request's number, of 「1130-AB3XK」 or the five alone; undefined for what is no number */
export function numberSaid(words: string): string | undefined {
  const said = words.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(/[—–_]/g, '-')
  return /^(?:(?:0[1-9]|1[0-2])[0-3][0-9]-)?([0-9A-Z]{5})$/.exec(said)?.[1]
}
