import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import {
  type EntityId,
  type Instant,
  type Knowledge,
  type Relation,
  undecided,
  type Value,
} from '@zmht/shared/knowledge'
import {
  type Freshness,
  isIn,
  type LedgerContent,
  ledgerKinds,
  type Row,
  rowOf,
  rowTurnsOn,
  type Seen,
} from '@zmht/shared/ledgers'
import { sharesOf, sharesTurnOn, standardMeasures } from '@zmht/shared/measures'
import { districtOf, findPlace, tailOf } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { blind, seal } from '../platform/cipher'
import { now } from '../platform/clock'
import { kindNames } from './domain/names'
import { type KeptEntity, readEntity, readRelations } from './entity.store'
import { type Covering, ledgersCovering } from './ledger.store'
import { dropRow, type KeptRow, type ListName, type RowCard, rowsOf, saveRow, wholeList } from './row.store'

export const rowContext = (id: EntityId, ledger: string): string => `row/${id}/${ledger}`

/** Where an entity is now, for its rows. */
interface Standing {
  readonly lineage: readonly PlaceId[]
  readonly path: KeptRow['path']
  readonly district: string
  readonly home: string
}

/** Brings the rows of an entity to what is known of it, in every ledger that covers where it is. Repeated, it writes nothing. */
export async function keepRows(id: EntityId): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const [entity, held] = await Promise.all([readEntity(id, true), rowsOf(id)])
    const standing = entity === undefined || entity.id !== id ? undefined : await whereIs(entity)
    const covering = standing === undefined ? [] : await ledgersCovering(standing.lineage)
    const of = covering.filter(({ content }) => content.kind === entity?.kind)
    if (of.length === 0 && held.length === 0) return
    const outcomes = await Promise.all([
      ...of.map((one) =>
        keepRow(
          entity,
          standing,
          one,
          held.find(({ ledger }) => ledger === one.ledger),
        ),
      ),
      // Ledgers that do not cover it any more: it has moved, or they have ended or shrunk.
      ...held.filter(({ ledger }) => !of.some((one) => one.ledger === ledger)).map(dropRow),
    ])
    if (outcomes.every((kept) => kept)) return
  }
  throw new Error(`the rows of ${id} are contended: the message comes again`)
}

async function whereIs({ path }: KeptEntity): Promise<Standing | undefined> {
  const last = path?.slice(path.lastIndexOf('/') + 1) ?? ''
  const place = isPlaceId(last) ? await findPlace(last) : undefined
  if (path === undefined || place === undefined) return undefined
  return { lineage: place.lineage, path: place.path, district: districtOf(place.tiers), home: await tailOf(place.id) }
}

async function keepRow(
  entity: KeptEntity | undefined,
  standing: Standing | undefined,
  covering: Covering,
  held: KeptRow | undefined,
): Promise<boolean> {
  const { ledger, content } = covering
  if (entity === undefined || standing === undefined) return held === undefined || dropRow(held)
  const [knowledge, at] = [await knowledgeNow(), now()]
  const seen = await seenBy(content, entity, knowledge, at)
  const isMember = content.membership.by === 'hand' ? held?.picked === true : isIn(content, seen, at)
  if (!isMember) return held === undefined || dropRow(held)
  const row = rowOf(content, knowledge, seen, at)
  const measures = standardMeasures(ledger, content, knowledge)
  const counted = { ...seen, freshness: row.freshness }
  const turns = [
    rowTurnsOn(content, knowledge, seen, at),
    ...measures.map((measure) => sharesTurnOn(measure, counted, at)),
  ]
    .filter((day) => day !== undefined)
    .sort()[0]
  const next = {
    entityId: entity.id,
    ledger,
    edition: covering.edition,
    path: standing.path,
    district: standing.district,
    lists: listsOf(row),
    counts: Object.fromEntries(
      measures.flatMap((measure) => {
        const shares = sharesOf(measure, counted, at)
        return Object.keys(shares).length === 0 ? [] : [[measure.id, shares] as const]
      }),
    ),
    ...(turns === undefined ? {} : { turns }),
    ...(held?.picked ? { picked: held.picked } : {}),
  }
  const shown = { name: entity.name, home: standing.home, row }
  // Keyed: what was said cannot be guessed from it.
  const stamp = await blind('row', JSON.stringify([next, shown]))
  if (held?.stamp === stamp) return true
  const card = await cardOf(entity, ledger, shown, seen, at)
  return saveRow({ ...next, stamp, version: (held?.version ?? 0) + 1 }, card, held)
}

/** An entity as a ledger looks at it: its relations only where the ledger asks for them, the others' names only where it shows them. */
async function seenBy(content: LedgerContent, entity: KeptEntity, knowledge: Knowledge, at: Instant): Promise<Seen> {
  const shown = content.columns.flatMap((column) => (column.of === 'relation' ? [column] : []))
  const asked = content.membership.by === 'rule' && content.membership.all.some(({ about }) => about === 'relation')
  const relations = shown.length > 0 || asked ? await readRelations(entity.id, true) : []
  const types = new Set(shown.flatMap((column) => column.types))
  const others = relations.filter(({ type }) => types.has(type)).map(({ from, to }) => (from === entity.id ? to : from))
  const names = await Promise.all([...new Set(others)].map(async (id) => [id, await nameOf(id)] as const))
  return {
    id: entity.id,
    kind: entity.kind,
    facts: entity.facts,
    relations,
    names: Object.fromEntries(names),
    undecided: isUndecided(entity, relations, knowledge, at),
  }
}

async function nameOf(id: EntityId): Promise<string> {
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

const freshnessLists: Readonly<Record<Freshness, readonly ListName[]>> = { fresh: [], soon: ['soon'], stale: ['stale'] }

export const filterList = (attribute: string, code: string): ListName => `${attribute}=${code}`

function listsOf({ filters, freshness, undecided: open }: Row): readonly ListName[] {
  return [
    wholeList,
    ...freshnessLists[freshness],
    ...(open ? ['undecided'] : []),
    ...Object.entries(filters).flatMap(([attribute, codes]) => codes.map((code) => filterList(attribute, code))),
  ]
}

async function cardOf(
  entity: KeptEntity,
  ledger: string,
  { name, home, row }: { readonly name: string; readonly home: string; readonly row: Row },
  seen: Seen,
  at: Instant,
): Promise<RowCard> {
  const plain: Record<string, Value> = {}
  const secret: Record<string, Value> = {}
  for (const [key, { value, sensitivity }] of Object.entries(row.cells))
    if (sensitivity === 'open' || sensitivity === 'internal') plain[key] = value
    else secret[key] = value
  return {
    name,
    home,
    cells: plain,
    ...(Object.keys(secret).length === 0 ? {} : { sealed: await seal(secret, rowContext(entity.id, ledger)) }),
    freshness: row.freshness,
    missing: row.missing,
    undecided: seen.undecided,
    at,
  }
}

/** Whether a kind of entity is ever in a ledger. */
export const isLedgerKind = (kind: string): boolean => ledgerKinds.some((one) => one === kind)
