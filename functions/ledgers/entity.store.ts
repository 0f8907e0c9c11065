import type { PlacePath } from '@zmht/shared/geo'
import {
  type Attribute,
  type AttributeCode,
  type Claim,
  type ClaimSource,
  type Entity,
  type EntityId,
  entityKinds,
  type Instant,
  type KnowledgeVersion,
  type Relation,
  type Sensitivity,
  sensitivityOf,
  upgradeFacts,
  type Value,
  type ValueType,
} from '@zmht/shared/knowledge'
import { knowledgeNow } from '../knowledge/index'
import { blind, open, seal } from '../platform/cipher'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart, transact } from '../platform/table/write'

/** A claim as stored: what is sensitive, and every phone number, is sealed under the entity and attribute it belongs to. */
interface StoredClaim {
  readonly value?: Value
  readonly sealed?: Uint8Array
  readonly source: ClaimSource
  readonly at: Instant
  readonly version: KnowledgeVersion
  /** Who said it. */
  readonly by: string
}

/** What a register shows of a person without opening the entity. */
export interface PersonCard {
  readonly name: string
  readonly phone?: Uint8Array
  readonly home: string
  readonly updatedAt: Instant
}

/** An entity with what the graph does not carry: who said each fact, and where it is placed. */
export interface KeptEntity extends Entity {
  readonly name: string
  readonly authors: Readonly<Record<AttributeCode, string>>
  /** Where it hangs in the hierarchy: a person's home. */
  readonly path?: PlacePath
  readonly by: string
  readonly version: number
}

export interface KeptRelation extends Relation {
  readonly by: string
  readonly confirmed?: Instant
}

export const entityItem = itemType({
  model: { entity: 'entity', version: '1', service: 'zmht' },
  attributes: {
    id: { type: CustomAttributeType<EntityId>('string'), required: true },
    kind: { type: entityKinds, required: true },
    name: { type: 'string', required: true },
    facts: { type: CustomAttributeType<Readonly<Record<AttributeCode, StoredClaim>>>('any'), required: true },
    path: { type: 'string', required: true },
    /** The district (or what stands for it) by which the register is partitioned. */
    district: { type: 'string', required: true },
    by: { type: 'string', required: true },
    version: { type: 'number', required: true },
    card: { type: CustomAttributeType<PersonCard>('any') },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'ENTITY#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ENTITY', casing: 'none' },
    },
    register: {
      index: 'gsi2',
      condition: (entity: { kind?: string; path?: string }) => entity.kind === 'person' && isSome(entity.path),
      pk: {
        field: 'gsi2pk',
        composite: ['kind', 'district'],
        template: 'REGISTER#${kind}#${district}',
        casing: 'none',
      },
      sk: { field: 'gsi2sk', composite: ['path', 'id'], template: '${path}#${id}', casing: 'none' },
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
    confirmed: { type: 'string' },
    source: { type: CustomAttributeType<ClaimSource>('any'), required: true },
    /** What is said of the relation itself, sealed under it as an entity's facts are. */
    facts: { type: CustomAttributeType<Readonly<Record<AttributeCode, StoredClaim>>>('any') },
    knowledge: { type: 'string', required: true },
    by: { type: 'string', required: true },
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

/** What one submission, task or import said of one entity, and what became of it. Values are sealed. */
export const patchItem = itemType({
  model: { entity: 'patch', version: '1', service: 'zmht' },
  attributes: {
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    at: { type: 'string', required: true },
    sourceId: { type: 'string', required: true },
    by: { type: 'string', required: true },
    changed: { type: 'list', items: { type: 'string' }, required: true },
    /** Said by somebody whose word does not overrule who said it before: kept for a person to decide. */
    recommended: { type: 'list', items: { type: 'string' }, required: true },
    said: { type: CustomAttributeType<Uint8Array>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['entityId'], template: 'HISTORY#${entityId}', casing: 'none' },
      sk: { field: 'sk', composite: ['at', 'sourceId'], template: '${at}#${sourceId}', casing: 'none' },
    },
    bySource: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['sourceId'], template: 'PATCHES#${sourceId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['entityId'], template: '${entityId}', casing: 'none' },
    },
  },
})

const claimContext = (id: string, code: AttributeCode): string => `entity/${id}/${code}`
const relationContext = ({ type, from, to }: Relation): string => `relation/${type}/${from}/${to}`
const isPhone = (value: ValueType | undefined): boolean =>
  value?.type === 'identifier' && (value.scheme === 'mobile' || value.scheme === 'phone')

/** Claims as stored: what is sensitive, every phone, and what the system in force does not know, is sealed. */
async function storeClaims(
  facts: Readonly<Record<AttributeCode, Claim>>,
  sensitivity: (what: Attribute, at: Instant) => Sensitivity,
  contextOf: (code: AttributeCode) => string,
  authorOf: (code: AttributeCode) => string,
): Promise<Record<AttributeCode, StoredClaim>> {
  const knowledge = await knowledgeNow()
  const claims = await Promise.all(
    Object.entries(facts).map(async ([code, { value, ...rest }]): Promise<[string, StoredClaim]> => {
      const what = knowledge.attribute(code)
      const secret = what === undefined || isPhone(what.value) || sensitivity(what, rest.at) === 'sensitive'
      const by = authorOf(code)
      return [code, secret ? { ...rest, by, sealed: await seal(value, contextOf(code)) } : { ...rest, by, value }]
    }),
  )
  return Object.fromEntries(claims)
}

/** Claims as the system in force reads them, whatever version they were said under. */
async function restoreClaims(
  stored: Readonly<Record<AttributeCode, StoredClaim>>,
  contextOf: (code: AttributeCode) => string,
): Promise<{ facts: Record<AttributeCode, Claim>; authors: Record<AttributeCode, string> }> {
  const said: Record<AttributeCode, Claim & { readonly by: string }> = {}
  await Promise.all(
    Object.entries(stored).map(async ([code, { value, sealed, by, ...claim }]) => {
      const plain = sealed === undefined ? value : await open<Value>(sealed, contextOf(code))
      if (plain !== undefined) said[code] = { ...claim, value: plain, by }
    }),
  )
  const facts: Record<AttributeCode, Claim> = {}
  const authors: Record<AttributeCode, string> = {}
  for (const [code, { by, ...claim }] of Object.entries(upgradeFacts(await knowledgeNow(), said))) {
    facts[code] = claim
    authors[code] = by
  }
  return { facts, authors }
}

const store = (entity: KeptEntity): Promise<Record<AttributeCode, StoredClaim>> =>
  storeClaims(
    entity.facts,
    (what, at) => sensitivityOf(what, entity, at),
    (code) => claimContext(entity.id, code),
    (code) => entity.authors[code] ?? '',
  )

const restore = (id: EntityId, stored: Readonly<Record<AttributeCode, StoredClaim>>) =>
  restoreClaims(stored, (code) => claimContext(id, code))

async function storeRelation(relation: KeptRelation) {
  const context = relationContext(relation)
  return {
    since: relation.since,
    ...(relation.confirmed === undefined ? {} : { confirmed: relation.confirmed }),
    source: relation.source,
    knowledge: relation.version,
    by: relation.by,
    ...(relation.facts === undefined
      ? {}
      : {
          facts: await storeClaims(
            relation.facts,
            (what) => what.sensitivity,
            (code) => `${context}/${code}`,
            () => relation.by,
          ),
        }),
  }
}

/** @returns undefined when nothing is known of it. */
export async function readEntity(id: EntityId, consistent = false): Promise<KeptEntity | undefined> {
  const { data } = await entityItem().get({ id }).go({ consistent })
  if (data === null) return undefined
  const { kind, name, path, by, version } = data
  return {
    id,
    kind,
    name,
    by,
    version,
    ...(isSome(path) ? { path: path as PlacePath } : {}),
    ...(await restore(id, data.facts)),
  }
}

/** The current relations of an entity, from either end. */
export async function readRelations(id: EntityId, consistent = false): Promise<KeptRelation[]> {
  const { data } = await relationItem()
    .query.primary({ entityId: id })
    .begins({ type: '' })
    .go({ limit: 200, consistent })
  return Promise.all(
    data.map(async (item): Promise<KeptRelation> => {
      const relation = {
        type: item.type,
        from: item.direction === 'forward' ? item.entityId : item.other,
        to: item.direction === 'forward' ? item.other : item.entityId,
        since: item.since,
        ...(item.confirmed === undefined ? {} : { confirmed: item.confirmed }),
        source: item.source,
        version: item.knowledge,
        by: item.by,
      }
      if (item.facts === undefined) return relation
      const context = relationContext(relation)
      const { facts } = await restoreClaims(item.facts, (code) => `${context}/${code}`)
      return { ...relation, facts }
    }),
  )
}

export async function entityOfKey(code: AttributeCode, value: string): Promise<EntityId | undefined> {
  const blindIndex = await blind(code, value)
  const { data } = await keyItem().get({ attribute: code, blindIndex }).go({ consistent: true })
  return data?.entityId
}

export interface Saving {
  readonly entity: KeptEntity
  readonly isNew: boolean
  readonly district?: string
  readonly home: string
  /** Natural keys said now that are to lead to this entity. */
  readonly keys: readonly { readonly attribute: AttributeCode; readonly value: string }[]
  readonly begun: readonly KeptRelation[]
  readonly ended: readonly KeptRelation[]
  readonly patch: {
    readonly at: Instant
    readonly sourceId: string
    readonly by: string
    readonly changed: readonly string[]
    readonly recommended: readonly string[]
    readonly said: unknown
  }
}

/** What stood in the way of saving a patch. */
export type SavingOutcome = 'saved' | 'said-before' | 'changed-meanwhile'

/** Saves one entity with its history, its relations from both ends and its natural keys: all or nothing. */
export async function saveEntity(saving: Saving): Promise<SavingOutcome> {
  const { entity, patch } = saving
  const facts = await store(entity)
  const phone = facts['person.mobile']?.sealed
  const parts: TransactionPart[] = [
    {
      put: patchItem()
        .create({
          entityId: entity.id,
          at: patch.at,
          sourceId: patch.sourceId,
          by: patch.by,
          changed: [...patch.changed],
          recommended: [...patch.recommended],
          said: await seal(patch.said, `patch/${entity.id}/${patch.sourceId}`),
        })
        .params(),
    },
    {
      put: entityItem()
        .put(
          present({
            id: entity.id,
            kind: entity.kind,
            name: entity.name,
            facts,
            path: entity.path ?? none,
            district: saving.district ?? none,
            by: entity.by,
            version: entity.version,
            card:
              entity.kind === 'person'
                ? present({ name: entity.name, phone, home: saving.home, updatedAt: patch.at })
                : undefined,
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
  for (const relation of saving.ended)
    for (const end of bothEnds(relation)) parts.push({ delete: relationItem().delete(end).params() })
  for (const relation of saving.begun) {
    const kept = await storeRelation(relation)
    for (const end of bothEnds(relation)) {
      parts.push({
        put: relationItem()
          .put({ ...end, ...kept })
          .params(),
      })
    }
  }
  const outcome = await transact(parts)
  if (outcome.written) return 'saved'
  return outcome.failed.includes(0) ? 'said-before' : 'changed-meanwhile'
}

function bothEnds({ type, from, to }: Relation) {
  return [
    { entityId: from, type, direction: 'forward' as const, other: to },
    { entityId: to, type, direction: 'backward' as const, other: from },
  ]
}

/** @returns true when this source was applied to this entity before. */
export async function wasSaid(entityId: EntityId, at: Instant, sourceId: string): Promise<boolean> {
  const { data } = await patchItem().get({ entityId, at, sourceId }).go({ consistent: true })
  return data !== null
}

export interface RegisterEntry {
  readonly id: EntityId
  readonly name: string
  readonly phone: string
  readonly home: string
  readonly updatedAt: Instant
}

const registerPage = 20

/** A page of the people whose copied path begins with a path, by building and door, with that path. */
export async function readRegister(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
): Promise<{ items: (RegisterEntry & { path: PlacePath })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    entityItem()
      .query.register({ kind: 'person', district })
      .begins({ path })
      .go({ cursor: from, limit: registerPage, data: 'includeKeys' }),
  )
  const items = await Promise.all(
    data.map(async (item) => ({
      id: item.id,
      path: pathOfKey(item),
      name: item.card?.name ?? '',
      phone:
        item.card?.phone === undefined
          ? ''
          : await open<string>(item.card.phone, claimContext(item.id, 'person.mobile')),
      home: item.card?.home ?? '',
      updatedAt: item.card?.updatedAt ?? '',
    })),
  )
  return { items, ...(next === null ? {} : { next }) }
}

/** The index gives its own keys with the card: `path#id`. */
function pathOfKey(item: object): PlacePath {
  const key = String((item as { gsi2sk?: unknown }).gsi2sk) // asked for with `includeKeys`
  return key.slice(0, key.lastIndexOf('#')) as PlacePath // as the template writes it
}

/** The people whose copied path begins with a path, for whoever rewrites the copies. */
export async function registeredIn(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: { id: EntityId; path: PlacePath; home: string }[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    entityItem()
      .query.register({ kind: 'person', district })
      .begins({ path })
      .go({ cursor: from, limit, data: 'includeKeys' }),
  )
  const items = data.map((item) => ({ id: item.id, path: pathOfKey(item), home: item.card?.home ?? '' }))
  return { items, ...(next === null ? {} : { next }) }
}

/** Writes down where a person's home is now in the tree; nothing else of the entity changes. @returns false when it was so already. */
export async function saveWhere(
  id: EntityId,
  where: (path: PlacePath) => Promise<{ readonly path: PlacePath; readonly district: string; readonly home: string }>,
): Promise<boolean> {
  for (;;) {
    const { data } = await entityItem().get({ id }).go({ consistent: true })
    if (data === null || !isSome(data.path)) return false
    const { path, district, home } = await where(data.path as PlacePath) // written above from one
    if (path === data.path && district === data.district && home === data.card?.home) return false
    const { written } = await putIf(
      entityItem()
        .put(
          present({
            ...data,
            path,
            district,
            by: 'system',
            version: data.version + 1,
            ...(data.card === undefined ? {} : { card: { ...data.card, home } }),
          }),
        )
        .where(({ version }, { eq }) => eq(version, data.version))
        .params(),
    )
    if (written) return true
  }
}
