import {
  type CommunityEntryReply,
  type CommunityPageReply,
  type KeptCommunityCardReply,
  type KeptCommunityPageReply,
  channelRoutes as routes,
} from '@zmht/shared/contract'
import { type Level, type PlaceId, shortName } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { findPlace, namedLineage, type PlaceFacts, placeFacts } from '../../hierarchy/index'
import { dayInChina } from '../../platform/clock'
import type { Actor, Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { deedOf } from '../notices/access'
import { seenByOthers } from '../picture-check/standing'
import { sameContent } from '../same'
import { keepShown, openShown } from '../shown-files'
import {
  arrange,
  type Board,
  cardOf,
  type Deed,
  type Entry,
  entryIn,
  inOrder,
  isSeen,
  pageOn,
  type Said,
  withdraw,
  write,
} from './board'
import { boardNow, changeBoard, readBoard, readCommunityText } from './board.store'
import { checkBefore } from './check'

/** Where an organisation keeps a page: what lies below a community has none of its own. */
const levelsWithPage: readonly Level[] = ['community', 'subdistrict', 'district', 'city']

const subjectOf = (place: PlaceId, id: string): string => `community-page/${place}/${id}`

/** A page is written and read as notices are at its place. */
const resourceAt = ({ lineage }: PlaceFacts) => ({ kind: 'notice', lineage })

type OnePage = { readonly params: { readonly placeId: PlaceId } }

async function locatePage({ params }: OnePage) {
  const place = await placeFacts(params.placeId)
  return { resource: resourceAt(place), loaded: place }
}

/** For whoever has a home there it is theirs to read; to other residents it does not exist. @throws Problem `not-found` */
async function locateForReader({ params }: OnePage, actor: Actor) {
  const place = await placeFacts(params.placeId)
  const located = { resource: resourceAt(place), loaded: place }
  if (actor.kind === 'official') return located
  for (const { placeId } of actor.homes) {
    if ((await findPlace(placeId))?.lineage.includes(place.id)) return { ...located, owner: actor.id }
  }
  throw new Problem('not-found')
}

const named = ({ id, name, level }: PlaceFacts): CommunityPageReply['place'] => ({ id, name, level })

const stateOf = ({ state, edition, by, at, withdrawn }: Entry, { from, until }: Said) => ({
  state,
  edition,
  by: by.name,
  at,
  withdrawn,
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
})

const keptCard = (entry: Entry): KeptCommunityCardReply => ({
  ...cardOf(entry, entry.latest),
  ...stateOf(entry, entry.latest),
})

const keptPage = (board: Board, place: PlaceFacts, at: Instant): KeptCommunityPageReply => ({
  place: named(place),
  entries: inOrder(board.entries).map(keptCard),
  shown: pageOn(board, named(place), dayInChina(at)),
})

const deedBy = (actor: Official, at: Instant): Deed => {
  const { id, name } = deedOf(actor, at)
  return { by: { id, name }, at }
}

export const pages = endpoint(routes.communityPages, async ({ query, actor, now }) => {
  const isTheirs = actor.homes.some(({ placeId }) => placeId === query.home)
  const home = isTheirs ? await findPlace(query.home) : undefined
  if (home === undefined) throw new Problem('not-found')
  const above = (await namedLineage(home.path)).filter(({ level }) => levelsWithPage.includes(level)).reverse()
  const all = await Promise.all(
    above.map(async ({ id, name, level }) => pageOn(await boardNow(id), { id, name, level }, dayInChina(now))),
  )
  return {
    pages: all.filter(
      ({ about, news, services, phones }) => about !== undefined || news.length + services.length + phones.length > 0,
    ),
  }
})

/** What somebody reads of an entry: residents what is shown today, officials what was saved last. @throws Problem `not-found` */
function readable(board: Board, id: string, actor: Actor, at: Instant): { readonly entry: Entry; readonly said: Said } {
  const entry = entryIn(board, id)
  if (actor.kind === 'official') return { entry, said: entry.latest }
  if (entry.shown === undefined || !isSeen(entry, dayInChina(at))) throw new Problem('not-found')
  return { entry, said: entry.shown }
}

export const entry = endpoint(routes.communityEntry, {
  locate: locateForReader,
  handle: async ({ params, actor, now, loaded }): Promise<CommunityEntryReply> => {
    const board = actor.kind === 'official' ? await readBoard(loaded.id) : await boardNow(loaded.id)
    const { entry: found, said } = readable(board, params.entryId, actor, now)
    const content = await readCommunityText(loaded.id, found.id, said.edition)
    // Written anew since the page was read.
    if (content === undefined) throw new Problem('not-found')
    const reply = { id: found.id, content, since: found.since, ...stateOf(found, said) }
    // Who wrote it is the officials' business.
    if (actor.kind === 'official') return reply
    const seen = await seenByOthers(content.photos, actor.id)
    const photos = content.photos.filter((one) => seen.has(one))
    return { ...reply, content: { ...content, photos }, state: 'shown', by: shortName(loaded) }
  },
})

export const file = endpoint(routes.communityFile, {
  locate: locateForReader,
  handle: async ({ params, actor, now, loaded }) => {
    const { entry: found, said } = readable(await readBoard(loaded.id), params.entryId, actor, now)
    const content = await readCommunityText(loaded.id, found.id, said.edition)
    return openShown(subjectOf(loaded.id, found.id), content?.photos ?? [], params.fileId, actor)
  },
})

export const kept = endpoint(routes.keptCommunityPage, {
  locate: locatePage,
  handle: async ({ now, loaded }) => keptPage(await readBoard(loaded.id), loaded, now),
})

export const save = endpoint(routes.saveCommunityEntry, {
  locate: locatePage,
  handle: async ({ params, body, actor, now, loaded: place }) => {
    if (!levelsWithPage.includes(place.level) || place.ended)
      throw new Problem('invalid', {
        fields: [{ path: 'path.placeId', message: '服务站只开在社区、街道、区和市，请换一个地点' }],
      })
    const { entryId: id } = params
    const { content, edition } = body
    const before = (await readBoard(place.id)).entries.find((one) => one.id === id)
    // The answer to this very call was lost.
    if (before?.edition === edition + 1) {
      const said = await readCommunityText(place.id, id, before.latest.edition)
      if (said !== undefined && sameContent(said, content))
        return { id, content: said, since: before.since, ...stateOf(before, before.latest) }
    }
    const photos = content.photos.map((photo) => ({ id: photo, kind: 'photo' as const }))
    const files = await keepShown(subjectOf(place.id, id), photos, 'body.content.photos', actor.id, now)
    const state = await checkBefore(place.id, id, edition + 1, content, actor.id)
    const board = await changeBoard(place.id, (current) => write(current, id, body, state, deedBy(actor, now)), {
      id,
      edition: edition + 1,
      content,
      files,
    })
    const saved = entryIn(board, id)
    return { id, content, since: saved.since, ...stateOf(saved, saved.latest) }
  },
})

export const withdrawal = endpoint(routes.withdrawCommunityEntry, {
  locate: locatePage,
  handle: async ({ params, body, actor, now, loaded }) => {
    const { entryId: id } = params
    const board = await changeBoard(loaded.id, (current) =>
      withdraw(current, id, body.edition, body.withdrawn, deedBy(actor, now)),
    )
    return keptCard(entryIn(board, id))
  },
})

export const order = endpoint(routes.orderCommunityPage, {
  locate: locatePage,
  handle: async ({ body, now, loaded }) =>
    keptPage(await changeBoard(loaded.id, (current) => arrange(current, body.order)), loaded, now),
})
