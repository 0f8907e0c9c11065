import type { AlikeReply, ClaimReply, EntityReply, FactReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import {
  type Attribute,
  type Claim,
  type Entity,
  type EntityId,
  type EntityKind,
  type Instant,
  isStale,
  type Knowledge,
  maskValue,
  nameFromEnd,
  type Relation,
  sensitivityOf,
  showValue,
  undecided,
} from '@zmht/shared/knowledge'
import { accessTo, type FieldDecision } from '@zmht/shared/permission'
import { tailOf } from '../hierarchy/index'
import type { Reason } from './domain/likeness'
import { kindNames } from './domain/names'
import { type Alike, type KeptEntity, readEntity } from './entity.store'

/** How one fact is shown: whole, masked, or not at all. */
export type FactSight = (entity: KeptEntity, code: string, claim: Claim) => 'full' | 'masked' | 'none'

/** For officials: by the decision's fields; what is sensitive is whole only with a purpose. */
export function sightByFields(
  knowledge: Knowledge,
  fields: FieldDecision,
  at: Instant,
  purpose: string | undefined,
): FactSight {
  return (entity, code) => {
    const known = knowledge.attribute(code)
    if (known === undefined) return 'none'
    const sensitivity = sensitivityOf(known, entity, at)
    const access = accessTo(fields, code, sensitivity)
    return sensitivity === 'sensitive' && access === 'full' && purpose === undefined ? 'masked' : access
  }
}

/** Under which system, when, and how much of each fact is shown. */
export interface ShowFor {
  readonly knowledge: Knowledge
  readonly at: Instant
  readonly sight: FactSight
  /** What waits for a decision is shown to those who decide. */
  readonly waiting: boolean
  /** Whether the reader looks after another entity too. */
  readonly reaches: (entity: KeptEntity) => Promise<boolean>
}

/** An entity as a reader sees it. `relations`: those the reader may see. */
export async function showEntity(
  entity: KeptEntity,
  relations: readonly Relation[],
  view: ShowFor,
): Promise<EntityReply> {
  const facts = Object.entries(entity.facts).flatMap(([code, claim]): FactReply[] => {
    const what = view.knowledge.attribute(code)
    const shown = view.sight(entity, code, claim)
    return what === undefined || shown === 'none' ? [] : [showFact(entity, what, claim, shown, view)]
  })
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    facts,
    links: await Promise.all(relations.map((relation) => showLink(view.knowledge, entity.id, relation))),
    alike: view.waiting ? await Promise.all((entity.alike ?? []).map((one) => showAlike(entity, one, view))) : [],
  }
}

export function showClaim(what: Attribute, claim: Claim, sight: 'full' | 'masked'): ClaimReply {
  const masked = sight === 'masked'
  return {
    sourceId: claim.source.id,
    source: claim.source.label,
    authority: claim.authority,
    at: claim.at,
    text: masked ? maskValue(what, claim.value) : showValue(what, claim.value),
    masked,
  }
}

function showFact(
  entity: KeptEntity,
  what: Attribute,
  claim: Claim,
  sight: 'full' | 'masked',
  { at, waiting }: ShowFor,
): FactReply {
  const open = waiting ? undecided(what, entity.claims[what.code] ?? [], at) : []
  return {
    ...showClaim(what, claim, sight),
    attribute: what.code,
    label: what.name,
    sensitivity: sensitivityOf(what, entity, at),
    stale: isStale(what, claim.at, at),
    waiting: open.map((one) => showClaim(what, one, sight)),
  }
}

async function showLink(knowledge: Knowledge, id: EntityId, relation: Relation): Promise<EntityReply['links'][number]> {
  const type = knowledge.relationType(relation.type)
  const forward = relation.from === id
  const other = forward ? relation.to : relation.from
  const kind: EntityKind = (forward ? type?.to : type?.from) ?? 'thing'
  return {
    type: relation.type,
    // 「父母」 is what the source is to the target: read from the target it names the source.
    name: linkName(knowledge, relation.type, forward),
    direction: forward ? 'forward' : 'backward',
    other: { id: other, kind, name: await nameOf(other, kind) },
    since: relation.since,
    source: relation.source.label,
    authority: relation.authority,
    pending: relation.pending === true,
  }
}

const reasonWords: Readonly<Record<Reason, string>> = {
  key: '证件号码相同',
  name: '姓名相同',
  'name-alike': '姓名相近',
  phone: '电话相同',
  home: '住址相同',
  building: '住在同一栋',
  'birth-date': '出生日期相同',
}

/** What both are known by, side by side; each as far as it may be seen. */
export async function showAlike(
  entity: KeptEntity,
  { other: id, score, reasons }: Alike,
  view: ShowFor,
): Promise<AlikeReply> {
  const other = await readEntity(id)
  if (other !== undefined && !(await view.reaches(other)))
    return { other: { id, kind: entity.kind, name: '' }, score, reasons: [], elsewhere: true, facts: [] }
  const both = Object.keys(entity.facts).filter((code) => other?.facts[code] !== undefined)
  const textOf = (one: KeptEntity | undefined, what: Attribute): string => {
    const claim = one?.facts[what.code]
    const sight = one && claim ? view.sight(one, what.code, claim) : 'none'
    return claim === undefined || sight === 'none' ? '' : showClaim(what, claim, sight).text
  }
  return {
    other: { id, kind: entity.kind, name: other?.name ?? kindNames[entity.kind] },
    score,
    reasons: reasons.map((reason) => reasonWords[reason]),
    elsewhere: false,
    facts: both.flatMap((code) => {
      const what = view.knowledge.attribute(code)
      const [mine, theirs] = what ? [textOf(entity, what), textOf(other, what)] : ['', '']
      return what && mine && theirs ? [{ label: what.name, mine, theirs, agree: isSameFact(entity, other, code) }] : []
    }),
  }
}

const isSameFact = (one: Entity, other: Entity | undefined, code: string): boolean =>
  JSON.stringify(one.facts[code]?.value) === JSON.stringify(other?.facts[code]?.value)

/** What a relation is called, read from one of its ends. */
export function linkName(knowledge: Knowledge, code: string, forward: boolean): string {
  const type = knowledge.relationType(code)
  return type === undefined ? code : nameFromEnd(type, forward)
}

async function nameOf(id: EntityId, kind: EntityKind): Promise<string> {
  if (isPlaceId(id)) return tailOf(id)
  return (await readEntity(id))?.name ?? kindNames[kind]
}
