import { baseKnowledge } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { deployedProse } from './deployed-prose.fixture'
import { jsonLdOf } from './export-json-ld'
import { iriOf, termWords } from './vocabularies'

const prose = deployedProse()
const document = jsonLdOf(baseKnowledge, prose)
const context: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(document['@context'] ?? {}))
const graph = document['@graph']
const node = (id: string): unknown =>
  Array.isArray(graph)
    ? graph.find((one: unknown) => typeof one === 'object' && one !== null && '@id' in one && one['@id'] === id)
    : undefined

test('every term our data is mapped to belongs to a vocabulary we know', () => {
  const terms = [...prose.attributes.values(), ...prose.relations.values()].flatMap(({ maps }) => maps)
  expect(terms.length).toBeGreaterThan(100)
  expect(terms.filter((term) => iriOf(term) === undefined)).toEqual([])
})

test.each([
  ['person.birthDate', { '@id': 'schema:birthDate', '@type': 'xsd:date' }],
  ['person.formerName', { '@id': 'cpv:birthName' }],
  ['person.smartphone', { '@id': 'zm:person.smartphone', '@type': 'xsd:boolean' }],
  ['person.chronicDiseases', { '@type': '@vocab', '@container': '@set' }],
  ['employed-by', { '@id': 'schema:worksFor', '@type': '@id' }],
  ['colleague', { '@id': 'foaf:knows' }],
])('the context reads %s as it is known elsewhere, or as our own', (code, term) => {
  expect(context[code]).toEqual(expect.objectContaining(term))
})

test('no code means one thing and is another', () => {
  const { attributes, relationTypes } = baseKnowledge
  const codes = [...attributes, ...relationTypes].map(({ code }) => code)
  const prefixes = Object.keys(context).filter((name) => !codes.includes(name))
  expect(Object.keys(context)).toHaveLength(codes.length + prefixes.length)
  expect(context.person).toBe('foaf:Person')
  expect(context.cpv).toEqual({ '@id': 'http://www.w3.org/ns/person#', '@prefix': true })
})

test('the graph says what each code means and all it corresponds to', () => {
  expect(node('zm:person.name')).toMatchObject({
    'skos:prefLabel': { '@value': '姓名', '@language': 'zh-Hans' },
    'rdfs:domain': { '@id': 'zm:person' },
    'skos:closeMatch': [{ '@id': 'foaf:name' }, { '@id': 'schema:name' }],
  })
  expect(node('zm:spouse')).toMatchObject({ '@type': ['rdf:Property', 'owl:SymmetricProperty'] })
  expect(node('zm:list/sex/1')).toMatchObject({ 'skos:notation': '1', 'skos:inScheme': { '@id': 'zm:list/sex' } })
})

test('a term is said with its vocabulary', () => {
  expect(termWords('schema:birthDate')).toBe('birthDate（schema.org）')
  expect(termWords('nowhere:thing')).toBe('thing（nowhere）')
})
