import { isDeepStrictEqual } from 'node:util'
import type { GrantContent, GrantReply } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import {
  type Beyond,
  beyondOf,
  type Change,
  changesOf,
  type Grant,
  type Surroundings,
  standardGrantNames,
  standardGrants,
} from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../hierarchy/index'
import { auditRefusal } from '../platform/audit.store'
import type { Official } from '../platform/endpoint/actor'
import { contentOf, grantOf, grantsOf, isForPost, namesIn, withRule } from './domain/policy'
import { chainIn } from './domain/roster'
import { isIncompatible, needsSecondPerson, type Refused, sayBeyond } from './domain/rule'
import { type GrantRecord, type Proposed, readEditions, readGrant, saveGrant } from './grant.store'
import { compileAhead, forgetPointer, newStamp, policyNow, type WholePolicy } from './policy'
import { everybody, type Roster } from './roster'

/** A rule as it stands: kept in the table, or as it comes with the product. */
export interface Rule {
  readonly id: string
  readonly content?: GrantContent
  readonly proposed?: Proposed
  readonly edition: number
  readonly record?: GrantRecord
}

export async function readRule(id: string): Promise<Rule | undefined> {
  const record = await readGrant(id)
  if (record !== undefined) return { ...record, record }
  const standard = standardGrants.find((grant) => grant.id === id)
  return standard && { id, content: contentOf(standard, standardGrantNames[id] ?? id), edition: 0 }
}

/** What a rule is about to become; `content` absent: out of force. */
export interface Draft {
  readonly id: string
  readonly before: GrantContent | undefined
  readonly after: GrantContent | undefined
}

const placesIn = (contents: readonly (GrantContent | undefined)[]): PlaceId[] =>
  contents.flatMap((content) => (typeof content?.territory === 'object' ? content.territory.given : []))

/** From the root to a place. Of what is not named by a rule it is known from the organisations which place lies in which. */
async function surroundingsOf(roster: Roster, given: readonly PlaceId[]): Promise<Surroundings> {
  const found = await Promise.all([...new Set(given)].map((place) => findPlace(place)))
  const lineages = new Map(found.flatMap((place) => (place === undefined ? [] : [[place.id, place.lineage] as const])))
  return {
    lineageOf: (place) => lineages.get(place) ?? roster.lineages.get(place) ?? [place],
    chainOf: (organisation) => chainIn(roster.blocks, organisation),
  }
}

/**
 * Why somebody may not make a rule what it is about to become: they do not hold what it gives or gave, it reaches beyond their places, it is about a
 * post of their own, or it joins what one person never holds. Nothing when they may.
 */
export async function refusedFor(
  actor: Official,
  policy: WholePolicy,
  { id, before, after }: Draft,
  at: Instant,
): Promise<readonly Refused[]> {
  const surroundings = await surroundingsOf(await everybody(), placesIn([before, after]))
  const beyond = (content: GrantContent | undefined): readonly Beyond[] =>
    content === undefined ? [] : beyondOf(policy, actor, grantOf(id, content), surroundings, at)
  const isOwn = (content: GrantContent | undefined) =>
    content !== undefined && actor.posts.some((post) => isForPost(grantOf(id, content), post))
  // Taking something away from oneself is no gain.
  const gains = (after?.effect === 'allow' && isOwn(after)) || (before?.effect === 'forbid' && isOwn(before))
  const said = [...beyond(before).map((one) => sayBeyond(one, true)), ...beyond(after).map((one) => sayBeyond(one))]
  return [
    ...new Map(said.map((one) => [one.message, one])).values(),
    ...(gains
      ? [{ why: 'own-post' as const, message: '规则涉及您自己的岗位：谁也不能给自己定权限，请由上级来定' }]
      : []),
    ...(after !== undefined && isIncompatible(after)
      ? [{ why: 'incompatible' as const, message: '同一条规则不能既给权限或人事管理，又给审计：管的人和查的人要分开' }]
      : []),
  ]
}

/** Who gains and who loses by it, all of them. */
export async function changesBy(policy: WholePolicy, draft: Draft, at: Instant): Promise<readonly Change[]> {
  const roster = await everybody()
  const after = grantsOf(withRule(policy.set, draft.id, draft.after, false)).map(({ grant }) => grant)
  const concerned: readonly Grant[] = [draft.before, draft.after].flatMap((content) =>
    content === undefined ? [] : [grantOf(draft.id, content)],
  )
  const officials = roster.actors.filter(({ posts }) =>
    posts.some((post) => concerned.some((grant) => isForPost(grant, post))),
  )
  const { lineageOf } = await surroundingsOf(roster, placesIn([draft.before, draft.after]))
  return [...changesOf(policy, { version: 'draft', grants: after }, officials, lineageOf, at)]
}

interface Step {
  readonly id: string
  readonly edition: number
  readonly actor: Official
  readonly at: Instant
  readonly reason: string
}

/** How often a change of rules is tried again when another rule was changed in the same moment. */
const tries = 8

/** Saves what a rule became, with the set of all rules; again when another rule came first. */
export async function keep(record: GrantRecord): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const { set, pointer } = await policyNow()
    const next = withRule(set, record.id, record.content, record.proposed !== undefined)
    const stamp = newStamp()
    await compileAhead(stamp, next)
    const names = namesIn(grantsOf(next).map(({ grant }) => grant))
    const outcome = await saveGrant({ record, set: next, names, stamp, seen: pointer })
    if (outcome === 'saved') {
      forgetPointer()
      return
    }
    if (outcome === 'rule') {
      const held = await readGrant(record.id)
      // Our own write, whose answer was lost.
      if (held?.edition === record.edition && held.at === record.at && held.by === record.by) return
      throw new Problem('changed')
    }
  }
  throw new Problem('unavailable')
}

async function refuse(actor: Official, id: string, refused: readonly Refused[], at: Instant): Promise<never> {
  await auditRefusal({ actor: actor.id, action: 'permission.write', subject: `grant/${id}`, at })
  throw new Problem('grant-beyond', {
    fields: refused.map(({ message }) => ({ path: 'body.content', message })),
  })
}

/** Puts a rule in force or out of it; what changes who may change permissions waits for a second person. */
export async function changeRule(
  { id, edition, actor, at, reason }: Step,
  content: GrantContent | undefined,
): Promise<Rule> {
  const rule = await readRule(id)
  if (content === undefined && rule?.content === undefined && rule?.proposed === undefined)
    throw new Problem('not-found')
  if ((rule?.edition ?? 0) !== edition) {
    // The same once more: its answer was lost.
    const latest = rule?.proposed?.content ?? rule?.content
    const isSame = isDeepStrictEqual(latest, content) || (content === undefined && rule?.proposed === undefined)
    if (rule?.edition === edition + 1 && rule.record?.by === actor.id && isSame) return rule
    throw new Problem('changed')
  }
  const written = { id, edition: edition + 1, by: actor.id, at, reason }
  // What was only proposed is taken back by whoever could have proposed it; what is in force stays.
  if (content === undefined && rule?.proposed !== undefined) {
    const proposal: Draft = { id, before: undefined, after: rule.proposed.content }
    const beyond = await refusedFor(actor, await policyNow(), proposal, at)
    if (beyond.length > 0) return refuse(actor, id, beyond, at)
    const record: GrantRecord = { ...written, ...(rule.content === undefined ? {} : { content: rule.content }) }
    await keep(record)
    return { ...record, record }
  }
  const draft: Draft = { id, before: rule?.content, after: content }
  const refused = await refusedFor(actor, await policyNow(), draft, at)
  if (refused.length > 0) return refuse(actor, id, refused, at)
  const record: GrantRecord =
    content !== undefined && needsSecondPerson(draft)
      ? {
          ...written,
          ...(rule?.content === undefined ? {} : { content: rule.content }),
          proposed: { content, by: actor.id, at, reason },
        }
      : { ...written, ...(content === undefined ? {} : { content }) }
  await keep(record)
  return { ...record, record }
}

/** A second person confirms what was proposed, or declines it: what was in force before stays. */
export async function settleRule({ id, edition, actor, at, reason }: Step, accept: boolean): Promise<Rule> {
  const rule = await readRule(id)
  if (rule === undefined) throw new Problem('not-found')
  const { proposed } = rule
  if (rule.edition !== edition || proposed === undefined) {
    if (rule.edition === edition + 1 && rule.record?.by === actor.id && proposed === undefined) return rule
    throw new Problem('changed')
  }
  if (proposed.by === actor.id)
    throw new Problem('own-proposal', { detail: '规则要由提出的人以外的人确认，没有保存任何更改。' })
  const draft: Draft = { id, before: rule.content, after: proposed.content }
  const refused = accept ? await refusedFor(actor, await policyNow(), draft, at) : []
  if (refused.length > 0) return refuse(actor, id, refused, at)
  const content = accept ? proposed.content : rule.content
  const record: GrantRecord = {
    id,
    edition: edition + 1,
    by: actor.id,
    at,
    reason,
    ...(content === undefined ? {} : { content }),
  }
  await keep(record)
  return { ...record, record }
}

/** Names of what a rule names by id. */
async function namedIn(contents: readonly GrantContent[], roster: Roster): Promise<Record<string, string>> {
  const named: Record<string, string> = {}
  for (const { subject, resource, territory } of contents) {
    for (const id of [...(subject.organisations ?? []), ...(resource.owners ?? [])]) {
      const name = roster.blocks.get(id)?.name
      if (name !== undefined) named[id] = name
    }
    for (const id of subject.posts ?? []) {
      const title = roster.titles.get(id)
      if (title !== undefined) named[id] = title
    }
    for (const id of typeof territory === 'object' ? territory.given : []) {
      const place = isPlaceId(id) ? await findPlace(id) : undefined
      if (place !== undefined) named[id] = place.name
    }
  }
  return named
}

/** A rule as people read it: what is proposed, in force, or was before it was withdrawn. */
export async function showRule(rule: Rule, roster: Roster): Promise<GrantReply> {
  const { proposed } = rule
  const content = proposed?.content ?? rule.content ?? (await lastContent(rule.id))
  const person = rule.record?.by
  return {
    id: rule.id,
    content,
    named: await namedIn([content], roster),
    standard: standardGrants.some(({ id }) => id === rule.id),
    state: proposed !== undefined ? 'proposed' : rule.content === undefined ? 'withdrawn' : 'in-force',
    edition: rule.edition,
    ...(person === undefined || rule.record === undefined
      ? {}
      : {
          by: { id: person, name: roster.names.get(person) ?? '' },
          at: rule.record.at,
          reason: rule.record.reason,
        }),
  }
}

/** What a rule said before it was withdrawn. */
async function lastContent(id: string): Promise<GrantContent> {
  const last = (await readEditions(id)).find(({ content, proposed }) => content ?? proposed?.content)
  const content = last?.content ?? last?.proposed?.content
  if (content !== undefined) return content
  const standard = standardGrants.find((grant) => grant.id === id)
  if (standard === undefined) throw new Problem('not-found')
  return contentOf(standard, standardGrantNames[id] ?? id)
}
