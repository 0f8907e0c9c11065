import { type FactHistoryReply, ledgerRoutes } from '@zmht/shared/contract'
import {
  type Attribute,
  type AttributeCode,
  believe,
  entityId,
  sameValue,
  sensitivityOf,
  undecided,
} from '@zmht/shared/knowledge'
import { decide, type FieldDecision, type Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { applicationsAsking, knowledgeNow } from '../../knowledge/index'
import { officialContact, personOf } from '../../permissions/index'
import { auditLook } from '../../platform/audit.store'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type KeptEntity, readEntity, readRelations } from '../entity.store'
import { lineageOfEntity, resourceFor, resourceOf } from '../entity-resource'
import { type HistoryEntry, historyOf } from '../history.store'
import { type ShowFor, showClaim, showEntity, sightByFields } from '../show'

const routes = ledgerRoutes

/** Where an entity is for whoever asks: where it is listed, or where it is too. */
export async function locateEntity(
  { params }: { readonly params: { readonly entityId: string } },
  actor: Official,
): Promise<{ resource: Resource; loaded: KeptEntity }> {
  const found = await readEntity(entityId(params.entityId))
  if (found === undefined) throw new Problem('not-found')
  return { resource: await resourceFor(found, actor), loaded: found }
}

/** An entity where it is listed: what is said of it is decided there alone. */
export async function locateListed({ params }: { readonly params: { readonly entityId: string } }) {
  const found = await readEntity(entityId(params.entityId))
  if (found === undefined) throw new Problem('not-found')
  return { resource: await resourceOf(found), loaded: found }
}

export const entity = endpoint(routes.entity, {
  locate: locateEntity,
  handle: async ({ query, actor, fields, now, loaded }) => {
    const shown = await showForOfficial(loaded, actor, fields, now, query.purpose)
    const looked = shown.facts.filter((fact) => fact.sensitivity === 'sensitive' && !fact.masked)
    await recordLook(
      actor.id,
      loaded,
      now,
      query.purpose,
      looked.map(({ attribute }) => attribute),
    )
    return shown
  },
})

/** An entity as an official sees it, with what waits for a decision. */
export async function showForOfficial(
  found: KeptEntity,
  actor: Official,
  fields: FieldDecision,
  at: string,
  purpose: string | undefined,
) {
  const [relations, view] = await Promise.all([readRelations(found.id), viewFor(actor, fields, at, purpose)])
  return showEntity(found, relations, view)
}

export async function viewFor(
  actor: Official,
  fields: FieldDecision,
  at: string,
  purpose: string | undefined,
): Promise<ShowFor> {
  const knowledge = await knowledgeNow()
  return {
    knowledge,
    at,
    sight: sightByFields(knowledge, fields, at, purpose),
    waiting: true,
    reaches: async (other) => decide(actor.policy, actor, 'ledger.read', await resourceFor(other, actor), at).allow,
  }
}

/** No record, no look: a failure here is a failure of the call. */
async function recordLook(
  actor: string,
  { id }: KeptEntity,
  at: string,
  purpose: string | undefined,
  attributes: readonly AttributeCode[],
): Promise<void> {
  if (purpose === undefined || attributes.length === 0) return
  await auditLook({ actor, action: 'ledger.read', subject: `entity/${id}`, at, purpose, attributes, person: id })
}

/** Where one fact comes from: each time it was said, newest first. */
export const history = endpoint(routes.history, {
  locate: locateEntity,
  handle: async ({ params, query, actor, fields, now, loaded }): Promise<FactHistoryReply> => {
    const view = await viewFor(actor, fields, now, query.purpose)
    const what = view.knowledge.attribute(params.attribute)
    if (what === undefined) throw new Problem('not-found')
    const entries = (await Promise.all([loaded.id, ...(loaded.merged ?? [])].map(historyOf)))
      .flat()
      .sort((one, other) => (one.at < other.at ? 1 : -1))
    const sayings = await Promise.all(
      entries
        .flatMap((entry) =>
          entry.facts.filter((fact) => fact.attribute === what.code).map(({ value }) => ({ entry, value })),
        )
        .map(async ({ entry, value }) => {
          const claim = { ...entry, value }
          const sight = view.sight(loaded, what.code, claim)
          if (sight === 'none') return undefined
          return {
            ...showClaim(what, claim, sight),
            outcome: outcomeOf(loaded, what, entry, value, now),
            who: await whoSaid(entry, loaded),
            sourceKind: entry.source.kind,
            version: entry.version,
          }
        }),
    )
    const shown = sayings.filter((one) => one !== undefined)
    const whole = sensitivityOf(what, loaded, now) === 'sensitive' && shown.some(({ masked }) => !masked)
    await recordLook(actor.id, loaded, now, query.purpose, whole ? [what.code] : [])
    return {
      attribute: what.code,
      label: what.name,
      sayings: shown,
      uses: await applicationsAsking(what.code, await lineageOfEntity(loaded)),
    }
  },
})

/** What became of one saying, by what is believed now. */
function outcomeOf(
  entity: KeptEntity,
  what: Attribute,
  { by, at, source, decided }: HistoryEntry,
  value: HistoryEntry['facts'][number]['value'],
  now: string,
): FactHistoryReply['sayings'][number]['outcome'] {
  if (decided) return decided.outcome
  const claims = entity.claims[what.code] ?? []
  const isThis = (claim: { by: string; at: string; source: { id: string } } | undefined): boolean =>
    claim?.by === by && claim.at === at && claim.source.id === source.id
  const believed = believe(what, claims, now)
  if (isThis(believed)) return 'believed'
  if (undecided(what, claims, now).some((claim) => isThis(claim) && sameValue(claim.value, value))) return 'waiting'
  return 'settled'
}

/** Officials are named; of residents it is said whether they spoke of themselves. */
export async function whoSaid({ by, source }: HistoryEntry, entity: KeptEntity): Promise<string> {
  if (source.kind === 'official' || source.kind === 'task') return (await officialContact(by))?.name ?? '工作人员'
  if (source.kind === 'import') return '批量导入'
  return personOf(by) === entity.id ? '本人' : '其他居民'
}
