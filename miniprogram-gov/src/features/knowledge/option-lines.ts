import type { CodeItem } from '@zmht/shared/knowledge'

const coded = /^([0-9A-Za-z-]{1,12})[\s,，、:：.．]+(\S.*)$/

/**
 * Options out of what was typed or pasted, one a line. Only when every line begins with a code are codes read; otherwise they are
 * counted on from `after`: a name may well begin with a figure (「12 个月以上」).
 * @param after the options the list has already
 */
export function readOptions(lines: string, after: readonly CodeItem[] = []): readonly CodeItem[] {
  const typed = lines
    .split(/\r?\n/)
    .map((line) => line.normalize('NFC').trim())
    .filter((line) => line !== '')
  const read = typed.map((line) => coded.exec(line))
  if (read.every((match) => match !== null)) {
    return read.map((match) => ({ code: match[1] ?? '', name: (match[2] ?? '').trim() }))
  }
  const count = nextCodes(after, typed.length)
  return typed.map((name, position) => ({ code: count(position), name }))
}

/** Numbers that follow those of a list, as wide as they are. */
function nextCodes(after: readonly CodeItem[], many: number): (position: number) => string {
  const numbers = after.map(({ code }) => code).filter((code) => /^\d+$/.test(code))
  const last = Math.max(0, ...numbers.map(Number))
  // `01` lists go on with `07`, not `7`; a list of ten or more that begins now has codes of one width.
  const width = numbers.length > 0 ? Math.min(...numbers.map((code) => code.length)) : String(many).length
  const padded = numbers.length === 0 ? many >= 10 : numbers.some((code) => code.length > 1 && code.startsWith('0'))
  return (position) => {
    const next = String(last + position + 1)
    return padded ? next.padStart(width, '0') : next
  }
}

/** What `readOptions` reads back as the same options. */
export function writeOptions(items: readonly CodeItem[]): string {
  return items.map(({ code, name }) => `${code} ${name}`).join('\n')
}
