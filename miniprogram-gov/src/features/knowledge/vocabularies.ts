export interface Vocabulary {
  /** Before the colon of a term in our data. */
  readonly prefix: string
  readonly iri: string
  readonly name: string
}

/** The vocabularies our terms are mapped to. */
export const vocabularies: readonly Vocabulary[] = [
  { prefix: 'schema', iri: 'https://schema.org/', name: 'schema.org' },
  { prefix: 'foaf', iri: 'http://xmlns.com/foaf/0.1/', name: 'FOAF' },
  { prefix: 'person', iri: 'http://www.w3.org/ns/person#', name: 'SEMIC 人员核心词汇' },
  { prefix: 'locn', iri: 'http://www.w3.org/ns/locn#', name: 'SEMIC 地点核心词汇' },
  { prefix: 'rov', iri: 'http://www.w3.org/ns/regorg#', name: 'SEMIC 注册组织词汇' },
  { prefix: 'adms', iri: 'http://www.w3.org/ns/adms#', name: 'W3C ADMS' },
  { prefix: 'org', iri: 'http://www.w3.org/ns/org#', name: 'W3C 组织本体' },
  { prefix: 'dct', iri: 'http://purl.org/dc/terms/', name: '都柏林核心' },
  { prefix: 'skos', iri: 'http://www.w3.org/2004/02/skos/core#', name: 'W3C SKOS' },
]

/** @returns a term in full: `schema:birthDate` → `https://schema.org/birthDate`; nothing for an unknown vocabulary */
export function iriOf(term: string): string | undefined {
  const [prefix = '', name = ''] = term.split(':')
  const vocabulary = vocabularies.find((one) => one.prefix === prefix)
  return vocabulary === undefined || name === '' ? undefined : vocabulary.iri + name
}

/** 「birthDate（schema.org）」 */
export function termWords(term: string): string {
  const [prefix = '', name = ''] = term.split(':')
  return `${name}（${vocabularies.find((one) => one.prefix === prefix)?.name ?? prefix}）`
}
