import type { CommunityContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { cached, moving } from '../../platform/cache'
import { type Packed, pack, unpack } from '../../platform/packed'
import { CustomAttributeType, itemType } from '../../platform/table/item'
import { type TransactionPart, transact } from '../../platform/table/write'
import { type Board, type Entry, emptyBoard, textsOf } from './board'

/** A page whole, so that reading it is one read: what residents see in lists, and what officials keep beside it. */
export const communityBoardItem = itemType({
  model: { entity: 'communityBoard', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    version: { type: 'number', required: true },
    entries: { type: CustomAttributeType<Packed>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'COMMUNITYPAGE#${place}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PAGE', casing: 'none' },
    },
  },
})

/** What an entry says whole under an edition. */
export const communityTextItem = itemType({
  model: { entity: 'communityText', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    id: { type: 'string', required: true },
    edition: { type: 'number', required: true },
    content: { type: CustomAttributeType<Packed>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'COMMUNITYPAGE#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['id', 'edition'], template: 'TEXT#${id}#${edition}', casing: 'none' },
    },
  },
})

/** Two read units, eventually consistent, less what keys and names weigh. */
export const mostPageBytes = 16_000

async function storedBoard(place: PlaceId, consistent: boolean): Promise<Board> {
  const { data } = await communityBoardItem().get({ place }).go({ consistent })
  return data === null
    ? emptyBoard(place)
    : { place, version: data.version, entries: unpack<readonly Entry[]>(data.entries) }
}

/** Strongly consistent: what is changed. */
export const readBoard = (place: PlaceId): Promise<Board> => storedBoard(place, true)

const boards = cached(moving, (place) => storedBoard(place as PlaceId, false)) // only asked for places
/** At most 5 s old: what residents see. */
export const boardNow = (place: PlaceId): Promise<Board> => boards.read(place)

export async function readCommunityText(
  place: PlaceId,
  id: string,
  edition: number,
): Promise<CommunityContent | undefined> {
  const { data } = await communityTextItem().get({ place, id, edition }).go({ consistent: true })
  return data === null ? undefined : unpack<CommunityContent>(data.content)
}

/** A text to be saved with the page, and what keeps its files. */
export interface NewText {
  readonly id: string
  readonly edition: number
  readonly content: CommunityContent
  readonly files: readonly TransactionPart[]
}

/**
 * Changes a page by a decision; where somebody saved another entry meanwhile it is decided anew on what they left.
 * Texts nobody can ask for any more go with the same write.
 * @param decide pure; throws a Problem to refuse. Giving back the board it was given changes nothing.
 * @throws Problem `invalid` where the page would weigh more than two read units
 */
export async function changeBoard(place: PlaceId, decide: (board: Board) => Board, text?: NewText): Promise<Board> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const before = await readBoard(place)
    const decided = decide(before)
    if (decided === before) return before
    const next = { ...decided, version: before.version + 1 }
    const entries = pack(next.entries)
    if (entries.length > mostPageBytes)
      throw new Problem('invalid', {
        fields: [{ path: 'body.content.title', message: '这一页放不下了，没有保存。请先把旧的条目改短，再加新的' }],
      })
    const kept = textsOf(next)
    const gone = [...textsOf(before)].filter((key) => !kept.has(key))
    const { written } = await transact([
      {
        put: communityBoardItem()
          .put({ place, version: next.version, entries })
          .where(({ version }, { eq, notExists }) =>
            before.version === 0 ? notExists(version) : eq(version, before.version),
          )
          .params(),
      },
      ...(text === undefined
        ? []
        : [
            {
              put: communityTextItem()
                .put({ place, id: text.id, edition: text.edition, content: pack(text.content) })
                .params(),
            },
            ...text.files,
          ]),
      ...gone.map((key): TransactionPart => {
        const [id = '', edition = ''] = key.split('/')
        return {
          delete: communityTextItem()
            .delete({ place, id, edition: Number(edition) })
            .params(),
        }
      }),
    ])
    if (written) {
      boards.forget(place)
      return next
    }
  }
  throw new Problem('changed')
}
