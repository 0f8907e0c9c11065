import { type LedgerCardReply, ledgerRoutes, mintJobId } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { checkLedger } from '@zmht/shared/ledgers'
import { checkMeasure, tellWhole } from '@zmht/shared/measures'
import { decide, territoryOf } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { childrenOf, countedNow, findPlace, type PlaceFacts, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationFacts, organisationsAbove } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { startJob } from '../../platform/jobs'
import { joinPosition, splitPosition } from '../../platform/table/page'
import {
  forgetLedger,
  type Ledger,
  ledgerNow,
  ledgersCovering,
  ledgersOf,
  readLedger,
  saveLedger,
} from '../ledger.store'
import { asKeeper, overlapOf, ledgerResource as resourceOf, visibleLedger } from '../ledger-access'
import { rowsJob } from '../rows.job'
import { showLedger } from '../show-ledger'

const routes = ledgerRoutes

export const ledger = endpoint(routes.ledger, async ({ params, actor, now }) => {
  const found = await visibleLedger(params.ledgerId, actor, now)
  return showLedger(found, await knowledgeNow(), await mayWrite(found, actor, now))
})

/** Whether it is the actor's to change: of their own organisation, and their posts let them in all its places. */
async function mayWrite({ id, organisationId, within, ended }: Ledger, actor: Official, at: string): Promise<boolean> {
  if (ended || !actor.posts.some(({ organisation }) => organisation === organisationId)) return false
  const owners = await organisationsAbove(organisationId)
  const places = await Promise.all(within.map(placeFacts))
  return places.every(
    ({ lineage }) => decide(actor.policy, actor, 'ledger.write', resourceOf({ id }, owners, lineage), at).allow,
  )
}

export const save = endpoint(routes.save, {
  locate: async ({ params, body }, actor) => {
    const seen = await readLedger(params.ledgerId)
    // A new one belongs to the organisation of the first post that manages a place.
    const organisationId = seen?.organisationId ?? (await ownOrganisation(actor))
    const owners = await organisationsAbove(organisationId)
    const first = seen?.within[0] ?? body.within[0]
    const { lineage } = first === undefined ? { lineage: [] } : await placeFacts(first)
    return { resource: resourceOf({ id: params.ledgerId }, owners, lineage), loaded: { seen, organisationId, owners } }
  },
  handle: async ({ params, body, actor, now, loaded: { seen, organisationId, owners } }) => {
    const knowledge = await knowledgeNow()
    if (seen !== undefined) await asKeeper(actor, seen, now)
    const { content, measures, within, edition } = body
    check(body, knowledge)
    for (const place of within)
      await allowed(actor, 'ledger.write', resourceOf({ id: params.ledgerId }, owners, await lineageOf(place)), now)
    const next: Ledger = {
      id: params.ledgerId,
      organisationId,
      content,
      measures,
      within,
      formerly: await formerPlaces(seen, within),
      edition: edition + 1,
      job: mintJobId(),
      ended: false,
      at: now,
      by: actor.id,
    }
    // Sent again after no answer came: it is saved already.
    if (seen !== undefined && seen.edition === edition + 1 && isSame(seen, next))
      return showLedger(seen, knowledge, true)
    if (seen?.ended) throw new Problem('changed')
    if ((seen?.edition ?? 0) !== edition || !(await saveLedger(next, seen))) throw new Problem('changed')
    await arrange(next, seen)
    return showLedger(next, knowledge, true)
  },
})

export const end = endpoint(routes.end, {
  locate: async ({ params }) => {
    const seen = await readLedger(params.ledgerId)
    const first = seen?.within[0]
    if (seen === undefined || first === undefined) throw new Problem('not-found')
    const owners = await organisationsAbove(seen.organisationId)
    return { resource: resourceOf(seen, owners, await lineageOf(first)), loaded: seen }
  },
  handle: async ({ actor, now, loaded }) => {
    const knowledge = await knowledgeNow()
    await asKeeper(actor, loaded, now)
    if (loaded.ended) return showLedger(loaded, knowledge, false)
    const next: Ledger = {
      ...loaded,
      edition: loaded.edition + 1,
      job: mintJobId(),
      ended: true,
      at: now,
      by: actor.id,
    }
    if (!(await saveLedger(next, loaded))) throw new Problem('changed')
    await arrange(next, loaded)
    return showLedger(next, knowledge, false)
  },
})

/** Its rows follow. */
async function arrange(ledger: Ledger, seen: Ledger | undefined): Promise<void> {
  forgetLedger(ledger)
  if (seen !== undefined) forgetLedger(seen)
  const { id, edition, job, by } = ledger
  if (job !== undefined)
    await startJob({
      id: job,
      kind: rowsJob,
      input: { ledger: id, edition: String(edition) },
      by,
      message: '正在整理台账',
    })
}

const lineageOf = async (place: PlaceId) => (await placeFacts(place)).lineage

async function ownOrganisation(actor: Official): Promise<string> {
  for (const { organisation } of actor.posts)
    if (((await organisationFacts(organisation))?.manages.length ?? 0) > 0) return organisation
  throw new Problem('forbidden')
}

/** @throws Problem `invalid` with what is wrong and where */
function check({ content, measures }: Pick<Ledger, 'content' | 'measures'>, knowledge: Knowledge): void {
  const fields = [
    ...checkLedger(content, knowledge).map(({ at, message }) => ({ path: `body.content.${at}`, message })),
    ...measures.flatMap((one, position) =>
      checkMeasure({ ...one, source: { of: 'ledger', id: '' } }, content, knowledge).map(({ at, message }) => ({
        path: `body.measures.${position}.${at}`,
        message,
      })),
    ),
    ...(new Set(measures.map(({ id }) => id)).size === measures.length
      ? []
      : [{ path: 'body.measures', message: '有两个指标的编号一样' }]),
  ]
  if (fields.length > 0) throw new Problem('invalid', { fields })
}

/** Places it covered and does not cover any more, until their rows have gone. */
async function formerPlaces(seen: Ledger | undefined, within: readonly PlaceId[]): Promise<readonly PlaceId[]> {
  const before = [...new Set([...(seen?.within ?? []), ...(seen?.formerly ?? [])])]
  const left = await Promise.all(
    before.map(async (place) => ((await lineageOf(place)).some((one) => within.includes(one)) ? [] : [place])),
  )
  return left.flat()
}

const isSame = (one: Ledger, other: Ledger): boolean =>
  JSON.stringify([one.content, one.measures, one.within]) ===
  JSON.stringify([other.content, other.measures, other.within])

export const list = endpoint(routes.list, async ({ actor, query, bounds, territory }) => {
  const place = query.place ?? actor.posts.flatMap((post) => post.territory)[0] ?? territory.places[0]
  const known = place === undefined ? undefined : await findPlace(place)
  if (known === undefined) return { items: [] }
  const { ids, next } =
    query.organisation === undefined
      ? await covering(known, query.cursor)
      : await ofOrganisation(query.organisation, query.cursor)
  const found = (await Promise.all(ids.map(ledgerNow))).filter((one) => one !== undefined && !one.ended)
  const shown = await Promise.all(
    found.map(async (one) => {
      if (one === undefined) return []
      const owners = await organisationsAbove(one.organisationId)
      const own = territoryOf(bounds, { application: one.id, owners })
      const here = own.everywhere ? [known.id] : await overlapOf(own.places, one.within)
      return here.length === 0 ? [] : [await showCard(one, known.id)]
    }),
  )
  const items = shown.flat().sort((one, other) => (one.at < other.at ? 1 : -1))
  return { items, ...(next === undefined ? {} : { next }) }
})

async function showCard({ id, content, organisationId, at }: Ledger, place: PlaceId): Promise<LedgerCardReply> {
  const [organisation, counted] = await Promise.all([organisationFacts(organisationId), countedNow(`${id}.all`, place)])
  const { name, about, kind } = content
  return {
    id,
    name,
    about,
    kind,
    organisation: { id: organisationId, name: organisation?.name ?? '' },
    rows: tellWhole({ fold: { by: 'count' } }, counted.total).rows,
    at,
  }
}

const cardsOfPage = 20

/** The ledgers that cover a place, from those of the city down; at a subdistrict those of its communities too. */
async function covering({ id, level, lineage }: PlaceFacts, cursor: string | undefined) {
  const below = level === 'subdistrict' ? (await childrenOf(id)).map((child) => child.id) : []
  const all = (await ledgersCovering([...lineage, ...below])).map((one) => one.ledger)
  const { part } = splitPosition(cursor)
  const ids = all.slice(part, part + cardsOfPage)
  return { ids, next: part + cardsOfPage < all.length ? joinPosition(part + cardsOfPage) : undefined }
}

async function ofOrganisation(organisation: string, cursor: string | undefined) {
  const { items, next } = await ledgersOf(organisation, cursor)
  return { ids: items.map(({ id }) => id), next }
}
