import { ledgerRoutes, type MergedReply } from '@zmht/shared/contract'
import { believedFacts, entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import { officialContact } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { kindNames, nameFrom } from '../domain/names'
import { allRetold, notWithdrawn } from '../domain/retell'
import { tellingOf } from '../domain/split'
import { type KeptEntity, readEntity } from '../entity.store'
import type { HistoryEntry } from '../history.store'
import { type JoinedNow, joinedNow } from '../joined'
import { linkName, type ShowFor, showClaim } from '../show'
import { split as splitOn } from '../split'
import { locateEntity, showForOfficial, viewFor, whoSaid } from './entity'

const routes = ledgerRoutes

/** What an entity was joined from. Reads the whole history of each: by its size. */
export const merges = endpoint(routes.merges, {
  locate: locateEntity,
  handle: async ({ actor, fields, now, loaded }) => {
    const view = await viewFor(actor, fields, now, undefined)
    const found = await Promise.all((loaded.merged ?? []).map((gone) => joinedNow(loaded, gone, view.knowledge)))
    const items = await Promise.all(found.flatMap((one) => (one === undefined ? [] : [showMerged(loaded, one, view)])))
    return { items: items.sort((one, other) => (one.at < other.at ? 1 : -1)) }
  },
})

async function showMerged(entity: KeptEntity, { joined, record, told, since }: JoinedNow, view: ShowFor) {
  const own = notWithdrawn(told).filter(({ entityId: of }) => joined.goners.has(of))
  const facts = believedFacts(view.knowledge, allRetold(view.knowledge, own), view.at)
  return {
    gone: { id: joined.gone, kind: entity.kind, name: nameFrom(facts, entity.kind, kindNames[entity.kind]) },
    at: record.at,
    who: (await officialContact(record.by))?.name ?? '工作人员',
    own: own.filter(({ decided }) => decided === undefined).length,
    since: await Promise.all([...since].reverse().map(({ entry, side }) => showSince(entity, entry, side, view))),
  }
}

async function showSince(
  entity: KeptEntity,
  entry: HistoryEntry,
  side: 'survivor' | 'gone' | undefined,
  view: ShowFor,
): Promise<MergedReply['since'][number]> {
  const facts = entry.facts.flatMap(({ attribute, value }) => {
    const what = view.knowledge.attribute(attribute)
    const claim = { ...entry, value }
    const sight = what === undefined ? 'none' : view.sight(entity, attribute, claim)
    return what === undefined || sight === 'none'
      ? []
      : [{ label: what.name, text: showClaim(what, claim, sight).text }]
  })
  const links = entry.links.map(({ type }) => ({ label: linkName(view.knowledge, type, true), text: '' }))
  return {
    telling: tellingOf(entry),
    at: entry.at,
    title: entry.source.label,
    who: await whoSaid(entry, entity),
    about: [...facts, ...links],
    ...(side === undefined ? {} : { side }),
  }
}

/** Takes two apart; answers with both as they are then. */
export const split = endpoint(routes.split, {
  locate: locateEntity,
  handle: async ({ params, body, actor, fields, now, loaded }) => {
    const gone = entityId(params.goneId)
    const knowledge = await knowledgeNow()
    await splitOn(loaded.id, gone, new Set(body.given), { by: actor.id, at: now, key: body.key, knowledge })
    const [left, taken] = await Promise.all([readEntity(loaded.id, true), readEntity(gone, true)])
    if (left === undefined || taken === undefined) throw new Problem('changed')
    return {
      entity: await showForOfficial(left, actor, fields, now, undefined),
      gone: { id: taken.id, kind: taken.kind, name: taken.name },
    }
  },
})
