import type { PlacePath } from '@zmht/shared/geo'
import {
  type AttributeCode,
  type Authority,
  believedFacts,
  type ClaimSource,
  type Claims,
  type Entity,
  type EntityId,
  entityKinds,
  type Instant,
  type Relation,
  sensitivityOf,
} from '@zmht/shared/knowledge'
import { knowledgeNow } from '../knowledge/index'
import { blind } from '../platform/cipher'
import { now } from '../platform/clock'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { type TransactionPart, transact } from '../platform/table/write'
import type { Likeness } from './domain/likeness'
import { type HistoryEntry, writeDown } from './history.store'
import { restoreClaims, type StoredClaims, storeClaims } from './sealing'

/** What lists show of an entity without opening it. */
export interface EntityCard {
  readonly name: string
  readonly kind: Entity['kind']
  readonly phone?: Uint8Array
  readonly home: string
  readonly updatedAt: Instant
  /** How many facts and relations wait for somebody to decide. */
  readonly undecided: number
}

/** Somebody or something an entity may be the same as. */
export interface Alike extends Pick<Likeness, 'score' | 'reasons'> {
  readonly other: EntityId
}

/** An entity with what the graph does not carry: where it is placed, and what became of it. */
export interface KeptEntity extends Entity {
  readonly name: string
  readonly claims: Claims
  /** Where it hangs in the hierarchy: a person's home. */
  readonly path?: PlacePath
  /** Where what is to be decided of it is decided. */
  readonly concern?: PlacePath
  /** What was found to be the same: their histories are its own too. */
  readonly merged?: readonly EntityId[]
  /** Who may be the same, for a person to decide. */
  readonly alike?: readonly Alike[]
  readonly by: string
  readonly version: number
}

export const entityItem = itemType({
  model: { entity: 'entity', version: '1', service: 'zmht' },
  attributes: {
    id: { type: CustomAttributeType<EntityId>('string'), required: true },
    kind: { type: entityKinds, required: true },
    name: { type: 'string', required: true },
    claims: { type: CustomAttributeType<StoredClaims>('any'), required: true },
    path: { type: 'string', required: true },
    /** The district (or what stands for it) by which the register is partitioned. */
    district: { type: 'string', required: true },
    /** Where somebody is asked to decide between claims: its own place, else that of who spoke last. None: nothing to decide. */
    concern: { type: 'string', required: true },
    concernDistrict: { type: 'string', required: true },
    /** It was found to be another: this one stands for it. */
    mergedInto: { type: CustomAttributeType<EntityId>('string') },
    merged: { type: CustomAttributeType<readonly EntityId[]>('any') },
    alike: { type: CustomAttributeType<readonly Alike[]>('any') },
    by: { type: 'string', required: true },
    version: { type: 'number', required: true },
    card: { type: CustomAttributeType<EntityCard>('any') },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'ENTITY#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ENTITY', casing: 'none' },
    },
    register: {
      index: 'gsi2',
      condition: (entity: { path?: string }) => isSome(entity.path),
      pk: {
        field: 'gsi2pk',
        composite: ['kind', 'district'],
        template: 'REGISTER#${kind}#${district}',
        casing: 'none',
      },
      sk: { field: 'gsi2sk', composite: ['path', 'id'], template: '${path}#${id}', casing: 'none' },
    },
    undecided: {
      index: 'gsi1',
      condition: (entity: { concern?: string }) => isSome(entity.concern),
      pk: { field: 'gsi1pk', composite: ['concernDistrict'], template: 'UNDECIDED#${concernDistrict}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['concern', 'id'], template: '${concern}#${id}', casing: 'none' },
    },
  },
})

export const relationItem = itemType({
  model: { entity: 'relation', version: '1', service: 'zmht' },
  attributes: {
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    type: { type: 'string', required: true },
    /** `forward`: entityId is the source; `backward`: it is the target. Each relation is kept from both ends. */
    direction: { type: ['forward', 'backward'] as const, required: true },
    other: { type: CustomAttributeType<EntityId>('string'), required: true },
    since: { type: 'string', required: true },
    at: { type: 'string', required: true },
    source: { type: CustomAttributeType<ClaimSource>('any'), required: true },
    /** What is said of the relation itself, sealed under it as an entity's facts are. */
    claims: { type: CustomAttributeType<StoredClaims>('any') },
    knowledge: { type: 'string', required: true },
    by: { type: 'string', required: true },
    authority: { type: CustomAttributeType<Authority>('string'), required: true },
    also: { type: CustomAttributeType<readonly string[]>('any') },
    pending: { type: 'boolean' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['entityId'], template: 'ENTITY#${entityId}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['type', 'direction', 'other'],
        template: 'REL#${type}#${direction}#${other}',
        casing: 'none',
      },
    },
  },
})

/** A natural key (ID number, USCC, plate) → the one entity that has it, through a blind index. */
export const keyItem = itemType({
  model: { entity: 'naturalKey', version: '1', service: 'zmht' },
  attributes: {
    attribute: { type: 'string', required: true },
    blindIndex: { type: 'string', required: true },
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
  },
  indexes: {
    primary: {
      pk: {
        field: 'pk',
        composite: ['attribute', 'blindIndex'],
        template: 'KEY#${attribute}#${blindIndex}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'KEY', casing: 'none' },
    },
  },
})

export const claimContext = (id: string, code: AttributeCode): string => `entity/${id}/${code}`
const relationContext = ({ type, from, to }: Relation): string => `relation/${type}/${from}/${to}`

async function storeRelation(relation: Relation) {
  const context = relationContext(relation)
  const { since, at, source, version, by, authority, also, pending, claims } = relation
  const sealed =
    claims &&
    (await storeClaims(
      claims,
      (what) => what.sensitivity,
      (code) => `${context}/${code}`,
    ))
  return present({ since, at, source, knowledge: version, by, authority, also, pending, claims: sealed })
}

/** @returns undefined when nothing is known of it. What was found to be another is that other. */
export async function readEntity(id: EntityId, consistent = false): Promise<KeptEntity | undefined> {
  const { data } = await entityItem().get({ id }).go({ consistent })
  if (data === null) return undefined
  if (data.mergedInto !== undefined) return readEntity(data.mergedInto, consistent)
  const { kind, name, path, concern, merged, alike, by, version } = data
  const claims = await restoreClaims(data.claims, (code) => claimContext(id, code))
  return present({
    id,
    kind,
    name,
    merged,
    alike,
    by,
    version,
    path: isSome(path) ? (path as PlacePath) : undefined, // written below from one
    concern: isSome(concern) ? (concern as PlacePath) : undefined,
    claims,
    facts: believedFacts(await knowledgeNow(), claims, now()),
  })
}

/** The current relations of an entity, from either end; the pending ones too. */
export async function readRelations(id: EntityId, consistent = false): Promise<Relation[]> {
  const { data } = await relationItem()
    .query.primary({ entityId: id })
    .begins({ type: '' })
    .go({ limit: 200, consistent })
  const knowledge = await knowledgeNow()
  return Promise.all(
    data.map(async (item): Promise<Relation> => {
      const { type, since, at, source, by, authority, also, pending } = item
      const [from, to] = item.direction === 'forward' ? [item.entityId, item.other] : [item.other, item.entityId]
      const relation: Relation = {
        ...present({ type, from, to, since, at, source, by, authority, also, version: item.knowledge }),
        ...(pending === true ? { pending } : {}),
      }
      if (item.claims === undefined) return relation
      const context = relationContext(relation)
      const claims = await restoreClaims(item.claims, (code) => `${context}/${code}`)
      return { ...relation, claims, facts: believedFacts(knowledge, claims, now()) }
    }),
  )
}

export async function entityOfKey(code: AttributeCode, value: string): Promise<EntityId | undefined> {
  const blindIndex = await blind(code, value)
  const { data } = await keyItem().get({ attribute: code, blindIndex }).go({ consistent: true })
  return data?.entityId
}

/** Where an entity, or what is to be decided of it, hangs in the tree. */
export interface Placed {
  readonly path: PlacePath
  readonly district: string
}

export interface Saving {
  readonly entity: KeptEntity
  readonly isNew: boolean
  readonly district?: string
  readonly home: string
  /** How many facts and relations wait for a decision, and where. */
  readonly undecided: number
  readonly concern?: Placed
  /** Natural keys said now that are to lead to this entity. */
  readonly keys: readonly { readonly attribute: AttributeCode; readonly value: string }[]
  readonly begun: readonly Relation[]
  readonly ended: readonly Relation[]
  readonly said: Omit<HistoryEntry, 'entityId'>
  /** What else is saved with it, all or nothing. */
  readonly beside?: readonly TransactionPart[]
}

/** What stood in the way of saving a patch. */
export type SavingOutcome = 'saved' | 'said-before' | 'changed-meanwhile'

/** Saves one entity with its history, its relations from both ends and its natural keys: all or nothing. */
export async function saveEntity(saving: Saving): Promise<SavingOutcome> {
  const outcome = await transact(await partsOf(saving))
  if (outcome.written) return 'saved'
  return outcome.failed.includes(0) ? 'said-before' : 'changed-meanwhile'
}

/** The parts of a transaction that save one entity: its history entry is the first, the entity itself the second. */
export async function partsOf(saving: Saving): Promise<TransactionPart[]> {
  const { entity, said } = saving
  const claims = await storeClaims(
    entity.claims,
    (what, at) => sensitivityOf(what, entity, at),
    (code) => claimContext(entity.id, code),
  )
  const number = entity.facts['person.mobile']
  const phone = claims['person.mobile']?.find(({ at, by }) => at === number?.at && by === number?.by)?.sealed
  const concern = saving.undecided > 0 ? saving.concern : undefined
  const parts: TransactionPart[] = [
    await writeDown({ ...said, entityId: entity.id }),
    {
      put: entityItem()
        .put(
          present({
            id: entity.id,
            kind: entity.kind,
            name: entity.name,
            claims,
            path: entity.path ?? none,
            district: saving.district ?? none,
            concern: concern?.path ?? none,
            concernDistrict: concern?.district ?? none,
            merged: entity.merged,
            alike: entity.alike,
            by: entity.by,
            version: entity.version,
            card: present({
              name: entity.name,
              kind: entity.kind,
              phone,
              home: saving.home,
              updatedAt: said.at,
              undecided: saving.undecided,
            }),
          }),
        )
        .where(({ version }, { eq, notExists }) =>
          saving.isNew ? notExists(version) : eq(version, entity.version - 1),
        )
        .params(),
    },
  ]
  for (const { attribute: code, value } of saving.keys) {
    const blindIndex = await blind(code, value)
    parts.push({
      put: keyItem()
        .put({ attribute: code, blindIndex, entityId: entity.id })
        .where(({ entityId }, { eq, notExists }) => `${notExists(entityId)} OR ${eq(entityId, entity.id)}`)
        .params(),
    })
  }
  for (const relation of saving.ended) parts.push(...relationEnded(relation))
  for (const relation of saving.begun) parts.push(...(await relationBegun(relation)))
  return [...parts, ...(saving.beside ?? [])]
}

/** The parts of a transaction that keep a relation, from both ends. */
export async function relationBegun(relation: Relation): Promise<TransactionPart[]> {
  const kept = await storeRelation(relation)
  return bothEnds(relation).map((end) => ({
    put: relationItem()
      .put({ ...end, ...kept })
      .params(),
  }))
}

/** The parts of a transaction that end a relation, at both ends. */
export const relationEnded = (relation: Relation): TransactionPart[] =>
  bothEnds(relation).map((end) => ({ delete: relationItem().delete(end).params() }))

function bothEnds({ type, from, to }: Relation) {
  return [
    { entityId: from, type, direction: 'forward' as const, other: to },
    { entityId: to, type, direction: 'backward' as const, other: from },
  ]
}

/** That one entity was found to be another: until its relations have been handed over. */
export const mergeItem = itemType({
  model: { entity: 'merge', version: '1', service: 'zmht' },
  attributes: {
    gone: { type: CustomAttributeType<EntityId>('string'), required: true },
    survivor: { type: CustomAttributeType<EntityId>('string'), required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['gone'], template: 'ENTITY#${gone}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'MERGED', casing: 'none' },
    },
  },
})

/** The parts of a transaction that make an entity stand for another from now on: whoever asks for that one is given this. */
export function standIn(gone: KeptEntity, survivor: EntityId, by: string, at: Instant): TransactionPart[] {
  return [
    {
      put: entityItem()
        .put({
          id: gone.id,
          kind: gone.kind,
          name: '',
          claims: {},
          path: none,
          district: none,
          concern: none,
          concernDistrict: none,
          mergedInto: survivor,
          by,
          version: gone.version + 1,
        })
        .where(({ version }, { eq }) => eq(version, gone.version))
        .params(),
    },
    { put: mergeItem().put({ gone: gone.id, survivor, by, at }).params() },
  ]
}

/** What an entity was found to be, if it was. */
export async function mergedInto(id: EntityId): Promise<EntityId | undefined> {
  const { data } = await entityItem().get({ id }).go({ consistent: true })
  return data?.mergedInto
}

/** Takes the relations an entity still has over to the one that stands for it, one at a time. Repeated, it changes nothing. */
export async function handOver(
  from: EntityId,
  relations: readonly Relation[],
  moved: readonly Relation[],
): Promise<void> {
  for (const [at, relation] of relations.entries()) {
    const next = moved[at]
    const parts = relationEnded(relation)
    if (next !== undefined && next.from !== next.to) parts.push(...(await relationBegun(next)))
    const { written } = await transact(parts)
    if (!written) throw new Error(`the relations of ${from} are contended: the message comes again`)
  }
}
