import { requestMovers } from '@zmht/shared/rules'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import type { TransactionPart } from '../platform/table/write'
import { type DeskList, type DeskPart, deskLists, desksOf, type Listed } from './domain/desks'
import type { Request, RequestCard } from './request.store'

/**
 * An open request in the list of an organisation that has something to do about it, by its due time. Changed with the request in one
 * transaction; nothing of a person but the name stands in it.
 */
export const deskItem = itemType({
  model: { entity: 'desk', version: '1', service: 'zmht' },
  attributes: {
    list: { type: deskLists, required: true },
    organisation: { type: 'string', required: true },
    due: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
    part: { type: requestMovers, required: true },
    card: { type: CustomAttributeType<DeskCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['list', 'organisation'], template: '${list}#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: ['due', 'requestId'], template: '${due}#${requestId}', casing: 'none' },
    },
  },
})

export interface DeskCard extends RequestCard {
  readonly home: Request['home']
  readonly organisationId: string
  readonly claimedBy?: NonNullable<Request['claimedBy']>
}

/** The writes that keep the lists in step with a request. */
export function deskParts(before: Request | undefined, after: Request): TransactionPart[] {
  const keyOf = ({ list, organisation, due }: Listed) => `${list}#${organisation}#${due}`
  const now = desksOf(after)
  const stays = new Set(now.map(keyOf))
  const gone = (before === undefined ? [] : desksOf(before)).filter((one) => !stays.has(keyOf(one)))
  const { id: requestId } = after
  return [
    ...gone.map(({ list, organisation, due }) => ({
      delete: deskItem().delete({ list, organisation, due, requestId }).params(),
    })),
    ...now.map(({ list, organisation, due, part }) => ({
      put: deskItem()
        .put({ list, organisation, due, requestId, part, card: cardOf(after) })
        .params(),
    })),
  ]
}

/** What lists of those who work on a request show of it. */
export function cardOf(request: Request): DeskCard {
  const { number, channelId, title, who, tail, state, submittedAt, updatedAt, due, overdue, home, organisationId } =
    request
  const card = {
    number,
    channelId,
    title,
    who,
    place: tail,
    state,
    submittedAt,
    updatedAt,
    due,
    overdue,
    home,
    organisationId,
  }
  return {
    ...card,
    ...(request.ofOrganisation === undefined ? {} : { ofOrganisation: true as const }),
    ...(request.claimedBy === undefined ? {} : { claimedBy: request.claimedBy }),
  }
}

const pageSize = 20

/** What an organisation has something to do about, or what was reported to it, the earliest due first, 20 a page. */
export async function deskOf(
  list: DeskList,
  organisation: string,
  cursor: string | undefined,
): Promise<{ items: (DeskCard & { id: string; part: DeskPart })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    deskItem().query.primary({ list, organisation }).go({ cursor: from, limit: pageSize }),
  )
  const items = data.flatMap(({ requestId, part, card }) =>
    part === 'resident' || part === 'system' || part === 'worker' || part === 'informed'
      ? []
      : [{ ...card, id: requestId, part }],
  )
  return { items, ...(next === null ? {} : { next }) }
}
