import type { PlacePath } from '@zmht/shared/geo'
import { requestMovers } from '@zmht/shared/rules'
import { CustomAttributeType, itemType } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import type { TransactionPart } from '../../platform/table/write'
import { cardOf, type DeskCard } from '../desk.store'
import { type OpenEntry, type OpenList, openEntriesOf, openKindOf } from '../domain/open-entry'
import { aboutOf } from '../domain/wording'
import type { Request } from '../request.store'

/**
 * An open request in one of the lists of those who work on it, by where it lies: whole, of one kind, of one case. A list narrowed to a place and a kind is one query
 * by prefix, however many are open. Changed with the request in one transaction; nothing of a person but the name stands in it.
 */
export const openItem = itemType({
  model: { entity: 'openAt', version: '1', service: 'zmht' },
  attributes: {
    holder: { type: 'string', required: true },
    by: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    requestId: { type: 'string', required: true },
    part: { type: requestMovers, required: true },
    kind: { type: 'string', required: true },
    about: { type: 'string', required: true },
    cluster: { type: 'string' },
    card: { type: CustomAttributeType<DeskCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['holder', 'by'], template: 'OPENAT#${holder}#${by}', casing: 'none' },
      sk: { field: 'sk', composite: ['path', 'requestId'], template: '${path}#${requestId}', casing: 'none' },
    },
  },
})

/** The writes that keep the lists in step with a request. */
export function openParts(before: Request | undefined, after: Request): TransactionPart[] {
  const keyOf = ({ holder, by, path }: OpenEntry) => `${holder}#${by}#${path}`
  const now = openEntriesOf(after)
  const stays = new Set(now.map(keyOf))
  const gone = (before === undefined ? [] : openEntriesOf(before)).filter((one) => !stays.has(keyOf(one)))
  const { id: requestId } = after
  const shown = {
    kind: openKindOf(after),
    about: aboutOf(after),
    ...(after.case === undefined ? {} : { cluster: after.case.id }),
    card: cardOf(after),
  }
  return [
    ...gone.map(({ holder, by, path }) => ({ delete: openItem().delete({ holder, by, path, requestId }).params() })),
    ...now.map((one) => ({
      put: openItem()
        .put({ ...one, requestId, ...shown })
        .params(),
    })),
  ]
}

export interface OpenRow extends DeskCard {
  readonly id: string
  readonly path: PlacePath
  readonly part: OpenEntry['part']
  readonly kind: string
  /** What it is called. */
  readonly about: string
  readonly cluster?: string
}

/** A page of a list inside a path, by place. */
export async function openPage(
  { holder, by }: OpenList,
  path: PlacePath,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: OpenRow[]; next?: string }> {
  const whole = openItem().query.primary({ holder, by })
  const { data, cursor: next } = await readPage(cursor, (from) =>
    (path === '' ? whole : whole.begins({ path })).go({ cursor: from, limit }),
  )
  const items = data.flatMap(({ requestId, path: at, part, kind, about, cluster, card }) =>
    part === 'resident' || part === 'system' || part === 'informed'
      ? []
      : [{ ...card, id: requestId, path: at, part, kind, about, ...(cluster === undefined ? {} : { cluster }) }],
  )
  return { items, ...(next === null ? {} : { next }) }
}
