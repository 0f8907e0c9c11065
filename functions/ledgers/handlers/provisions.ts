import { ledgerRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { type Ask, checkAsk, checkGift, type Gift, type GivenFields } from '@zmht/shared/provisions'
import { postsIn } from '../../permissions/index'
import { dayInChina } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { readLedger } from '../ledger.store'
import {
  asSupplier,
  concerning,
  isAbove,
  isOf,
  isVisible,
  lieTester,
  maysOf,
  provisionResource,
  refuse,
} from '../provisions/access'
import { stepped } from '../provisions/change'
import { type DataSet, readDataSet } from '../provisions/data-set.store'
import { askedBy, askedOf, type Provision, readProvision, saveProvision } from '../provisions/provision.store'
import { showCard, showProvision } from '../provisions/show'

const routes = ledgerRoutes

const show = async (one: Provision, actor: Official, at: string) => showProvision(one, await maysOf(one, actor, at))

const refusedWith = (wrong: readonly { readonly at: string; readonly message: string }[]): Problem =>
  new Problem('invalid', { fields: wrong.map(({ at, message }) => ({ path: `body.${at}`, message })) })

export const provisions = endpoint(routes.provisions, async ({ query, actor }) => {
  const { part, from } = splitPosition(query.cursor)
  const organisations = [...new Set(actor.posts.map((post) => post.organisation))].sort()
  const organisation = organisations[part]
  if (organisation === undefined) return { items: [] }
  const page =
    query.side === 'asked' ? await askedBy(organisation, from) : await askedOf(organisation, query.side, from)
  const items = await Promise.all(page.items.map(showCard))
  if (page.next !== undefined) return { items, next: joinPosition(part, page.next) }
  return { items, ...(part + 1 < organisations.length ? { next: joinPosition(part + 1) } : {}) }
})

export const provision = endpoint(routes.provision, async ({ params, actor, now }) =>
  show(await concerning(params.provisionId, actor), actor, now),
)

/** The post an official asks by: one that has all the places. */
async function askingPost(actor: Official, places: readonly PlaceId[]) {
  const liesIn = await lieTester(places)
  return actor.posts.find((post) => places.every((place) => liesIn(place, post.territory)))
}

/** A data set that an official may ask for, of an organisation above the post they ask by. @throws Problem `not-found` */
async function offeredTo(actor: Official, post: Official['posts'][number] | undefined, id: string): Promise<DataSet> {
  const found = await readDataSet(id)
  if (found === undefined || !(await isVisible(found, actor))) throw new Problem('not-found')
  if (isOf(actor, found.organisation) || (post !== undefined && !(await isAbove(found.organisation, post))))
    throw refusedWith([{ at: 'dataSetId', message: '只能向上级单位申请数据' }])
  return found
}

export const askProvision = endpoint(routes.askProvision, async ({ params, body, actor, now }) => {
  const held = await readProvision(params.provisionId)
  if (held !== undefined) {
    if (held.askedBy !== actor.id || held.dataSet !== body.dataSetId) throw new Problem('key-reused')
    return show(held, actor, now)
  }
  const post = await askingPost(actor, body.places)
  const dataSet = await offeredTo(actor, post, body.dataSetId)
  const asker = post?.organisation ?? actor.posts[0]?.organisation ?? ''
  for (const place of body.places)
    await allowed(
      actor,
      'provision.ask',
      await provisionResource({ id: params.provisionId, organisation: asker }, place),
      now,
    )
  const { fields, places, posts, until, purpose, reason } = body
  const ask: Ask = { fields, places, posts, until }
  const [ledger, titles, liesIn] = await Promise.all([readLedger(dataSet.ledger), postsIn(asker), lieTester(places)])
  const wrong = checkAsk(ask, {
    offer: { ...dataSet, within: ledger?.within ?? [], ended: dataSet.ended || ledger === undefined || ledger.ended },
    today: dayInChina(now),
    posts: [...titles.keys()],
    own: post?.territory ?? [],
    liesIn,
  })
  if (wrong.length > 0) throw refusedWith(wrong)
  const { name, source, ledger: of, organisation: supplier } = dataSet
  const next: Provision = {
    ...ask,
    id: params.provisionId,
    dataSet: dataSet.id,
    name,
    source,
    ledger: of,
    supplier,
    asker,
    askedBy: actor.id,
    purpose,
    reason,
    state: 'asked',
    history: [{ step: 'ask', at: now, by: actor.id, reason }],
    by: actor.id,
    edition: 1,
    at: now,
  }
  if (!(await saveProvision(next))) throw new Problem('changed')
  return show(next, actor, now)
})

/** What is done already by the same is left as it is: its answer was lost. */
const isDone = (one: Provision, edition: number, actor: Official, step: 'approve' | 'return' | 'end'): boolean =>
  one.edition > edition && one.history[edition]?.step === step && one.history[edition]?.by === actor.id

async function settled(one: Provision, next: Provision | undefined, edition: number): Promise<Provision> {
  if (one.edition !== edition) throw new Problem('changed')
  if (next === undefined) throw new Problem('step-not-allowed')
  if (!(await saveProvision(next))) throw new Problem('changed')
  return next
}

export const decideProvision = endpoint(routes.decideProvision, {
  locate: async ({ params }, actor) => {
    const found = await readProvision(params.provisionId)
    if (found === undefined) throw new Problem('not-found')
    // Whose data it is not, to them there is no such ask, unless it is their own.
    if (!isOf(actor, found.supplier) && !isOf(actor, found.asker)) throw new Problem('not-found')
    const resource = await provisionResource({ id: found.id, organisation: found.supplier }, found.places[0])
    return { resource, loaded: found }
  },
  handle: async ({ body, actor, now, loaded }) => {
    if (loaded.askedBy === actor.id)
      throw new Problem('own-proposal', { detail: '申请要由提供数据的单位审批，不能自己批自己的申请。' })
    await asSupplier(actor, loaded.supplier, `provision/${loaded.id}`, now)
    for (const place of loaded.places)
      await allowed(
        actor,
        'provision.decide',
        await provisionResource({ id: loaded.id, organisation: loaded.supplier }, place),
        now,
      )
    const step = body.outcome === 'approve' ? 'approve' : 'return'
    if (isDone(loaded, body.edition, actor, step)) return show(loaded, actor, now)
    const { reason } = body
    const decided = stepped(loaded, step, { by: actor.id, at: now, reason })
    if (body.outcome === 'return') return show(await settled(loaded, decided, body.edition), actor, now)
    const given: Gift = { fields: givenOf(body.fields), until: body.until }
    const wrong = checkGift(given, loaded, dayInChina(now))
    if (wrong.length > 0 && loaded.state === 'asked') throw refusedWith(wrong)
    return show(await settled(loaded, decided && { ...decided, given, from: now }, body.edition), actor, now)
  },
})

/** What is not given is not named. */
const givenOf = (fields: Readonly<Record<string, 'full' | 'masked' | 'none'>>): GivenFields =>
  Object.fromEntries(Object.entries(fields).flatMap(([field, how]) => (how === 'none' ? [] : [[field, how]])))

export const endProvision = endpoint(routes.endProvision, async ({ params, body, actor, now }) => {
  const found = await concerning(params.provisionId, actor)
  if (isDone(found, body.edition, actor, 'end')) return show(found, actor, now)
  const mays = await maysOf(found, actor, now)
  const next = stepped(found, 'end', { by: actor.id, at: now, reason: body.reason })
  if (next === undefined) throw new Problem('step-not-allowed')
  if (!mays.end) await refuse(actor, 'provision.ask', `provision/${found.id}`, now)
  return show(await settled(found, next, body.edition), actor, now)
})
