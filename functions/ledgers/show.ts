import type { EntityReply, FactReply } from '@zmht/shared/contract'
import { isStale } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import {
  type Claim,
  type EntityId,
  type EntityKind,
  type Instant,
  type Knowledge,
  maskValue,
  sensitivityOf,
  showValue,
} from '@zmht/shared/knowledge'
import type { FieldRule } from '@zmht/shared/permission'
import { tailOf } from '../hierarchy/index'
import { kindNames } from './domain/names'
import { type KeptEntity, type KeptRelation, readEntity } from './entity.store'

/** How one fact is shown: whole, masked, or not at all. */
export type FactSight = (entity: KeptEntity, code: string) => 'full' | 'masked' | 'none'

/** For officials: by the decision's fields; what is sensitive is whole only with a purpose. */
export function sightByFields(
  knowledge: Knowledge,
  fields: FieldRule,
  at: Instant,
  purpose: string | undefined,
): FactSight {
  return (entity, code) => {
    const known = knowledge.attribute(code)
    if (known === undefined) return 'none'
    const sensitivity = sensitivityOf(known, entity, at)
    const access = fields[sensitivity]
    return sensitivity === 'sensitive' && access === 'full' && purpose === undefined ? 'masked' : access
  }
}

export async function showEntity(
  knowledge: Knowledge,
  entity: KeptEntity,
  relations: readonly KeptRelation[],
  sight: FactSight,
  at: Instant,
): Promise<EntityReply> {
  const facts = Object.entries(entity.facts).flatMap(([code, claim]): FactReply[] => {
    const shown = sight(entity, code)
    return shown === 'none'
      ? []
      : [showFact(knowledge, entity, code, claim, shown, at)].filter((one) => one !== undefined)
  })
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    facts,
    links: await Promise.all(relations.map((relation) => showLink(knowledge, entity.id, relation))),
  }
}

function showFact(
  knowledge: Knowledge,
  entity: KeptEntity,
  code: string,
  claim: Claim,
  sight: 'full' | 'masked',
  at: Instant,
): FactReply | undefined {
  const known = knowledge.attribute(code)
  if (known === undefined) return undefined
  const masked = sight === 'masked'
  return {
    attribute: code,
    label: known.name,
    text: masked ? maskValue(known, claim.value) : showValue(known, claim.value),
    masked,
    sensitivity: sensitivityOf(known, entity, at),
    source: claim.source.label,
    at: claim.at,
    stale: isStale(known, claim.at, at),
  }
}

async function showLink(
  knowledge: Knowledge,
  id: EntityId,
  relation: KeptRelation,
): Promise<EntityReply['links'][number]> {
  const type = knowledge.relationType(relation.type)
  const forward = relation.from === id
  const other = forward ? relation.to : relation.from
  const kind: EntityKind = (forward ? type?.to : type?.from) ?? 'thing'
  return {
    type: relation.type,
    // 「父母」 is what the source is to the target: read from the target it names the source.
    name: linkName(knowledge, relation.type, forward),
    other: { id: other, kind, name: await nameOf(other, kind) },
    since: relation.since,
    source: relation.source.label,
  }
}

function linkName(knowledge: Knowledge, code: string, forward: boolean): string {
  const type = knowledge.relationType(code)
  if (type === undefined) return code
  const betweenPersons = type.from === 'person' && type.to === 'person'
  return forward !== betweenPersons ? type.name : type.inverseName
}

async function nameOf(id: EntityId, kind: EntityKind): Promise<string> {
  if (isPlaceId(id)) return tailOf(id)
  return (await readEntity(id))?.name ?? kindNames[kind]
}
