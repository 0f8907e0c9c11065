import type { Absence } from '@zmht/shared/permission'
import { type Day, type Holding, isHeldOn } from '@zmht/shared/permission'
import { readBatch } from '../platform/table/batch'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf, type TransactionPart, type WriteParameters } from '../platform/table/write'
import type { Official, PostHolder, PostRecord } from './domain/records'

export type { Official, PostHolder, PostRecord } from './domain/records'

interface PostCard {
  readonly id: string
  readonly title: string
  readonly holders: readonly PostHolder[]
}

export const postItem = itemType({
  model: { entity: 'post', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    title: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    roles: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    tags: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    rank: { type: 'string', required: true },
    catalogue: { type: 'string' },
    termEnds: { type: 'string' },
    closed: { type: 'boolean', required: true },
    holders: { type: CustomAttributeType<readonly PostHolder[]>('any'), required: true },
    edition: { type: 'number', required: true },
    version: { type: 'number', required: true },
    /** Who changed it last. */
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<PostCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'POST#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'POST', casing: 'none' },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisationId'], template: 'POSTS#${organisationId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['title', 'id'], template: '${title}#${id}', casing: 'none' },
    },
  },
})

export const officialItem = itemType({
  model: { entity: 'official', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    name: { type: 'string', required: true },
    phone: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    phoneIndex: { type: 'string', required: true },
    holdings: { type: CustomAttributeType<readonly Holding[]>('any'), required: true },
    absences: { type: CustomAttributeType<readonly Absence[]>('any'), required: true },
    version: { type: 'number', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<{ readonly id: string; readonly name: string }>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'OFFICIAL#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'OFFICIAL', casing: 'none' },
    },
  },
})

/** Whose work phone a number is: one official's at a time, and the way to sign in. Changed with the official in one transaction. */
export const officialPhoneItem = itemType({
  model: { entity: 'officialPhone', version: '1', service: 'zmht' },
  attributes: {
    phoneIndex: { type: 'string', required: true },
    official: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['phoneIndex'], template: 'OFFICIALPHONE#${phoneIndex}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'OFFICIALPHONE', casing: 'none' },
    },
  },
})

/** The posts of an organisation with who holds them, by title. */
export async function postsOf(organisationId: string): Promise<readonly PostCard[]> {
  const { data } = await postItem().query.ofOrganisation({ organisationId }).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

export const holdersOn = ({ holders }: Pick<PostRecord, 'holders'>, day: Day): string[] => [
  ...new Set(holders.filter((one) => isHeldOn(one, day)).map(({ official }) => official)),
]

/** Those of the posts that exist, by id, in one batch. Strongly consistent. */
export async function readPosts(ids: readonly string[]): Promise<Map<string, PostRecord>> {
  const found = await readBatch(
    [...new Set(ids)].map((id) => ({ id })),
    (keys) => postItem().get(keys).go({ consistent: true }),
  )
  return new Map(found.map(({ card: _card, by: _by, ...post }) => [post.id, present(post)]))
}

export const readPost = async (id: string): Promise<PostRecord | undefined> => (await readPosts([id])).get(id)

/** Those of the officials that exist, by id, in one batch. Strongly consistent. */
export async function readOfficials(ids: readonly string[]): Promise<Map<string, Official>> {
  const found = await readBatch(
    [...new Set(ids)].map((id) => ({ id })),
    (keys) => officialItem().get(keys).go({ consistent: true }),
  )
  return new Map(found.map(({ card: _card, by: _by, ...official }) => [official.id, official]))
}

export const readOfficial = async (id: string): Promise<Official | undefined> => (await readOfficials([id])).get(id)

/** @returns the official with this phone, by its blind index. Strongly consistent. */
export async function officialByPhone(phoneIndex: string): Promise<string | undefined> {
  const { data } = await officialPhoneItem().get({ phoneIndex }).go({ consistent: true })
  return data?.official
}

/** @returns what makes a number an official's, and their former one nobody's: nothing is written when it is somebody else's. */
export function phoneParts({ id, phoneIndex }: Official, former: string | undefined): TransactionPart[] {
  if (former === phoneIndex) return []
  return [
    {
      put: officialPhoneItem()
        .put({ phoneIndex, official: id })
        .where(({ official }, { eq, notExists }) => `${notExists(official)} OR ${eq(official, id)}`)
        .params(),
    },
    ...(former === undefined ? [] : [{ delete: officialPhoneItem().delete({ phoneIndex: former }).params() }]),
  ]
}

/** @returns the put of a post: new, or changed since `version - 1`. */
export function postPut(post: PostRecord, by: string): WriteParameters {
  const { id, title, holders } = post
  return postItem()
    .put({ ...post, by, card: { id, title, holders } })
    .where(({ version }, { eq, notExists }) =>
      post.version === 1 ? notExists(version) : eq(version, post.version - 1),
    )
    .params()
}

/** @returns the put of an official: new, or changed since `version - 1`. */
export function officialPut(official: Official, by: string): WriteParameters {
  const { id, name } = official
  return officialItem()
    .put({ ...official, by, card: { id, name } })
    .where(({ version }, { eq, notExists }) =>
      official.version === 1 ? notExists(version) : eq(version, official.version - 1),
    )
    .params()
}

/** Writes a post as it is, whatever was there: for what a deployment starts with. */
export async function savePost(post: PostRecord): Promise<void> {
  const { id, title, holders } = post
  await putIf(
    postItem()
      .put({ ...post, by: 'system', card: { id, title, holders } })
      .params(),
  )
}

/** Writes an official as they are, whatever was there: for what a deployment starts with. */
export async function saveOfficial(official: Official): Promise<void> {
  const { id, name, phoneIndex } = official
  const former = (await readOfficial(id))?.phoneIndex
  if (former !== undefined && former !== phoneIndex) await officialPhoneItem().delete({ phoneIndex: former }).go()
  await putIf(officialPhoneItem().put({ phoneIndex, official: id }).params())
  await putIf(
    officialItem()
      .put({ ...official, by: 'system', card: { id, name } })
      .params(),
  )
}
