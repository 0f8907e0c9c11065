import { permissionRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import {
  type Action,
  actions,
  decide,
  type FieldDecision,
  isGoodAt,
  type OfficialActor,
  type Resource,
  ranks,
  roles,
} from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace, placeFacts } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { countedBy, isSpeakingOf, reasonOf } from '../domain/look-up'
import { isForPost } from '../domain/policy'
import { chainIn } from '../domain/roster'
import { pageOf } from '../paging'
import { type WholePolicy, wholePolicy } from '../policy'
import { everybody, type Roster } from '../roster'

const routes = permissionRoutes
const pageSize = 20

interface About {
  readonly kind: string
  readonly place: PlaceId
  readonly application?: string
  readonly owner?: string
  readonly tag?: string
}

/** What is asked about is where it is: who may ask is decided there. */
async function locateAbout({ query }: { query: { place: PlaceId } }) {
  const { lineage } = await placeFacts(query.place)
  return { resource: { kind: 'grant', lineage } satisfies Resource, loaded: lineage }
}

const resourceFrom = (
  { kind, application, owner, tag }: About,
  lineage: readonly PlaceId[],
  roster: Roster,
): Resource => ({
  kind,
  lineage,
  ...(application === undefined ? {} : { application }),
  ...(owner === undefined ? {} : { owners: chainIn(roster.blocks, owner) }),
  ...(tag === undefined ? {} : { tags: [tag] }),
})

const plainFields = ({ open, internal, personal, sensitive }: FieldDecision) => ({
  open,
  internal,
  personal,
  sensitive,
})
const nothing = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' } as const

const named = (roster: Roster, id: string) => ({ id, name: roster.names.get(id) ?? '' })
const organisationNamed = (roster: Roster, id: string) => ({ id, name: roster.blocks.get(id)?.name ?? '' })
const postsNamed = (roster: Roster, { posts }: Pick<OfficialActor, 'posts'>) =>
  posts.map(({ id, title, organisation }) => ({ id, title, organisation: organisationNamed(roster, organisation) }))

const grantNamed = (policy: WholePolicy, id: string) => ({ id, name: policy.named.get(id)?.name ?? id })

function becauseNamed(policy: WholePolicy, actor: OfficialActor, because: readonly { grant: string; post: string }[]) {
  return because.map(({ grant, post }) => ({
    grant: grantNamed(policy, grant),
    post: { id: post, title: actor.posts.find(({ id }) => id === post)?.title ?? '' },
  }))
}

const roleName = (role: string): string => (role in roles ? roles[role as keyof typeof roles] : role) // asked just before
const rankName = (rank: string): string => (rank in ranks ? ranks[rank as keyof typeof ranks] : rank) // asked just before

export const whoMay = endpoint(routes.whoMay, {
  locate: locateAbout,
  handle: async ({ query, loaded: lineage, now }) => {
    const [policy, roster] = await Promise.all([wholePolicy(), everybody()])
    const resource = resourceFrom(query, lineage, roster)
    const { action, organisation, role, rank } = query
    const found = roster.officials.whoMay(policy, action, resource, now, { limit: Number.POSITIVE_INFINITY }).items
    const all = found.filter(({ posts }) =>
      posts.some(
        (post) =>
          (organisation === undefined || post.organisations.includes(organisation)) &&
          (role === undefined || post.roles.includes(role)) &&
          (rank === undefined || post.rank === rank),
      ),
    )
    const page = pageOf(all, query.cursor, pageSize)
    return {
      count: all.length,
      byOrganisation: countedBy(
        all,
        ({ posts }) => posts.map((post) => post.organisation),
        (id) => organisationNamed(roster, id).name,
      ),
      byRole: countedBy(all, ({ posts }) => posts.flatMap((post) => post.roles), roleName),
      byRank: countedBy(all, ({ posts }) => posts.map((post) => post.rank), rankName),
      items: page.items.map((actor) => {
        const decision = decide(policy, actor, action, resource, now)
        return {
          official: named(roster, actor.id),
          posts: postsNamed(roster, actor),
          fields: decision.allow ? plainFields(decision.fields) : nothing,
          because: becauseNamed(policy, actor, decision.because),
        }
      }),
      ...(page.next === undefined ? {} : { next: page.next }),
    }
  },
})

export const accessTo = endpoint(routes.accessTo, {
  locate: locateAbout,
  handle: async ({ query, loaded: lineage, now }) => {
    const [policy, roster] = await Promise.all([wholePolicy(), everybody()])
    const resource = resourceFrom(query, lineage, roster)
    const { organisation } = query
    const countOf = (action: Action): number => {
      if (organisation === undefined) return roster.officials.whoMay(policy, action, resource, now, { limit: 0 }).count
      const all = roster.officials.whoMay(policy, action, resource, now, { limit: Number.POSITIVE_INFINITY }).items
      return all.filter(({ posts }) => posts.some((post) => post.organisations.includes(organisation))).length
    }
    return {
      items: actions.flatMap((action) => {
        const speaking = policy.grants.filter((grant) => isSpeakingOf(grant, action, resource, now))
        if (speaking.length === 0) return []
        return [
          {
            action,
            count: countOf(action),
            grants: speaking.map(({ id, effect }) => ({ ...grantNamed(policy, id), effect })),
          },
        ]
      }),
    }
  },
})

/** Whom one asks about is where their first post is. */
async function locateOfficial({ params }: { params: { officialId: string } }) {
  const roster = await everybody()
  const entry = roster.people.find(({ person }) => person.id === params.officialId)
  if (entry === undefined) throw new Problem('not-found')
  const place = roster.blocks.get(entry.posts[0]?.organisation ?? '')?.manages[0]
  const lineage = place === undefined ? [] : (await placeFacts(place)).lineage
  return { resource: { kind: 'grant', lineage }, owner: params.officialId, loaded: { roster, entry } }
}

export const accessOfOfficial = endpoint(routes.accessOfOfficial, {
  locate: locateOfficial,
  handle: async ({ loaded: { roster, entry }, now }) => {
    const policy = await wholePolicy()
    const { person } = entry
    // Whoever is away holds nothing today.
    const actor = roster.byId.get(person.id) ?? { kind: 'official', id: person.id, posts: [] }
    const rows = actor.posts.flatMap((post) =>
      policy.grants
        .filter((grant) => grant.only === undefined && isForPost(grant, post) && isGoodAt(grant, now))
        .map((grant) => ({ grant, post })),
    )
    return {
      official: { id: person.id, name: person.name },
      posts: postsNamed(roster, actor),
      items: await Promise.all(
        rows.map(async ({ grant, post }) => {
          const { territory, resource, fields, to } = grant
          const places = territory === 'own' ? post.territory : territory === 'all' ? [] : territory.given
          const found = await Promise.all(places.map((place) => findPlace(place)))
          return {
            effect: grant.effect,
            actions: [...grant.actions],
            kinds: [...(resource.kinds ?? [])],
            only: [
              ...(resource.applications ?? []).map((application) => `应用 ${application}`),
              ...(resource.owners ?? []).map((owner) => organisationNamed(roster, owner).name),
              ...(resource.tags ?? []).map((tag) => `标签“${tag}”`),
            ],
            everywhere: territory === 'all',
            places: found.filter((place) => place !== undefined).map(({ id, name, level }) => ({ id, name, level })),
            fields: { ...fields },
            ...(to === undefined ? {} : { to }),
            because: { grant: grantNamed(policy, grant.id), post: { id: post.id, title: post.title } },
          }
        }),
      ),
    }
  },
})

export const accessOfOrganisation = endpoint(routes.accessOfOrganisation, {
  locate: async ({ params }) => {
    const roster = await everybody()
    const block = roster.blocks.get(params.organisationId)
    if (block === undefined) throw new Problem('not-found')
    const [place] = block.manages
    const lineage = place === undefined ? [] : (await placeFacts(place)).lineage
    return { resource: { kind: 'grant', lineage }, loaded: roster }
  },
  handle: async ({ params, query, loaded: roster, now }) => {
    const policy = await wholePolicy()
    const isIn = (organisations: readonly string[]) =>
      query.below === 'yes' ? organisations.includes(params.organisationId) : organisations[0] === params.organisationId
    const people = roster.actors.filter(({ posts }) => posts.some(({ organisations }) => isIn(organisations)))
    const inForce = policy.grants.filter(
      (grant) => grant.only === undefined && grant.effect === 'allow' && isGoodAt(grant, now),
    )
    return {
      people: people.length,
      items: actions.flatMap((action) => {
        const giving = inForce.filter((grant) => grant.actions.includes(action))
        const allowed = people.filter(({ posts }) =>
          posts.some(
            (post) =>
              isIn(post.organisations) &&
              giving.some(
                (grant) => isForPost(grant, post) && (grant.territory !== 'own' || post.territory.length > 0),
              ),
          ),
        )
        if (allowed.length === 0) return []
        const byRole = countedBy(allowed, ({ posts }) => posts.flatMap((post) => post.roles), roleName)
        return [{ action, count: allowed.length, byRole }]
      }),
    }
  },
})

export const why = endpoint(routes.why, {
  locate: locateAbout,
  handle: async ({ query, loaded: lineage, now }) => {
    const [policy, roster] = await Promise.all([wholePolicy(), everybody()])
    const entry = roster.people.find(({ person }) => person.id === query.official)
    const actor = roster.byId.get(query.official)
    const subject = {
      name: entry?.person.name ?? '',
      titles: (actor === undefined ? (entry?.posts ?? []) : actor.posts).map(
        ({ title, organisation }) => `${organisationNamed(roster, organisation).name}${title}`,
      ),
    }
    if (actor === undefined) {
      const reason = entry === undefined ? ('not-in-office' as const) : ('away' as const)
      return {
        allow: false,
        reason,
        because: [],
        sentence: reasonOf({ reason, subject, action: query.action, rules: [], held: [] }),
      }
    }
    const resource = resourceFrom(query, lineage, roster)
    const decision = decide(policy, actor, query.action, resource, now)
    const because = becauseNamed(policy, actor, decision.because)
    const elsewhere = await Promise.all(
      [...new Set(actor.posts.flatMap(({ territory }) => territory))].slice(0, 5).map((place) => findPlace(place)),
    )
    const sentence = reasonOf({
      reason: decision.allow ? 'allowed' : decision.reason,
      subject,
      action: query.action,
      rules: because.map(({ grant }) => grant.name),
      held: elsewhere.filter((place) => place !== undefined).map(({ name }) => name),
    })
    return decision.allow
      ? { allow: true, fields: plainFields(decision.fields), because, sentence }
      : { allow: false, reason: decision.reason, because, sentence }
  },
})
