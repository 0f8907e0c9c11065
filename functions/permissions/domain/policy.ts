import type { GrantContent } from '@zmht/shared/contract'
import { type Grant, type GrantSubject, type Post, standardGrantNames, standardGrants } from '@zmht/shared/permission'

/** What of a post rules ask about. */
export interface PostSubject {
  readonly roles: readonly string[]
  readonly tags: readonly string[]
  readonly rank: string
  /** Of the organisation and those above it, those that a rule names. */
  readonly organisations: readonly string[]
  /** The post itself, when a rule names it. */
  readonly post?: string
}

/** A rule kept in the set of all. */
export interface KeptGrant {
  readonly grant: Grant
  readonly name: string
}

/** Everything a set is made of: the rules of the table, and which are out of force, those that come with the product among them. */
export interface PolicySet {
  readonly kept: readonly KeptGrant[]
  readonly withdrawn: readonly string[]
  /** Rules that wait for a second person, by id. */
  readonly proposed: readonly string[]
}

export interface SubjectNames {
  readonly organisations: readonly string[]
  readonly posts: readonly string[]
}

export const emptySet: PolicySet = { kept: [], withdrawn: [], proposed: [] }

/** @returns all rules in force: those of the table, and those that come with the product where the table says nothing else */
export function grantsOf({ kept, withdrawn }: PolicySet): readonly KeptGrant[] {
  const overruled = new Set([...withdrawn, ...kept.map(({ grant }) => grant.id)])
  const standard = standardGrants
    .filter(({ id }) => !overruled.has(id))
    .map((grant) => ({ grant, name: standardGrantNames[grant.id] ?? grant.id }))
  return [...standard, ...kept]
}

/** @returns the set with a rule as it is now; without content it is out of force */
export function withRule(
  set: PolicySet,
  id: string,
  content: GrantContent | undefined,
  isProposed: boolean,
): PolicySet {
  const others = set.kept.filter(({ grant }) => grant.id !== id)
  return {
    kept: content === undefined ? others : [...others, { grant: grantOf(id, content), name: content.name }],
    withdrawn: [
      ...set.withdrawn.filter((one) => one !== id),
      ...(content === undefined && !isProposed ? [id] : []),
    ].sort(),
    proposed: [...set.proposed.filter((one) => one !== id), ...(isProposed ? [id] : [])].sort(),
  }
}

/** A rule as decisions read it. */
export function grantOf(id: string, { name: _name, ...content }: GrantContent): Grant {
  const only = standardGrants.find((grant) => grant.id === id)?.only
  return { id, ...content, ...(only === undefined ? {} : { only }) }
}

/** A rule as people write and read it. */
export function contentOf(grant: Grant, name: string): GrantContent {
  const { id: _id, only: _only, ...rest } = grant
  const lists = <T extends object>(of: T): { [K in keyof T]: Mutable<T[K]> } =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value])) as {
      [K in keyof T]: Mutable<T[K]>
    } // the same lists, copied
  return {
    ...rest,
    name,
    subject: lists(rest.subject),
    actions: [...rest.actions],
    // Rules that come with the product name only kinds that there are.
    resource: lists(rest.resource) as GrantContent['resource'],
    territory: typeof rest.territory === 'string' ? rest.territory : { given: [...rest.territory.given] },
  }
}
type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T

/** @returns which organisations and posts some rules name as subjects, in order */
export function namesIn(grants: readonly Grant[]): SubjectNames {
  const all = (of: (subject: GrantSubject) => readonly string[] | undefined) =>
    [...new Set(grants.flatMap(({ subject }) => of(subject) ?? []))].sort()
  return { organisations: all(({ organisations }) => organisations), posts: all(({ posts }) => posts) }
}

/** @returns what of a post rules with these names ask about: posts alike in it have the same rules */
export function subjectOf(
  post: Post,
  names: { organisations: ReadonlySet<string>; posts: ReadonlySet<string> },
): PostSubject {
  return {
    roles: [...post.roles].sort(),
    tags: [...post.tags].sort(),
    rank: post.rank,
    organisations: post.organisations.filter((one) => names.organisations.has(one)).sort(),
    ...(names.posts.has(post.id) ? { post: post.id } : {}),
  }
}

const meets = (named: readonly string[] | undefined, values: readonly string[]): boolean =>
  named === undefined || values.some((value) => named.includes(value))

/** @returns whether a rule is for posts of a kind */
export const isFor = ({ subject }: Grant, { roles, tags, rank, organisations, post }: PostSubject): boolean =>
  meets(subject.roles, roles) &&
  meets(subject.tags, tags) &&
  meets(subject.ranks, [rank]) &&
  meets(subject.organisations, organisations) &&
  meets(subject.posts, post === undefined ? [] : [post])

/** @returns whether a rule is for a post */
export const isForPost = (grant: Grant, post: Post): boolean =>
  isFor(grant, {
    roles: post.roles,
    tags: post.tags,
    rank: post.rank,
    organisations: post.organisations,
    post: post.id,
  })
