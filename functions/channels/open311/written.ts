import type { Open311Format } from '@zmht/shared/contract/foreign'
import XmlBuilder from 'fast-xml-builder'
import type { ForeignAnswer } from '../../platform/endpoint/foreign'

/** What can be written alike in both formats. Nothing said: null. */
export type Written =
  | string
  | number
  | boolean
  | null
  | readonly Written[]
  | { readonly [name: string]: Written | undefined }

/** How an element of a list is called in XML. In JSON a list has no names (the Spark convention). */
const oneOf: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

const builder = new XmlBuilder({ format: true, indentBy: '  ', suppressEmptyNode: true, processEntities: true })

/** What XML 1.0 has no way to write, however escaped. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function named(root: string, value: Written): unknown {
  if (Array.isArray(value)) return { [oneOf[root] ?? 'item']: value.map((one) => named('', one)) }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, named(name, one)]])),
    )
  return value === null ? '' : String(value).replace(unwritable, '')
}

/** @param root how the answer is called in XML; in JSON it stands alone */
export function written(format: Open311Format, status: number, root: string, value: Written): ForeignAnswer {
  return format === 'json'
    ? { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) }
    : {
        status,
        contentType: 'text/xml; charset=utf-8',
        body: `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: named(root, value) })}`,
      }
}
