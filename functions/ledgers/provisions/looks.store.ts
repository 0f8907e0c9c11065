import type { Instant } from '@zmht/shared/knowledge'
import { itemType } from '../../platform/table/item'
import { transact } from '../../platform/table/write'

/** How often an official looked at what was given, and when last: the pages are in the audit one by one. */
export const lookItem = itemType({
  model: { entity: 'provisionLook', version: '1', service: 'zmht' },
  attributes: {
    provision: { type: 'string', required: true },
    official: { type: 'string', required: true },
    times: { type: 'number', required: true },
    last: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['provision'], template: 'PROVISION#${provision}', casing: 'none' },
      sk: { field: 'sk', composite: ['official'], template: 'LOOK#${official}', casing: 'none' },
    },
  },
})

export async function countLook(provision: string, official: string, at: Instant): Promise<void> {
  await transact([{ update: lookItem().update({ provision, official }).add({ times: 1 }).set({ last: at }).params() }])
}

export interface Looks {
  readonly official: string
  readonly times: number
  readonly last: Instant
}

/** Who looked, the most often first. Strongly consistent. */
export async function looksOf(provision: string): Promise<readonly Looks[]> {
  const { data } = await lookItem()
    .query.primary({ provision })
    .begins({ official: '' })
    .go({ pages: 'all', consistent: true })
  return data
    .map(({ official, times, last }) => ({ official, times, last }))
    .sort((one, other) => other.times - one.times)
}
