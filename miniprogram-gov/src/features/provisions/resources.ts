import type { Contract, DataSetReply, ProvisionReply, ReplyOf } from '@zmht/shared/contract'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export const provisionOf = createResource<ProvisionReply>((provisionId) =>
  api.ledgers.provision({ params: { provisionId } }),
)

export type WholeDataSet = ReplyOf<Contract['ledgers']['dataSet']>

export const dataSetOf = createResource<WholeDataSet>((dataSetId) => api.ledgers.dataSet({ params: { dataSetId } }))

/** A page of what is offered to me, or of what my organisation offers. */
export const dataSetsOn =
  (side: 'offered' | 'own') =>
  (cursor: string | undefined): Promise<{ items: DataSetReply[]; next?: string }> =>
    api.ledgers.dataSets({ query: { side, ...(cursor === undefined ? {} : { cursor }) } })
