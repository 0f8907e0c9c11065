import { channelRoutes as routes } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, type PlacePath, shortName } from '@zmht/shared/geo'
import { type Bounds, decide, isInBounds, type Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace, pathIsNow, placeFacts, regionsWithin, rootPlaces, stretchesWithin } from '../../hierarchy/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { narrowedBy, openCounts } from '../domain/open-entry'
import { givenResource, organisationsOf, placedResource } from '../request-access'
import { showCard } from '../show'
import { type OpenRow, openPage } from './open.store'

const pageSize = 20
/** So many at the most are looked at for what a list can be narrowed to. */
const mostCounted = 300

/** What is read of one list. */
interface Part {
  readonly holder: string
  readonly path: PlacePath
  /** What is found belongs to it while it lies here by the edges. */
  readonly within?: PlaceId
  /** The organisation that has what is listed; absent: whoever works where it lies. */
  readonly organisation?: string
}

interface Asking {
  readonly actor: Official
  readonly bounds: Bounds
  readonly at: string
}

interface Narrowed {
  readonly kind?: string
  readonly cluster?: string
  readonly cursor?: string
  readonly counts?: 'yes'
}

export const openHere = endpoint(routes.openHere, async ({ actor, query, bounds, now }) => {
  const parts = (await stretchesWithin(await placesAsked(bounds, query.place))).map(({ partition, path, within }) => ({
    holder: partition,
    path,
    within,
  }))
  return listed(parts, query, { actor, bounds, at: now })
})

export const openGiven = endpoint(routes.openGiven, async ({ actor, query, bounds, now }) => {
  const { place } = query
  if (place !== undefined) await placeFacts(place)
  // All there is lies below some root: its path begins with anything.
  const regions =
    place === undefined
      ? [{ path: '' as PlacePath }] // the beginning of every path
      : (await regionsWithin(place)).map(({ path }) => ({ path, within: place }))
  const parts = organisationsOf(actor).flatMap((organisation) =>
    regions.map((region) => ({ holder: organisation, organisation, ...region })),
  )
  return listed(parts, query, { actor, bounds, at: now })
})

/**
 * The outermost of the places in which somebody works on requests, or the one they ask for among these.
 * @throws Problem `no-such-place`, or `outside-territory` for a place in which nothing is theirs
 */
async function placesAsked({ allowed }: Bounds, asked: PlaceId | undefined): Promise<readonly PlaceId[]> {
  const named = allowed.map(({ places }) => places)
  const isEverywhere = named.includes('everywhere')
  const all = new Set(named.flatMap((places) => (places === 'everywhere' ? [] : places)))
  if (asked === undefined) {
    if (isEverywhere) return rootPlaces()
    const found = await Promise.all([...all].map(findPlace))
    const isInAnother = (lineage: readonly PlaceId[]) => lineage.slice(0, -1).some((id) => all.has(id))
    return found.flatMap((place) => (place === undefined || isInAnother(place.lineage) ? [] : [place.id]))
  }
  const { lineage } = await placeFacts(asked)
  if (isEverywhere || lineage.some((id) => all.has(id))) return [asked]
  const below = (await Promise.all([...all].map(findPlace))).flatMap((place) =>
    place?.lineage.includes(asked) === true ? [place.id] : [],
  )
  if (below.length === 0) throw new Problem('outside-territory')
  return below
}

/** A page of all the parts, one after the other, and on request what there is to narrow it to. */
async function listed(parts: readonly Part[], query: Narrowed, asking: Asking) {
  const page = await pageOf(parts, query, asking)
  return query.counts === undefined ? page : { ...page, counts: await countsOf(parts, asking) }
}

async function pageOf(parts: readonly Part[], { kind, cluster, cursor }: Narrowed, asking: Asking) {
  const by = narrowedBy(kind, cluster)
  let { part: at, from } = splitPosition(cursor)
  const items: ReturnType<typeof shown>[] = []
  for (let part = parts[at]; part !== undefined; part = parts[at]) {
    const { holder, path } = part
    const page = await openPage({ holder, by }, path, from, pageSize - items.length)
    for (const row of page.items) {
      const seen = kind === undefined || row.kind === kind ? await asSeen(row, part, asking) : undefined
      if (seen !== undefined) items.push(shown(row, seen.fields))
    }
    from = page.next
    if (from === undefined) at += 1
    if (items.length >= pageSize && at < parts.length) return { items, next: joinPosition(at, from) }
  }
  return { items }
}

function shown(row: OpenRow, fields: Parameters<typeof showCard>[1]) {
  const { home: _home, organisationId: _organisation, path: _path, ...card } = row
  return { ...card, ...showCard(card, fields) }
}

/** A row with where it lies now and what of it may be seen. @returns undefined where nothing of it is theirs */
async function asSeen(row: OpenRow, { organisation, within }: Part, { actor, bounds, at }: Asking) {
  const lineage = lineageOf(await pathIsNow(row.path))
  if (within !== undefined && !lineage.includes(within)) return undefined
  const resource: Resource =
    organisation === undefined ? await placedResource(row, lineage) : await givenResource(row, organisation, lineage)
  const action = organisation === undefined ? 'request.handle' : 'request.undertake'
  const decision = decide(actor.policy, actor, action, resource, at)
  return decision.allow && isInBounds(bounds, resource) ? { row, lineage, fields: decision.fields } : undefined
}

/** What the first of a list can be narrowed to; `more` where there are others behind them. */
async function countsOf(parts: readonly Part[], asking: Asking) {
  const seen: { readonly row: OpenRow; readonly lineage: readonly PlaceId[] }[] = []
  let looked = 0
  let more = false
  for (const part of parts) {
    if (looked >= mostCounted) {
      more = true
      break
    }
    const { items, next } = await openPage(
      { holder: part.holder, by: 'all' },
      part.path,
      undefined,
      mostCounted - looked,
    )
    looked += items.length
    more = next !== undefined
    const found = await Promise.all(items.map((row) => asSeen(row, part, asking)))
    seen.push(...found.flatMap((one) => one ?? []))
    if (more) break
  }
  const { kinds, places, clusters } = openCounts(seen.map(({ row, lineage }) => ({ ...row, lineage })))
  return {
    of: seen.length,
    more,
    kinds: kinds.map(({ id, count }) => ({
      kind: id,
      name: seen.find(({ row }) => row.kind === id)?.row.about ?? '',
      count,
    })),
    places: await Promise.all(
      places.map(async ({ id, count }) => {
        const place = await findPlace(id)
        return { id, name: place === undefined ? '' : shortName(place), count }
      }),
    ),
    clusters: clusters.map(({ id, count }) => {
      const row = seen.find((one) => one.row.cluster === id)?.row
      return { cluster: id, name: row === undefined ? '' : `${row.about} · ${row.place}`, count }
    }),
  }
}
