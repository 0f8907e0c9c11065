import type { PlaceId } from '@zmht/shared/geo'
import { cached, moving } from '../platform/cache'
import { CustomAttributeType, isSome, itemType, none } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** An organisation: government unit, residents' committee … with the places it manages. */
export interface Organisation {
  readonly id: string
  readonly name: string
  readonly parentId?: string
  readonly manages: readonly PlaceId[]
  readonly version: number
}

export const organisationItem = itemType({
  model: { entity: 'organisation', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    name: { type: 'string', required: true },
    parentId: { type: 'string', required: true },
    manages: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    version: { type: 'number', required: true },
    card: { type: CustomAttributeType<{ readonly id: string; readonly name: string }>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'ORG#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ORG', casing: 'none' },
    },
    below: {
      index: 'gsi1',
      condition: (organisation: { parentId?: string }) => isSome(organisation.parentId),
      pk: { field: 'gsi1pk', composite: ['parentId'], template: 'ORGS#${parentId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['name', 'id'], template: '${name}#${id}', casing: 'none' },
    },
  },
})

/** A post 岗位 in an organisation, with who holds it now. */
export interface PostRecord {
  readonly id: string
  readonly title: string
  readonly organisationId: string
  readonly roles: readonly string[]
  readonly tags: readonly string[]
  readonly rank: string
  readonly holders: readonly string[]
  readonly version: number
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
    holders: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    version: { type: 'number', required: true },
    card: {
      type: CustomAttributeType<{ readonly id: string; readonly title: string; readonly holders: readonly string[] }>(
        'any',
      ),
      required: true,
    },
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

/** An official in the directory. The phone is sealed, and found through its blind index. */
export interface Official {
  readonly id: string
  readonly name: string
  readonly phone: Uint8Array
  readonly phoneIndex: string
  readonly posts: readonly string[]
  readonly version: number
}

export const officialItem = itemType({
  model: { entity: 'official', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    name: { type: 'string', required: true },
    phone: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    phoneIndex: { type: 'string', required: true },
    posts: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    version: { type: 'number', required: true },
    card: { type: CustomAttributeType<{ readonly id: string; readonly name: string }>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'OFFICIAL#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'OFFICIAL', casing: 'none' },
    },
    byPhone: {
      index: 'gsi3',
      pk: { field: 'gsi3pk', composite: ['phoneIndex'], template: 'PHONE#${phoneIndex}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

const organisations = cached(moving, async (id) => {
  const { data } = await organisationItem().get({ id }).go()
  if (data === null) return undefined
  const { card: _card, parentId, ...organisation } = data
  return { ...organisation, ...(isSome(parentId) ? { parentId } : {}) } satisfies Organisation
})
export const readOrganisation = (id: string): Promise<Organisation | undefined> => organisations.read(id)

/** The organisation and those above it, nearest first. */
export async function organisationChain(id: string): Promise<string[]> {
  const chain: string[] = []
  for (let next: string | undefined = id; next !== undefined && chain.length < 12; ) {
    const organisation: Organisation | undefined = await readOrganisation(next)
    if (organisation === undefined) break
    chain.push(organisation.id)
    next = organisation.parentId
  }
  return chain
}

export async function organisationsBelow(parentId: string): Promise<readonly { id: string; name: string }[]> {
  const { data } = await organisationItem().query.below({ parentId }).go({ limit: 500 })
  return data.map(({ card }) => card)
}

export async function postsOf(organisationId: string) {
  const { data } = await postItem().query.ofOrganisation({ organisationId }).go({ limit: 200 })
  return data.map(({ card }) => card)
}

export async function readPost(id: string): Promise<PostRecord | undefined> {
  const { data } = await postItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...post } = data
  return post
}

export async function readOfficial(id: string): Promise<Official | undefined> {
  const { data } = await officialItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...official } = data
  return official
}

/** @returns the official with this phone, by its blind index. */
export async function officialByPhone(phoneIndex: string): Promise<string | undefined> {
  const { data } = await officialItem().query.byPhone({ phoneIndex }).go({ limit: 1 })
  return data[0]?.id
}

export async function saveOrganisation(organisation: Organisation): Promise<void> {
  const { id, name } = organisation
  await putIf(
    organisationItem()
      .put({ ...organisation, parentId: organisation.parentId ?? none, card: { id, name } })
      .params(),
  )
}

export async function savePost(post: PostRecord): Promise<void> {
  const { id, title, holders } = post
  await putIf(
    postItem()
      .put({ ...post, card: { id, title, holders } })
      .params(),
  )
}

export async function saveOfficial(official: Official): Promise<void> {
  const { id, name } = official
  await putIf(
    officialItem()
      .put({ ...official, card: { id, name } })
      .params(),
  )
}
