import { stateGroups } from '@zmht/shared/freshness'
import { isPlaceId } from '@zmht/shared/geo'
import { type EntityId, type Instant, sensitivityOf, type Value } from '@zmht/shared/knowledge'
import { type Freshness, isIn, ledgerKinds, type Row, rowOf, rowTurnsOn, type Seen } from '@zmht/shared/ledgers'
import { type Counted, measuresOf, sharesOf, sharesTurnOn } from '@zmht/shared/measures'
import { findPlace } from '../hierarchy/index'
import { blind, seal } from '../platform/cipher'
import { type KeptEntity, readEntity } from './entity.store'
import { type Covering, ledgersCovering } from './ledger.store'
import { type Look, lookAt, type Standing, whereIs } from './look'
import { dropRow, type KeptRow, type ListName, type RowCard, rowsOf, saveRow, wholeList } from './row.store'

export const rowContext = (id: EntityId, ledger: string): string => `row/${id}/${ledger}`

/** What somebody does by hand to a ledger that is kept so. */
export interface Picking {
  readonly ledger: string
  readonly picked: boolean
}

/** Brings the rows of an entity to what is known of it, in every ledger that covers where it is. Repeated, it writes nothing. */
export async function keepRows(id: EntityId, picking?: Picking): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const [entity, held] = await Promise.all([subjectOf(id), rowsOf(id)])
    const standing = entity === undefined || entity.id !== id ? undefined : await whereIs(entity)
    const of = entity === undefined || standing === undefined ? [] : await ledgersOf(entity, standing)
    if (of.length === 0 && held.length === 0) return
    const rowIn = (ledger: string) => held.find((one) => one.ledger === ledger)
    const look = entity && standing ? await lookAt(entity, standing, of) : undefined
    const outcomes = await Promise.all([
      ...of.map((one) => keepRow(look, one, rowIn(one.ledger), picking)),
      // Ledgers that do not cover it any more: it has moved, or they have ended or shrunk.
      ...held.filter(({ ledger }) => !of.some((one) => one.ledger === ledger)).map(dropRow),
    ])
    if (outcomes.every((kept) => kept)) return
  }
  throw new Error(`the rows of ${id} are contended: the message comes again`)
}

/** Whom or what rows are of. A place is one from its beginning, though nobody has said anything of it. */
export async function subjectOf(id: EntityId): Promise<KeptEntity | undefined> {
  const entity = await readEntity(id, true)
  if (!isPlaceId(id)) return entity
  const place = await findPlace(id)
  if (place === undefined || place.ended) return undefined
  const fresh: KeptEntity = entity ?? { id, kind: 'place', name: '', facts: {}, claims: {}, by: 'system', version: 0 }
  return { ...fresh, name: place.name, path: place.path }
}

async function ledgersOf({ kind }: KeptEntity, { lineage, level }: Standing): Promise<readonly Covering[]> {
  const covering = await ledgersCovering(lineage)
  return covering.filter(({ content }) => content.kind === kind && (kind !== 'place' || content.level === level))
}

async function keepRow(
  look: Look | undefined,
  covering: Covering,
  held: KeptRow | undefined,
  picking: Picking | undefined,
): Promise<boolean> {
  const { ledger, content } = covering
  const isPicked = picking?.ledger === ledger ? picking.picked : held?.picked === true
  const isMember =
    look !== undefined && (content.membership.by === 'hand' ? isPicked : isIn(content, look.seen, look.at))
  if (look === undefined || !isMember) return held === undefined || dropRow(held)
  const { entity, standing, seen, knowledge, at } = look
  const row = rowOf(content, knowledge, seen, at)
  const measures = measuresOf(ledger, content, covering.measures, knowledge)
  const counted = countedBy(row, seen)
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
    anchor: standing.anchor,
    district: standing.district,
    lists: listsOf(row),
    counts: Object.fromEntries(
      measures.flatMap((measure) => {
        const shares = sharesOf(measure, counted, at)
        // Under its name inside the ledger: the ledger's own is in the row already.
        return Object.keys(shares).length === 0 ? [] : [[measure.id.slice(ledger.length + 1), shares] as const]
      }),
    ),
    ...(turns === undefined ? {} : { turns }),
    ...(content.membership.by === 'hand' ? { picked: true as const } : {}),
  }
  const position = positionIn(entity, look)
  const shown = { name: entity.name, home: standing.home, row, ...(position === undefined ? {} : { position }) }
  // Keyed: what was said cannot be guessed from it.
  const stamp = await blind('row', JSON.stringify([next, shown]))
  if (held?.stamp === stamp) return true
  const card = await cardOf(entity, ledger, shown, { at, child: isChild(seen, at) })
  return saveRow({ ...next, stamp, version: (held?.version ?? 0) + 1 }, card, held)
}

/** A row as measures look at it. */
export const countedBy = ({ freshness, states }: Row, seen: Seen): Counted => ({
  ...seen,
  freshness,
  columns: stateGroups(states),
})

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

interface Shown {
  readonly name: string
  readonly home: string
  readonly row: Row
  readonly position?: string
}

/** Where it says itself that it stands, as far as any official of the place may know. */
function positionIn({ kind, facts }: KeptEntity, { seen, knowledge, at }: Look): string | undefined {
  const code = `${kind}.position`
  const [what, value] = [knowledge.attribute(code), facts[code]?.value]
  if (what === undefined || typeof value !== 'string') return undefined
  const sensitivity = sensitivityOf(what, seen, at)
  return sensitivity === 'open' || sensitivity === 'internal' ? value : undefined
}

async function cardOf(
  entity: KeptEntity,
  ledger: string,
  { name, home, row, position }: Shown,
  { at, child }: { readonly at: Instant; readonly child: boolean },
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
    filters: row.filters,
    freshness: row.freshness,
    missing: row.missing,
    states: row.states,
    undecided: row.undecided,
    ...(position === undefined ? {} : { position }),
    ...(child ? { child } : {}),
    at,
  }
}

/** Everything said of somebody under fourteen is sensitive. */
const isChild = (seen: Seen, at: Instant): boolean => sensitivityOf({ sensitivity: 'open' }, seen, at) === 'sensitive'

/** Whether a kind of entity is ever in a ledger. */
export const isLedgerKind = (kind: string): boolean => ledgerKinds.some((one) => one === kind)
