import type { KnowledgeVersion, Release } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { type TransactionPart, transact } from '../platform/table/write'

/** Which version is in force, and the published revisions that lead to it from what was deployed first. */
export interface Head {
  readonly version: KnowledgeVersion
  /** The versions published since, oldest first. */
  readonly releases: readonly KnowledgeVersion[]
  /** Counts up with each publication. */
  readonly edition: number
}

export const knowledgeHeadItem = itemType({
  model: { entity: 'knowledgeHead', version: '1', service: 'zmht' },
  attributes: {
    version: { type: 'string', required: true },
    releases: { type: CustomAttributeType<readonly KnowledgeVersion[]>('any'), required: true },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: [], template: 'KNOWLEDGE', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'HEAD', casing: 'none' },
    },
  },
})

/** A published revision: written once, never changed. */
export const knowledgeReleaseItem = itemType({
  model: { entity: 'knowledgeRelease', version: '1', service: 'zmht' },
  attributes: {
    version: { type: 'string', required: true },
    release: { type: CustomAttributeType<Release>('any'), required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: [], template: 'KNOWLEDGE', casing: 'none' },
      sk: { field: 'sk', composite: ['version'], template: 'RELEASE#${version}', casing: 'none' },
    },
  },
})

/** @returns nothing before the first publication */
export async function readHead(consistent = false): Promise<Head | undefined> {
  const { data } = await knowledgeHeadItem().get({}).go({ consistent })
  return data === null ? undefined : { version: data.version, releases: data.releases, edition: data.edition }
}

export async function readRelease(version: KnowledgeVersion): Promise<Release | undefined> {
  const { data } = await knowledgeReleaseItem().get({ version }).go()
  return data?.release
}

/** Publishes a revision together with what else belongs to the decision. @returns false when somebody else published meanwhile */
export async function saveRelease(
  release: Release,
  after: Head,
  by: string,
  alongside: readonly TransactionPart[],
): Promise<boolean> {
  const { written } = await transact([
    {
      put: knowledgeHeadItem()
        .put({ version: after.version, releases: after.releases, edition: after.edition, by })
        .where(({ edition }, { eq, notExists }) =>
          after.edition === 1 ? notExists(edition) : eq(edition, after.edition - 1),
        )
        .params(),
    },
    { put: knowledgeReleaseItem().create({ version: release.version, release, by }).params() },
    ...alongside,
  ])
  return written
}
