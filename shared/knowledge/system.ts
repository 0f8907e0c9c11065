import type {
  Attribute,
  AttributeCode,
  Bearer,
  CodeList,
  EntityKind,
  KnowledgeVersion,
  RelationCode,
  RelationType,
  Upgrade,
} from './types'

/** The knowledge system as plain data: one version of it, everything that was ever defined included. */
export interface KnowledgeTables {
  readonly version: KnowledgeVersion
  readonly attributes: readonly Attribute[]
  readonly relationTypes: readonly RelationType[]
  readonly codeLists: readonly CodeList[]
  /** What became of attributes that are no longer asked, in the order it was decided. */
  readonly upgrades: readonly Upgrade[]
}

/** One version of the knowledge system with its look-ups. Immutable: a revision is another one. */
export interface Knowledge extends KnowledgeTables {
  /** @returns the attribute with a code, or nothing if this version has none */
  attribute(code: AttributeCode): Attribute | undefined
  /** @returns the relation type with a code, or nothing if this version has none */
  relationType(code: RelationCode): RelationType | undefined
  /** @returns the code list with an id, or nothing if this version has none */
  codeList(id: string): CodeList | undefined
  /** @returns the attributes of a kind of entity or of a relation, in the order people are used to */
  attributesOf(of: Bearer): readonly Attribute[]
  /** @returns the attributes computed from this one (birth date and sex from the ID number) */
  derivedFrom(code: AttributeCode): readonly Attribute[]
}

export function knowledgeOf(tables: KnowledgeTables): Knowledge {
  const attributes = new Map(tables.attributes.map((one) => [one.code, one]))
  const relations = new Map(tables.relationTypes.map((one) => [one.code, one]))
  const lists = new Map(tables.codeLists.map((one) => [one.id, one]))
  const byBearer = groupBy(tables.attributes, ({ of }) => bearerName(of))
  const byOrigin = groupBy(tables.attributes, ({ derivedFrom }) => derivedFrom)
  return {
    ...tables,
    attribute: (code) => attributes.get(code),
    relationType: (code) => relations.get(code),
    codeList: (id) => lists.get(id),
    attributesOf: (of) => byBearer.get(bearerName(of)) ?? [],
    derivedFrom: (code) => byOrigin.get(code) ?? [],
  }
}

/** @returns the first part of the codes of what is said of it: `person`, `resides-at` */
export function bearerName(of: Bearer): EntityKind | RelationCode {
  return typeof of === 'string' ? of : of.relation
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K | undefined): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
