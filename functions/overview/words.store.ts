import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf } from '../platform/table/write'

export interface AboutWords {
  readonly title: string
  readonly place: PlaceId
  readonly request?: string
  readonly item?: string
}

/** A word to an official: of a leader, or the morning digest. */
export interface Words {
  readonly to: string
  readonly key: string
  readonly kind: 'words' | 'digest'
  readonly from: string
  readonly text: string
  readonly about?: AboutWords
  readonly at: Instant
  readonly read: boolean
  readonly by: string
}

export const leaderWordsItem = itemType({
  model: { entity: 'leaderWords', version: '1', service: 'zmht' },
  attributes: {
    to: { type: 'string', required: true },
    key: { type: 'string', required: true },
    kind: { type: ['words', 'digest'] as const, required: true },
    from: { type: 'string', required: true },
    text: { type: 'string', required: true },
    about: { type: CustomAttributeType<AboutWords>('any') },
    at: { type: 'string', required: true },
    read: { type: 'boolean', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<Words>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['to'], template: 'WORDSTO#${to}', casing: 'none' },
      sk: { field: 'sk', composite: ['kind', 'key'], template: '${kind}#${key}', casing: 'none' },
    },
    latest: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['to'], template: 'LATESTWORDSTO#${to}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'key'], template: '${at}#${key}', casing: 'none' },
    },
  },
})

const asItem = (words: Words) => ({ ...present(words), card: present(words) })

/** @returns false where the same key was sent before */
export async function createWords(words: Words): Promise<boolean> {
  return (await putIf(leaderWordsItem().create(asItem(words)).params())).written
}

/** Strongly consistent. */
export async function readWords(to: string, kind: Words['kind'], key: string): Promise<Words | undefined> {
  const { data } = await leaderWordsItem().get({ to, kind, key }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...words } = data
  return present(words)
}

/** As many as anybody looks back at. */
const mostShown = 20

/** The latest words to somebody, the newest first. */
export async function wordsTo(to: string): Promise<readonly Words[]> {
  const { data } = await leaderWordsItem().query.latest({ to }).go({ limit: mostShown, order: 'desc' })
  return data.map(({ card }) => card)
}

export async function markRead(words: Words): Promise<void> {
  await leaderWordsItem()
    .put(asItem({ ...words, read: true }))
    .go()
}

/** The latest digest of somebody: its key is the day. */
export async function latestDigest(to: string): Promise<Words | undefined> {
  const { data } = await leaderWordsItem()
    .query.primary({ to })
    .begins({ kind: 'digest' })
    .go({ limit: 1, order: 'desc' })
  return data.map(({ card }) => card)[0]
}
