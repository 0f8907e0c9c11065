import { itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** The first time an author asked for a service: what they ask later is asked again. */
export const firstUseItem = itemType({
  model: { entity: 'firstUse', version: '1', service: 'zmht' },
  attributes: {
    author: { type: 'string', required: true },
    channelId: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['author'], template: 'FIRSTUSE#${author}', casing: 'none' },
      sk: { field: 'sk', composite: ['channelId'], template: '${channelId}', casing: 'none' },
    },
  },
})

/** Whether a request is its author's first of a channel. Whatever is first noted stays so, however often it is asked. */
export async function isFirstUse(author: string, channelId: string, requestId: string): Promise<boolean> {
  if ((await putIf(firstUseItem().create({ author, channelId, requestId }).params())).written) return true
  const { data } = await firstUseItem().get({ author, channelId }).go({ consistent: true })
  return data?.requestId === requestId
}
