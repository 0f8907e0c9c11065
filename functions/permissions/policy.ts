import { createHash, randomBytes } from 'node:crypto'
import { type Grant, type Policy, type Post, standardGrants } from '@zmht/shared/permission'
import { cached, forEver, moving } from '../platform/cache'
import { base32 } from '../platform/cipher'
import {
  emptySet,
  grantsOf,
  isFor,
  type KeptGrant,
  namesIn,
  type PolicySet,
  type PostSubject,
  subjectOf,
} from './domain/policy'
import {
  type PolicyPointer,
  readCompiled,
  readNames,
  readPointer,
  readSet,
  readSignatures,
  saveCompiled,
  saveSignature,
} from './grant.store'

/** The name of what rules ask about a kind of posts. */
const signatureOf = ({ roles, tags, rank, organisations, post }: PostSubject): string =>
  createHash('sha256')
    .update(JSON.stringify([roles, tags, rank, organisations, post ?? '']))
    .digest('base64url')
    .slice(0, 22)

/** Tells one release of the product's own rules from another: what was compiled with the former is not used with the next. */
const standardDigest = createHash('sha256').update(JSON.stringify(standardGrants)).digest('base64url').slice(0, 6)

/** The stamp of the rules that come with the product, unchanged. */
const standardStamp = 'standard'

const pointers = cached(moving, async (): Promise<PolicyPointer | undefined> => readPointer())
const pointer = () => pointers.read('current')

const namesByStamp = cached(
  forEver,
  async (stamp) => {
    const { organisations, posts } =
      stamp === standardStamp ? namesIn(grantsOf(emptySet).map(({ grant }) => grant)) : await readNames(stamp)
    return { organisations: new Set(organisations), posts: new Set(posts) }
  },
  4,
)

/** A set of rules, whole. */
export interface WholePolicy extends Policy {
  readonly set: PolicySet
  readonly named: ReadonlyMap<string, KeptGrant>
  readonly pointer: PolicyPointer | undefined
}

const wholes = cached(
  forEver,
  async (stamp): Promise<WholePolicy> => {
    if (stamp === standardStamp) return whole(undefined, emptySet)
    const near = await pointer()
    const found = near?.stamp === stamp ? near : await readPointer(true)
    if (found?.stamp !== stamp) throw new Error(`the policy set ${stamp} is no longer in force`)
    return whole(found, await readSet(found))
  },
  2,
)

function whole(pointer: PolicyPointer | undefined, set: PolicySet): WholePolicy {
  const kept = grantsOf(set)
  return {
    version: pointer?.stamp ?? standardStamp,
    grants: kept.map(({ grant }) => grant),
    set,
    named: new Map(kept.map((one) => [one.grant.id, one])),
    pointer,
  }
}

/** All rules, as of at most 5 s ago: for looking up who may do what. */
export async function wholePolicy(): Promise<WholePolicy> {
  for (;;) {
    const stamp = (await pointer())?.stamp ?? standardStamp
    try {
      return await wholes.read(stamp)
    } catch (error) {
      // Another set came into force between the two reads.
      pointers.forget('current')
      if (((await pointer())?.stamp ?? standardStamp) === stamp) throw error
    }
  }
}

/** All rules, as of now: for whoever changes them. */
export async function policyNow(): Promise<WholePolicy> {
  const now = await readPointer(true)
  return whole(now, now === undefined ? emptySet : await readSet(now))
}

/** What the rules of one set are asked for. */
interface Kind {
  readonly stamp: string
  readonly signature: string
  readonly subject: PostSubject
}

/** The rules of one set for one kind of posts, kept by the instance for good. The first of its kind since the rules changed compiles them. */
const compiled = cached(forEver, async (kind): Promise<readonly Grant[]> => {
  const { stamp, signature, subject }: Kind = JSON.parse(kind) // written just below
  const found = await readCompiled(keyOf(stamp), signature)
  if (found !== undefined) return found
  const grants = (await wholes.read(stamp)).grants.filter((grant) => isFor(grant, subject))
  await Promise.all([saveCompiled(keyOf(stamp), signature, grants), saveSignature(signature, subject)])
  return grants
})

const keyOf = (stamp: string): string => `${stamp}.${standardDigest}`

/** Each kind of posts an instance meets is noted once, so that it is compiled when the rules change. */
const known = cached(forEver, async (key): Promise<void> => {
  const { signature, subject }: { signature: string; subject: PostSubject } = JSON.parse(key) // written just before
  await saveSignature(signature, subject)
})

async function rulesFor(post: Post, stamp: string): Promise<{ key: string; grants: readonly Grant[] }> {
  const subject = subjectOf(post, await namesByStamp.read(stamp))
  const signature = signatureOf(subject)
  const key = `${stamp} ${signature}`
  if (stamp !== standardStamp)
    return { key, grants: await compiled.read(JSON.stringify({ stamp, signature, subject } satisfies Kind)) }
  await known.read(JSON.stringify({ signature, subject }))
  return { key, grants: (await wholes.read(stamp)).grants.filter((grant) => isFor(grant, subject)) }
}

const policies = new Map<string, Policy>()

/**
 * @returns the rules that concern posts, as of at most 5 s ago. The same posts give the same object, so that what is made ready of it is kept; an instance reads the rules of
 * each kind of posts once for each change of the rules.
 */
export async function policyFor(posts: readonly Post[]): Promise<Policy> {
  for (let attempt = 1; ; attempt++) {
    try {
      const stamp = (await pointer())?.stamp ?? standardStamp
      const parts = await Promise.all(posts.map((post) => rulesFor(post, stamp)))
      return policyOf(parts)
    } catch (error) {
      if (attempt === 3) throw error
      pointers.forget('current')
    }
  }
}

function policyOf(parts: readonly { readonly key: string; readonly grants: readonly Grant[] }[]): Policy {
  const version = [...new Set(parts.map(({ key }) => key))].sort().join('|')
  const known = policies.get(version)
  if (known !== undefined) return known
  const grants = [...new Map(parts.flatMap((part) => part.grants).map((grant) => [grant.id, grant])).values()]
  const made: Policy = { version, grants }
  if (policies.size >= mostPolicies) policies.clear()
  policies.set(version, made)
  return made
}
const mostPolicies = 2000

/** As many kinds of posts are compiled ahead when the rules change; others at their first request. */
const compiledAhead = 500

/** Compiles a set that is about to come into force for the kinds of posts there are, so that nobody's first request waits for it. */
export async function compileAhead(stamp: string, set: PolicySet): Promise<void> {
  const grants = grantsOf(set).map(({ grant }) => grant)
  const kinds = await readSignatures(compiledAhead)
  for (let from = 0; from < kinds.length; from += 20)
    await Promise.all(
      kinds.slice(from, from + 20).map(({ signature, subject }) =>
        saveCompiled(
          keyOf(stamp),
          signature,
          grants.filter((grant) => isFor(grant, subject)),
        ),
      ),
    )
}

/** Whoever changed the rules sees them at once; others within 5 s. */
export const forgetPointer = (): void => pointers.forget('current')

/** Never given twice: what is compiled under it belongs to one set only. */
export const newStamp = (): string => base32(randomBytes(10)).slice(0, 12)
