import { columnName } from './references'
import { xmlText } from './xml'

/** A column of the plain template: its heading, and what it names in each row. */
export interface Column {
  readonly heading: string
  readonly name: string
  readonly kind: 'text' | 'number' | 'percent'
}

export interface PlainTemplate {
  readonly sheet: string
  readonly columns: readonly Column[]
  /** The group its one row is repeated for; absent: there is no such row. */
  readonly group?: string
  /** A second sheet that explains what can be named: name, what it says, an example. Never filled in. */
  readonly help?: readonly (readonly [string, string, string])[]
}

/** The sheet of this name explains and is never filled in. */
export const helpSheet = '占位符说明'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Numbers of the formats below. */
const styles = { title: 1, under: 2, heading: 3, text: 4, number: 5, percent: 6, help: 10 } as const
const inTotal = { text: 7, number: 8, percent: 9 } as const

const escaped = (text: string): string =>
  xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const cell = (column: number, row: number, text: string, style: number): string =>
  `<c r="${columnName(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const row = (number: number, cells: readonly string[], height?: number): string =>
  `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`

/** Chinese characters are twice as wide. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)

/**
 * A workbook in the shape most reports have: title, where and when, a row for each place inside, a total. What it says stands in double brackets, so that
 * it can be filled in as it is or rebuilt by hand first.
 * @returns all its parts
 */
export function plainTemplate({ sheet, columns, group, help }: PlainTemplate): ReadonlyMap<string, string> {
  const sheets = [
    { name: sheet, xml: tableSheet(columns, group) },
    ...(help === undefined ? [] : [{ name: helpSheet, xml: explaining(help) }]),
  ]
  const numbered = sheets.map((one, at) => ({ ...one, number: at + 1 }))
  return new Map([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${numbered.map(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetType}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered.map(({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageRelations}">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', formats],
    ...numbered.map(({ number, xml }) => [`xl/worksheets/sheet${number}.xml`, xml] as const),
  ])
}

function tableSheet(columns: readonly Column[], group: string | undefined): string {
  const last = columnName(columns.length)
  const headings = columns.map(({ heading }, at) => cell(at + 1, 3, heading, styles.heading))
  const one = columns.map(({ name, kind }, at) => cell(at + 1, 4, `{{${group}.${name}}}`, styles[kind]))
  const total = group === undefined ? 4 : 5
  const sums = columns.map(({ name, kind }, at) =>
    cell(at + 1, total, at === 0 ? '合计' : `{{${name}}}`, inTotal[at === 0 ? 'text' : kind]),
  )
  const rows = [
    row(1, [cell(1, 1, '{{任务}}', styles.title)], 30),
    row(2, [cell(1, 2, '{{地点}} · 填报单位：{{填报单位}} · {{时间}}', styles.under)], 20),
    row(3, headings, 36),
    ...(group === undefined ? [] : [row(4, one, 22)]),
    row(total, sums, 22),
  ]
  const widths = columns.map(
    ({ heading, kind }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${Math.min(26, Math.max(kind === 'text' ? 20 : 9, Math.ceil(widthOf(heading) / 2) + 4))}" customWidth="1"/>`,
  )
  const merged =
    columns.length < 2
      ? ''
      : `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>`
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData>${merged}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

function explaining(help: readonly (readonly [string, string, string])[]): string {
  const rows = [
    row(
      1,
      ['写在单元格里', '填进去的是', '例如'].map((text, at) => cell(at + 1, 1, text, styles.heading)),
      24,
    ),
    ...help.map((cells, at) =>
      row(
        at + 2,
        cells.map((text, column) => cell(column + 1, at + 2, text, styles.help)),
      ),
    ),
  ]
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="36" customWidth="1"/><col min="2" max="2" width="64" customWidth="1"/><col min="3" max="3" width="24" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`
}

const font = (size: number, bold = '', colour = ''): string =>
  `<font>${bold}<sz val="${size}"/>${colour}<name val="宋体"/></font>`
const line = (side: string): string => `<${side} style="thin"><color rgb="FFBDB8AE"/></${side}>`

interface Format {
  readonly font?: number
  readonly fill?: number
  readonly border?: number
  readonly number?: number
  readonly align: string
}

const format = ({ font: of = 0, fill = 0, border = 0, number = 0, align }: Format): string =>
  `<xf numFmtId="${number}" fontId="${of}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${align} vertical="center"/></xf>`

const centre = 'horizontal="center"'
const left = 'horizontal="left"'

const formats = `${head}<styleSheet xmlns="${main}"><fonts count="4">${font(11)}${font(16, '<b/>')}${font(11, '<b/>')}${font(10, '', '<color rgb="FF66706B"/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3F0EC"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="11"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  { font: 1, align: centre },
  { font: 3, align: centre },
  { font: 2, fill: 2, border: 1, align: `${centre} wrapText="1"` },
  { border: 1, align: left },
  { border: 1, align: centre },
  { border: 1, number: 9, align: centre },
  { font: 2, border: 1, align: left },
  { font: 2, border: 1, align: centre },
  { font: 2, border: 1, number: 9, align: centre },
  { align: `${left} wrapText="1"` },
]
  .map(format)
  .join('')}</cellXfs></styleSheet>`
