import { knowledgeRoutes } from '@zmht/shared/contract'
import { compareVersions } from '@zmht/shared/knowledge'
import { placeFacts } from '../../hierarchy/index'
import { organisationFacts } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint, may } from '../../platform/endpoint/endpoint'
import { whereKept } from '../domain/kept'
import { type MayName, namedUses } from '../effects'
import { readCounts } from '../facts.store'
import { knowledgeNow, publishedReleases } from '../index'
import { readProse } from '../prose.store'
import { usesOf } from '../use.store'

const routes = knowledgeRoutes

export const releases = endpoint(routes.releases, async ({ query }) => {
  const published = await publishedReleases()
  const { version } = await knowledgeNow()
  const since = query.since
  return {
    version,
    releases: published
      .filter((one) => since === undefined || compareVersions(one.version, since) > 0)
      .map((one) => ({ ...one })),
  }
})

export const prose = endpoint(routes.prose, async ({ query }) => {
  const entries = await readProse(query.of)
  return {
    items: entries.map((one) => ({ ...one, words: [...one.words], maps: [...one.maps], subtypes: [...one.subtypes] })),
  }
})

/** Whoever keeps the standard sees every application; others those of their own places, and how many more there are. */
export function namingFor(actor: Official, at: string): MayName {
  if (may(actor, 'knowledge.review', at) || may(actor, 'knowledge.publish', at)) return async () => true
  return async (place) => {
    const managed = (await Promise.all(actor.posts.map(({ organisation }) => organisationFacts(organisation)))).flatMap(
      (one) => one?.manages ?? [],
    )
    const { lineage } = await placeFacts(place)
    return lineage.some((one) => managed.includes(one))
  }
}

export const uses = endpoint(routes.uses, async ({ query, actor, now }) => {
  const knowledge = await knowledgeNow()
  const counted = await readCounts('finished')
  return {
    ...(await namedUses(await usesOf(query.attribute), namingFor(actor, now))),
    facts: counted?.counts[query.attribute] ?? 0,
    ...(counted === undefined ? {} : { countedAt: counted.at }),
    stored: whereKept(knowledge, query.attribute),
  }
})
