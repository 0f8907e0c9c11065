import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { SubjectCode, SubjectCounts } from '@zmht/shared/routing'
import { type Packed, pack, unpack } from '../../platform/packed'
import { CustomAttributeType, itemType, present } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { type TransactionPart, transact } from '../../platform/table/write'

type Versions = Readonly<Partial<Record<SubjectCode, number>>>

/** Which counts of a city are current, by subject: the one item that is read again. */
export const learntHeadItem = itemType({
  model: { entity: 'learntHead', version: '1', service: 'zmht' },
  attributes: {
    city: { type: CustomAttributeType<PlaceId>('string'), required: true },
    versions: { type: CustomAttributeType<Versions>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['city'], template: 'ROUTING#${city}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'HEAD', casing: 'none' },
    },
  },
})

/** What a city has learnt of one subject: numbers of pieces of words, never a text. */
export const learntCountsItem = itemType({
  model: { entity: 'learntCounts', version: '1', service: 'zmht' },
  attributes: {
    city: { type: CustomAttributeType<PlaceId>('string'), required: true },
    subject: { type: CustomAttributeType<SubjectCode>('string'), required: true },
    counts: { type: CustomAttributeType<Packed>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['city'], template: 'ROUTING#${city}', casing: 'none' },
      sk: { field: 'sk', composite: ['subject'], template: 'COUNTS#${subject}', casing: 'none' },
    },
  },
})

/** What somebody decided an appeal is about, as a list shows it. */
export interface CorrectionCard {
  readonly requestId: string
  readonly subject: SubjectCode
  /** What had been proposed; absent where nothing was. */
  readonly proposed?: SubjectCode
  readonly at: Instant
  /** Absent on what was taught before it was kept. */
  readonly by?: string
}

/** What one appeal taught, so that it can be taken back; under the appeal's id: taught again it is the same. */
export const correctionItem = itemType({
  model: { entity: 'correction', version: '1', service: 'zmht' },
  attributes: {
    city: { type: CustomAttributeType<PlaceId>('string'), required: true },
    requestId: { type: 'string', required: true },
    subject: { type: CustomAttributeType<SubjectCode>('string'), required: true },
    proposed: { type: CustomAttributeType<SubjectCode>('string') },
    grams: { type: CustomAttributeType<Packed>('any'), required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<CorrectionCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['city'], template: 'ROUTING#${city}', casing: 'none' },
      sk: { field: 'sk', composite: ['requestId'], template: 'TAUGHT#${requestId}', casing: 'none' },
    },
    ofCity: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['city'], template: 'CORRECTIONS#${city}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'requestId'], template: '${at}#${requestId}', casing: 'none' },
    },
  },
})

export interface LearntHead {
  readonly versions: Versions
  readonly version: number
}

/** @returns version 0 where a city has learnt nothing yet */
export async function readLearntHead(city: PlaceId, consistent = false): Promise<LearntHead> {
  const { data } = await learntHeadItem().get({ city }).go({ consistent })
  return data === null ? { versions: {}, version: 0 } : { versions: data.versions, version: data.version }
}

export async function readLearntCounts(
  city: PlaceId,
  subject: SubjectCode,
  consistent = false,
): Promise<SubjectCounts | undefined> {
  const { data } = await learntCountsItem().get({ city, subject }).go({ consistent })
  return data === null ? undefined : unpack<SubjectCounts>(data.counts)
}

export interface Correction {
  readonly requestId: string
  readonly subject: SubjectCode
  readonly proposed?: SubjectCode | undefined
  readonly grams: readonly string[]
  readonly at: Instant
  readonly by: string
}

export async function readCorrection(city: PlaceId, requestId: string): Promise<Correction | undefined> {
  const { data } = await correctionItem().get({ city, requestId }).go({ consistent: true })
  return data === null ? undefined : { ...data, grams: unpack<readonly string[]>(data.grams) }
}

/**
 * Saves what an appeal taught with the counts that follow from it: all or nothing.
 * @param seen the head the counts were made from
 * @returns false when the city learnt something else meanwhile
 */
export async function saveLearnt(
  city: PlaceId,
  seen: LearntHead,
  correction: Correction,
  counts: Readonly<Partial<Record<SubjectCode, SubjectCounts>>>,
): Promise<boolean> {
  const version = seen.version + 1
  const changed = Object.entries(counts) as [SubjectCode, SubjectCounts][] // its keys are of the type
  const versions = { ...seen.versions, ...Object.fromEntries(changed.map(([subject]) => [subject, version])) }
  const { requestId, subject, proposed, grams, at, by } = correction
  const card = present({ requestId, subject, proposed, at, by })
  const parts: TransactionPart[] = [
    {
      put: learntHeadItem()
        .put({ city, versions, version })
        .where((item, { eq, notExists }) =>
          seen.version === 0 ? notExists(item.version) : eq(item.version, seen.version),
        )
        .params(),
    },
    {
      put: correctionItem()
        .put(present({ city, requestId, subject, proposed, grams: pack(grams), at, by, card }))
        .params(),
    },
    ...changed.map(([of, { texts, grams: kept }]) => ({
      put: learntCountsItem()
        .put({ city, subject: of, counts: pack({ texts, grams: kept }), version })
        .params(),
    })),
  ]
  const { written } = await transact(parts)
  return written
}

/** A page of what a city's workers decided, newest first. */
export async function correctionsOfCity(
  city: PlaceId,
  cursor: string | undefined,
): Promise<{ items: CorrectionCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    correctionItem().query.ofCity({ city }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}
