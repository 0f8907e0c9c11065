import { codeLists } from './code-lists'
import { eventAttributes } from './event'
import { organisationAttributes } from './organisation'
import { personAttributes } from './person'
import { placeAttributes } from './place'
import { relationTypes } from './relations'
import { thingAttributes } from './thing'
import type {
  Attribute,
  AttributeCode,
  CodeList,
  EntityId,
  EntityKind,
  KnowledgeVersion,
  RelationCode,
  RelationType,
} from './types'

/** Semantic version: a new attribute or code is minor; a changed meaning is major and keeps the former readable. */
export const knowledgeVersion: KnowledgeVersion = '1.0.0'

export const attributes: readonly Attribute[] = [
  ...personAttributes,
  ...placeAttributes,
  ...eventAttributes,
  ...thingAttributes,
  ...organisationAttributes,
]

const attributeByCode = new Map(attributes.map((one) => [one.code, one]))
const relationByCode = new Map(relationTypes.map((one) => [one.code, one]))
const listById = new Map(codeLists.map((one) => [one.id, one]))
const nameByCode = new Map(codeLists.map((one) => [one.id, new Map(one.items.map((item) => [item.code, item.name]))]))

/** @returns the attribute with a code, or nothing if the knowledge system has none */
export function attribute(code: AttributeCode): Attribute | undefined {
  return attributeByCode.get(code)
}

/** @returns the relation type with a code, or nothing if the knowledge system has none */
export function relationType(code: RelationCode): RelationType | undefined {
  return relationByCode.get(code)
}

/** @returns the code list with an id, or nothing if the knowledge system has none */
export function codeList(id: string): CodeList | undefined {
  return listById.get(id)
}

/** @returns what a code of a list is called, or the code itself when the list does not know it */
export function nameOfCode(listId: string, code: string): string {
  return nameByCode.get(listId)?.get(code) ?? code
}

/** @returns all attributes of a kind of entity, in the order people are used to */
export function attributesOf(kind: EntityKind): readonly Attribute[] {
  return attributes.filter((one) => one.of === kind)
}

/** @returns the attributes computed from this one (birth date and sex from the ID number) */
export function derivedFrom(code: AttributeCode): readonly Attribute[] {
  return attributes.filter((one) => one.derivedFrom === code)
}

/** @returns an id as a branded one; to be used where an id enters from storage or from the wire */
export function entityId(id: string): EntityId {
  return id as EntityId // parse boundary: the brand exists only in types
}
