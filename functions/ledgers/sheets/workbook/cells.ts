/** The formats that come with every workbook and show days or times. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** @returns whether a number format shows a day or a time: by its letters, not by what stands in quotes or brackets */
export function showsMoment(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn(id)
  const letters = code
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
  return /[ydhs年月日时]/i.test(letters) && !/^general$/i.test(letters)
}

/** @returns a number of days since the beginning of a spreadsheet's calendar as `YYYY-MM-DD`, `HH:MM` or both */
export function momentOf(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined
  // 1900 was no leap year; the programs believe it was.
  const base = from1904 ? Date.UTC(1904, 0, 1) : serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const minutes = Math.round(serial * 1440)
  const text = new Date(base + minutes * 60_000).toISOString()
  const [day, time] = [text.slice(0, 10), text.slice(11, 16)]
  if (serial < 1 && !from1904) return time
  return minutes % 1440 === 0 ? day : `${day} ${time}`
}

/** Beyond, a spreadsheet no longer keeps every digit. */
const exactDigits = 15

/** @returns a number as a person would have typed it. What has lost its last digits is told with its exponent */
export function numberText(raw: string): string {
  const written = raw.trim()
  // A number of 18 digits that some program wrote out; the programs people use leave zeros where digits were lost.
  if (/^\d{16,18}$/.test(written))
    return written.endsWith('000') ? Number(written).toExponential().toUpperCase() : written
  const value = Number(written)
  if (written === '' || !Number.isFinite(value)) return written
  if (Math.abs(value) >= 10 ** exactDigits) return value.toExponential().toUpperCase()
  const plain = String(Number(value.toPrecision(exactDigits)))
  return plain.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : plain
}

/** @returns the column of a cell's address, from 0: `C5` → 2; undefined for what is none */
export function columnOf(reference: string): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/i.exec(reference)?.[1]?.toUpperCase()
  if (letters === undefined) return undefined
  return [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
