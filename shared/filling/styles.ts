import { allOf, attribute, childrenOf, type Document, type Element, readXml, writeXml } from './xml'

/** What the formats of a workbook say of cells, and the few that are added for what is filled in. */
export interface Styles {
  /** @returns the format of a percentage: the cell's own where it is one, or says how else to show numbers */
  readonly forPercent: (style: string) => string
  readonly isDay: (style: string) => boolean
  readonly written: () => string
}

const general = 0
const wholePercent = '9'
/** Day formats that programs know by number, those of Chinese among them (ECMA-376, 18.8.30). */
const dayFormats = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
] as const

export function stylesOf(text: string): Styles {
  const document: Document = readXml(text)
  const [formats] = allOf(document, 'cellXfs')
  const codes = new Map(
    allOf(document, 'numFmt').map((one) => [Number(attribute(one, 'numFmtId')), attribute(one, 'formatCode') ?? '']),
  )
  const all: Element[] = formats === undefined ? [] : [...childrenOf(formats, 'xf')]
  const added = new Map<string, string>()
  const formatOf = (style: string): number => {
    const format = all[Number(style)]
    return format === undefined ? general : Number(attribute(format, 'numFmtId') ?? general)
  }
  return {
    forPercent: (style) => {
      const like = all[Number(style)]
      if (like === undefined || formats === undefined || formatOf(style) !== general) return style
      const known = added.get(style)
      if (known !== undefined) return known
      const copy = like.cloneNode(true) as Element // the copy of an element is one
      copy.setAttribute('numFmtId', wholePercent)
      copy.setAttribute('applyNumberFormat', '1')
      formats.appendChild(copy)
      all.push(copy)
      formats.setAttribute('count', String(all.length))
      added.set(style, String(all.length - 1))
      return String(all.length - 1)
    },
    isDay: (style) => {
      const format = formatOf(style)
      const code = (codes.get(format) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      return dayFormats.some(([from, to]) => format >= from && format <= to) || /y|d/i.test(code)
    },
    written: () => writeXml(document),
  }
}
