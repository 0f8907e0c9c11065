import type { GrantContent } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import type { Grant } from '@zmht/shared/permission'
import { type Packed, pack, unpack } from '../platform/packed'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf, transact } from '../platform/table/write'
import type { PolicySet, PostSubject, SubjectNames } from './domain/policy'

/** What somebody wants a rule to become; `content` absent: withdrawn. */
export interface Proposed {
  readonly content?: GrantContent
  readonly by: string
  readonly at: Instant
  readonly reason: string
}

/** A rule as it is kept: what is in force, and what waits for a second person. */
export interface GrantRecord {
  readonly id: string
  /** In force; absent: withdrawn, or never confirmed. */
  readonly content?: GrantContent
  readonly proposed?: Proposed
  readonly edition: number
  readonly by: string
  readonly at: Instant
  readonly reason: string
}

const grantAttributes = {
  id: { type: 'string', required: true },
  content: { type: CustomAttributeType<GrantContent>('any') },
  proposed: { type: CustomAttributeType<Proposed>('any') },
  edition: { type: 'number', required: true },
  by: { type: 'string', required: true },
  at: { type: 'string', required: true },
  reason: { type: 'string', required: true },
} as const

export const grantItem = itemType({
  model: { entity: 'grant', version: '1', service: 'zmht' },
  attributes: grantAttributes,
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'GRANT#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'GRANT', casing: 'none' },
    },
  },
})

/** Every edition a rule ever had. Never removed. */
export const grantEditionItem = itemType({
  model: { entity: 'grantEdition', version: '1', service: 'zmht' },
  attributes: { ...grantAttributes, number: { type: 'string', required: true } },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'GRANT#${id}', casing: 'none' },
      sk: { field: 'sk', composite: ['number'], template: 'EDITION#${number}', casing: 'none' },
    },
  },
})

/** Which set of rules is in force. Changed with every rule, in the same transaction. */
export const policyItem = itemType({
  model: { entity: 'policy', version: '1', service: 'zmht' },
  attributes: {
    name: { type: 'string', required: true },
    stamp: { type: 'string', required: true },
    /** How many parts its rules are kept in. */
    parts: { type: 'number', required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['name'], template: 'POLICY#${name}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'POLICY', casing: 'none' },
    },
  },
})

/** All rules of one set, whole, in parts below the size of an item; and which organisations and posts they name as subjects. Immutable. */
export const policyPartItem = itemType({
  model: { entity: 'policyPart', version: '1', service: 'zmht' },
  attributes: {
    stamp: { type: 'string', required: true },
    part: { type: 'string', required: true },
    packed: { type: CustomAttributeType<Packed>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['stamp'], template: 'POLICYSET#${stamp}', casing: 'none' },
      sk: { field: 'sk', composite: ['part'], template: '${part}', casing: 'none' },
    },
  },
})

/** The rules of one set that concern posts alike. Immutable. */
export const compiledItem = itemType({
  model: { entity: 'compiledPolicy', version: '1', service: 'zmht' },
  attributes: {
    stamp: { type: 'string', required: true },
    signature: { type: 'string', required: true },
    packed: { type: CustomAttributeType<Packed>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: {
        field: 'pk',
        composite: ['stamp', 'signature'],
        template: 'COMPILED#${stamp}#${signature}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'COMPILED', casing: 'none' },
    },
  },
})

/** What kinds of posts there are, as rules can tell them apart: compiled ahead when the rules change. */
export const signatureItem = itemType({
  model: { entity: 'postSignature', version: '1', service: 'zmht' },
  attributes: {
    list: { type: 'string', required: true },
    signature: { type: 'string', required: true },
    subject: { type: CustomAttributeType<PostSubject>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['list'], template: 'SIGNATURES#${list}', casing: 'none' },
      sk: { field: 'sk', composite: ['signature'], template: '${signature}', casing: 'none' },
    },
  },
})

const current = 'current'

/** Which set is in force; undefined: the one that comes with the product, unchanged. */
export interface PolicyPointer {
  readonly stamp: string
  readonly parts: number
  readonly version: number
}

export async function readPointer(consistent = false): Promise<PolicyPointer | undefined> {
  const { data } = await policyItem().get({ name: current }).go({ consistent })
  return data ?? undefined
}

/** Rules in one part: some 60 bytes each when packed, so that a part stays far below an item's 400 kB. */
const grantsPerPart = 2000
const namesPart = 'NAMES'
const partName = (index: number): string => `PART#${String(index).padStart(4, '0')}`

/** Parts are immutable; a moment after a change the near copy may not have them yet. */
async function readPart(stamp: string, part: string): Promise<Packed> {
  const near = await policyPartItem().get({ stamp, part }).go()
  const { data } = near.data === null ? await policyPartItem().get({ stamp, part }).go({ consistent: true }) : near
  if (data === null) throw new Error(`the policy set ${stamp} lacks the part ${part}`)
  return data.packed
}

export const readNames = async (stamp: string): Promise<SubjectNames> =>
  unpack<SubjectNames>(await readPart(stamp, namesPart))

export async function readSet({ stamp, parts }: PolicyPointer): Promise<PolicySet> {
  const read = await Promise.all(
    Array.from({ length: parts }, async (_, index) => {
      return unpack<PolicySet>(await readPart(stamp, partName(index)))
    }),
  )
  return {
    kept: read.flatMap(({ kept }) => kept),
    withdrawn: read.flatMap(({ withdrawn }) => withdrawn),
    proposed: read.flatMap(({ proposed }) => proposed),
  }
}

export async function readCompiled(stamp: string, signature: string): Promise<readonly Grant[] | undefined> {
  const { data } = await compiledItem().get({ stamp, signature }).go()
  return data === null ? undefined : unpack<readonly Grant[]>(data.packed)
}

export async function saveCompiled(stamp: string, signature: string, grants: readonly Grant[]): Promise<void> {
  await putIf(
    compiledItem()
      .put({ stamp, signature, packed: pack(grants) })
      .params(),
  )
}

export async function saveSignature(signature: string, subject: PostSubject): Promise<void> {
  await putIf(signatureItem().put({ list: current, signature, subject }).params())
}

/** The kinds of posts met so far, at most so many. */
export async function readSignatures(limit: number) {
  const { data } = await signatureItem().query.primary({ list: current }).go({ limit, pages: 'all' })
  return data.slice(0, limit)
}

export async function readGrant(id: string): Promise<GrantRecord | undefined> {
  const { data } = await grantItem().get({ id }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

/** Every edition of a rule, newest first. */
export async function readEditions(id: string): Promise<GrantRecord[]> {
  const { data } = await grantEditionItem()
    .query.primary({ id })
    .begins({ number: '' })
    .go({ pages: 'all', order: 'desc' })
  return data.map(({ number: _number, ...record }) => present(record))
}

export interface GrantChange {
  readonly record: GrantRecord
  /** The set after the change, and its stamp. */
  readonly set: PolicySet
  readonly names: SubjectNames
  readonly stamp: string
  /** The pointer the set was made from. */
  readonly seen: PolicyPointer | undefined
}

/**
 * Saves a rule, its edition and the set of all rules it belongs to: all or nothing, seen by everybody at once when the pointer is read.
 * @returns which of the two was changed meanwhile by somebody else
 */
export async function saveGrant({ record, set, names, stamp, seen }: GrantChange): Promise<'saved' | 'rule' | 'set'> {
  const parts = Math.max(1, Math.ceil(set.kept.length / grantsPerPart))
  const seenEdition = record.edition - 1
  const outcome = await transact([
    {
      put: grantItem()
        .put(record)
        .where(({ edition }, { eq, notExists }) => (seenEdition === 0 ? notExists(edition) : eq(edition, seenEdition)))
        .params(),
    },
    {
      put: policyItem()
        .put({ name: current, stamp, parts, version: (seen?.version ?? 0) + 1 })
        .where(({ version }, { eq, notExists }) =>
          seen === undefined ? notExists(version) : eq(version, seen.version),
        )
        .params(),
    },
    {
      put: grantEditionItem()
        .put({ ...record, number: String(record.edition).padStart(6, '0') })
        .params(),
    },
    {
      put: policyPartItem()
        .put({ stamp, part: namesPart, packed: pack(names) })
        .params(),
    },
    ...Array.from({ length: parts }, (_, index) => ({
      put: policyPartItem()
        .put({
          stamp,
          part: partName(index),
          packed: pack({
            kept: set.kept.slice(index * grantsPerPart, (index + 1) * grantsPerPart),
            withdrawn: index === 0 ? set.withdrawn : [],
            proposed: index === 0 ? set.proposed : [],
          } satisfies PolicySet),
        })
        .params(),
    })),
  ])
  if (outcome.written) return 'saved'
  return outcome.failed.includes(0) ? 'rule' : 'set'
}
