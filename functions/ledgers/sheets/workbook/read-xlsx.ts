import type { Readable } from 'node:stream'
import { columnOf, momentOf, numberText, showsMoment } from './cells'
import { openParts, readPart, readWhole, type WorkbookParts } from './package'
import { limits, SheetRefused } from './refused'
import { type Merged, type OpenedSheet, rowGate, type SheetRow } from './rows'
import { PackedTexts } from './texts'

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[]
  readonly from1904: boolean
}

/**
 * Opens a sheet of an .xlsx: its texts and formats are read, its rows come one after another while the part is unpacked.
 * @param asked which sheet (absent: the first that is shown), and whether merged cells have their value in every row
 */
export async function openXlsx(
  bytes: Buffer,
  asked: { readonly sheet?: string; readonly fillDown: boolean },
): Promise<OpenedSheet> {
  const parts = await openParts(bytes)
  const workbook = await readWorkbook(parts)
  const { sheets } = workbook
  const chosen =
    asked.sheet === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find((one) => one.name === asked.sheet)
  if (chosen === undefined)
    throw new SheetRefused(asked.sheet === undefined ? '工作簿里没有工作表' : `工作簿里没有叫“${asked.sheet}”的工作表`)
  const [texts, moments] = [await readTexts(parts), await readMoments(parts)]
  const spans = asked.fillDown ? await readMerges(parts, chosen.path) : []
  const merges: Merged[] = []
  const rows = readRows(await parts.open(chosen.path), { texts, moments, from1904: workbook.from1904, spans, merges })
  return { sheets: sheets.map(({ name }) => name), sheet: chosen.name, rows, merges: () => merges }
}

async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const found: { name: string; relation: string; hidden: boolean }[] = []
  const targets = new Map<string, string>()
  let from1904 = false
  await readWhole(await parts.open('xl/workbook.xml'), {
    begins: (name, attributes) => {
      if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
      found.push({ name: attributes.name ?? '', relation, hidden: (attributes.state ?? 'visible') !== 'visible' })
    },
  })
  await readWhole(await parts.open('xl/_rels/workbook.xml.rels'), {
    begins: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, pathOf(Target))
    },
  })
  const sheets = found.flatMap(({ name, relation, hidden }) => {
    const path = targets.get(relation)
    return path !== undefined && parts.has(path) ? [{ name, path, hidden }] : []
  })
  return { sheets, from1904 }
}

const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

/** Texts that cells refer to by number; what is only to be read aloud beside them is left out. */
async function readTexts(parts: WorkbookParts): Promise<PackedTexts> {
  const texts = new PackedTexts()
  if (!parts.has('xl/sharedStrings.xml')) return texts
  let text = ''
  let isText = false
  let aloud = false
  await readWhole(await parts.open('xl/sharedStrings.xml'), {
    begins: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') aloud = true
      isText = name === 't' && !aloud
    },
    text: (piece) => {
      if (isText) text += piece
    },
    ends: (name) => {
      if (name === 'si') texts.add(text)
      if (name === 'rPh') aloud = false
      isText = false
    },
  })
  return texts
}

/** By number of a cell's format: whether it shows a day or a time. */
async function readMoments(parts: WorkbookParts): Promise<readonly boolean[]> {
  const codes = new Map<number, string>()
  const moments: boolean[] = []
  let inCells = false
  if (!parts.has('xl/styles.xml')) return moments
  await readWhole(await parts.open('xl/styles.xml'), {
    begins: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) moments.push(showsMoment(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    ends: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return moments
}

function mergedIn(reference: string): Merged | undefined {
  const parts = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/i.exec(reference)
  const [left, right] = [columnOf(parts?.[1] ?? ''), columnOf(parts?.[3] ?? '')]
  if (parts === null || left === undefined || right === undefined) return undefined
  return { top: Number(parts[2]) - 1, bottom: Number(parts[4]) - 1, left, right }
}

/** Merged cells stand behind the rows they are about: they are read beforehand where they are to be filled. */
async function readMerges(parts: WorkbookParts, path: string): Promise<readonly Merged[]> {
  const merges: Merged[] = []
  await readWhole(await parts.open(path), {
    begins: (name, { ref }) => {
      const merged = name === 'mergeCell' ? mergedIn(ref ?? '') : undefined
      if (merged === undefined || merged.bottom === merged.top) return
      if (merges.length >= limits.merges) throw new SheetRefused('合并单元格太多，请先取消合并再上传')
      merges.push(merged)
    },
  })
  return merges.sort((one, other) => one.top - other.top)
}

interface RowsGiven {
  readonly texts: PackedTexts
  readonly moments: readonly boolean[]
  readonly from1904: boolean
  readonly spans: readonly Merged[]
  /** Filled while reading. */
  readonly merges: Merged[]
}

async function* readRows(stream: Readable, given: RowsGiven): AsyncGenerator<readonly SheetRow[]> {
  const pass = rowGate()
  const fill = filler(given.spans)
  let ready: SheetRow[] = []
  let number = 0
  let cells: string[] = []
  let cell = { column: 0, type: 'n', style: 0 }
  let text = ''
  let isValue = false
  let aloud = false
  const reader = {
    begins: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'row') {
        number = attributes.r === undefined ? number + 1 : Number(attributes.r)
        cells = []
      } else if (name === 'c') {
        const column = columnOf(attributes.r ?? '') ?? cells.length
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) }
        text = ''
      } else if (name === 'rPh') aloud = true
      else if (name === 'v' || name === 't') isValue = !aloud
      else if (name === 'mergeCell') {
        const merged = mergedIn(attributes.ref ?? '')
        if (merged !== undefined && given.merges.length < limits.merges) given.merges.push(merged)
      }
    },
    text: (piece: string) => {
      if (isValue) text += piece
    },
    ends: (name: string) => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') aloud = false
      else if (name === 'c' && text !== '') {
        if (cell.column >= 16_384) throw new SheetRefused('文件里有不存在的列，不能读取，请重新保存后再上传')
        // Blank cells before it are not written: they are there all the same.
        while (cells.length < cell.column) cells.push('')
        cells[cell.column] = textOf(cell, text, given)
      } else if (name === 'row') {
        const row = pass(number, fill(number - 1, cells))
        if (row !== undefined) ready.push(row)
      }
    },
  }
  for await (const _ of readPart(stream, reader)) {
    if (ready.length === 0) continue
    yield ready
    ready = []
  }
}

function textOf(
  { type, style }: { readonly type: string; readonly style: number },
  raw: string,
  { texts, moments, from1904 }: RowsGiven,
): string {
  if (raw.length > limits.cellCharacters) throw new SheetRefused('有单元格的文字太长，请删减后再上传')
  switch (type) {
    case 's':
      return texts.at(Number(raw))
    case 'b':
      return raw === '1' ? '是' : '否'
    case 'd':
      return raw
        .slice(0, 16)
        .replace('T', ' ')
        .replace(/ 00:00$/, '')
    case 'n':
      return (moments[style] === true ? momentOf(Number(raw), from1904) : undefined) ?? numberText(raw)
    default:
      // A text of its own, of a formula, or the error of one.
      return raw
  }
}

/** Gives the rows of merged cells the value that stands in the first of them. */
function filler(spans: readonly Merged[]) {
  let next = 0
  let open: (Merged & { readonly value: string })[] = []
  return (row: number, cells: string[]): readonly string[] => {
    open = open.filter(({ bottom }) => bottom >= row)
    for (const { left, value } of open) {
      if ((cells[left] ?? '') !== '') continue
      while (cells.length < left) cells.push('')
      cells[left] = value
    }
    for (let span = spans[next]; span !== undefined && span.top <= row; span = spans[next]) {
      next += 1
      if (span.bottom >= row) open.push({ ...span, value: cells[span.left] ?? '' })
    }
    return cells
  }
}
