import { type DuplicateReply, ledgerRoutes } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { readJob } from '../../platform/job.store'
import { startJob } from '../../platform/jobs'
import { showJob } from '../../platform/show-job'
import { decide } from '../decide'
import { kindNames } from '../domain/names'
import { type Pair, readPairs } from '../duplicates.store'
import { duplicatesJob } from '../duplicates-nightly'
import { type KeptEntity, readEntity } from '../entity.store'
import { resourceOf } from '../entity-resource'
import { whereIs } from '../look'
import { pageWithin } from '../register'
import { type ShowFor, showAlike } from '../show'
import { locateEntity, showForOfficial, viewFor } from './entity'

const routes = ledgerRoutes

/** Pairs inside the official's places: one query and two reads for each pair. What has become one meanwhile is left out. */
export const duplicates = endpoint(routes.duplicates, async ({ territory, query, actor, fields, now }) => {
  const view = await viewFor(actor, fields, now, undefined)
  const { items, next } = await pageWithin(territory, query.cursor, readPairs)
  const shown = await Promise.all(items.map((pair) => showPair(pair, view)))
  return {
    items: shown.filter((one) => one !== undefined),
    ...(next === undefined ? {} : { next }),
  }
})

async function showPair(pair: Pair, view: ShowFor): Promise<DuplicateReply | undefined> {
  const [one, other] = await Promise.all([readEntity(pair.one), readEntity(pair.other)])
  if (one?.id !== pair.one || other?.id !== pair.other) return undefined
  const alike = await showAlike(one, { other: other.id, score: pair.score, reasons: pair.reasons }, view)
  return {
    one: { id: one.id, kind: one.kind, name: one.name || kindNames[one.kind], home: await homeOf(one) },
    alike: { ...alike, home: alike.elsewhere ? '' : await homeOf(other) },
  }
}

const homeOf = async (entity: KeptEntity): Promise<string> => (await whereIs(entity))?.home ?? ''

/** Says whether two are one; answers with whoever stands for the first then. */
export const tellDuplicate = endpoint(routes.tellDuplicate, {
  locate: locateEntity,
  handle: async ({ params, body, actor, fields, now, loaded }) => {
    const other = await readEntity(entityId(params.otherId))
    if (other === undefined) throw new Problem('not-found')
    // Two are one for those who look after both.
    await allowed(actor, 'ledger.decide', await resourceOf(other), now)
    const isOne = loaded.id === other.id
    const isLikely = loaded.kind === other.kind
    if (!isOne && !isLikely) throw new Problem('not-found')
    const decided = isOne
      ? loaded
      : await decide(
          loaded.id,
          { about: 'alike', key: body.key, other: other.id, outcome: body.outcome },
          { by: actor.id, at: now, knowledge: await knowledgeNow() },
          { found: true },
        )
    return showForOfficial(decided, actor, fields, now, undefined)
  },
})

export const findDuplicates = endpoint(routes.findDuplicates, {
  locate: async ({ body }) => {
    const place = await placeFacts(body.place)
    return { resource: { kind: 'entity', lineage: place.lineage } as const, loaded: place }
  },
  handle: async ({ params, body, actor, loaded }) => {
    const held = await readJob(params.jobId)
    if (held !== undefined && (held.kind !== duplicatesJob || held.by !== actor.id)) throw new Problem('key-reused')
    const input = { places: loaded.id, kind: body.kind }
    const message = '正在准备查找'
    return showJob(await startJob({ id: params.jobId, kind: duplicatesJob, input, by: actor.id, message }))
  },
})

/** For anybody else there is none. */
export const duplicateSearch = endpoint(routes.duplicateSearch, async ({ params, actor }) => {
  const job = await readJob(params.jobId)
  if (job === undefined || job.kind !== duplicatesJob || job.by !== actor.id) throw new Problem('not-found')
  return showJob(job)
})
