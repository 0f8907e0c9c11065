import { type NoticeReceiptReply, channelRoutes as routes } from '@zmht/shared/contract'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { seesNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { placeFacts, tailOf } from '../../../hierarchy/index'
import { nameOfEntity } from '../../../ledgers/index'
import { accountOf } from '../../../permissions/index'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { locateForReader, noticeResource } from '../access'
import type { NoticeText } from '../domain/notice'
import { communityOf } from '../fence'
import { fileOfNotice } from '../files'
import { readNotice, readText } from '../notice.store'
import { numbersAt } from '../numbers'
import { readReceipts, receiptsIn, saidIn } from '../receipt.store'

export const file = endpoint(routes.noticeFile, {
  locate: locateForReader,
  handle: async ({ params, actor, loaded: { id, revision } }) =>
    fileOfNotice(id, (await readText(id, revision))?.files ?? [], params.fileId, actor),
})

/** A notice at the place that is asked about. @throws Problem `not-found` */
async function locateAt({
  params,
  query,
}: {
  readonly params: { readonly noticeId: string }
  readonly query: { readonly place: PlaceId }
}) {
  const notice = await readNotice(params.noticeId)
  if (notice === undefined || notice.publishedAt === undefined) throw new Problem('not-found')
  const place = await placeFacts(query.place)
  return { resource: await noticeResource(notice, place.lineage), loaded: { notice, place } }
}

export const numbers = endpoint(routes.noticeNumbers, {
  locate: locateAt,
  handle: async ({ loaded: { notice, place } }) => numbersAt(notice, place.id),
})

export const receipts = endpoint(routes.noticeReceipts, {
  locate: locateAt,
  handle: async ({ query, fields, loaded: { notice, place } }) => {
    const community = await communityOf(place.id)
    if (community === undefined)
      throw new Problem('invalid', { fields: [{ path: 'query.place', message: '请先选到一个社区，再看名单' }] })
    const page = await receiptsIn(notice.id, community, place.path, query.cursor)
    const kept = await readReceipts(page.items.map(({ receiver }) => ({ receiver, noticeId: notice.id })))
    const sees = seesNames(fields)
    const items = await Promise.all(
      page.items.map(async ({ receiver }): Promise<NoticeReceiptReply[]> => {
        const receipt = kept.of(receiver, notice.id)
        if (receipt === undefined) return []
        const [name, said, text] = await Promise.all([
          nameOfEntity(receiver),
          // What people wrote themselves is theirs, as their names are.
          sees ? saidIn(receipt) : undefined,
          readText(notice.id, receipt.revision),
        ])
        const home = lineageOf(receipt.path).at(-1)
        return [
          {
            person: receiver,
            name: sees ? name || '居民' : `${[...name][0] ?? ''}**`,
            place: home === undefined ? '' : await tailOf(sees ? home : community),
            readAt: receipt.readAt,
            revision: receipt.revision,
            ...(said === undefined || text === undefined ? {} : { answers: wordsOf(text, said) }),
            forThem: receipt.account !== accountOf(receiver),
          },
        ]
      }),
    )
    return { items: items.flat(), ...(page.next === undefined ? {} : { next: page.next }) }
  },
})

/** What was answered, as people read it. */
const wordsOf = ({ questions }: NoticeText, said: Readonly<Record<string, string>>) =>
  questions.flatMap(({ key, label, options }) => {
    const value = said[key]
    if (value === undefined || value === '') return []
    return [{ label, text: options?.find(({ code }) => code === value)?.label ?? value }]
  })
