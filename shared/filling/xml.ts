import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom'

export type { Document, Element } from '@xmldom/xmldom'

/** @throws Error for what is no XML, or brings entities of its own */
export function readXml(text: string): Document {
  if (/<!DOCTYPE/i.test(text)) throw new Error('a part of a workbook defines no entities')
  return new DOMParser().parseFromString(text.replace(/^\ufeff/, ''), 'text/xml')
}

export const writeXml = (document: Document): string => new XMLSerializer().serializeToString(document)

const isElement = (node: Node): node is Element => node.nodeType === 1

/** @returns the elements directly inside one, of a name or all, whatever prefix they are written with */
export function childrenOf(parent: Node, name?: string): readonly Element[] {
  const found: Element[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (isElement(node) && (name === undefined || node.localName === name)) found.push(node)
  return found
}

export const childOf = (parent: Node, name: string): Element | undefined => childrenOf(parent, name)[0]

/** @returns all elements of a name inside one, however deep */
export function allOf(parent: Node, name: string): readonly Element[] {
  return childrenOf(parent).flatMap((child) => [...(child.localName === name ? [child] : []), ...allOf(child, name)])
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined

/** An attribute whatever its prefix: `r:id`. */
export function localAttribute(element: Element, name: string): string | undefined {
  for (let at = 0; at < element.attributes.length; at++) {
    const one = element.attributes.item(at)
    if (one?.localName === name) return one.value
  }
  return undefined
}

export const textOf = (element: Element): string => element.textContent ?? ''

export function setText(element: Element, text: string): void {
  empty(element)
  const document = element.ownerDocument
  if (document !== null) element.appendChild(document.createTextNode(text))
}

export function empty(element: Element): void {
  while (element.firstChild !== null) element.removeChild(element.firstChild)
}

/** Of what steers a terminal these alone may stand in XML. */
const allowed: ReadonlySet<string> = new Set(['\t', '\n', '\r'])

/** Signs XML cannot hold are left out. */
export const xmlText = (text: string): string =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => (allowed.has(one) ? one : ''))

/** A new element beside others of a document, with the prefix they are written with. */
export function elementLike(like: Element, name: string): Element {
  const document = like.ownerDocument
  if (document === null) throw new Error('an element belongs to a document')
  const { prefix, namespaceURI } = like
  return document.createElementNS(namespaceURI, prefix ? `${prefix}:${name}` : name)
}
