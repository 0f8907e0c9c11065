/** @returns the options whose words hold every one of the words looked for, whatever their case */
export function matching<O extends { readonly label: string }>(options: readonly O[], words: string): readonly O[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return options.filter(({ label }) => {
    const here = label.normalize('NFKC').toLowerCase()
    return wanted.every((word) => here.includes(word))
  })
}
