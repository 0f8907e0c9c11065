/** @returns a number on a card or a plate as it stands there: capitals, no blanks, dashes or dots, none of the wide characters of Chinese keyboards */
export function inCapitals(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\-—–·•.]/g, '')
    .toUpperCase()
}
