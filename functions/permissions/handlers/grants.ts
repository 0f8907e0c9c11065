import { type GrantReply, permissionRoutes } from '@zmht/shared/contract'
import type { Bound, Change, Changed } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { grantsOf } from '../domain/policy'
import { needsSecondPerson } from '../domain/rule'
import { readEditions } from '../grant.store'
import { pageOf } from '../paging'
import { policyNow, wholePolicy } from '../policy'
import { everybody, type Roster } from '../roster'
import { changeRule, changesBy, readRule, refusedFor, settleRule, showRule } from '../rules'

const routes = permissionRoutes
const pageSize = 20
/** So many of those who gain or lose are named; all are counted. */
const namedChanges = 50

export const grants = endpoint(routes.grants, async ({ query }) => {
  const [{ set }, roster] = await Promise.all([wholePolicy(), everybody()])
  const proposed = new Set(set.proposed)
  const inForce = grantsOf(set)
  const matching = inForce.filter(
    ({ grant }) =>
      (query.action === undefined || grant.actions.includes(query.action)) &&
      (query.role === undefined || grant.subject.roles?.includes(query.role) === true),
  )
  const isNarrowed = query.action !== undefined || query.role !== undefined
  const ids = [
    ...(query.state === undefined || query.state === 'proposed' ? set.proposed : []),
    ...(query.state === undefined || query.state === 'in-force'
      ? matching.map(({ grant }) => grant.id).filter((id) => !proposed.has(id))
      : []),
    ...(query.state === 'withdrawn' || (query.state === undefined && !isNarrowed) ? set.withdrawn : []),
  ]
  const page = pageOf(ids, query.cursor, pageSize)
  const rules = await Promise.all(page.items.map(readRule))
  return {
    count: ids.length,
    items: await Promise.all(rules.filter((rule) => rule !== undefined).map((rule) => showRule(rule, roster))),
    ...(page.next === undefined ? {} : { next: page.next }),
  }
})

export const grant = endpoint(routes.grant, async ({ params }) => {
  const rule = await readRule(params.grantId)
  if (rule === undefined) throw new Problem('not-found')
  const roster = await everybody()
  const editions = await readEditions(params.grantId)
  const history = await Promise.all(
    editions
      .filter(({ edition }) => edition < rule.edition)
      .map((record): Promise<GrantReply> => showRule({ ...record, record }, roster)),
  )
  return { ...(await showRule(rule, roster)), history }
})

export const previewGrant = endpoint(routes.previewGrant, async ({ params, body, actor, now }) => {
  const [rule, policy] = await Promise.all([readRule(params.grantId), policyNow()])
  // Taking back what is only proposed changes nothing.
  const after = body.content ?? (rule?.proposed === undefined ? undefined : rule.content)
  const draft = { id: params.grantId, before: rule?.content, after }
  const [beyond, changes, roster] = await Promise.all([
    refusedFor(actor, policy, draft, now),
    changesBy(policy, draft, now),
    everybody(),
  ])
  return {
    beyond: beyond.map(({ why, action, message }) => ({ why, message, ...(action === undefined ? {} : { action }) })),
    needsApproval: body.content !== undefined && needsSecondPerson(draft),
    gaining: changes.filter(({ gains }) => gains.length > 0).length,
    losing: changes.filter(({ loses }) => loses.length > 0).length,
    changes: await Promise.all(changes.slice(0, namedChanges).map((change) => showChange(change, roster))),
  }
})

async function showChange({ official, gains, loses }: Change, roster: Roster) {
  return {
    official: { id: official.id, name: roster.names.get(official.id) ?? '' },
    posts: official.posts.map(({ title, organisation }) => `${roster.blocks.get(organisation)?.name ?? ''} ${title}`),
    gains: await Promise.all(gains.map((one) => showChanged(one, roster))),
    loses: await Promise.all(loses.map((one) => showChanged(one, roster))),
  }
}

async function showChanged({ action, kind, bound }: Changed, roster: Roster) {
  return { action, kind, where: await sayBound(bound, roster) }
}

/** So many places are named, the others counted. */
const namedPlaces = 3

async function sayBound({ places, applications, owners, tags }: Bound, roster: Roster): Promise<string> {
  const only = [
    ...(applications === undefined ? [] : [`${applications.length} 个应用`]),
    ...(owners ?? []).map((id) => `${roster.blocks.get(id)?.name ?? ''}的`),
    ...(tags ?? []).map((tag) => `标签“${tag}”的`),
  ]
  const limits = only.length === 0 ? '' : `（只限${only.join('、')}）`
  if (places === 'everywhere') return `所有地方${limits}`
  const names = await Promise.all(places.slice(0, namedPlaces).map(async (id) => (await findPlace(id))?.name ?? ''))
  const more = places.length > namedPlaces ? `等 ${places.length} 处` : ''
  return `${names.join('、')}${more}${limits}`
}

export const saveGrant = endpoint(routes.saveGrant, async ({ params, body, actor, now }) => {
  const { edition, reason, content } = body
  return showRule(await changeRule({ id: params.grantId, edition, actor, at: now, reason }, content), await everybody())
})

export const withdrawGrant = endpoint(routes.withdrawGrant, async ({ params, body, actor, now }) =>
  showRule(await changeRule({ id: params.grantId, ...body, actor, at: now }, undefined), await everybody()),
)

export const approveGrant = endpoint(routes.approveGrant, async ({ params, body, actor, now }) => {
  const { edition, reason, accept } = body
  return showRule(await settleRule({ id: params.grantId, edition, actor, at: now, reason }, accept), await everybody())
})
