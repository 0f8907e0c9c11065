import { ledgerRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { rowOf } from '@zmht/shared/ledgers'
import { checkMeasure, type Measure, type Shares, sharesOf, tellWhole } from '@zmht/shared/measures'
import { Problem } from '@zmht/shared/problems'
import { childrenOf, countedNow, type PlaceFacts, placeFacts, stretchesWithin } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationsAbove } from '../../permissions/index'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { addGroups } from '../../platform/stream/counter.domain'
import { childOf } from '../counted'
import type { Ledger } from '../ledger.store'
import { asKeeper, ledgerResource, visibleLedger } from '../ledger-access'
import { type Look, lookAt, whereIs } from '../look'
import { isOutside } from '../register'
import { readList, wholeList } from '../row.store'
import { countedBy, subjectOf } from '../rows'
import { showMeasure } from '../show-ledger'
import { toldAt } from '../told'

const routes = ledgerRoutes

/** So many rows are opened for one look: each is an entity read with its relations. */
const mostLooked = 1000
/** They are spread over as many of the places inside. */
const mostPlaces = 40
const atOnce = 25

export const previewMeasure = endpoint(routes.previewMeasure, {
  locate: async ({ body }) => {
    const place = await placeFacts(body.place)
    return { resource: { kind: 'statistics', lineage: place.lineage }, loaded: place }
  },
  handle: async ({ params, body, actor, now, loaded: place }) => {
    const [ledger, knowledge] = await Promise.all([visibleLedger(params.ledgerId, actor, now), knowledgeNow()])
    // Only whoever may save it: a filter of one's own choice asks what no saved measure does.
    await asKeeper(actor, ledger, now)
    const owners = await organisationsAbove(ledger.organisationId)
    await allowed(actor, 'ledger.write', ledgerResource(ledger, owners, place.lineage), now)
    const measure: Measure = { ...body.measure, source: { of: 'ledger', id: ledger.id } }
    const wrong = checkMeasure(measure, ledger.content, knowledge)
    if (wrong.length > 0)
      throw new Problem('invalid', {
        fields: wrong.map(({ at, message }) => ({ path: `body.measure.${at}`, message })),
      })
    const children = await childrenOf(place.id)
    const { total } = await countedNow(`${ledger.id}.all`, place.id)
    const looks = await looksAt(ledger, place, children)
    const all = Math.max(looks.length, tellWhole({ fold: { by: 'count' } }, total).rows)
    const counts = countsOf(measure, ledger, place, looks)
    const isWhole = looks.length === all
    return {
      ...(await toldAt(ledger, measure, { ...counts, place, children: isWhole ? children : [], actor, at: now })),
      measure: showMeasure({ ...measure, id: body.measure.id }, ledger.content, knowledge, true),
      looked: looks.length,
      all,
    }
  },
})

/** Rows of a ledger below a place with all that is known of them: all where they are few, else as many from each of the places inside. */
async function looksAt(
  ledger: Ledger,
  place: PlaceFacts,
  children: readonly { readonly id: PlaceId }[],
): Promise<readonly Look[]> {
  const whole = await rowsBelow(ledger, place.id, mostLooked + 1)
  if (whole.length <= mostLooked || children.length === 0) return opened(ledger, whole.slice(0, mostLooked))
  const spread = evenly(children, mostPlaces)
  const each = Math.ceil(mostLooked / spread.length)
  const found = await Promise.all(spread.map(({ id }) => rowsBelow(ledger, id, each)))
  return opened(ledger, found.flat().slice(0, mostLooked))
}

type Rows = Awaited<ReturnType<typeof readList>>['items']

async function rowsBelow({ id }: Ledger, place: PlaceId, most: number): Promise<Rows> {
  const rows: Rows = []
  for (const { partition, path, within } of await stretchesWithin([place])) {
    let cursor: string | undefined
    do {
      const page = await readList({ ledger: id, list: wholeList }, partition, path, cursor, most - rows.length)
      for (const row of page.items) if (!(await isOutside(row.path, within, []))) rows.push(row)
      cursor = page.next
    } while (cursor !== undefined && rows.length < most)
    if (rows.length >= most) break
  }
  return rows
}

/** @returns as many of a list, from its beginning to its end */
const evenly = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most
    ? all
    : all.filter((_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length))

async function opened(ledger: Ledger, rows: Rows): Promise<readonly Look[]> {
  const looks: Look[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = await Promise.all(
      rows.slice(from, from + atOnce).map(async ({ id }) => {
        const entity = await subjectOf(id)
        const standing = entity === undefined ? undefined : await whereIs(entity)
        return entity === undefined || standing === undefined ? [] : [await lookAt(entity, standing, [ledger])]
      }),
    )
    looks.push(...some.flat())
  }
  return looks
}

function countsOf(measure: Measure, { content }: Ledger, { path }: PlaceFacts, looks: readonly Look[]) {
  let here: Shares = {}
  const below = new Map<PlaceId, Shares>()
  for (const { seen, knowledge, at, standing } of looks) {
    const shares = sharesOf(measure, countedBy(rowOf(content, knowledge, seen, at), seen), at)
    here = addGroups(here, shares)
    const child = childOf(standing.path, path)
    if (child !== undefined) below.set(child, addGroups(below.get(child) ?? {}, shares))
  }
  return { here, below }
}
