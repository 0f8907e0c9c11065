import type { Instant } from '@zmht/shared/knowledge'
import { cached, moving } from '../platform/cache'
import { now } from '../platform/clock'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf, type WriteParameters } from '../platform/table/write'
import type { Relocation } from './domain/relocation'

/**
 * The changes of edges whose copies are still being rewritten: one small item, empty nearly always. Together with a place's copied path
 * it gives the edges as they are; that is why no reader ever believes a copied path alone.
 */
export interface Tree {
  /** Of the last operation. */
  readonly sequence: number
  readonly relocations: readonly Relocation[]
  readonly version: number
}

export const treeItem = itemType({
  model: { entity: 'tree', version: '1', service: 'zmht' },
  attributes: {
    name: { type: 'string', required: true },
    sequence: { type: 'number', required: true },
    relocations: { type: CustomAttributeType<readonly Relocation[]>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['name'], template: 'TREE#${name}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'TREE', casing: 'none' },
    },
  },
})

const name = 'relocations'

/** As it is now, for whoever is about to change it. */
export async function readTree(): Promise<Tree> {
  const { data } = await treeItem().get({ name }).go({ consistent: true })
  return data === null ? { sequence: 0, relocations: [], version: 0 } : data
}

/** @returns the put of the next tree, refused when somebody else changed it since `tree.version - 1`. */
export function treePut(tree: Tree): WriteParameters {
  return treeItem()
    .put({ name, ...tree })
    .where(({ version }, { eq, notExists }) =>
      tree.version === 1 ? notExists(version) : eq(version, tree.version - 1),
    )
    .params()
}

/** Takes an operation's relocations out once every copy is rewritten. */
export async function closeRelocations(operation: string): Promise<void> {
  for (;;) {
    const tree = await readTree()
    const relocations = tree.relocations.filter((one) => one.operation !== operation)
    if (relocations.length === tree.relocations.length) return
    const { written } = await putIf(treePut({ ...tree, relocations, version: tree.version + 1 }))
    if (written) return
  }
}

const kept = cached(moving, readTree)

/** The relocations in force at this moment, in order. */
export async function relocationsInForce(): Promise<readonly Relocation[]> {
  const { relocations } = await kept.read(name)
  if (relocations.length === 0) return relocations
  const at: Instant = now()
  return relocations.filter((one) => one.at <= at)
}

/**
 * How far ahead an operation takes effect. Every reader's memory of the tree is at most `moving` old, so all know of it by then and change over
 * at one instant; the margin is for the write itself.
 */
export const announcement = moving + 1000
