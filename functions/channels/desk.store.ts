import type { Instant } from '@zmht/shared/knowledge'
import { ended, type OfficialMover, requestMovers } from '@zmht/shared/rules'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import type { TransactionPart } from '../platform/table/write'
import type { Request, RequestCard } from './request.store'

/** As whom an organisation is asked to do something about a request. */
export type DeskPart = Exclude<OfficialMover, 'worker' | 'informed'>

/** What an organisation works on, and what was only reported to it. */
const deskLists = ['DESK', 'OVERSEEN'] as const
type DeskList = (typeof deskLists)[number]

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

interface Listed {
  readonly list: DeskList
  readonly organisation: string
  readonly due: Instant
  readonly part: DeskPart
}

/** In whose lists a request stands: who has it, who still owes a word beside, and to whom it was reported. */
export function desksOf({
  state,
  desk,
  beside = [],
  overseers = [],
  due,
}: Pick<Request, 'state' | 'desk' | 'beside' | 'overseers' | 'due'>): Listed[] {
  if (ended.includes(state)) return []
  const owing = beside.filter(({ id, said }) => said !== true && id !== desk?.id)
  return [
    ...(desk === undefined ? [] : [{ list: 'DESK' as const, organisation: desk.id, due, part: desk.part }]),
    ...owing.map(({ id }) => ({ list: 'DESK' as const, organisation: id, due, part: 'beside' as const })),
    ...overseers.map(({ id }) => ({ list: 'OVERSEEN' as const, organisation: id, due, part: 'overseer' as const })),
  ]
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
