import { computedFact } from '../knowledge/derive'
import { showValue } from '../knowledge/display'
import type { Knowledge } from '../knowledge/system'
import type { AttributeCode, EntityId, Graph, Instant, RelationCode, Value } from '../knowledge/types'

/** One thing whoever a service is for has: an age, a fact of a code list or yes, a relation. */
export type AudienceRule =
  | { readonly about: 'age'; readonly least?: number; readonly most?: number }
  /** One of the codes, or `yes` for a fact that is true. */
  | { readonly about: 'fact'; readonly attribute: AttributeCode; readonly values: readonly string[] }
  /** One of the relations, from the person. */
  | { readonly about: 'relation'; readonly types: readonly RelationCode[] }

/** Whom a service is for: one person who has all of it. `family`: the resident, or somebody of theirs it is asked for. */
export interface Audience {
  readonly who: 'self' | 'family'
  readonly rules: readonly AudienceRule[]
}

/** Whether somebody is meant, as far as is known. */
export type Meant = 'yes' | 'no' | 'unknown'

/** @returns whether a resident or their family are meant. What nobody has said yet is no reason to refuse. */
export function meantBy(audience: Audience, graph: Graph, self: EntityId, at: Instant): Meant {
  const people =
    audience.who === 'self'
      ? [self]
      : [
          self,
          ...Object.values(graph.entities).flatMap(({ id, kind }) => (kind === 'person' && id !== self ? [id] : [])),
        ]
  const found = people.map((id) => personMeant(audience.rules, graph, id, at))
  return found.includes('yes') ? 'yes' : found.includes('unknown') ? 'unknown' : 'no'
}

function personMeant(rules: readonly AudienceRule[], graph: Graph, id: EntityId, at: Instant): Meant {
  const found = rules.map((rule) => met(rule, graph, id, at))
  return found.includes('no') ? 'no' : found.includes('unknown') ? 'unknown' : 'yes'
}

function met(rule: AudienceRule, graph: Graph, id: EntityId, at: Instant): Meant {
  const factOf = (code: AttributeCode): Value | undefined => graph.entities[id]?.facts[code]?.value
  switch (rule.about) {
    case 'age': {
      const age = computedFact('person.age', factOf, at)?.value
      if (typeof age !== 'number') return 'unknown'
      return age >= (rule.least ?? 0) && age <= (rule.most ?? Number.POSITIVE_INFINITY) ? 'yes' : 'no'
    }
    case 'fact': {
      const value = factOf(rule.attribute)
      if (value === undefined) return 'unknown'
      const said = Array.isArray(value) ? value.map(String) : [value === true ? 'yes' : String(value)]
      return said.some((one) => rule.values.includes(one)) ? 'yes' : 'no'
    }
    case 'relation':
      // That nobody has told of a relation is not that there is none.
      return graph.relations.some(
        ({ from, type, pending }) => from === id && pending !== true && rule.types.includes(type),
      )
        ? 'yes'
        : 'unknown'
  }
}

/** Whom a service is for, in plain words: 「面向 65 岁以上的居民」. */
export const sayAudience = ({ rules }: Audience, knowledge: Knowledge, whom: '居民' | '单位' = '居民'): string =>
  `面向${rules.map((rule) => sayRule(rule, knowledge)).join('、')}的${whom}`

function sayRule(rule: AudienceRule, knowledge: Knowledge): string {
  switch (rule.about) {
    case 'age':
      return sayAge(rule)
    case 'fact': {
      const attribute = knowledge.attribute(rule.attribute)
      const names = rule.values.map((value) =>
        value === 'yes' || attribute === undefined ? '是' : showValue(attribute, attribute.many ? [value] : value),
      )
      return `${attribute?.name ?? '情况'}为${names.join('或')}`
    }
    case 'relation':
      return rule.types.map((type) => knowledge.relationType(type)?.name ?? '').join('或')
  }
}

function sayAge({ least, most }: { readonly least?: number; readonly most?: number }): string {
  if (least !== undefined && most !== undefined) return ` ${least} 至 ${most} 岁`
  return least !== undefined ? ` ${least} 岁以上` : ` ${most ?? ''} 岁以下`
}
