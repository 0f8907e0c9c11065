import { channelRoutes as routes } from '@zmht/shared/contract'
import { territoryOf } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../../../hierarchy/index'
import { ledgerCountAt } from '../../../ledgers/index'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { fileGone } from '../../../platform/files/keep'
import { joinPosition, splitPosition } from '../../../platform/table/page'
import { partitionsOf } from '../../domain/reach'
import { sameContent } from '../../same'
import {
  asAuthor,
  asKeeper,
  deedOf,
  lineageOfPlace,
  locateForReader,
  locateNotice,
  noticeResource,
  ownOrganisation,
} from '../access'
import { isFenced } from '../domain/fence'
import {
  calledOff,
  checkContent,
  checkDays,
  contentOf,
  corrected,
  drafted,
  type Notice,
  type NoticeText,
  sent,
  textOf,
  withdrawn,
} from '../domain/notice'
import { approvalFor, checkFence, lineagesOf, reachWithin, summed, tidied } from '../fence'
import { filesOfNotice } from '../files'
import { noticeNow, noticesOf, readNotice, readText, saveNotice } from '../notice.store'
import { placeOf } from '../numbers'
import { readNoticeOffers } from '../offer.store'
import { saveChange } from '../publish'
import { showNotice, showNoticeCard } from '../show'

/** What came of saving a change. @throws Problem `changed`, `invalid` when a file was removed in this very moment */
function asSaved(outcome: 'saved' | 'changed' | 'beside'): void {
  if (outcome === 'changed') throw new Problem('changed')
  if (outcome === 'beside') throw fileGone()
}

export const saveDraft = endpoint(routes.saveNotice, {
  locate: async ({ params, body }, actor) => {
    const seen = await readNotice(params.noticeId)
    const organisationId = seen?.organisationId ?? (await ownOrganisation(actor))
    const first = (seen?.fence ?? body.content.fence).places[0]
    const lineage = first === undefined ? [] : await lineageOfPlace(first)
    const made = { id: params.noticeId, organisationId }
    return { resource: await noticeResource(made, lineage), loaded: { seen, made } }
  },
  handle: async ({ body, actor, now, loaded: { seen, made } }) => {
    if (seen !== undefined) await asAuthor(actor, seen, now)
    const content = { ...body.content, fence: await tidied(body.content.fence) }
    await checkFence({ ...made, fence: content.fence }, actor, now)
    // Sent again after no answer came: it is saved already.
    if (seen?.edition === body.edition + 1 && seen.by.id === actor.id) {
      const text = await readText(seen.id, seen.revision)
      if (text !== undefined && sameContent(contentOf(seen, text), content)) return showNotice(seen, actor, now)
    }
    checkContent(content, 'body.content')
    checkDays(content, now)
    const next = drafted(seen, made, content, body.edition, deedOf(actor, now))
    const parts = await filesOfNotice(made.id, content.files, actor.id, now)
    asSaved(await saveNotice(next, seen, { text: textOf(content), parts }))
    return showNotice(next, actor, now)
  },
})

/** A change that was sent again after no answer came. */
const isRepeated = (seen: Notice, edition: number, actor: string): boolean =>
  seen.edition === edition + 1 && seen.by.id === actor

export const publish = endpoint(routes.publishNotice, {
  locate: locateNotice,
  handle: async ({ body, actor, now, loaded: seen }) => {
    await asAuthor(actor, seen, now)
    if (isRepeated(seen, body.edition, actor.id) && seen.state !== 'draft') return showNotice(seen, actor, now)
    await checkFence(seen, actor, now)
    const next = sent(seen, await approvalFor(seen, actor, now), body.edition, deedOf(actor, now))
    asSaved(await saveChange(next, seen))
    return showNotice(next, actor, now)
  },
})

export const callOff = endpoint(routes.callOffNotice, {
  locate: locateNotice,
  handle: async ({ body, actor, now, loaded: seen }) => {
    await asAuthor(actor, seen, now)
    if (isRepeated(seen, body.edition, actor.id) && seen.state === 'draft') return showNotice(seen, actor, now)
    const next = calledOff(seen, body.edition, deedOf(actor, now))
    asSaved(await saveChange(next, seen))
    return showNotice(next, actor, now)
  },
})

export const correct = endpoint(routes.correctNotice, {
  locate: locateNotice,
  handle: async ({ body, actor, now, loaded: seen }) => {
    await asKeeper(actor, seen, now)
    const former = await readText(seen.id, seen.revision)
    if (former === undefined) throw new Problem('not-found')
    const text: NoticeText = { ...body.body, questions: former.questions }
    const isSaid = isRepeated(seen, body.edition, actor.id) && seen.corrections[0]?.note === body.note
    if (isSaid && sameContent(former, text)) return showNotice(seen, actor, now)
    checkContent(text, 'body.body')
    // Whatever had to be approved is not rewritten without whoever may approve it.
    if ((await approvalFor(seen, actor, now)) !== undefined)
      throw new Problem('forbidden', {
        detail: '这条通知是经审批发布的，更正要由有审批权限的人来做，没有保存任何更改。着急的话可以先撤回。',
      })
    const next = corrected(seen, text.title, body.note, body.edition, deedOf(actor, now))
    const files = await filesOfNotice(seen.id, text.files, actor.id, now)
    asSaved(await saveChange(next, seen, text, files))
    return showNotice(next, actor, now)
  },
})

export const withdraw = endpoint(routes.withdrawNotice, {
  locate: locateNotice,
  handle: async ({ body, actor, now, loaded: seen }) => {
    await asKeeper(actor, seen, now)
    if (isRepeated(seen, body.edition, actor.id) && seen.state === 'withdrawn') return showNotice(seen, actor, now)
    const next = withdrawn(seen, body.reason, body.edition, deedOf(actor, now))
    asSaved(await saveChange(next, seen))
    return showNotice(next, actor, now)
  },
})

export const one = endpoint(routes.notice, {
  locate: locateForReader,
  handle: async ({ actor, now, loaded }) => showNotice(loaded, actor, now),
})

export const list = endpoint(routes.notices, async ({ actor, query, bounds }) => {
  if (query.here !== undefined) return { items: await inForceAt(query.here, territoryOf(bounds)) }
  const organisations = [...new Set(actor.posts.map(({ organisation }) => organisation))]
  const { part, from } = splitPosition(query.cursor)
  for (let at = part; at < organisations.length; at++) {
    const page = await noticesOf(organisations[at] ?? '', at === part ? from : undefined)
    const items = await Promise.all(page.items.map(showNoticeCard))
    const rest = page.next !== undefined ? joinPosition(at, page.next) : undefined
    const next = rest ?? (at + 1 < organisations.length ? joinPosition(at + 1) : undefined)
    if (items.length > 0 || next === undefined) return { items, ...(next === undefined ? {} : { next }) }
  }
  return { items: [] }
})

/** What is in force at a place of the actor's, whoever published it, the latest first. @throws Problem `outside-territory` */
async function inForceAt(here: Parameters<typeof lineageOfPlace>[0], territory: ReturnType<typeof territoryOf>) {
  const place = await findPlace(here)
  if (place === undefined) throw new Problem('no-such-place')
  const isTheirs = territory.everywhere || territory.places.some((one) => place.lineage.includes(one))
  if (!isTheirs) throw new Problem('outside-territory')
  const offers = (await Promise.all(partitionsOf(place.tiers).map(readNoticeOffers))).flat()
  const reaching = offers.filter((offer) =>
    isFenced({ places: [offer.place], except: offer.except ?? [] }, place.lineage),
  )
  const notices = await Promise.all([...new Set(reaching.map(({ id }) => id))].map(noticeNow))
  const latest = notices
    .flatMap((notice) => (notice === undefined ? [] : [notice]))
    .sort((left, right) => ((left.publishedAt ?? '') < (right.publishedAt ?? '') ? 1 : -1))
  return Promise.all(
    latest.map(({ id, title, urgency, state, organisationId, fence, author, by, publishedAt, revision }) =>
      showNoticeCard({
        ...{ id, title, urgency, state, organisationId, revision },
        places: fence.places,
        by: author,
        at: by.at,
        ...(publishedAt === undefined ? {} : { publishedAt }),
      }),
    ),
  )
}

export const reach = endpoint(routes.fenceReach, {
  locate: async ({ body }, actor) => {
    const made = { id: '', organisationId: await ownOrganisation(actor) }
    const first = body.fence.places[0]
    return {
      resource: await noticeResource(made, first === undefined ? [] : await lineageOfPlace(first)),
      loaded: made,
    }
  },
  handle: async ({ body, actor, now, loaded: made }) => {
    const fence = await tidied(body.fence)
    const notice = { ...made, fence, urgency: body.urgency }
    await checkFence(notice, actor, now)
    const lineages = await lineagesOf(fence)
    const places = await Promise.all(
      fence.places.map(async (id) => ({ ...(await placeOf(id)), ...(await reachWithin(fence, id, lineages)) })),
    )
    const total = places.reduce(
      (sum, { people, accounts, doors }) => ({
        people: sum.people + people,
        accounts: sum.accounts + accounts,
        doors: sum.doors + doors,
      }),
      { people: 0, accounts: 0, doors: 0 },
    )
    const { ledger, audience } = fence
    const inLedger =
      ledger === undefined
        ? undefined
        : await summed(
            { plus: fence.places, minus: fence.except },
            async (place) => ({ rows: (await ledgerCountAt(ledger, place, {})) ?? 0 }),
            { rows: 0 },
          )
    const approval = await approvalFor(notice, actor, now)
    return {
      ...total,
      unreached: Math.max(0, total.people - total.accounts),
      places,
      ...(inLedger === undefined ? {} : { inLedger: inLedger.rows }),
      atMost: ledger !== undefined || audience !== undefined,
      ...(approval === undefined ? {} : { approval }),
    }
  },
})
