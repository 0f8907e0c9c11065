import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { subjectCalled } from '@zmht/shared/routing'
import { placeFacts } from '../../hierarchy/index'
import { officialContact } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { cityAround, correctionsOfCity } from './index'

const nameOf = (code: string): string => subjectCalled(code)?.name ?? ''

/** What a city's workers decided, for whoever reads the numbers of the whole city. */
export const corrections = endpoint(routes.corrections, {
  locate: async ({ query }) => {
    const city = await cityAround(query.place)
    if (city === undefined) throw new Problem('no-such-place')
    const { lineage } = await placeFacts(city)
    return { resource: { kind: 'statistics', lineage }, loaded: city }
  },
  handle: async ({ query, loaded: city }) => {
    const { items, next } = await correctionsOfCity(city, query.cursor)
    const shown = items.map(async ({ requestId, subject, proposed, at, by }) => ({
      requestId,
      ...(proposed === undefined ? {} : { proposed: nameOf(proposed) }),
      subject: nameOf(subject),
      at,
      by: by === undefined ? '' : ((await officialContact(by))?.name ?? ''),
    }))
    return { items: await Promise.all(shown), ...(next === undefined ? {} : { next }) }
  },
})
