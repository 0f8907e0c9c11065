/**
 * What was typed into a box for numbers, as an answer: a number once it is one, the text itself until then, so that 「1.」 on the way
 * to 「1.5」 and 「-0」 on the way to 「-0.5」 are not lost; nothing when empty. Commas between thousands are left out.
 */
export function typedNumber(typed: string): number | string | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '')
  if (text === '') return undefined
  return /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text
}

/** `1234567.5` → 「1,234,567.5」 while it is typed; nothing below a thousand, where it says no more than the input. */
export function groupedDigits(value: number | string | undefined): string | undefined {
  const parts = /^(\d{4,})(\.\d*)?$/.exec(String(value ?? ''))
  if (!parts) return undefined
  const [, whole = '', rest = ''] = parts
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`
}
