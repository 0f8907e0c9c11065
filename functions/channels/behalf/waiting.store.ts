import { blind } from '../../platform/cipher'
import { itemType } from '../../platform/table/item'
import type { TransactionPart } from '../../platform/table/write'

/** A request that was entered for somebody without an account, under what they will be recognised by. Made and removed with the request. */
export const waitingItem = itemType({
  model: { entity: 'waitingBehalf', version: '1', service: 'zmht' },
  attributes: {
    sign: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['sign'], template: 'BEHALF#${sign}', casing: 'none' },
      sk: { field: 'sk', composite: ['requestId'], template: '${requestId}', casing: 'none' },
    },
  },
})

/** By the number they sign in with; the number itself is not kept. */
export const signOfPhone = async (phone: string): Promise<string> => `phone/${await blind('behalf', phone)}`
/** By who they are in the ledgers. */
export const signOfPerson = (id: string): string => `person/${id}`

export const waitingPart = (sign: string, requestId: string): TransactionPart => ({
  put: waitingItem().put({ sign, requestId }).params(),
})

export const waitsNoMore = (sign: string, requestId: string): TransactionPart => ({
  delete: waitingItem().delete({ sign, requestId }).params(),
})

/** What waits for whoever is recognised by this. Strongly consistent. */
export async function waitingFor(sign: string): Promise<string[]> {
  const { data } = await waitingItem().query.primary({ sign }).go({ pages: 'all', consistent: true })
  return data.map(({ requestId }) => requestId)
}
