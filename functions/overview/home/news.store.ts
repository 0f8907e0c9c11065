import type { NewsKind } from '@zmht/shared/contract'
import { newsKinds } from '@zmht/shared/contract/home'
import type { Instant } from '@zmht/shared/knowledge'
import { itemType } from '../../platform/table/item'
import { putIf } from '../../platform/table/write'

/**
 * Something that happened and concerns whoever is at an organisation or a place: a task that came down, a request that was given, an errand that came
 * back, data sent down. It names what it is about and says nothing of it: that is read, and decided on, when somebody looks.
 */
export const homeNewsItem = itemType({
  model: { entity: 'homeNews', version: '1', service: 'zmht' },
  attributes: {
    holder: { type: 'string', required: true },
    at: { type: 'string', required: true },
    kind: { type: newsKinds, required: true },
    id: { type: 'string', required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['holder'], template: 'HOMENEWS#${holder}', casing: 'none' },
      sk: { field: 'sk', composite: ['at', 'kind', 'id'], template: '${at}#${kind}#${id}', casing: 'none' },
    },
  },
})

export interface News {
  readonly kind: NewsKind
  readonly id: string
  readonly at: Instant
}

/** Older news is nobody's any more. */
export const newsDays = 14
const keptSeconds = 30 * 24 * 3600

/** Written again it is the same. */
export async function saveNews(holder: string, { kind, id, at }: News): Promise<void> {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + keptSeconds
  await putIf(homeNewsItem().put({ holder, kind, id, at, expiresAt }).params())
}

/** The latest of an organisation or a place after an instant, the latest first. */
export async function newsOf(holder: string, after: Instant, most: number): Promise<{ items: News[]; more: boolean }> {
  const { data, cursor } = await homeNewsItem()
    .query.primary({ holder })
    .gt({ at: after })
    .go({ limit: most, order: 'desc' })
  return { items: data.map(({ kind, id, at }) => ({ kind, id, at })), more: cursor !== null }
}
