import type { ApplicationContent, ApplicationSettings } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type ApplicationState, applicationStates } from '@zmht/shared/rules'
import { cached, forEver, moving } from '../platform/cache'
import { type Packed, pack, unpack } from '../platform/packed'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart, transact } from '../platform/table/write'
import type { Application, Made, Origin } from './domain/application'

/** What a list shows of an application. */
export interface ApplicationCard {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly category: string
  readonly state: ApplicationState
  readonly organisationId: string
  readonly edition: number
  readonly version?: number
  readonly updatedAt: Instant
  /** Of how many parts it is made; absent where it was kept before they were counted. */
  readonly parts?: number
}

/** An application. Permissions call every service an application: the item is called what it is, a bundle of them and more. */
export const bundleItem = itemType({
  model: { entity: 'bundle', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    state: { type: applicationStates, required: true },
    content: { type: CustomAttributeType<Packed>('any'), required: true },
    settings: { type: CustomAttributeType<ApplicationSettings>('any'), required: true },
    from: { type: CustomAttributeType<Origin>('any') },
    edition: { type: 'number', required: true },
    version: { type: 'number' },
    made: { type: CustomAttributeType<Readonly<Record<string, Made>>>('any'), required: true },
    job: { type: 'string' },
    stuck: { type: 'string' },
    updatedAt: { type: 'string', required: true },
    opener: { type: 'string' },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<ApplicationCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'BUNDLE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'BUNDLE', casing: 'none' },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisationId'], template: 'BUNDLES#${organisationId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['updatedAt', 'id'], template: '${updatedAt}#${id}', casing: 'none' },
    },
  },
})

/** Which application something was made for. */
export const madeForItem = itemType({
  model: { entity: 'madeFor', version: '1', service: 'zmht' },
  attributes: {
    made: { type: 'string', required: true },
    bundle: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['made'], template: 'MADEFOR#${made}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'MADEFOR', casing: 'none' },
    },
  },
})

export async function noteMadeFor(made: string, bundle: string): Promise<void> {
  await putIf(madeForItem().put({ made, bundle }).params())
}

/** @returns undefined for what no application made */
export async function madeFor(made: string): Promise<string | undefined> {
  const { data } = await madeForItem().get({ made }).go()
  return data?.bundle
}

/** What was in force under a version number. */
export const bundleVersionItem = itemType({
  model: { entity: 'bundleVersion', version: '1', service: 'zmht' },
  attributes: {
    bundleId: { type: 'string', required: true },
    /** Zero-padded to six digits, so that versions sort. */
    number: { type: 'string', required: true },
    content: { type: CustomAttributeType<Packed>('any'), required: true },
    settings: { type: CustomAttributeType<ApplicationSettings>('any'), required: true },
    says: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['bundleId'], template: 'BUNDLE#${bundleId}', casing: 'none' },
      sk: { field: 'sk', composite: ['number'], template: 'VERSION#${number}', casing: 'none' },
    },
  },
})

export interface ApplicationVersion {
  readonly number: number
  readonly content: ApplicationContent
  readonly settings: ApplicationSettings
  /** What it changed, in words. */
  readonly says: readonly string[]
  readonly at: Instant
  readonly by: string
}

const numberOf = (version: number): string => String(version).padStart(6, '0')

function asItem(application: Application) {
  const { id, state, organisationId, edition, version, updatedAt, content } = application
  const { title, summary, category } = content
  return present({
    ...application,
    content: pack(content),
    card: present({
      id,
      title,
      summary,
      category,
      state,
      organisationId,
      edition,
      version,
      updatedAt,
      parts: content.parts.length,
    }) as ApplicationCard, // undefined left out
  })
}

export async function readBundle(id: string, consistent = true): Promise<Application | undefined> {
  const { data } = await bundleItem().get({ id }).go({ consistent })
  if (data === null) return undefined
  const { card: _card, content, ...application } = data
  return present({ ...application, content: unpack<ApplicationContent>(content) })
}

const heads = cached(moving, (id) => readBundle(id, false))
/** At most 5 s old: what events are held against. */
export const bundleNow = (id: string): Promise<Application | undefined> => heads.read(id)

/** @returns false when somebody else saved since */
export async function saveBundle(next: Application, beside: readonly TransactionPart[] = []): Promise<boolean> {
  const put = bundleItem()
    .put(asItem(next))
    .where(({ edition }, { eq, notExists }) =>
      next.edition === 1 ? notExists(edition) : eq(edition, next.edition - 1),
    )
    .params()
  if (beside.length === 0) return (await putIf(put)).written
  return (await transact([{ put }, ...beside])).written
}

const pageSize = 20

/** The applications of an organisation, the latest first. */
export async function bundlesOf(
  organisationId: string,
  cursor: string | undefined,
): Promise<{ items: ApplicationCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    bundleItem().query.ofOrganisation({ organisationId }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** @returns the put of a version, saved with the application it becomes in force with */
export const versionPart = (
  bundleId: string,
  { number, content, ...version }: ApplicationVersion,
): TransactionPart => ({
  put: bundleVersionItem()
    .put({ ...version, bundleId, number: numberOf(number), content: pack(content) })
    .params(),
})

const versions = cached(
  forEver,
  async (key) => {
    const [bundleId = '', number = ''] = key.split('/')
    const { data } = await bundleVersionItem().get({ bundleId, number }).go()
    return data === null ? undefined : versionOf(data)
  },
  100,
)
export const readBundleVersion = (bundleId: string, number: number): Promise<ApplicationVersion | undefined> =>
  versions.read(`${bundleId}/${numberOf(number)}`)

/** The latest versions, the newest first. */
export async function versionsOf(bundleId: string): Promise<readonly ApplicationVersion[]> {
  const { data } = await bundleVersionItem().query.primary({ bundleId }).go({ order: 'desc', limit: pageSize })
  return data.map(versionOf)
}

interface KeptVersion extends Omit<ApplicationVersion, 'number' | 'content'> {
  readonly number: string
  readonly content: Packed
}

const versionOf = ({ number, content, settings, says, at, by }: KeptVersion): ApplicationVersion => ({
  ...{ settings, says, at, by },
  number: Number(number),
  content: unpack<ApplicationContent>(content),
})
