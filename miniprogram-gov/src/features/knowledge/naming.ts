/** Words that say nothing in a name. */
const small = new Set(['a', 'an', 'the'])

const wordsOf = (english: string): readonly string[] =>
  english
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    // A code begins with a letter.
    .replace(/^[^a-z]+/, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !small.has(word))

const longestProperty = 30
const longestList = 40

/** As many whole words as fit. */
function fitting(words: readonly string[], longest: number, join: (words: readonly string[]) => string): string {
  for (let count = words.length; count > 1; count -= 1) {
    const joined = join(words.slice(0, count))
    if (joined.length <= longest) return joined
  }
  return join(words.slice(0, 1)).slice(0, longest)
}

/** The first name that is free: itself, then with 2, 3 … behind it. */
function free(name: string, longest: number, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name
  for (let count = 2; ; count += 1) {
    const next = `${name.slice(0, longest - String(count).length)}${count}`
    if (!isTaken(next)) return next
  }
}

const camel = ([first = '', ...rest]: readonly string[]) =>
  first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')

/**
 * The property a code ends in, out of an English name: `date of birth` → `dateOfBirth`.
 * @returns an empty text while the name gives none
 */
export function proposedProperty(english: string, isTaken: (property: string) => boolean): string {
  const name = fitting(wordsOf(english), longestProperty, camel)
  return name.length < 2 ? '' : free(name, longestProperty, isTaken)
}

/** The id of a code list, out of an English name: `kind of visa` → `kind-of-visa`; an empty text while the name gives none. */
export function proposedListId(english: string, isTaken: (id: string) => boolean): string {
  const name = fitting(wordsOf(english), longestList, (words) => words.join('-'))
  return name.length < 2 ? '' : free(name, longestList, isTaken)
}
