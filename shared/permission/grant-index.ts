import type { PlaceId } from '../geo/place'
import type { AttributeCode, Instant } from '../knowledge/types'
import type { Action } from './actions'
import { type Levels, levelsOf, maskOf } from './fields'
import type { Grant } from './grant'
import { addRow, hasRow, noRows } from './rows'
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

/** The rules for one action on resources of one kind: entries `start` up to `end`, and those that name applications. */
export interface Bucket {
  readonly id: number
  readonly start: number
  readonly end: number
  /** The entries that name applications, which stand with the others of their application. */
  readonly further: readonly number[]
}

const anyKind = '*'

/** How many bytes of what was worked out for posts are kept. */
const mostKept = 64 * 1024 * 1024

/**
 * All grants of a deployment, made ready for deciding. A rule stands once for each action and kind it is for, next to the others for the
 * same; which of these entries are for a post is worked out once as a row of bits, the same for all posts the grants cannot tell apart.
 */
export class GrantIndex {
  readonly #buckets = new Map<string, ReadonlyMap<string, Bucket>>()
  readonly #entries: Rule[] = []
  /** How many entries name no application; they come first. */
  readonly #general: number
  /** Of each further entry, its bucket. */
  readonly #bucketOf: Uint32Array
  readonly #applications = new Map<string, { readonly start: number; readonly end: number }>()
  readonly #subjects: readonly SubjectIndex[]
  readonly #bitsOfPost = new WeakMap<Post, Uint32Array>()
  readonly #bitsBySignature = new Map<string, Uint32Array>()

  constructor(grants: readonly Grant[]) {
    const rules = grants.filter(({ only }) => only === undefined).map(ruleFrom)
    const further = new Map<string, { readonly rule: Rule; readonly bucket: number; readonly note: number[] }[]>()
    let buckets = 0
    const put = (ofBucket: readonly Rule[]): Bucket => {
      const [id, start, note]: [number, number, number[]] = [buckets++, this.#entries.length, []]
      for (const rule of ofBucket) {
        if (rule.named.applications === undefined) this.#entries.push(rule)
        for (const application of rule.named.applications ?? []) {
          const list = further.get(application) ?? []
          list.push({ rule, bucket: id, note })
          further.set(application, list)
        }
      }
      return { id, start, end: this.#entries.length, further: note }
    }
    for (const [action, ofAction] of groupBy(rules, ({ grant }) => new Set(grant.actions))) {
      const general = ofAction.filter(({ grant }) => grant.resource.kinds === undefined)
      const kinds = new Map([[anyKind, put(general)]])
      for (const [kind, ofKind] of groupBy(ofAction, ({ grant }) => new Set(grant.resource.kinds)))
        kinds.set(kind, put([...general, ...ofKind]))
      this.#buckets.set(action, kinds)
    }
    const bucketOf: number[] = []
    this.#general = this.#entries.length
    for (const [application, list] of further) {
      const start = this.#entries.length
      for (const { rule, bucket, note } of list) {
        note.push(this.#entries.length)
        this.#entries.push(rule)
        bucketOf.push(bucket)
      }
      this.#applications.set(application, { start, end: this.#entries.length })
    }
    this.#bucketOf = Uint32Array.from(bucketOf)
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
  rulesFor({ start, end, further }: Bucket, post: Post): readonly Rule[] {
    const bits = this.bitsFor(post)
    const near = this.#entries.slice(start, end).filter((_, at) => hasRow(bits, start + at))
    const others = further.filter((entry) => hasRow(bits, entry)).map((entry) => this.rule(entry))
    return [...near, ...others]
  }

  /** @returns the rules of a bucket, whomever they are for */
  rulesIn({ start, end, further }: Bucket): ReadonlySet<Rule> {
    return new Set([...this.#entries.slice(start, end), ...further.map((entry) => this.rule(entry))])
  }

  /** @returns the rules for an action on anything that are for a post, each once */
  rulesForAction(action: Action, post: Post): ReadonlySet<Rule> {
    const buckets = this.#buckets.get(action)?.values() ?? []
    return new Set([...buckets].flatMap((bucket) => this.rulesFor(bucket, post)))
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
    return JSON.stringify(
      this.#subjects.map(({ dimension, naming }) =>
        subjectValues(post, dimension)
          .filter((value) => naming.has(value))
          .sort(),
      ),
    )
  }

  /** Tells of every rule that is for a post and about a resource, each once. */
  tell(bucket: Bucket, post: Post, resource: Resource, at: Instant, sink: Sink): void {
    const bits = this.bitsFor(post)
    this.#tellRange(bits, bucket.start, bucket.end, bucket.id, post, resource, at, sink)
    const range = resource.application === undefined ? undefined : this.#applications.get(resource.application)
    if (range) this.#tellRange(bits, range.start, range.end, bucket.id, post, resource, at, sink)
  }

  #tellRange(
    bits: Uint32Array,
    start: number,
    end: number,
    bucket: number,
    post: Post,
    resource: Resource,
    at: Instant,
    sink: Sink,
  ): void {
    const isFurther = start >= this.#general
    let isInOwn: boolean | undefined
    const lastWord = (end - 1) >> 5
    for (let word = start >> 5; start < end && word <= lastWord; word++) {
      let left = bits[word] ?? 0
      if (left === 0) continue
      left &= wordMask(word, start, end)
      for (; left !== 0; left &= left - 1) {
        const entry = (word << 5) + 31 - Math.clz32(left & -left)
        if (isFurther && this.#bucketOf[entry - this.#general] !== bucket) continue
        const rule = this.rule(entry)
        if (!isAbout(rule, resource, at)) continue
        if (rule.own) isInOwn ??= isIn(post.territory, resource.lineage)
        if (rule.own ? isInOwn === true : meets(rule.named.places, resource.lineage)) sink.add(rule, post)
        else sink.addElsewhere(rule)
      }
    }
  }

  /** An entry is for a post when in each dimension it names nothing or something the post has. */
  #workOut(post: Post): Uint32Array {
    const bits = new Uint32Array((this.#entries.length + 31) >> 5).fill(0xffffffff)
    for (const { dimension, naming, silent } of this.#subjects) {
      const met = silent.slice()
      for (const value of subjectValues(post, dimension))
        for (const entry of naming.get(value) ?? noEntries) addRow(met, entry)
      for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) & (met[word] ?? 0)
    }
    return bits
  }
}

const subjectDimensions = ['posts', 'organisations', 'roles', 'tags', 'ranks'] as const
type SubjectDimension = (typeof subjectDimensions)[number]

/** What the entries say of one thing posts have. */
interface SubjectIndex {
  readonly dimension: SubjectDimension
  readonly naming: ReadonlyMap<string, readonly number[]>
  /** The entries that name nothing of it. */
  readonly silent: Uint32Array
}

function subjectIndex(dimension: SubjectDimension, entries: readonly Rule[]): SubjectIndex {
  const naming = new Map<string, number[]>()
  const silent = noRows(entries.length)
  for (const [entry, { named }] of entries.entries()) {
    const values = named[dimension]
    if (values === undefined) addRow(silent, entry)
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

/** @returns whether something dated holds at a moment: from `from` on, and no longer at `to` */
export const isGoodAt = (
  { from, to }: { readonly from?: Instant | undefined; readonly to?: Instant | undefined },
  at: Instant,
): boolean => (from === undefined || at >= from) && (to === undefined || at < to)

const meets = (named: ReadonlySet<string> | undefined, values: readonly string[] | undefined): boolean => {
  if (named === undefined) return true
  if (values !== undefined) for (let at = 0; at < values.length; at++) if (named.has(values[at] ?? '')) return true
  return false
}

/** @returns whether a rule is about a resource of the applications it names, wherever that is */
export const isAbout = (rule: Rule, resource: Resource, at: Instant): boolean =>
  meets(rule.named.labels, resource.tags) && meets(rule.named.owners, resource.owners) && isGoodAt(rule, at)

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

/** @returns the bits of a word that are from one row up to another */
function wordMask(word: number, start: number, end: number): number {
  const low = word === start >> 5 ? ~0 << (start & 31) : ~0
  return word === (end - 1) >> 5 && (end & 31) !== 0 ? low & ((1 << (end & 31)) - 1) : low
}
