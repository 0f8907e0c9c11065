import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A sheet to be written. Every cell is text: nothing in it is ever a formula. */
export interface SheetToWrite {
  readonly name: string
  /** Stands above everything, over the whole width, and at the head and foot of every printed page. */
  readonly watermark?: string
  readonly headings: readonly string[]
  readonly rows: AsyncIterable<readonly string[]>
}

/** Pieces are handed to the packer at this many characters. */
const pieceCharacters = 64 * 1024

/** @returns an .xlsx; while it is written only its packed form is held */
export async function writeSheet(sheet: SheetToWrite): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, text] of Object.entries(fixedParts(sheet.name))) zip.addBuffer(Buffer.from(text), path)
  zip.addReadStream(Readable.from(gathered(sheetParts(sheet)), { objectMode: false }), 'xl/worksheets/sheet1.xml')
  zip.end()
  const packed: Buffer[] = []
  // The declared type is the interface; what yazl gives is a stream that can be gone through.
  for await (const piece of Readable.from(zip.outputStream)) packed.push(Buffer.from(piece))
  return Buffer.concat(packed)
}

async function* gathered(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = ''
  for await (const part of parts) {
    text += part
    if (text.length < pieceCharacters) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Text for XML, without the signs XML cannot hold. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: just these may not stand in XML
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** 1: text; 2: a heading; 3: the watermark. */
type Style = 1 | 2 | 3

function rowXml(number: number, cells: readonly string[], style: Style): string {
  const written = cells.map((cell, column) =>
    cell === ''
      ? ''
      : `<c r="${columnName(column)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  )
  return `<row r="${number}">${written.join('')}</row>`
}

async function* sheetParts({ watermark, headings, rows }: SheetToWrite): AsyncGenerator<string> {
  const top = watermark === undefined ? 1 : 2
  const widths = headings.map((heading) => Math.min(40, Math.max(12, [...heading].length * 2 + 4)))
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`).join('')}</cols><sheetData>`
  if (watermark !== undefined) yield rowXml(1, [watermark], 3)
  yield rowXml(top, headings, 2)
  let number = top
  for await (const cells of rows) {
    number += 1
    yield rowXml(number, cells, 1)
  }
  yield '</sheetData>'
  const last = columnName(Math.max(0, headings.length - 1))
  if (watermark !== undefined && headings.length > 1)
    yield `<mergeCells count="1"><mergeCell ref="A1:${last}1"/></mergeCells>`
  if (watermark !== undefined) {
    // `&` begins an instruction there.
    const words = escaped(watermark.replace(/&/g, '&&').slice(0, 240))
    yield `<headerFooter><oddHeader>&amp;C${words}</oddHeader><oddFooter>&amp;C${words}</oddFooter></headerFooter>`
  }
  yield '</worksheet>'
}

const font = (more = ''): string => `<font>${more}<sz val="11"/><name val="宋体"/></font>`
const format = (of: number): string =>
  `<xf numFmtId="49" fontId="${of}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`

const fixedParts = (name: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="3">${font()}${font('<b/>')}${font('<i/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(0)}${format(1)}${format(2)}</cellXfs></styleSheet>`,
})

/** The programs refuse longer names and these signs in them. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .trim() || '表格'
