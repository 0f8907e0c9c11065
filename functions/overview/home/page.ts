import type { HomeReply, NewsReply, WaitingReply } from '@zmht/shared/contract'
import { type Bounds, boundsFor, kindListedFor, seesNames, territoryOf } from '@zmht/shared/permission'
import { ended, homeFor, nameAndPlace, workingMinutes } from '@zmht/shared/rules'
import { failuresFor } from '../../applications/index'
import { listDesk, noticesToApprove, requestSeenBy } from '../../channels/index'
import { findPlace } from '../../hierarchy/index'
import { expiringAt, provisionFor, undecidedWithin } from '../../ledgers/index'
import { beginningOf, later } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { fieldsListed } from '../../platform/endpoint/endpoint'
import { itemsInHandOf, showErrand, tasksSeenBy, workWithin } from '../../tasks/index'
import { type OwnPage, ownPageOf, roleHomesOf } from './arrangement.store'
import { isNew, keyOf, newOf } from './domain/news'
import { type News, newsDays, newsOf } from './news.store'

export interface Looking {
  readonly actor: Official
  readonly at: string
}

const dayMillis = 24 * 3600 * 1000
/** The first of each part; the pages behind them have the rest. */
const shownNews = 8
const shownWaiting = 6
const shownOfOthers = 3

type Action = Parameters<typeof kindListedFor>[0]
const boundsOf = ({ actor, at }: Looking, action: Action): Bounds =>
  boundsFor(actor.policy, actor, action, kindListedFor(action), at)
const may = (looking: Looking, action: Action): boolean => boundsOf(looking, action).allowed.length > 0

const distinct = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]
const organisationsOf = ({ posts }: Official) => distinct(posts.map(({ organisation }) => organisation))
const placesOf = ({ posts }: Official) => distinct(posts.flatMap(({ territory }) => territory))

/** How somebody's home page is made up: by the roles of their posts as each organisation arranged them, then as they did. */
async function arrangementOf({ actor }: Looking, { own }: OwnPage) {
  const arranged = await Promise.all(organisationsOf(actor).map(roleHomesOf))
  const roles = actor.posts.flatMap((post) => post.roles)
  // Of two organisations with the same role the first post's decides.
  const byRole = Object.assign({}, ...[...arranged].reverse())
  return { arrangement: homeFor(roles, byRole, own), offered: homeFor(roles, byRole).sections }
}

/** Everything a home page shows but the numbers, which it shares with other pages. */
export async function homeOf(looking: Looking): Promise<HomeReply> {
  const page = await ownPageOf(looking.actor.id)
  const { arrangement, offered } = await arrangementOf(looking, page)
  const has = (section: (typeof arrangement.sections)[number]): boolean => arrangement.sections.includes(section)
  const nothing = { items: [], more: false }
  const [news, waiting, undecided, expiring] = await Promise.all([
    has('news') ? newsFor(looking, page) : nothing,
    has('waiting') ? waitingFor(looking) : undefined,
    has('keeping') ? undecidedFor(looking) : undefined,
    has('keeping') ? expiringFor(looking) : undefined,
  ])
  return {
    arrangement: { sections: [...arrangement.sections], tools: [...arrangement.tools] },
    isOwn: page.own !== undefined,
    offered: [...offered],
    news,
    ...(waiting === undefined ? {} : { waiting }),
    ...(undecided === undefined ? {} : { undecided }),
    ...(expiring === undefined ? {} : { expiring }),
  }
}

/** What happened at their organisations, at their places and above, and is new to them; each asked about as it is now. */
async function newsFor(looking: Looking, page: OwnPage): Promise<HomeReply['news']> {
  const { actor, at } = looking
  const oldest = later(at, -newsDays * dayMillis)
  const after = page.until !== undefined && page.until > oldest ? page.until : oldest
  const places = (await Promise.all(placesOf(actor).map(findPlace))).flatMap((place) => place?.lineage ?? [])
  const holders = distinct([...organisationsOf(actor), ...places])
  const told = await Promise.all(holders.map((holder) => newsOf(holder, after, 2 * shownNews)))
  const fresh = newOf(
    told.flatMap(({ items }) => items),
    page,
  )
  const [notices, happened] = await Promise.all([
    noticesFor(looking, page),
    asTold(fresh.slice(0, 2 * shownNews), looking),
  ])
  const all = [...notices, ...happened].sort((one, other) => (one.at < other.at ? 1 : -1))
  return { items: all.slice(0, shownNews), more: all.length > shownNews || fresh.length > 2 * shownNews }
}

/** News as the reader may know it; what is none of theirs, or is over, is none. */
async function asTold(news: readonly News[], looking: Looking): Promise<readonly NewsReply[]> {
  const ids = new Set(news.flatMap(({ kind, id }) => (kind === 'task' ? [id] : [])))
  const bounds = boundsOf(looking, 'task.read')
  const tasks = ids.size === 0 ? [] : await tasksSeenBy(looking.actor, bounds, ({ id }) => ids.has(id))
  const found = await Promise.all(
    news.map(async (one): Promise<NewsReply[]> => {
      const base = { key: keyOf(one), kind: one.kind, id: one.id, at: one.at }
      if (one.kind === 'task') {
        const task = tasks.find(({ id }) => id === one.id)
        // What they sent out themselves is no news to them.
        const isOwn = task !== undefined && organisationsOf(looking.actor).includes(task.organisationId)
        if (task === undefined || isOwn) return []
        const errand =
          task.errand && showErrand(task.errand, seesNames(fieldsListed(looking.actor, 'task.read', looking.at)))
        const about = errand && nameAndPlace(errand)
        return [{ ...base, title: task.title, detail: task.due, ...(about === undefined ? {} : { about }) }]
      }
      if (one.kind === 'provision') {
        const provision = await provisionFor(one.id, looking.actor)
        return provision === undefined ? [] : [{ ...base, title: provision.name, detail: provision.state }]
      }
      if (one.kind === 'application') {
        const failures = await failuresFor(one.id, looking.actor)
        return failures === undefined ? [] : [{ ...base, title: failures.title, detail: String(failures.failed) }]
      }
      const request = await requestSeenBy(one.id, looking.actor, looking.at)
      if (request === undefined || ended.includes(request.state)) return []
      return [{ ...base, title: request.title, detail: [request.who, request.place].filter(Boolean).join(' · ') }]
    }),
  )
  return found.flat()
}

/** Notices that wait to be approved are news until they were opened. */
async function noticesFor(looking: Looking, page: OwnPage): Promise<readonly NewsReply[]> {
  const bounds = boundsOf(looking, 'notice.approve')
  if (bounds.allowed.length === 0) return []
  const { items } = await noticesToApprove({ ...looking, bounds }, undefined)
  return items
    .map(({ id, title, at, organisation }) => ({ kind: 'notice' as const, id, at, title, detail: organisation.name }))
    .filter((one) => isNew(one, page))
    .map((one) => ({ ...one, key: keyOf(one) }))
}

/** Requests and items that wait for them, the earliest due first, each with the working time that is left. */
async function waitingFor(looking: Looking): Promise<HomeReply['waiting']> {
  const { actor, at } = looking
  if (!['work.read', 'request.undertake', 'task.work'].some((action) => may(looking, action as Action)))
    return undefined
  const work = boundsOf(looking, 'work.read')
  const given = boundsOf(looking, 'request.undertake')
  const none = { items: [], more: false }
  const [here, desk, held] = await Promise.all([
    work.allowed.length === 0 ? none : workWithin(work, undefined),
    given.allowed.length === 0 ? none : listDesk('DESK', undefined, { actor, bounds: given, at }),
    may(looking, 'task.work') ? itemsInHandOf(actor, at) : none,
  ])
  const clockOf = (due: string) => (due > at ? { overdue: false, left: workingMinutes(at, due) } : { overdue: true })
  const requests = [
    ...here.items.map(({ requestId: id, ...one }) => ({ ...one, id })),
    ...desk.items.filter(({ part }) => part !== 'beside'),
  ]
    // What waits for its resident is nobody's turn.
    .filter(({ state }) => state !== 'returned')
    .map(
      ({ id, title, who, place, due }): WaitingReply => ({
        ...{ kind: 'request', id, title, detail: [who, place].filter(Boolean).join(' · '), due },
        ...clockOf(due),
      }),
    )
  const items = held.items.map(
    ({ id, title, name, place, due }): WaitingReply => ({
      ...{ kind: 'item', id, title, detail: nameAndPlace({ name, place }), due },
      // The last day ends with the office.
      ...clockOf(later(beginningOf(due), 18 * 3600 * 1000)),
    }),
  )
  const once = [...new Map([...requests, ...items].map((one) => [`${one.kind}/${one.id}`, one])).values()]
  const all = once.sort((one, other) => (dueOf(one) < dueOf(other) ? -1 : 1))
  const more = all.length > shownWaiting || 'next' in here || 'next' in desk || held.more
  return { items: all.slice(0, shownWaiting), overdue: all.filter(({ overdue }) => overdue).length, more }
}

/** An item's last day stands among instants by its end. */
const dueOf = ({ kind, due }: WaitingReply): string =>
  kind === 'item' ? later(beginningOf(due), 18 * 3600 * 1000) : due

async function undecidedFor(looking: Looking): Promise<HomeReply['undecided']> {
  const bounds = boundsOf(looking, 'ledger.decide')
  if (bounds.allowed.length === 0) return undefined
  const { items, next } = await undecidedWithin(territoryOf(bounds), undefined)
  const named = seesNames(fieldsListed(looking.actor, 'ledger.decide', looking.at))
  return {
    count: items.length,
    more: next !== undefined,
    items: items.slice(0, shownOfOthers).map(({ id, kind, name, home, undecided }) => ({
      id,
      name: kind !== 'person' || named ? name : `${[...name][0] ?? ''}**`,
      home,
      undecided,
    })),
  }
}

/** Of the first of their places. */
async function expiringFor(looking: Looking): Promise<HomeReply['expiring']> {
  const [place] = placesOf(looking.actor)
  if (place === undefined || !may(looking, 'ledger.list')) return undefined
  return { items: (await expiringAt(place, looking.actor, looking.at)).slice(0, shownOfOthers) }
}
