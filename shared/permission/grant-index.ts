import type { PlaceId } from '../geo/place'
import type { AttributeCode, Instant } from '../knowledge/types'
import type { Action } from './actions'
import { type Levels, levelsOf, maskOf } from './fields'
import type { Grant } from './grant'
import type { Post, Resource } from './standing'

/** What a grant can name of a post and of a resource. */
type Dimension = SubjectDimension | 'applications' | 'owners' | 'labels' | 'places'

/** A grant made ready for deciding: lists have become sets, what is absent means any. */
export interface Rule {
  readonly grant: Grant
  readonly forbids: boolean
  readonly levels: Levels
  /** The sensitivities it speaks of. */
  readonly mask: Levels
  /** Speaks of some values only. */
  readonly narrow: boolean
  readonly attributes: readonly AttributeCode[] | undefined
  readonly named: Readonly<Record<Dimension, ReadonlySet<string> | undefined>>
  /** Only where the post's organisation manages. */
  readonly own: boolean
  readonly from: Instant | undefined
  readonly to: Instant | undefined
}

/** The rules for one action on resources of one kind: entries `start` up to `end`, and more by what few resources have. */
export interface Bucket {
  readonly start: number
  readonly end: number
  readonly byApplication: ReadonlyMap<string, readonly number[]> | undefined
  readonly byOwner: ReadonlyMap<string, readonly number[]> | undefined
  readonly byPlace: ReadonlyMap<string, readonly number[]> | undefined
  /** Every entry of the bucket, the further ones too. */
  readonly last: number
}

const anyKind = '*'

/** A bucket of fewer rules is looked through faster than looked up in. */
const leastToLookUp = 96
/** How many bytes of what was worked out for posts are kept. */
const mostKept = 64 * 1024 * 1024

/**
 * All grants of a deployment, made ready for deciding. A rule stands once for each action and kind it is for, next to the others for the
 * same; which of these entries are for a post is worked out once as a row of bits, the same for all posts the grants cannot tell apart.
 */
export class GrantIndex {
  readonly #buckets = new Map<string, ReadonlyMap<string, Bucket>>()
  readonly #entries: Rule[] = []
  readonly #subjects: readonly SubjectIndex[]
  readonly #bitsOfPost = new WeakMap<Post, Uint32Array>()
  readonly #bitsBySignature = new Map<string, Uint32Array>()

  constructor(grants: readonly Grant[]) {
    const rules = grants.map(ruleFrom)
    for (const [action, ofAction] of groupBy(rules, ({ grant }) => new Set(grant.actions))) {
      const general = ofAction.filter(({ grant }) => grant.resource.kinds === undefined)
      const buckets = new Map([[anyKind, this.#put(general)]])
      for (const [kind, ofKind] of groupBy(ofAction, ({ grant }) => new Set(grant.resource.kinds)))
        buckets.set(kind, this.#put([...general, ...ofKind]))
      this.#buckets.set(action, buckets)
    }
    this.#subjects = subjectDimensions
      .map((dimension) => subjectIndex(dimension, this.#entries))
      .filter(({ naming }) => naming.size > 0)
  }

  /** @returns the rules that may concern an action on a kind */
  bucket(action: Action, kind: string): Bucket | undefined {
    const kinds = this.#buckets.get(action)
    return kinds === undefined ? undefined : (kinds.get(kind) ?? kinds.get(anyKind))
  }

  rule(entry: number): Rule {
    return this.#entries[entry] as Rule // entries come from the buckets and bits of this index
  }

  /** @returns the rules of a bucket that are for a post, whatever they are about and wherever they hold */
  rulesFor({ start, last }: Bucket, post: Post): readonly Rule[] {
    return [...bitsIn(this.bitsFor(post), start, last)].map((entry) => this.rule(entry))
  }

  /** @returns the rules of a bucket, whomever they are for */
  rulesIn({ start, last }: Bucket): readonly Rule[] {
    return this.#entries.slice(start, last)
  }

  /** @returns the rules for an action on anything that are for a post, each once */
  rulesForAction(action: Action, post: Post): ReadonlySet<Rule> {
    const buckets = this.#buckets.get(action)?.values() ?? []
    return new Set([...buckets].flatMap((bucket) => this.rulesFor(bucket, post)))
  }

  /** @returns whether a rule that is looked up by place would allow it somewhere else */
  allowsElsewhere({ end, last }: Bucket, post: Post, resource: Resource, at: Instant): boolean {
    for (const entry of bitsIn(this.bitsFor(post), end, last)) {
      const rule = this.rule(entry)
      if (!rule.forbids && isAbout(rule, resource, at)) return true
    }
    return false
  }

  /** @returns which entries are for a post, a bit each */
  bitsFor(post: Post): Uint32Array {
    const known = this.#bitsOfPost.get(post)
    if (known) return known
    const signature = this.signatureOf(post)
    let bits = this.#bitsBySignature.get(signature)
    if (bits === undefined) {
      bits = this.#workOut(post)
      if (this.#bitsBySignature.size * bits.byteLength > mostKept) this.#bitsBySignature.clear()
      this.#bitsBySignature.set(signature, bits)
    }
    this.#bitsOfPost.set(post, bits)
    return bits
  }

  /** @returns what of a post the grants ask about: posts alike in it are allowed the same, each in its own places */
  signatureOf(post: Post): string {
    return this.#subjects
      .map(({ dimension, naming }) =>
        subjectValues(post, dimension)
          .filter((value) => naming.has(value))
          .sort()
          .join(','),
      )
      .join('|')
  }

  #put(rules: readonly Rule[]): Bucket {
    const start = this.#entries.length
    const isLarge = rules.length >= leastToLookUp
    const keyOf = ({ named }: Rule) =>
      isLarge ? resourceDimensions.find((one) => named[one] !== undefined) : undefined
    for (const rule of rules) if (keyOf(rule) === undefined) this.#entries.push(rule)
    const end = this.#entries.length
    const [byApplication, byOwner, byPlace] = resourceDimensions.map((dimension) => {
      const further = new Map<string, number[]>()
      for (const rule of rules) {
        if (keyOf(rule) !== dimension) continue
        const entry = this.#entries.push(rule) - 1
        for (const value of rule.named[dimension] ?? []) {
          const entries = further.get(value)
          if (entries) entries.push(entry)
          else further.set(value, [entry])
        }
      }
      return further.size > 0 ? further : undefined
    })
    return { start, end, byApplication, byOwner, byPlace, last: this.#entries.length }
  }

  /** An entry is for a post when in each dimension it names nothing or something the post has. */
  #workOut(post: Post): Uint32Array {
    const bits = new Uint32Array((this.#entries.length + 31) >> 5).fill(0xffffffff)
    for (const { dimension, naming, silent } of this.#subjects) {
      const met = silent.slice()
      for (const value of subjectValues(post, dimension))
        for (const entry of naming.get(value) ?? noEntries)
          met[entry >> 5] = (met[entry >> 5] ?? 0) | (1 << (entry & 31))
      for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) & (met[word] ?? 0)
    }
    return bits
  }
}

const subjectDimensions = ['posts', 'organisations', 'roles', 'tags', 'ranks'] as const
type SubjectDimension = (typeof subjectDimensions)[number]
/** Whichever a rule names first it is looked up by. */
const resourceDimensions = ['applications', 'owners', 'places'] as const

/** What the entries say of one thing posts have. */
interface SubjectIndex {
  readonly dimension: SubjectDimension
  readonly naming: ReadonlyMap<string, readonly number[]>
  /** The entries that name nothing of it. */
  readonly silent: Uint32Array
}

function subjectIndex(dimension: SubjectDimension, entries: readonly Rule[]): SubjectIndex {
  const naming = new Map<string, number[]>()
  const silent = new Uint32Array((entries.length + 31) >> 5)
  for (const [entry, { named }] of entries.entries()) {
    const values = named[dimension]
    if (values === undefined) silent[entry >> 5] = (silent[entry >> 5] ?? 0) | (1 << (entry & 31))
    else
      for (const value of values) {
        const list = naming.get(value)
        if (list) list.push(entry)
        else naming.set(value, [entry])
      }
  }
  return { dimension, naming, silent }
}

const noEntries: readonly number[] = []

function subjectValues(post: Post, dimension: SubjectDimension): readonly string[] {
  switch (dimension) {
    case 'posts':
      return [post.id]
    case 'organisations':
      return post.organisations
    case 'roles':
      return post.roles
    case 'tags':
      return post.tags
    case 'ranks':
      return [post.rank]
  }
}

function groupBy<T>(all: readonly T[], keysOf: (one: T) => ReadonlySet<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all)
    for (const key of keysOf(one)) {
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
  return groups
}

function ruleFrom(grant: Grant): Rule {
  const { subject, resource, territory, fields } = grant
  const setOf = (values: readonly string[] | undefined) => (values === undefined ? undefined : new Set(values))
  return {
    grant,
    forbids: grant.effect === 'forbid',
    levels: levelsOf(fields, resource.sensitivities),
    mask: maskOf(resource.sensitivities),
    narrow: resource.attributes !== undefined || resource.sensitivities !== undefined,
    attributes: resource.attributes,
    named: {
      posts: setOf(subject.posts),
      organisations: setOf(subject.organisations),
      roles: setOf(subject.roles),
      tags: setOf(subject.tags),
      ranks: setOf(subject.ranks),
      applications: setOf(resource.applications),
      owners: setOf(resource.owners),
      labels: setOf(resource.tags),
      places: typeof territory === 'string' ? undefined : setOf(territory.given),
    },
    own: territory === 'own',
    from: grant.from,
    to: grant.to,
  }
}

export const isGoodAt = ({ from, to }: Rule, at: Instant): boolean =>
  (from === undefined || at >= from) && (to === undefined || at < to)

const meets = (named: ReadonlySet<string> | undefined, values: readonly string[] | undefined): boolean => {
  if (named === undefined) return true
  if (values !== undefined) for (const value of values) if (named.has(value)) return true
  return false
}

const isOne = (named: ReadonlySet<string> | undefined, value: string | undefined): boolean =>
  named === undefined || (value !== undefined && named.has(value))

/** @returns whether a rule is about a resource, wherever it is */
export const isAbout = (rule: Rule, resource: Resource, at: Instant): boolean =>
  isOne(rule.named.applications, resource.application) &&
  meets(rule.named.labels, resource.tags) &&
  meets(rule.named.owners, resource.owners) &&
  isGoodAt(rule, at)

/** @returns whether a rule holds where a resource is */
export const isWhere = ({ own, named }: Rule, post: Post, resource: Resource): boolean =>
  own ? isIn(post.territory, resource.lineage) : meets(named.places, resource.lineage)

function isIn(places: readonly PlaceId[], lineage: readonly PlaceId[]): boolean {
  for (const place of places) if (lineage.includes(place)) return true
  return false
}

/** What is told of the rules that are for a post and about a resource. */
export interface Sink {
  /** A rule that holds where the resource is. */
  add(rule: Rule, post: Post): void
  /** One that would hold, were the resource somewhere else. */
  addElsewhere(rule: Rule): void
}

/** Tells of every rule that is for a post and about a resource, each once. */
export function tellRules(
  index: GrantIndex,
  bucket: Bucket,
  post: Post,
  resource: Resource,
  at: Instant,
  sink: Sink,
): void {
  const bits = index.bitsFor(post)
  tellRange(index, bits, bucket.start, bucket.end, post, resource, at, sink)
  if (bucket.end === bucket.last) return
  if (bucket.byApplication !== undefined && resource.application !== undefined)
    tellListed(index, bits, bucket.byApplication, [resource.application], 'applications', post, resource, at, sink)
  if (bucket.byOwner !== undefined && resource.owners !== undefined)
    tellListed(index, bits, bucket.byOwner, resource.owners, 'owners', post, resource, at, sink)
  if (bucket.byPlace !== undefined)
    tellListed(index, bits, bucket.byPlace, resource.lineage, 'places', post, resource, at, sink)
}

function tellOne(rule: Rule, post: Post, resource: Resource, at: Instant, sink: Sink): void {
  if (!isAbout(rule, resource, at)) return
  if (isWhere(rule, post, resource)) sink.add(rule, post)
  else sink.addElsewhere(rule)
}

function tellRange(
  index: GrantIndex,
  bits: Uint32Array,
  start: number,
  end: number,
  post: Post,
  resource: Resource,
  at: Instant,
  sink: Sink,
): void {
  if (start >= end) return
  const firstWord = start >> 5
  const lastWord = (end - 1) >> 5
  for (let word = firstWord; word <= lastWord; word++) {
    let left = bits[word] ?? 0
    if (word === firstWord) left &= ~0 << (start & 31)
    if (word === lastWord && (end & 31) !== 0) left &= (1 << (end & 31)) - 1
    for (; left !== 0; left &= left - 1)
      tellOne(index.rule((word << 5) + 31 - Math.clz32(left & -left)), post, resource, at, sink)
  }
}

function tellListed(
  index: GrantIndex,
  bits: Uint32Array,
  entries: ReadonlyMap<string, readonly number[]>,
  values: readonly string[],
  dimension: Dimension,
  post: Post,
  resource: Resource,
  at: Instant,
  sink: Sink,
): void {
  for (let step = 0; step < values.length; step++) {
    const listed = entries.get(values[step] ?? '')
    if (listed === undefined) continue
    for (const entry of listed) {
      if ((((bits[entry >> 5] ?? 0) >>> (entry & 31)) & 1) === 0) continue
      const rule = index.rule(entry)
      if (step === 0 || !isMetBefore(rule.named[dimension], values, step)) tellOne(rule, post, resource, at, sink)
    }
  }
}

/** @returns the bits from one up to another */
function* bitsIn(bits: Uint32Array, start: number, end: number): Generator<number> {
  for (let at = start; at < end; at++) if (((bits[at >> 5] ?? 0) >>> (at & 31)) & 1) yield at
}

/** A rule under two of the values is met by the first. */
function isMetBefore(named: ReadonlySet<string> | undefined, values: readonly string[], at: number): boolean {
  if (named === undefined || named.size === 1) return false
  for (let before = 0; before < at; before++) if (named.has(values[before] ?? '')) return true
  return false
}
