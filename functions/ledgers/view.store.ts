import type { SavedView } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** How one official likes to look at one ledger: all their views in one small item. */
export interface Views {
  readonly ledger: string
  readonly official: string
  readonly views: readonly SavedView[]
  /** Counts up with each change; 0: none was ever saved. */
  readonly edition: number
}

const viewItem = itemType({
  model: { entity: 'ledgerView', version: '1', service: 'zmht' },
  attributes: {
    ledger: { type: 'string', required: true },
    official: { type: 'string', required: true },
    views: { type: CustomAttributeType<readonly SavedView[]>('any'), required: true },
    edition: { type: 'number', required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['official'], template: 'VIEWS#${official}', casing: 'none' },
      sk: { field: 'sk', composite: ['ledger'], template: 'LEDGER#${ledger}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readViews({ ledger, official }: Pick<Views, 'ledger' | 'official'>): Promise<Views> {
  const { data } = await viewItem().get({ ledger, official }).go({ consistent: true })
  return { ledger, official, views: data?.views ?? [], edition: data?.edition ?? 0 }
}

/** @returns false when they were changed since `edition - 1` */
export async function saveViews(next: Views & { readonly at: Instant }): Promise<boolean> {
  const before = next.edition - 1
  const { written } = await putIf(
    viewItem()
      .put(next)
      .where(({ edition }, { eq, notExists }) => (before === 0 ? notExists(edition) : eq(edition, before)))
      .params(),
  )
  return written
}
