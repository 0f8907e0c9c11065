/** What stands in braces in a text and is filled in for whoever reads it. */

const braced = /\{([^{}\n]{1,20})\}/g

/** @returns the placeholders of a text that are none of the known, each once */
export function unknownAmong(known: readonly string[], text: string): readonly string[] {
  const found = [...text.matchAll(braced)].map(([, name = '']) => name.trim())
  return [...new Set(found.filter((name) => !known.includes(name)))]
}

/** A text with the known ones filled in. What is not known of somebody is left out with its braces; what means nothing stays. */
export function filledIn<Name extends string>(
  known: readonly Name[],
  text: string,
  values: Readonly<Partial<Record<Name, string>>>,
): string {
  return text.replace(braced, (whole, name: string) => {
    const found = known.find((one) => one === name.trim())
    return found === undefined ? whole : (values[found] ?? '')
  })
}
