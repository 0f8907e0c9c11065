import type { Instant } from '@zmht/shared/knowledge'
import { type CommunityState, communityStates } from '@zmht/shared/rules'
import { CustomAttributeType, itemType, present } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { putIf } from '../../platform/table/write'

/** What is made public of the answer to one request. */
export interface PublicAnswer {
  readonly requestId: string
  readonly channelId: string
  readonly question: string
  readonly answer: string
  readonly organisation: string
  /** Whether WeChat let it pass. */
  readonly state: CommunityState
  readonly withdrawn?: true
  readonly edition: number
  readonly by: string
  readonly byName: string
  /** When it was first made public: the latest first. */
  readonly since: Instant
  readonly at: Instant
}

/** What a list says of it. */
type Card = Pick<PublicAnswer, 'requestId' | 'question' | 'answer' | 'organisation' | 'state' | 'withdrawn' | 'since'>

export const publicAnswerItem = itemType({
  model: { entity: 'publicAnswer', version: '1', service: 'zmht' },
  attributes: {
    requestId: { type: 'string', required: true },
    channelId: { type: 'string', required: true },
    question: { type: 'string', required: true },
    answer: { type: 'string', required: true },
    organisation: { type: 'string', required: true },
    state: { type: communityStates, required: true },
    withdrawn: { type: CustomAttributeType<true>('boolean') },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
    byName: { type: 'string', required: true },
    since: { type: 'string', required: true },
    at: { type: 'string', required: true },
    card: { type: CustomAttributeType<Card>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['requestId'], template: 'REQUEST#${requestId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PUBLICANSWER', casing: 'none' },
    },
    ofChannel: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['channelId'], template: 'PUBLICANSWERS#${channelId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['since', 'requestId'], template: '${since}#${requestId}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readPublicAnswer(requestId: string): Promise<PublicAnswer | undefined> {
  const { data } = await publicAnswerItem().get({ requestId }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...answer } = data
  return present(answer)
}

/** @returns false where somebody else changed it since */
export async function savePublicAnswer(answer: PublicAnswer): Promise<boolean> {
  const { requestId, question, answer: said, organisation, state, withdrawn, since } = answer
  const card = present({ requestId, question, answer: said, organisation, state, withdrawn, since })
  const put = publicAnswerItem()
    .put(present({ ...answer, card }))
    .where(({ edition }, { eq, notExists }) =>
      answer.edition === 1 ? notExists(edition) : eq(edition, answer.edition - 1),
    )
    .params()
  return (await putIf(put)).written
}

const pageSize = 20

/** What a channel's residents may read, the latest first. */
export async function publicAnswersOf(
  channelId: string,
  cursor: string | undefined,
): Promise<{ items: Card[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    publicAnswerItem().query.ofChannel({ channelId }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  const items = data.map(({ card }) => card).filter(({ state, withdrawn }) => state === 'shown' && withdrawn !== true)
  return { items, ...(next === null ? {} : { next }) }
}
