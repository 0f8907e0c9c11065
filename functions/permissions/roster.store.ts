import type { Instant } from '@zmht/shared/knowledge'
import { cached, forEver } from '../platform/cache'
import { type Packed, pack, unpack } from '../platform/packed'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'
import type { RosterBlock } from './domain/roster'

/**
 * The people of one organisation, packed, in the order of change below the highest organisation above it: whoever has read all of a city reads afterwards only
 * what has changed since.
 */
export const rosterItem = itemType({
  model: { entity: 'roster', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    root: { type: 'string', required: true },
    changedAt: { type: 'string', required: true },
    card: { type: CustomAttributeType<Packed>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'ROSTER#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ROSTER', casing: 'none' },
    },
    changed: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['root'], template: 'ROSTERS#${root}', casing: 'none' },
      sk: {
        field: 'gsi1sk',
        composite: ['changedAt', 'organisation'],
        template: '${changedAt}#${organisation}',
        casing: 'none',
      },
    },
  },
})

/** The highest organisations: one for each city. */
export const rootItem = itemType({
  model: { entity: 'rosterRoot', version: '1', service: 'zmht' },
  attributes: { list: { type: 'string', required: true }, root: { type: 'string', required: true } },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['list'], template: 'ROSTERROOTS#${list}', casing: 'none' },
      sk: { field: 'sk', composite: ['root'], template: '${root}', casing: 'none' },
    },
  },
})

const all = 'all'

/** Each root an instance meets is noted once. */
const roots = cached(forEver, async (root) => void (await putIf(rootItem().put({ list: all, root }).params())))

export async function saveBlock(root: string, block: RosterBlock, at: Instant): Promise<void> {
  await putIf(
    rosterItem()
      .put({ organisation: block.id, root, changedAt: at, card: pack(block) })
      .params(),
  )
  await roots.read(root)
}

/** Strongly consistent. */
export async function readBlock(organisation: string): Promise<RosterBlock | undefined> {
  const { data } = await rosterItem().get({ organisation }).go({ consistent: true })
  return data === null ? undefined : unpack<RosterBlock>(data.card)
}

export async function readRoots(): Promise<readonly string[]> {
  const { data } = await rootItem().query.primary({ list: all }).go({ pages: 'all' })
  return data.map(({ root }) => root)
}

/** The blocks below a root that changed after an instant; all of them without one. */
export async function blocksChangedAfter(root: string, after: Instant | undefined): Promise<readonly RosterBlock[]> {
  const query = rosterItem().query.changed({ root })
  const { data } = await (after === undefined ? query : query.gt({ changedAt: after })).go({ pages: 'all' })
  return data.map(({ card }) => unpack<RosterBlock>(card))
}
