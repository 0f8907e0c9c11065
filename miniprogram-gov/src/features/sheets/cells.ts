/** A spreadsheet as text, row by row. */
export type Cells = readonly (readonly string[])[]

/** At most so many rows and so large a file are read. */
export const mostRows = 50_000
export const largestFile = 10 * 1024 * 1024
/** Unpacked, a spreadsheet may not be larger: a small file can hold a very large one. */
export const largestUnpacked = 400 * 1024 * 1024

/**
 * How large a zip file is unpacked, as its directory says, without unpacking it.
 * @returns undefined for what is no zip file.
 */
export function unpackedSize(file: ArrayBuffer): number | undefined {
  const view = new DataView(file)
  // The end record stands within the last 64 kB, before a comment of unknown length.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const entries = view.getUint16(at + 10, true)
    let entry = view.getUint32(at + 16, true)
    let sum = 0
    for (let index = 0; index < entries; index++) {
      if (entry + 46 > view.byteLength || view.getUint32(entry, true) !== 0x02014b50) return undefined
      sum += view.getUint32(entry + 24, true)
      entry +=
        46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
    }
    return sum
  }
  return undefined
}

/** Comma-separated text as cells: quotes, line breaks inside them, and the mark some programs put in front. */
export function readCsv(text: string): Cells {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const source = text.replace(/^\ufeff/, '')
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at)
    if (quoted) {
      if (character !== '"') cell += character
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === ',') {
      row.push(cell)
      cell = ''
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && source.charAt(at + 1) === '\n') at++
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += character
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}
