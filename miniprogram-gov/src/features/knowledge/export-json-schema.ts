import {
  type Attribute,
  type CodeList,
  entityKinds,
  type FileKind,
  type IdentifierScheme,
  type Knowledge,
  type RelationType,
  type ValueType,
} from '@zmht/shared/knowledge'
import { kindNames } from './names'
import type { Prose, ProseEntry } from './prose'

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/** The stored forms of identifiers, as reading them leaves them. */
const identifierShapes: Readonly<Record<IdentifierScheme, string>> = {
  'id-number': '^[0-9]{17}[0-9X]$',
  mobile: '^1[3-9][0-9]{9}$',
  phone: '^[0-9][0-9-]{6,19}$',
  uscc: '^[0-9A-HJ-NP-RTUWXY]{18}$',
  plate: '^\\S{6,9}$',
}

const entityShape = '^(e[0-9a-z]{20}|[0-9a-z]{11})$'
const contentTypes: Readonly<Partial<Record<FileKind, string>>> = { photo: 'image/*', signature: 'image/*' }

const day = '[0-9]{4}-[0-9]{2}-[0-9]{2}'
const time = '([01][0-9]|2[0-3]):[0-5][0-9]'

/** The name of a code list among the definitions: no kind and no relation has a dot. */
export const listDefinition = (id: string) => `list.${id}`

/**
 * The whole as JSON Schema (draft 2020-12): a definition for each kind of entity, each relation and each code list. Values stand in the form
 * they are stored and sent in; what JSON Schema has no word for stands under `x-`.
 */
export function jsonSchemaOf(knowledge: Knowledge, prose: Prose): JsonObject {
  const kinds = entityKinds.map((kind) => [
    kind,
    {
      title: kindNames[kind],
      type: 'object',
      properties: propertiesOf(knowledge.attributesOf(kind), prose),
      additionalProperties: false,
    },
  ])
  const relations = knowledge.relationTypes.map((relation) => [
    relation.code,
    relationSchema(relation, knowledge.attributesOf({ relation: relation.code }), prose),
  ])
  const lists = knowledge.codeLists.map((list) => [listDefinition(list.id), listSchema(list, prose.lists.get(list.id))])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:zmht:knowledge:schema:${knowledge.version}`,
    title: '城市知识体系',
    'x-version': knowledge.version,
    $defs: Object.fromEntries([...kinds, ...relations, ...lists]),
  }
}

function relationSchema(relation: RelationType, attributes: readonly Attribute[], prose: Prose): JsonObject {
  const end = (kind: RelationType['from']): JsonObject => ({ type: 'string', pattern: entityShape, 'x-kind': kind })
  return {
    title: relation.name,
    ...aboutSchema(prose.relations.get(relation.code)),
    type: 'object',
    properties: {
      from: end(relation.from),
      to: end(relation.to),
      since: { type: 'string', format: 'date-time' },
      ...propertiesOf(attributes, prose),
    },
    required: ['from', 'to', 'since'],
    additionalProperties: false,
    'x-inverse': relation.inverseName,
    'x-symmetric': relation.symmetric,
    'x-targets': relation.targets,
    'x-sources': relation.sources,
    'x-sensitivity': relation.sensitivity,
  }
}

function propertiesOf(attributes: readonly Attribute[], prose: Prose): JsonObject {
  return Object.fromEntries(attributes.map((one) => [one.code, attributeSchema(one, prose.attributes.get(one.code))]))
}

function attributeSchema(attribute: Attribute, about: ProseEntry | undefined): JsonObject {
  const { name, value, many, sensitivity, freshDays, naturalKey, derivedFrom, deprecated } = attribute
  const one = valueSchema(value)
  return {
    title: name,
    ...aboutSchema(about),
    ...(many ? { type: 'array', items: one, uniqueItems: true } : one),
    'x-sensitivity': sensitivity,
    ...(freshDays === undefined ? {} : { 'x-freshDays': freshDays }),
    ...(naturalKey === undefined ? {} : { 'x-naturalKey': naturalKey }),
    ...(derivedFrom === undefined ? {} : { 'x-derivedFrom': derivedFrom }),
    ...(deprecated === undefined
      ? {}
      : {
          deprecated: true,
          'x-deprecatedSince': deprecated.since,
          ...(deprecated.successor === undefined ? {} : { 'x-successor': deprecated.successor }),
        }),
  }
}

function aboutSchema(about: ProseEntry | undefined): JsonObject {
  if (about === undefined) return {}
  return {
    ...(about.definition === '' ? {} : { description: about.definition }),
    ...(about.standard === '' ? {} : { 'x-standard': about.standard }),
    ...(about.english === '' ? {} : { 'x-english': about.english }),
  }
}

function listSchema({ name, items }: CodeList, about: ProseEntry | undefined): JsonObject {
  return {
    title: name,
    ...aboutSchema(about),
    // Each code with its name; `enum` has no room for names.
    oneOf: items.map((item) => ({ const: item.code, title: item.name })),
  }
}

function valueSchema(value: ValueType): JsonObject {
  switch (value.type) {
    case 'text':
      return {
        type: 'string',
        maxLength: value.max,
        ...(value.pattern === undefined ? {} : { pattern: value.pattern }),
      }
    case 'name':
      return { type: 'string', minLength: 1, maxLength: 50 }
    case 'number':
      return {
        type: value.decimals === 0 ? 'integer' : 'number',
        minimum: value.min,
        maximum: value.max,
        ...(value.unit === undefined ? {} : { 'x-unit': value.unit }),
        ...(value.decimals === 0 ? {} : { 'x-decimals': value.decimals }),
      }
    case 'money':
      return { type: 'number', minimum: 0, maximum: value.max, 'x-unit': '元', 'x-decimals': 2 }
    case 'date':
      return { type: 'string', format: 'date' }
    // JSON Schema's own formats of time have seconds and a zone; ours is the wall clock of China.
    case 'month':
      return { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }
    case 'time':
      return { type: 'string', pattern: `^${time}$` }
    case 'datetime':
      return { type: 'string', pattern: `^${day}T${time}$` }
    case 'date-range':
      return { type: 'string', pattern: `^${day}/${day}$` }
    case 'time-range':
      return { type: 'string', pattern: `^${time}/${time}$` }
    case 'yes-no':
      return { type: 'boolean' }
    case 'code':
      return { $ref: `#/$defs/${listDefinition(value.list)}` }
    case 'identifier':
      return { type: 'string', pattern: identifierShapes[value.scheme], 'x-identifier': value.scheme }
    case 'place':
      return { type: 'string', pattern: '^[0-9A-Za-z]{1,40}$', 'x-kind': 'place' }
    case 'point':
      return { type: 'string', pattern: '^[0-9]{2,3}\\.[0-9]{6},[0-9]{1,2}\\.[0-9]{6}$', 'x-crs': 'GCJ-02' }
    case 'file': {
      const content = contentTypes[value.of]
      return {
        type: 'string',
        pattern: '^f[0-9a-z]{20}$',
        'x-file': value.of,
        ...(content === undefined ? {} : { 'x-contentType': content }),
      }
    }
  }
}
