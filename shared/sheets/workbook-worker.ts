/**
 * What runs inside the worker, as plain JavaScript: a worker takes no TypeScript, and must start the same under tsx, vitest and Node.
 * It gives cells as text: dates as `YYYY-MM-DD`, numbers unformatted, since a clerk's format may round them.
 */
export const workerSource = `
const { parentPort, workerData } = require('node:worker_threads')
const XLSX = require(workerData.library)
const { mostSheets, mostRows, mostColumns } = workerData.limits

function textOf(cell) {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e' || cell.t === 'z') return ''
  if (cell.t === 'd') {
    const date = cell.v instanceof Date ? cell.v : new Date(cell.v)
    if (Number.isNaN(date.getTime())) return String(cell.w ?? '')
    const text = date.toISOString()
    if (text < '1900-01-02') return text.slice(11, 16)
    return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 16)
  }
  if (cell.t === 'n' && /%/.test(String(cell.z ?? ''))) return String(cell.w ?? cell.v)
  return String(cell.v)
}

const bytes = Buffer.from(workerData.bytes)
const book = XLSX.read(bytes, {
  type: 'buffer', dense: true, cellDates: true, UTC: true, cellFormula: false, cellHTML: false, cellStyles: false, cellNF: true,
  sheetRows: mostRows + 1, sheets: Array.from({ length: mostSheets }, (_, at) => at),
})
const grids = []
const notes = []
if (book.SheetNames.length > mostSheets) notes.push('工作表太多，只看了前' + mostSheets + '张')
for (const name of book.SheetNames.slice(0, mostSheets)) {
  const sheet = book.Sheets[name]
  if (!sheet) continue
  const data = sheet['!data'] ?? []
  let wide = false
  const rows = data.slice(0, mostRows).map((row) => {
    if (!row) return []
    if (row.length > mostColumns) wide = true
    const cells = Array.from(row.slice(0, mostColumns), textOf)
    while (cells.length > 0 && cells[cells.length - 1].trim() === '') cells.pop()
    return cells
  })
  for (let at = 0; at < rows.length; at++) rows[at] = rows[at] ?? []
  while (rows.length > 0 && rows[rows.length - 1].length === 0) rows.pop()
  if (data.length > mostRows) notes.push('工作表“' + name + '”只看了前' + mostRows + '行')
  if (wide) notes.push('工作表“' + name + '”只看了前' + mostColumns + '列')
  const merges = (sheet['!merges'] ?? []).slice(0, 2000).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  grids.push({ name, rows, merges })
}
parentPort.postMessage({ grids, notes })
`
