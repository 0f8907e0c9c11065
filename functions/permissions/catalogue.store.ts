import { basePostCatalogue, type CataloguePost, securityRoles } from '@zmht/shared/permission'
import { cached, moving } from '../platform/cache'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** A name of the catalogue with its edition; 0: as shipped. */
export type CatalogueEntry = CataloguePost & { readonly edition: number }

type Content = Omit<CataloguePost, 'code' | 'security'>

/** A name a deployment added to the catalogue of posts, or changed. */
export const cataloguePostItem = itemType({
  model: { entity: 'cataloguePost', version: '1', service: 'zmht' },
  attributes: {
    code: { type: 'string', required: true },
    content: { type: CustomAttributeType<Content>('any'), required: true },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: [], template: 'POSTCATALOGUE', casing: 'none' },
      sk: { field: 'sk', composite: ['code'], template: '${code}', casing: 'none' },
    },
  },
})

async function load(): Promise<readonly CatalogueEntry[]> {
  const { data } = await cataloguePostItem().query.primary({}).go({ pages: 'all', consistent: true })
  const own = new Map(data.map(({ code, content, edition }) => [code, { ...content, code, edition }]))
  const shipped = basePostCatalogue.map((entry) => ({ ...entry, edition: 0, ...own.get(entry.code) }))
  const added = [...own.values()].filter(({ code }) => !basePostCatalogue.some((entry) => entry.code === code))
  return [...shipped, ...added].map((entry) => ({
    ...entry,
    security: entry.roles.some((role) => securityRoles.has(role)),
  }))
}

const catalogues = cached(moving, load)

/** The catalogue of posts, as shipped with what the deployment says otherwise. At most 5 s old. */
export const readCatalogue = (): Promise<readonly CatalogueEntry[]> => catalogues.read('')
/** The same as of now. */
export const catalogueNow = load

/** @returns false when somebody else changed the name since `edition - 1`. */
export async function saveCatalogueEntry(
  code: string,
  content: Content,
  edition: number,
  by: string,
): Promise<boolean> {
  const before = edition - 1
  const { written } = await putIf(
    cataloguePostItem()
      .put({ code, content, edition, by })
      .where((seen, { eq, notExists }) => (before === 0 ? notExists(seen.edition) : eq(seen.edition, before)))
      .params(),
  )
  catalogues.forget('')
  return written
}
