import { pathToFileURL } from 'node:url'
import { createMongoAbility, type MongoAbility, subject as tagged } from '@casl/ability'
import * as cedar from '@cedar-policy/cedar-wasm/nodejs'
import {
  type Action,
  decide,
  type Grant,
  type OfficialActor,
  Officials,
  type Policy,
  type Post,
  type Resource,
} from '@zmht/shared/permission'
import { diceFrom, growingCity, noon, oftenAsked, questionOf, type World } from '@zmht/shared/permission/worlds'
import { type Enforcer, newEnforcer, newModelFromString, StringAdapter } from 'casbin'
import { atLeast, atMost, type BenchRow, noted, printRows } from './rows'

interface Question {
  readonly actor: OfficialActor
  readonly action: Action
  readonly resource: Resource
}

/** Half of them anything at all, half about what lies in the places the official's organisation manages. */
function questionsOf(world: World, count: number, seed: number): readonly Question[] {
  const dice = diceFrom(seed)
  const inside = new Map<string, Resource[]>()
  for (const resource of world.resources)
    for (const place of resource.lineage) inside.set(place, [...(inside.get(place) ?? []).slice(0, 200), resource])
  return Array.from({ length: count }, (_, at): Question => {
    const question = questionOf(dice, world, oftenAsked)
    const own = inside.get(question.actor.posts[0]?.territory[0] ?? '')
    return at % 2 === 0 && own ? { ...question, resource: dice.pick(own) } : question
  })
}

/** Reads one grant after another, the cheapest thing first. */
function naive(grants: readonly Grant[], { actor, action, resource }: Question): boolean {
  let allow = false
  for (const grant of grants) {
    if (!grant.actions.includes(action) || !isAbout(grant, resource)) continue
    for (const post of actor.posts) {
      if (!isFor(grant, post) || !isWhere(grant, post, resource)) continue
      if (grant.effect === 'forbid') return false
      allow = true
    }
  }
  return allow
}

const meets = (named: readonly string[] | undefined, values: readonly string[] | undefined): boolean =>
  named === undefined || (values?.some((one) => named.includes(one)) ?? false)
const isAbout = ({ resource: about }: Grant, resource: Resource): boolean =>
  (about.kinds?.includes(resource.kind) ?? true) &&
  (about.applications?.includes(resource.application ?? '') ?? true) &&
  meets(about.owners, resource.owners) &&
  meets(about.tags, resource.tags)
const isFor = ({ subject }: Grant, post: Post): boolean =>
  meets(subject.roles, post.roles) &&
  meets(subject.tags, post.tags) &&
  (subject.ranks?.includes(post.rank) ?? true) &&
  meets(subject.organisations, post.organisations) &&
  (subject.posts?.includes(post.id) ?? true)
const isWhere = ({ territory }: Grant, post: Post, { lineage }: Resource): boolean =>
  territory === 'all' ||
  (territory === 'own' ? post.territory : territory.given).some((place) => lineage.includes(place))

interface Peer {
  readonly name: string
  /** How many of the questions it is asked: the slow ones are not asked all. */
  readonly share: number
  allows(question: Question): boolean
}

/** One ability per official, kept: its rules are the grants that are for one of the posts. */
function casl({ grants }: World): Peer {
  const kept = new Map<string, MongoAbility>()
  const abilityOf = (actor: OfficialActor): MongoAbility => {
    const rules = actor.posts.flatMap((post) =>
      grants
        .filter((grant) => isFor(grant, post))
        .map(({ effect, actions, resource, territory }) => ({
          inverted: effect === 'forbid',
          action: [...actions],
          subject: [...(resource.kinds ?? ['all'])],
          conditions: {
            ...(resource.applications ? { application: { $in: [...resource.applications] } } : {}),
            ...(resource.owners ? { owners: { $in: [...resource.owners] } } : {}),
            ...(resource.tags ? { tags: { $in: [...resource.tags] } } : {}),
            ...(territory === 'all'
              ? {}
              : { lineage: { $in: [...(territory === 'own' ? post.territory : territory.given)] } }),
          },
        })),
    )
    // The last rule that matches decides.
    return createMongoAbility(rules.sort((one, other) => Number(one.inverted) - Number(other.inverted)))
  }
  return {
    name: 'CASL, an ability kept for each official',
    share: 0.5,
    allows({ actor, action, resource }) {
      const ability = kept.get(actor.id) ?? abilityOf(actor)
      kept.set(actor.id, ability)
      return ability.can(action, tagged(resource.kind, resource as Resource & Record<PropertyKey, unknown>)) // tagged in place, once
    },
  }
}

const shardOf = (action: string, kind: string): string => `${action}/${kind}`

function shards({ grants }: World): ReadonlyMap<string, readonly Grant[]> {
  const all = new Map<string, Grant[]>()
  for (const grant of grants)
    for (const action of grant.actions)
      for (const kind of grant.resource.kinds ?? [])
        all.set(shardOf(action, kind), [...(all.get(shardOf(action, kind)) ?? []), grant])
  return all
}

/** An enforcer for each action and kind; what a grant asks is asked by a function of the matcher. */
async function casbin(world: World): Promise<Peer> {
  const byId = new Map(world.grants.map((grant) => [grant.id, grant]))
  const covers = (actor: OfficialActor, resource: Resource, id: string): boolean => {
    const grant = byId.get(id)
    return (
      grant !== undefined &&
      isAbout(grant, resource) &&
      actor.posts.some((post) => isFor(grant, post) && isWhere(grant, post, resource))
    )
  }
  const enforcers = new Map<string, Enforcer>()
  for (const [shard, grants] of shards(world)) {
    const model = newModelFromString(`
[request_definition]
r = actor, resource
[policy_definition]
p = grant, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = covers(r.actor, r.resource, p.grant)`)
    const lines = grants.map(({ id, effect }) => `p, ${id}, ${effect === 'allow' ? 'allow' : 'deny'}`)
    const enforcer = await newEnforcer(model, new StringAdapter(lines.join('\n')))
    await enforcer.addFunction('covers', covers)
    enforcers.set(shard, enforcer)
  }
  return {
    name: 'casbin, an enforcer for each action and kind',
    share: 0.03,
    allows: ({ actor, action, resource }) =>
      enforcers.get(shardOf(action, resource.kind))?.enforceSync(actor, resource) ?? false,
  }
}

/** Policies parsed beforehand, a set for each action and kind. */
function cedarPeer(world: World): Peer {
  const list = (values: readonly string[]) => `[${values.map((one) => JSON.stringify(one)).join(', ')}]`
  const anyOf = (what: string, values: readonly string[] | undefined) =>
    values === undefined ? [] : [`${what}.containsAny(${list(values)})`]
  const oneOf = (what: string, values: readonly string[] | undefined) =>
    values === undefined ? [] : [`${list(values)}.contains(${what})`]
  const known = new Set<string>()
  for (const [shard, grants] of shards(world)) {
    const policies = Object.fromEntries(
      grants.map(({ id, effect, subject, resource, territory }) => {
        const conditions = [
          ...anyOf('principal.roles', subject.roles),
          ...anyOf('principal.tags', subject.tags),
          ...oneOf('principal.rank', subject.ranks),
          ...anyOf('principal.organisations', subject.organisations),
          ...oneOf('principal.post', subject.posts),
          ...oneOf('resource.application', resource.applications),
          ...anyOf('resource.owners', resource.owners),
          ...anyOf('resource.tags', resource.tags),
          ...(territory === 'all'
            ? []
            : territory === 'own'
              ? ['resource.lineage.containsAny(principal.territory)']
              : anyOf('resource.lineage', territory.given)),
        ]
        const head = effect === 'allow' ? 'permit' : 'forbid'
        return [id, `${head}(principal, action, resource) when { ${conditions.join(' && ') || 'true'} };`]
      }),
    )
    const answer = cedar.preparsePolicySet(shard, { staticPolicies: policies })
    if (answer.type === 'failure') throw new Error(answer.errors[0]?.message)
    known.add(shard)
  }
  const ask = (shard: string, post: Post, { application = '', owners = [], tags = [], lineage }: Resource) => {
    const uid = (type: string) => ({ type, id: 'it' })
    const answer = cedar.statefulIsAuthorized({
      principal: uid('Post'),
      action: uid('Action'),
      resource: uid('Resource'),
      context: {},
      preparsedPolicySetId: shard,
      entities: [
        {
          uid: uid('Post'),
          attrs: {
            post: post.id,
            rank: post.rank,
            roles: [...post.roles],
            tags: [...post.tags],
            organisations: [...post.organisations],
            territory: [...post.territory],
          },
          parents: [],
        },
        {
          uid: uid('Resource'),
          attrs: { application, owners: [...owners], tags: [...tags], lineage: [...lineage] },
          parents: [],
        },
      ],
    })
    if (answer.type === 'failure') throw new Error(answer.errors[0]?.message)
    return answer.response
  }
  return {
    name: 'cedar-wasm, a set parsed beforehand for each action and kind',
    share: 0.01,
    allows({ actor, action, resource }) {
      const shard = shardOf(action, resource.kind)
      if (!known.has(shard)) return false
      const answers = actor.posts.map((post) => ask(shard, post, resource))
      const isForbidden = answers.some(
        ({ decision, diagnostics }) => decision === 'deny' && diagnostics.reason.length > 0,
      )
      return !isForbidden && answers.some(({ decision }) => decision === 'allow')
    },
  }
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

type Ask = (question: Question) => boolean

function once(questions: readonly Question[], ask: Ask): number {
  const before = performance.now()
  for (const one of questions) ask(one)
  return (performance.now() - before) / questions.length
}

/** @returns how many times as long as ours a peer takes: the middle of pairs measured one after the other, none of them the first */
function ratioOf(own: readonly Question[], ours: Ask, asked: readonly Question[], peer: Ask, pairs = 9): number {
  once(own, ours)
  once(asked, peer)
  return median(
    Array.from({ length: pairs }, () => {
      const took = once(own, ours)
      return once(asked, peer) / took
    }),
  )
}

const megabytes = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

/** The same grants and questions through ours and the peers, in one run; then as the city grows; then who may. */
export async function benchPermission(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  const show = (row: BenchRow) => {
    rows.push(row)
  }
  const world = growingCity(1, 1, { grants: 1000, officials: 1000, resources: 5000 })
  const questions = questionsOf(world, 100_000, 2)
  const ours =
    (policy: Policy) =>
    ({ actor, action, resource }: Question) =>
      decide(policy, actor, action, resource, noon).allow
  const empty = megabytes()
  const policy: Policy = { version: '1', grants: world.grants }
  const load = performance.now()
  for (const actor of world.officials)
    decide(policy, actor, 'request.read', questions[0]?.resource ?? { kind: '', lineage: [] }, noon)
  show(noted('grants made ready, and for 1,000 officials', performance.now() - load, 'ms'))
  show(noted('they take', megabytes() - empty, 'MB'))
  const allows = ours(policy)
  const answers = questions.map(allows)
  show(noted('questions allowed', (100 * answers.filter(Boolean).length) / answers.length, '%'))
  once(questions, allows)
  show(noted('a decision', once(questions, allows) * 1000, 'µs'))

  const peers: readonly (() => Peer | Promise<Peer>)[] = [
    () => ({ name: 'a loop over the grants', share: 0.1, allows: (question) => naive(world.grants, question) }),
    () => casl(world),
    () => casbin(world),
    () => cedarPeer(world),
  ]
  const least: readonly number[] = [15, 10, 100, 100]
  for (const [at, make] of peers.entries()) {
    const before = megabytes()
    const peer = await make()
    const asked = questions.slice(0, Math.floor(questions.length * peer.share))
    const different = asked.filter((question, number) => peer.allows(question) !== answers[number]).length
    show(atMost(`${peer.name}: answers that differ`, different, 0))
    const kept = megabytes() - before
    const ratio = ratioOf(questions, allows, asked, (question) => peer.allows(question))
    show(atLeast(`${peer.name}: takes as long as ours, times`, ratio, least[at] ?? 1, '×'))
    show(noted(`${peer.name}: keeps`, Math.max(0, kept), 'MB'))
  }

  const grown = growingCity(1, 100, { grants: 100_000, officials: 1000, resources: 5000 })
  const large: Policy = { version: 'large', grants: grown.grants }
  const more = questionsOf(grown, 100_000, 2)
  for (const question of more) ours(large)(question)
  show(
    atMost(
      'a decision among 100,000 grants, to one among 1,000',
      ratioOf(questions, allows, more, ours(large)),
      2,
      '×',
    ),
  )

  const many = growingCity(1, 1, { grants: 1000, officials: 100_000, resources: 200 })
  const officials = new Officials(many.officials)
  const granted: Policy = { version: 'many', grants: many.grants }
  const dice = diceFrom(3)
  const reverse = Array.from({ length: 100 }, () => questionOf(dice, many, oftenAsked))
  const page = { limit: 20 }
  for (const { action, resource } of reverse) officials.whoMay(granted, action, resource, noon, page)
  // The loop is slow: both answer the same few questions, ours again and again.
  const asked = reverse.slice(0, 6)
  const again = 50
  let before = performance.now()
  let counts: readonly number[] = []
  for (let at = 0; at < again; at++)
    counts = asked.map(({ action, resource }) => officials.whoMay(granted, action, resource, noon, page).count)
  const found = (performance.now() - before) / (asked.length * again)
  before = performance.now()
  const loops = asked.map(
    ({ action, resource }) => many.officials.filter((actor) => naive(many.grants, { actor, action, resource })).length,
  )
  const looped = (performance.now() - before) / asked.length
  show(
    atMost('who may, among 100,000: counts that differ', loops.filter((count, at) => count !== counts[at]).length, 0),
  )
  show(atLeast('who may, among 100,000: a loop takes as long, times', looped / found, 1000, '×'))
  return rows
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exit(printRows(await benchPermission()) ? 0 : 1)
}
