import {
  type Attribute,
  bearerName,
  type EntityKind,
  entityKinds,
  type Knowledge,
  type RelationType,
  type ValueType,
} from '@zmht/shared/knowledge'
import type { JsonObject } from './export-json-schema'
import { kindNames } from './names'
import type { Prose } from './prose'
import { iriOf, vocabularies } from './vocabularies'

/** Our own terms; stable like the codes themselves. */
const own = 'urn:zmht:knowledge:'

/** What the kinds are called elsewhere; the first is used in the context. There is no common word for things of every sort. */
const kindTerms: Readonly<Record<EntityKind, readonly string[]>> = {
  person: ['foaf:Person', 'schema:Person', 'person:Person'],
  place: ['dct:Location', 'schema:Place'],
  event: ['schema:Event'],
  thing: [],
  organisation: ['org:Organization', 'schema:Organization'],
}

/**
 * `person` is a kind of ours, so the vocabulary of that name stands under another prefix.
 */
const prefixNames: Readonly<Record<string, string>> = { person: 'cpv' }
const prefixOf = (prefix: string) => prefixNames[prefix] ?? prefix

/**
 * A JSON-LD 1.1 context for data written with our codes, and beside it (`@graph`) what each code means: name, definition, and every term of other
 * vocabularies it corresponds to. Where a term exists elsewhere, the context reads the code as that term (the first of several); else as `zm:`.
 */
export function jsonLdOf(knowledge: Knowledge, prose: Prose): JsonObject {
  const attributeTerms = (code: string) => prose.attributes.get(code)?.maps ?? []
  const relationTerms = (code: string) => prose.relations.get(code)?.maps ?? []
  return {
    '@context': {
      '@version': 1.1,
      zm: { '@id': own, '@prefix': true },
      ...Object.fromEntries(vocabularies.map(({ prefix, iri }) => [prefixOf(prefix), { '@id': iri, '@prefix': true }])),
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      owl: 'http://www.w3.org/2002/07/owl#',
      id: '@id',
      kind: '@type',
      ...Object.fromEntries(entityKinds.map((kind) => [kind, idOf(kindTerms[kind], kind)])),
      ...Object.fromEntries(
        knowledge.relationTypes.map(({ code }) => [code, { '@id': idOf(relationTerms(code), code), '@type': '@id' }]),
      ),
      ...Object.fromEntries(
        knowledge.attributes.map((one) => [one.code, attributeTerm(one, attributeTerms(one.code))]),
      ),
    },
    '@id': own,
    'owl:versionInfo': knowledge.version,
    '@graph': [
      ...entityKinds.map((kind) => ({
        '@id': `zm:${kind}`,
        '@type': 'rdfs:Class',
        'skos:prefLabel': inChinese(kindNames[kind]),
        ...matches(kindTerms[kind]),
      })),
      ...knowledge.relationTypes.map((relation) => relationNode(relation, prose, relationTerms(relation.code))),
      ...knowledge.attributes.map((attribute) => attributeNode(attribute, prose, attributeTerms(attribute.code))),
      ...knowledge.codeLists.flatMap(({ id, name, items }) => [
        { '@id': `zm:list/${id}`, '@type': 'skos:ConceptScheme', 'skos:prefLabel': inChinese(name) },
        ...items.map((item) => ({
          '@id': `zm:list/${id}/${item.code}`,
          '@type': 'skos:Concept',
          'skos:notation': item.code,
          'skos:prefLabel': inChinese(item.name),
          'skos:inScheme': { '@id': `zm:list/${id}` },
        })),
      ]),
    ],
  }
}

/** A code as the context reads it. */
function idOf(terms: readonly string[], code: string): string {
  const known = terms.find((term) => iriOf(term) !== undefined)
  return known === undefined ? `zm:${code}` : inContext(known)
}

/** A term of our data with the prefix it has in the context. */
function inContext(term: string): string {
  const [prefix = '', name = ''] = term.split(':')
  return `${prefixOf(prefix)}:${name}`
}

function attributeTerm({ code, value, many }: Attribute, terms: readonly string[]): JsonObject {
  return {
    '@id': idOf(terms, code),
    ...valueTerm(value),
    ...(many ? { '@container': '@set' } : {}),
  }
}

/** How a stored value is read: codes as concepts of their list, places as nodes, the rest as literals. */
function valueTerm(value: ValueType): JsonObject {
  switch (value.type) {
    case 'code':
      return { '@type': '@vocab', '@context': { '@vocab': `${own}list/${value.list}/` } }
    case 'place':
      return { '@type': '@id' }
    case 'date':
      return { '@type': 'xsd:date' }
    case 'month':
      return { '@type': 'xsd:gYearMonth' }
    case 'yes-no':
      return { '@type': 'xsd:boolean' }
    case 'number':
      return { '@type': value.decimals === 0 ? 'xsd:integer' : 'xsd:decimal' }
    case 'money':
      return { '@type': 'xsd:decimal' }
    // Minutes of a wall clock and ranges have no type of XML Schema.
    default:
      return {}
  }
}

const inChinese = (text: string): JsonObject => ({ '@value': text, '@language': 'zh-Hans' })

/** Terms that mean about the same: our definitions are narrower in places, so none is called exact. */
function matches(terms: readonly string[]): JsonObject {
  const known = terms.filter((term) => iriOf(term) !== undefined)
  return known.length === 0 ? {} : { 'skos:closeMatch': known.map((term) => ({ '@id': inContext(term) })) }
}

function described(code: string, name: string, about: Prose['attributes'], terms: readonly string[]): JsonObject {
  const said = about.get(code)
  return {
    'skos:prefLabel': inChinese(name),
    ...(said === undefined || said.english === ''
      ? {}
      : { 'rdfs:label': { '@value': said.english, '@language': 'en' } }),
    ...(said === undefined || said.definition === '' ? {} : { 'skos:definition': inChinese(said.definition) }),
    ...(said === undefined || said.words.length === 0 ? {} : { 'skos:altLabel': said.words.map(inChinese) }),
    ...(said === undefined || said.standard === '' || said.standard === 'own'
      ? {}
      : { 'dct:conformsTo': said.standard }),
    ...matches(terms),
  }
}

function relationNode(relation: RelationType, prose: Prose, terms: readonly string[]): JsonObject {
  return {
    '@id': `zm:${relation.code}`,
    '@type': relation.symmetric ? ['rdf:Property', 'owl:SymmetricProperty'] : 'rdf:Property',
    ...described(relation.code, relation.name, prose.relations, terms),
    'rdfs:domain': { '@id': `zm:${relation.from}` },
    'rdfs:range': { '@id': `zm:${relation.to}` },
  }
}

function attributeNode(attribute: Attribute, prose: Prose, terms: readonly string[]): JsonObject {
  const { code, name, of, deprecated } = attribute
  return {
    '@id': `zm:${code}`,
    '@type': 'rdf:Property',
    ...described(code, name, prose.attributes, terms),
    // Said of a relation: the relation itself is what it describes.
    'rdfs:domain': { '@id': `zm:${bearerName(of)}` },
    ...(deprecated === undefined ? {} : { 'owl:deprecated': true }),
    ...(deprecated?.successor === undefined ? {} : { 'dct:isReplacedBy': { '@id': `zm:${deprecated.successor}` } }),
  }
}
