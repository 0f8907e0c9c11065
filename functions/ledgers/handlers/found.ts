import { ledgerRoutes } from '@zmht/shared/contract'
import { seesNames } from '@zmht/shared/permission'
import { endpoint } from '../../platform/endpoint/endpoint'
import { search } from '../tokens'

/** Who or what somebody looks for inside their places. */
export const found = endpoint(ledgerRoutes.search, async ({ query, territory, fields }) => {
  const { items, next } = await search(query.words, territory, query.kind, query.cursor)
  return {
    items: items.map(({ id, kind, name, home }) => ({
      id,
      kind,
      name: kind !== 'person' || seesNames(fields) ? name : `${[...name][0] ?? ''}**`,
      home,
    })),
    ...(next === undefined ? {} : { next }),
  }
})
