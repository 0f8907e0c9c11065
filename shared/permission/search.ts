import type { PlaceId } from '../geo/place'
import type { Instant } from '../knowledge/types'
import { type Action, actions } from './actions'
import { decide, indexOf, type Policy } from './decision'
import { isAbout, isGoodAt, type Rule } from './grant-index'
import { addRow, addRows, allRows, countRows, dropRows, keepRows, noRows, RowsByValue, rowsFrom } from './rows'
import type { OfficialActor, Post, Resource } from './standing'

/** An answer that may be long: how many, and the first of them. */
export interface Found<T> {
  readonly count: number
  readonly items: readonly T[]
  /** Where the next page begins; absent when there is none. */
  readonly next?: number
}

export interface Page {
  /** From 0; what `next` said. */
  readonly from?: number
  readonly limit: number
}

/** Lists of what a rule names, each with the rows that have it; the shortest is walked, the others are asked. */
interface Condition {
  readonly rows: RowsByValue
  readonly values: ReadonlySet<string>
}

/** @returns what is asked of rows: where a rule names nothing, nothing */
const conditionsOf = (
  all: readonly (readonly [RowsByValue, ReadonlySet<string> | undefined])[],
): readonly Condition[] => all.flatMap(([rows, values]) => (values === undefined ? [] : [{ rows, values }]))

/** Of so many rows one in this many is few: they are walked one by one. */
const few = 64

/** Adds the rows that meet all conditions, of those there are. */
function addMeeting(into: Uint32Array, conditions: readonly Condition[], every: Uint32Array): void {
  const total = every.length << 5
  const [first, ...others] = conditions
    .map((one) => ({ ...one, count: one.rows.count(one.values) }))
    .sort((one, other) => one.count - other.count)
  if (first === undefined) addRows(into, every)
  else if (first.count < total / few)
    first.rows.each(first.values, (row) => {
      if (others.every(({ rows, values }) => rows.has(values, row))) addRow(into, row)
    })
  else if (others.length === 0) first.rows.addTo(into, first.values)
  else {
    const met = noRows(total)
    first.rows.addTo(met, first.values)
    for (const { rows, values } of others) {
      const also = noRows(total)
      rows.addTo(also, values)
      keepRows(met, also)
    }
    addRows(into, met)
  }
}

/** Everybody who holds a post, found by what grants name of posts. */
export class Officials {
  readonly #officials: readonly OfficialActor[]
  /** Of each of them the first post has their own row; the others come behind, from a whole word on. */
  readonly #firstFurther: number
  readonly #ownersOfFurther: readonly number[]
  readonly #every: Uint32Array
  readonly #posts = new RowsByValue()
  readonly #organisations = new RowsByValue()
  readonly #roles = new RowsByValue()
  readonly #tags = new RowsByValue()
  readonly #ranks = new RowsByValue()
  readonly #territory = new RowsByValue()

  constructor(officials: readonly OfficialActor[]) {
    this.#officials = officials
    this.#firstFurther = noRows(officials.length).length << 5
    const further: { readonly owner: number; readonly post: Post }[] = []
    for (const [owner, { posts }] of officials.entries())
      for (let at = 1; at < posts.length; at++) {
        const post = posts[at]
        if (post !== undefined) further.push({ owner, post })
      }
    this.#ownersOfFurther = further.map(({ owner }) => owner)
    this.#every = noRows(this.#firstFurther + further.length)
    for (const [row, { posts }] of officials.entries()) if (posts[0] !== undefined) this.#add(posts[0], row)
    for (const [at, { post }] of further.entries()) this.#add(post, this.#firstFurther + at)
  }

  #add(post: Post, row: number): void {
    addRow(this.#every, row)
    this.#posts.add(post.id, row)
    this.#ranks.add(post.rank, row)
    for (const one of post.organisations) this.#organisations.add(one, row)
    for (const one of post.roles) this.#roles.add(one, row)
    for (const one of post.tags) this.#tags.add(one, row)
    for (const one of post.territory) this.#territory.add(one, row)
  }

  /** @returns who may do something to something: all counted, a page of them named */
  whoMay(policy: Policy, action: Action, resource: Resource, at: Instant, page: Page): Found<OfficialActor> {
    const index = indexOf(policy)
    const bucket = index.bucket(action, resource.kind)
    const allowedPosts = new Uint32Array(this.#every.length)
    const forbiddenPosts = new Uint32Array(this.#every.length)
    for (const rule of bucket === undefined ? [] : index.rulesIn(bucket)) {
      if (rule.forbids && rule.narrow) continue
      if (!isOfApplication(rule, resource) || !isAbout(rule, resource, at)) continue
      this.#addPosts(rule.forbids ? forbiddenPosts : allowedPosts, rule, resource.lineage)
    }
    const allowed = this.#holdersOf(allowedPosts)
    // Who is forbidden it by one post is forbidden it.
    dropRows(allowed, this.#holdersOf(forbiddenPosts))
    return paged(allowed, page, (row) => this.#officials[row])
  }

  #holdersOf(posts: Uint32Array): Uint32Array {
    const holders = posts.slice(0, this.#firstFurther >> 5)
    for (const post of rowsFrom(posts, this.#firstFurther))
      addRow(holders, this.#ownersOfFurther[post - this.#firstFurther] ?? 0)
    return holders
  }

  /** Adds the posts a rule holds for where a resource is. */
  #addPosts(into: Uint32Array, { named, own }: Rule, lineage: readonly PlaceId[]): void {
    if (named.places !== undefined && !lineage.some((place) => named.places?.has(place))) return
    const conditions = conditionsOf([
      [this.#posts, named.posts],
      [this.#organisations, named.organisations],
      [this.#roles, named.roles],
      [this.#tags, named.tags],
      [this.#ranks, named.ranks],
      [this.#territory, own ? new Set<string>(lineage) : undefined],
    ])
    addMeeting(into, conditions, this.#every)
  }
}

const isOfApplication = ({ named }: Rule, { application }: Resource): boolean =>
  named.applications === undefined || (application !== undefined && named.applications.has(application))

/** Things grants may be about, found by what grants name of them. */
export class Resources {
  readonly #resources: readonly Resource[]
  readonly #every: Uint32Array
  readonly #kinds = new RowsByValue()
  readonly #applications = new RowsByValue()
  readonly #owners = new RowsByValue()
  readonly #labels = new RowsByValue()
  readonly #places = new RowsByValue()

  constructor(resources: readonly Resource[]) {
    this.#resources = resources
    this.#every = allRows(resources.length)
    for (const [row, { kind, application, owners, tags, lineage }] of resources.entries()) {
      this.#kinds.add(kind, row)
      if (application !== undefined) this.#applications.add(application, row)
      for (const one of owners ?? []) this.#owners.add(one, row)
      for (const one of tags ?? []) this.#labels.add(one, row)
      for (const one of lineage) this.#places.add(one, row)
    }
  }

  /** @returns what somebody may do something to: all counted, a page of them named */
  whichMay(policy: Policy, actor: OfficialActor, action: Action, at: Instant, page: Page): Found<Resource> {
    const index = indexOf(policy)
    const allowed = noRows(this.#resources.length)
    const forbidden = noRows(this.#resources.length)
    for (const post of actor.posts) {
      for (const rule of index.rulesForAction(action, post)) {
        if ((rule.forbids && rule.narrow) || !isGoodAt(rule, at)) continue
        const { kinds } = rule.grant.resource
        const conditions = conditionsOf([
          [this.#kinds, kinds && new Set(kinds)],
          [this.#applications, rule.named.applications],
          [this.#owners, rule.named.owners],
          [this.#labels, rule.named.labels],
          [this.#places, rule.own ? new Set<string>(post.territory) : rule.named.places],
        ])
        addMeeting(rule.forbids ? forbidden : allowed, conditions, this.#every)
      }
    }
    dropRows(allowed, forbidden)
    return paged(allowed, page, (row) => this.#resources[row])
  }
}

/** @returns what somebody may do to something */
export const actionsOn = (policy: Policy, actor: OfficialActor, resource: Resource, at: Instant): readonly Action[] =>
  actions.filter((action) => decide(policy, actor, action, resource, at).allow)

function paged<T>(rows: Uint32Array, { from = 0, limit }: Page, itemAt: (row: number) => T | undefined): Found<T> {
  const items: T[] = []
  let next: number | undefined
  for (const row of rowsFrom(rows, from)) {
    if (items.length === limit) {
      next = row
      break
    }
    const item = itemAt(row)
    if (item !== undefined) items.push(item)
  }
  return { count: countRows(rows), items, ...(next === undefined ? {} : { next }) }
}
