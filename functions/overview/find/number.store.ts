import { itemType } from '../../platform/table/item'
import { putIf } from '../../platform/table/write'

/** Which requests a number is: its five letters, which several may share. Nothing of a person stands in it. */
export const requestNumberItem = itemType({
  model: { entity: 'requestNumber', version: '1', service: 'zmht' },
  attributes: {
    letters: { type: 'string', required: true },
    number: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['letters'], template: 'REQUESTNUMBER#${letters}', casing: 'none' },
      sk: { field: 'sk', composite: ['number', 'requestId'], template: '${number}#${requestId}', casing: 'none' },
    },
  },
})

/** Written again it is the same. */
export async function saveNumber(number: string, requestId: string): Promise<void> {
  await putIf(
    requestNumberItem()
      .put({ letters: number.slice(-5), number, requestId })
      .params(),
  )
}

const mostAlike = 10

/** The requests whose numbers end so. */
export async function requestsNumbered(
  letters: string,
): Promise<readonly { readonly number: string; readonly requestId: string }[]> {
  const { data } = await requestNumberItem().query.primary({ letters }).go({ limit: mostAlike })
  return data.map(({ number, requestId }) => ({ number, requestId }))
}
