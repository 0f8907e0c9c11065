import {
  type CellValue,
  type Filling,
  type Named,
  nearestOf,
  onlyPlaceholder,
  placeholdersIn,
  readPlaceholder,
  replacePlaceholders,
} from './placeholders'
import { columnName, distance, readArea, rewriteFormula, translateFormula } from './references'
import { copyReference, type Stretch, stretchArea, stretchOf, stretchReference, unstretched } from './stretch'
import { type Styles, stylesOf } from './styles'
import { helpSheet } from './template'
import {
  type Parts,
  relatedTo,
  rowNumber,
  rowsOf,
  runsOf,
  type SheetPart,
  sharedStrings,
  sheetsOf,
  withPlaces,
  wordsOf,
  workbookPath,
} from './workbook'
import {
  allOf,
  attribute,
  childOf,
  childrenOf,
  type Document,
  type Element,
  elementLike,
  empty,
  readXml,
  setText,
  textOf,
  writeXml,
  xmlText,
} from './xml'

/** A placeholder that will not be filled in, for the person who made the template. */
export interface Unknown {
  readonly sheet: string
  readonly cell: string
  /** As it stands there, without brackets. */
  readonly name: string
  /** 「是不是“已办”？」; absent where nothing is like it. */
  readonly near?: string
}

/** What a template may name. */
export interface Names {
  readonly named: ReadonlySet<string>
  /** Groups whose rows may be repeated, and what their rows may name. */
  readonly groups: ReadonlySet<string>
  readonly inRows: ReadonlySet<string>
}

/** @returns what of a template is not known, in the order of its sheets; how many placeholders it has, and of which groups */
export function checkTemplate(
  parts: Parts,
  { named, groups, inRows }: Names,
): { readonly unknown: readonly Unknown[]; readonly found: number; readonly asked: ReadonlySet<string> } {
  const shared = sharedStrings(parts)
  const unknown: Unknown[] = []
  const asked = new Set<string>()
  let found = 0
  const all = [...named, ...[...groups].flatMap((group) => [...inRows].map((name) => `${group}.${name}`))]
  for (const { name: sheet, path } of filledSheets(parts)) {
    const document = readXml(parts.get(path) ?? '')
    withPlaces(document, columnName)
    for (const row of rowsOf(document)) {
      let first: string | undefined
      for (const cell of childrenOf(row, 'c')) {
        const runs = runsOf(cell, shared)
        for (const name of runs === undefined ? [] : placeholdersIn(wordsOf(runs))) {
          found += 1
          const meant = readPlaceholder(name, groups)
          const isKnown = meant.group === undefined ? named.has(meant.name) : inRows.has(meant.name)
          const at = { sheet, cell: attribute(cell, 'r') ?? '', name }
          // A row is repeated for one group alone.
          if (isKnown && meant.group !== undefined && first !== undefined && first !== meant.group)
            unknown.push({ ...at, near: `${first}.${meant.name}` })
          first ??= meant.group
          if (meant.group !== undefined) asked.add(meant.group)
          if (isKnown) continue
          const near = nearestOf(name, all)
          unknown.push({ ...at, ...(near === undefined ? {} : { near }) })
        }
      }
    }
  }
  return { unknown, found, asked }
}

/** All but the one that explains. */
const filledSheets = (parts: Parts): readonly SheetPart[] => sheetsOf(parts).filter(({ name }) => name !== helpSheet)

interface Sheet extends SheetPart {
  readonly document: Document
  readonly stretch: Stretch
  /** The group each repeated row is repeated for. */
  readonly repeated: ReadonlyMap<number, string>
}

/** Cells that repeated rows may come to: every community of the largest city with some seven columns. More takes a function too long, and all its memory. */
const mostCells = 60_000

/** A template would become more than can be made of it, in words. */
export class TooMuchToFill extends Error {
  constructor() {
    super(
      `表样按现在的范围要填出 ${mostCells / 10_000} 万格以上，放不下，没有导出。请减少表样里每个下级都重复的行和列，或者换一个小一些的地方导出`,
    )
  }
}

/** A row is a cell more: it takes room where it is empty, too. @throws TooMuchToFill */
function asFillable(sheets: readonly Sheet[]): void {
  let cells = 0
  for (const { document, repeated, stretch } of sheets)
    for (const row of rowsOf(document))
      if (repeated.has(rowNumber(row))) cells += stretch.times(rowNumber(row)) * (1 + childrenOf(row, 'c').length)
  if (cells > mostCells) throw new TooMuchToFill()
}

/**
 * Fills a workbook in: each placeholder by what it names, each row with placeholders of a group once for each of the group's rows. All else stays as it
 * is; what stands below repeated rows moves down, and formulas, merged cells, formats by condition, names, pictures and charts with it. A row of a
 * group without rows stays once, empty. Cells that hold nothing but a placeholder become numbers where it names one.
 * @param parts every part of the workbook that is text
 * @returns the parts that changed; undefined for one that goes
 * @throws TooMuchToFill
 */
export function fillWorkbook(parts: Parts, filling: Filling): ReadonlyMap<string, string | undefined> {
  const shared = sharedStrings(parts)
  const sheets = filledSheets(parts).map((part) => readSheet(part, parts, shared, filling))
  asFillable(sheets)
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet.stretch]))
  const [stylesPath] = relatedTo(parts, workbookPath, 'styles').values()
  const stylesText = stylesPath === undefined ? undefined : parts.get(stylesPath)
  const styles = stylesText === undefined ? undefined : stylesOf(stylesText)
  const changed = new Map<string, string | undefined>()
  for (const sheet of sheets) {
    fillSheet(sheet, { shared, filling, styles, byName })
    changed.set(sheet.path, writeXml(sheet.document))
    moveBeside(sheet, parts, changed)
  }
  if (styles !== undefined && stylesPath !== undefined) changed.set(stylesPath, styles.written())
  for (const [path, text] of parts) if (path.startsWith('xl/charts/')) changed.set(path, moveFormulas(text, byName))
  recalculated(parts, byName, changed)
  return changed
}

function readSheet(part: SheetPart, parts: Parts, shared: readonly Element[], { rows }: Filling): Sheet {
  const document = readXml(parts.get(part.path) ?? '')
  withPlaces(document, columnName)
  const groups = new Set(rows.keys())
  const repeated = new Map<number, string>()
  for (const row of rowsOf(document)) {
    const found = childrenOf(row, 'c').flatMap((cell) => {
      const runs = runsOf(cell, shared)
      return runs === undefined
        ? []
        : placeholdersIn(wordsOf(runs)).map((inside) => readPlaceholder(inside, groups).group)
    })
    const group = found.find((one) => one !== undefined)
    if (group !== undefined) repeated.set(rowNumber(row), group)
  }
  const times = [...repeated].map(([row, group]) => [row, Math.max(1, rows.get(group)?.length ?? 1)] as const)
  return { ...part, document, repeated, stretch: stretchOf(new Map(times)) }
}

interface Context {
  readonly shared: readonly Element[]
  readonly filling: Filling
  readonly styles: Styles | undefined
  readonly byName: ReadonlyMap<string, Stretch>
}

function fillSheet(sheet: Sheet, context: Context): void {
  const { document, stretch, repeated } = sheet
  unshareFormulas(document)
  const { filling } = context
  const groups = new Set(filling.rows.keys())
  for (const row of rowsOf(document)) {
    const number = rowNumber(row)
    const group = repeated.get(number)
    const rows = group === undefined ? undefined : (filling.rows.get(group) ?? [])
    const copies = [row, ...Array.from({ length: stretch.times(number) - 1 }, () => cloned(row))]
    let last = row
    for (const [copy, one] of copies.entries()) {
      if (copy > 0) last.parentNode?.insertBefore(one, last.nextSibling)
      last = one
      const place = stretch.start(number) + copy
      one.setAttribute('r', String(place))
      const own: Named | undefined = rows?.[copy]
      const valueFor = (inside: string): CellValue | undefined => {
        const meant = readPlaceholder(inside, groups)
        if (meant.group === undefined) return filling.named.get(meant.name)
        return rows?.length === 0 ? { of: 'text', text: '' } : own?.get(meant.name)
      }
      for (const cell of childrenOf(one, 'c')) {
        cell.setAttribute('r', `${(attribute(cell, 'r') ?? '').replace(/[0-9]+$/, '')}${place}`)
        fillCell(cell, valueFor, context)
        moveFormula(cell, sheet, { row: number, copy: group === undefined ? undefined : copy }, context.byName)
      }
    }
  }
  moveAreas(sheet, context.byName)
  for (const part of allOf(document, 'headerFooter').flatMap((one) => childrenOf(one)))
    setText(
      part,
      // There `&` begins an instruction.
      replacePlaceholders(textOf(part), (inside) => {
        const value = filling.named.get(inside)
        return value?.of === 'text' ? { of: 'text', text: value.text.replace(/&/g, '&&') } : value
      }),
    )
}

const cloned = (element: Element): Element => element.cloneNode(true) as Element // the copy of an element is one

function fillCell(
  cell: Element,
  valueFor: (inside: string) => CellValue | undefined,
  { shared, styles }: Context,
): void {
  const runs = runsOf(cell, shared)
  const words = runs === undefined ? '' : wordsOf(runs)
  if (runs === undefined || placeholdersIn(words).length === 0) return
  const only = onlyPlaceholder(words)
  const value = only === undefined ? undefined : valueFor(only)
  const style = attribute(cell, 's') ?? '0'
  if (value?.of === 'number' || value?.of === 'percent') {
    if (value.of === 'percent' && styles !== undefined) cell.setAttribute('s', styles.forPercent(style))
    writeNumber(cell, value.number)
    return
  }
  if (value?.of === 'day' && styles?.isDay(style)) {
    writeNumber(cell, serialOf(value.day))
    return
  }
  const inline = elementLike(cell, 'is')
  for (const one of childrenOf(runs))
    if (one.localName === 't' || one.localName === 'r')
      inline.appendChild(cell.ownerDocument?.importNode(one, true) ?? one)
  fillRuns(inline, words, valueFor)
  empty(cell)
  cell.setAttribute('t', 'inlineStr')
  cell.appendChild(inline)
}

/** Each run keeps its format; where a placeholder goes over several, all of the text gets that of the first. */
function fillRuns(inline: Element, words: string, valueFor: (inside: string) => CellValue | undefined): void {
  const texts = allOf(inline, 't')
  const filled = xmlText(replacePlaceholders(words, valueFor))
  const each = texts.map((one) => xmlText(replacePlaceholders(textOf(one), valueFor)))
  const isWhole = each.join('') === filled
  for (const [at, one] of texts.entries()) {
    setText(one, isWhole ? (each[at] ?? '') : at === 0 ? filled : '')
    one.setAttribute('xml:space', 'preserve')
  }
}

function writeNumber(cell: Element, number: number): void {
  const value = elementLike(cell, 'v')
  empty(cell)
  cell.removeAttribute('t')
  setText(value, String(number))
  cell.appendChild(value)
}

/** Days since the end of 1899, as programs count them (with the 29th of February 1900 that never was). */
const serialOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00.000Z`) / 86_400_000) + 25_569

/** A formula that several cells share is written into each: they move apart. */
function unshareFormulas(document: Document): void {
  const masters = new Map<string, { readonly cell: string; readonly formula: string }>()
  for (const cell of rowsOf(document).flatMap((row) => childrenOf(row, 'c'))) {
    const formula = childOf(cell, 'f')
    if (formula === undefined || attribute(formula, 't') !== 'shared') continue
    const index = attribute(formula, 'si') ?? ''
    const place = attribute(cell, 'r') ?? ''
    const master = masters.get(index)
    if (master === undefined) masters.set(index, { cell: place, formula: textOf(formula) })
    else if (textOf(formula) === '') {
      const { rows, columns } = distance(master.cell, place)
      setText(formula, translateFormula(master.formula, rows, columns))
    }
    for (const name of ['t', 'si', 'ref']) formula.removeAttribute(name)
  }
}

const stretchBy = (byName: ReadonlyMap<string, Stretch>, sheet: string): Stretch =>
  byName.get(sheet.toLowerCase()) ?? unstretched

function moveFormula(
  cell: Element,
  { stretch, name: own }: Sheet,
  at: { readonly row: number; readonly copy: number | undefined },
  byName: ReadonlyMap<string, Stretch>,
): void {
  const formula = childOf(cell, 'f')
  if (formula === undefined) return
  const { row, copy } = at
  const written = rewriteFormula(textOf(formula), (area, isArgument) => {
    if (area.sheet !== undefined && area.sheet.toLowerCase() !== own.toLowerCase())
      return stretchReference(area, stretchBy(byName, area.sheet), isArgument)
    return copy === undefined
      ? stretchReference(area, stretch, isArgument)
      : copyReference(area, stretch, { row, copy }, isArgument)
  })
  setText(formula, written)
  const ref = attribute(formula, 'ref')
  if (ref !== undefined) formula.setAttribute('ref', stretchArea(readArea(ref), stretch))
  // What it came to is worked out anew when the workbook is opened.
  const value = childOf(cell, 'v')
  if (value !== undefined) cell.removeChild(value)
  cell.removeAttribute('t')
}

/** All that says where it stands: merged cells, formats by condition, checks, links, filters, breaks. */
function moveAreas({ document, stretch, name }: Sheet, byName: ReadonlyMap<string, Stretch>): void {
  const area = (text: string): string => stretchArea(readArea(text), stretch)
  for (const element of allOf(document, 'mergeCell')) {
    const { from, to } = readArea(attribute(element, 'ref') ?? '')
    const row = from.row
    if (row === undefined || to?.row !== row || stretch.times(row) === 1) {
      element.setAttribute('ref', area(attribute(element, 'ref') ?? ''))
      continue
    }
    // Inside one repeated row: once in each copy.
    for (let copy = stretch.times(row) - 1; copy >= 0; copy--) {
      const one = copy === 0 ? element : cloned(element)
      const number = stretch.start(row) + copy
      one.setAttribute('ref', `${from.column ?? 'A'}${number}:${to.column ?? 'A'}${number}`)
      if (copy > 0) element.parentNode?.insertBefore(one, element.nextSibling)
    }
  }
  for (const merged of allOf(document, 'mergeCells'))
    merged.setAttribute('count', String(childrenOf(merged, 'mergeCell').length))
  for (const kind of ['hyperlink', 'autoFilter', 'dimension', 'sortState', 'sortCondition'])
    for (const element of allOf(document, kind)) {
      const ref = attribute(element, 'ref')
      if (ref !== undefined) element.setAttribute('ref', area(ref))
    }
  for (const kind of ['conditionalFormatting', 'dataValidation', 'ignoredError', 'protectedRange', 'selection'])
    for (const element of allOf(document, kind)) {
      const areas = attribute(element, 'sqref')
      if (areas !== undefined) element.setAttribute('sqref', areas.split(/\s+/).map(area).join(' '))
    }
  for (const kind of ['selection', 'pane', 'sheetView'])
    for (const element of allOf(document, kind))
      for (const where of ['activeCell', 'topLeftCell']) {
        const cell = attribute(element, where)
        if (cell !== undefined) element.setAttribute(where, stretchReference(readArea(cell), stretch, false))
      }
  for (const kind of ['formula', 'formula1', 'formula2'])
    for (const element of allOf(document, kind)) setText(element, movedWords(textOf(element), name, byName))
  for (const breaks of allOf(document, 'rowBreaks'))
    for (const one of childrenOf(breaks, 'brk'))
      one.setAttribute('id', String(stretch.end(Number(attribute(one, 'id') ?? 0))))
}

const movedWords = (formula: string, own: string, byName: ReadonlyMap<string, Stretch>): string =>
  rewriteFormula(formula, (area, isArgument) =>
    stretchReference(area, stretchBy(byName, area.sheet ?? own), isArgument),
  )

/** What lies beside a sheet and says where in it: pictures and charts, tables, notes. */
function moveBeside({ path, stretch }: Sheet, parts: Parts, changed: Map<string, string | undefined>): void {
  const each = (kind: string, change: (document: Document) => void) => {
    for (const beside of relatedTo(parts, path, kind).values()) {
      const text = parts.get(beside)
      if (text === undefined) continue
      const document = readXml(text)
      change(document)
      changed.set(beside, writeXml(document))
    }
  }
  each('drawing', (document) => {
    for (const anchor of [...allOf(document, 'from'), ...allOf(document, 'to')]) {
      const row = childOf(anchor, 'row')
      // Counted from nought there.
      if (row !== undefined) setText(row, String(stretch.start(Number(textOf(row)) + 1) - 1))
    }
  })
  each('table', (document) => {
    for (const element of [...childrenOf(document, 'table'), ...allOf(document, 'autoFilter')]) {
      const ref = attribute(element, 'ref')
      if (ref !== undefined) element.setAttribute('ref', stretchArea(readArea(ref), stretch))
    }
  })
  each('comments', (document) => {
    for (const element of allOf(document, 'comment')) {
      const ref = attribute(element, 'ref')
      if (ref !== undefined) element.setAttribute('ref', stretchReference(readArea(ref), stretch, false))
    }
  })
}

function moveFormulas(text: string, byName: ReadonlyMap<string, Stretch>): string {
  const document = readXml(text)
  for (const formula of allOf(document, 'f')) setText(formula, movedWords(textOf(formula), '', byName))
  return writeXml(document)
}

/** Names follow, and everything is worked out anew when the workbook is opened. */
function recalculated(
  parts: Parts,
  byName: ReadonlyMap<string, Stretch>,
  changed: Map<string, string | undefined>,
): void {
  const document = readXml(parts.get(workbookPath) ?? '')
  for (const name of allOf(document, 'definedName')) setText(name, movedWords(textOf(name), '', byName))
  const root = document.documentElement
  if (root === null) return
  const known = childOf(root, 'calcPr')
  const calculation = known ?? elementLike(root, 'calcPr')
  calculation.setAttribute('fullCalcOnLoad', '1')
  if (known === undefined) {
    // Where the schema wants it: after the names, or the sheets.
    const after = childOf(root, 'definedNames') ?? childOf(root, 'externalReferences') ?? childOf(root, 'sheets')
    root.insertBefore(calculation, after?.nextSibling ?? null)
  }
  changed.set(workbookPath, writeXml(document))
  const relations = 'xl/_rels/workbook.xml.rels'
  for (const chain of relatedTo(parts, workbookPath, 'calcChain').values()) {
    changed.set(chain, undefined)
    drop(parts, changed, relations, (one) => (attribute(one, 'Type') ?? '').endsWith('/calcChain'))
    drop(parts, changed, '[Content_Types].xml', (one) => attribute(one, 'PartName') === `/${chain}`)
  }
}

function drop(
  parts: Parts,
  changed: Map<string, string | undefined>,
  path: string,
  isOne: (element: Element) => boolean,
): void {
  const document = readXml(changed.get(path) ?? parts.get(path) ?? '')
  for (const element of [...allOf(document, 'Relationship'), ...allOf(document, 'Override')])
    if (isOne(element)) element.parentNode?.removeChild(element)
  changed.set(path, writeXml(document))
}
