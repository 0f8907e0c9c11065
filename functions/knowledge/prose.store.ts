import { CustomAttributeType, itemType } from '../platform/table/item'

export interface ProseEntry {
  readonly code: string
  readonly english: string
  readonly definition: string
  readonly standard: string
  readonly form: string
  readonly words: readonly string[]
  readonly maps: readonly string[]
  readonly subtypes: readonly string[]
}

/** What people read about the attributes of a kind; written at deployment, since no function carries prose. */
export const proseItem = itemType({
  model: { entity: 'knowledgeProse', version: '1', service: 'zmht' },
  attributes: {
    of: { type: 'string', required: true },
    entries: { type: CustomAttributeType<readonly ProseEntry[]>('any'), required: true },
    /** The deployed version it belongs to. */
    version: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['of'], template: 'KNOWLEDGEPROSE#${of}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PROSE', casing: 'none' },
    },
  },
})

export async function readProse(of: string): Promise<readonly ProseEntry[]> {
  const { data } = await proseItem().get({ of }).go()
  return data?.entries ?? []
}

export async function saveProse(of: string, entries: readonly ProseEntry[], version: string): Promise<void> {
  await proseItem().put({ of, entries, version, by: 'deployment' }).go()
}
