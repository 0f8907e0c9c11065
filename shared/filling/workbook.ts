import {
  allOf,
  attribute,
  childOf,
  childrenOf,
  type Document,
  type Element,
  elementLike,
  localAttribute,
  readXml,
  setText,
  textOf,
} from './xml'

/** The parts of a workbook that are text, by their paths. */
export type Parts = ReadonlyMap<string, string>

export interface SheetPart {
  readonly name: string
  readonly path: string
}

/** @returns where a relation leads, from the part it is told of */
export function targetOf(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const relationsPath = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels')

/** @returns the parts one relates to, of a kind, by the id of the relation */
export function relatedTo(parts: Parts, path: string, kind: string): ReadonlyMap<string, string> {
  const text = parts.get(relationsPath(path))
  if (text === undefined) return new Map()
  const relations = allOf(readXml(text), 'Relationship').filter((one) =>
    (attribute(one, 'Type') ?? '').endsWith(`/${kind}`),
  )
  return new Map(relations.map((one) => [attribute(one, 'Id') ?? '', targetOf(path, attribute(one, 'Target') ?? '')]))
}

export const workbookPath = 'xl/workbook.xml'

/** @returns the sheets of a workbook, in their order. @throws Error where there is none */
export function sheetsOf(parts: Parts): readonly SheetPart[] {
  const text = parts.get(workbookPath)
  if (text === undefined) throw new Error('a workbook has its part')
  const paths = relatedTo(parts, workbookPath, 'worksheet')
  return allOf(readXml(text), 'sheet').flatMap((sheet) => {
    const path = paths.get(localAttribute(sheet, 'id') ?? '')
    return path === undefined || !parts.has(path) ? [] : [{ name: attribute(sheet, 'name') ?? '', path }]
  })
}

/** The texts that cells share. */
export function sharedStrings(parts: Parts): readonly Element[] {
  const [path] = relatedTo(parts, workbookPath, 'sharedStrings').values()
  const text = path === undefined ? undefined : parts.get(path)
  return text === undefined ? [] : allOf(readXml(text), 'si')
}

/** The texts of a cell, run by run; nothing where it holds none, or what a formula says. */
export function runsOf(cell: Element, shared: readonly Element[]): Element | undefined {
  if (childOf(cell, 'f') !== undefined) return undefined
  const kind = attribute(cell, 't')
  if (kind === 'inlineStr') return childOf(cell, 'is')
  const value = childOf(cell, 'v')
  if (value === undefined) return undefined
  if (kind === 's') return shared[Number(textOf(value))]
  if (kind !== 'str') return undefined
  // Some programs write words as what a formula would say.
  const runs = elementLike(cell, 'is')
  const words = elementLike(cell, 't')
  setText(words, textOf(value))
  runs.appendChild(words)
  return runs
}

/** Without the readings above characters. */
export const wordsOf = (runs: Element): string =>
  childrenOf(runs)
    .flatMap((one) => (one.localName === 't' ? [one] : one.localName === 'r' ? childrenOf(one, 't') : []))
    .map(textOf)
    .join('')

export function rowsOf(document: Document): readonly Element[] {
  const [data] = allOf(document, 'sheetData')
  return data === undefined ? [] : childrenOf(data, 'row')
}

export const rowNumber = (row: Element): number => Number(attribute(row, 'r') ?? 0)

/** Rows and cells may be written without saying where they are: in their order. */
export function withPlaces(document: Document, columnName: (number: number) => string): void {
  let last = 0
  for (const row of rowsOf(document)) {
    last = attribute(row, 'r') === undefined ? last + 1 : rowNumber(row)
    row.setAttribute('r', String(last))
    let column = 0
    for (const cell of childrenOf(row, 'c')) {
      const place = attribute(cell, 'r')
      column = place === undefined ? column + 1 : columnNumber(place)
      cell.setAttribute('r', `${columnName(column)}${last}`)
    }
  }
}

/** @returns the number of the column a cell is in, A is 1 */
export const columnNumber = (place: string): number =>
  [...place.replace(/[^A-Z]/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
