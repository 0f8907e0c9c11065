import { isPlaceId, type Level, lineageOf, type PlaceId, type PlacePath, pathOf } from '@zmht/shared/geo'
import { type EntityId, type Instant, type Knowledge, type Relation, undecided } from '@zmht/shared/knowledge'
import type { LedgerContent, Seen } from '@zmht/shared/ledgers'
import { districtOf, findPlace, type PlaceFacts, type Tier, tailOf } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { now } from '../platform/clock'
import { kindNames } from './domain/names'
import { type KeptEntity, readEntity, readRelations } from './entity.store'

/** Where an entity is now, for its rows. */
export interface Standing {
  readonly lineage: readonly PlaceId[]
  readonly tiers: readonly Tier[]
  /** Of the place it hangs on. */
  readonly level: Level
  readonly path: PlacePath
  /** Where it is counted: its community, or what it hangs on above one. */
  readonly anchor: PlacePath
  readonly district: string
  readonly home: string
}

/** @returns undefined for what hangs on no place */
export async function whereIs({ path }: Pick<KeptEntity, 'path'>): Promise<Standing | undefined> {
  const last = path === undefined ? '' : (lineageOf(path).at(-1) ?? '')
  const place = isPlaceId(last) ? await findPlace(last) : undefined
  if (place === undefined) return undefined
  return {
    lineage: place.lineage,
    tiers: place.tiers,
    level: place.level,
    path: place.path,
    anchor: anchorOf(place),
    district: districtOf(place.tiers),
    home: await tailOf(place.id),
  }
}

/** Where what hangs on a place is counted: its community, or itself above one. */
export function anchorOf({ tiers, lineage, path }: Pick<PlaceFacts, 'tiers' | 'lineage' | 'path'>): PlacePath {
  const community = tiers.findIndex(({ level }) => level === 'community')
  return community < 0 ? path : pathOf(lineage.slice(0, community + 1))
}

/** @returns where what carries a path is counted; undefined where its place is no more */
export async function anchorOfPath(path: PlacePath): Promise<PlaceId | undefined> {
  const last = lineageOf(path).at(-1)
  const place = last === undefined ? undefined : await findPlace(last)
  return place === undefined ? undefined : lineageOf(anchorOf(place)).at(-1)
}

/** An entity as its ledgers look at it: read once for all of them. */
export interface Look {
  readonly entity: KeptEntity
  readonly standing: Standing
  readonly seen: Seen
  readonly knowledge: Knowledge
  readonly at: Instant
}

/** Looks at an entity for some ledgers: the names at the other ends of its relations only where one of them shows them. */
export async function lookAt(
  entity: KeptEntity,
  standing: Standing,
  ledgers: readonly { readonly content: LedgerContent }[],
): Promise<Look> {
  const [knowledge, at] = [await knowledgeNow(), now()]
  const shown = ledgers.flatMap(({ content }) =>
    content.columns.flatMap((column) => (column.of === 'relation' ? column.types : [])),
  )
  const relations = await readRelations(entity.id, true)
  const others = relations.filter(({ type }) => shown.includes(type)).map((one) => otherEnd(one, entity.id))
  const names = await Promise.all([...new Set(others)].map(async (id) => [id, await nameOf(id)] as const))
  const seen: Seen = {
    id: entity.id,
    kind: entity.kind,
    facts: entity.facts,
    relations,
    names: Object.fromEntries(names),
    undecided: isUndecided(entity, relations, knowledge, at),
  }
  return { entity, standing, seen, knowledge, at }
}

export const otherEnd = ({ from, to }: Pick<Relation, 'from' | 'to'>, id: EntityId): EntityId =>
  from === id ? to : from

/** What an entity is called where it stands beside another. */
export async function nameOf(id: EntityId): Promise<string> {
  if (isPlaceId(id)) return tailOf(id)
  const other = await readEntity(id)
  return other === undefined ? '' : other.name || kindNames[other.kind]
}

const isUndecided = (
  { claims, alike = [] }: KeptEntity,
  relations: readonly Relation[],
  knowledge: Knowledge,
  at: Instant,
): boolean =>
  alike.length > 0 ||
  relations.some(({ pending }) => pending === true) ||
  Object.entries(claims).some(([code, said]) => undecided(knowledge.attribute(code), said, at).length > 0)
