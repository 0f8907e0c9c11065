import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type Duty, dutyCodes } from '@zmht/shared/permission'
import { readBatch } from '../platform/table/batch'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { type TransactionPart, transact } from '../platform/table/write'
import { dayAfter } from './domain/days'
import type { Holding, Timeline } from './domain/duty'

/** Duty → who holds it at this very place, now and next. */
export type Timelines = Readonly<Partial<Record<Duty, Timeline>>>

/** All duties held at one place, in one small item: who is answerable for any of them is one batch over the lineage. */
export const dutiesItem = itemType({
  model: { entity: 'duties', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    timelines: { type: CustomAttributeType<Timelines>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'DUTIES#${place}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'DUTIES', casing: 'none' },
    },
  },
})

interface HoldingCard {
  readonly place: PlaceId
  readonly duty: Duty
  readonly from: string
}

/** One holding of a duty: its history, and how an organisation finds what it holds. Never removed. */
export const dutyItem = itemType({
  model: { entity: 'duty', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    duty: { type: dutyCodes, required: true },
    organisation: { type: 'string', required: true },
    from: { type: 'string', required: true },
    /** The first day on which it is no more; `furtherNotice` while nobody knows. */
    until: { type: 'string', required: true },
    reason: { type: 'string' },
    endReason: { type: 'string' },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<HoldingCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'DUTY#${place}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['duty', 'from', 'organisation'],
        template: '${duty}#${from}#${organisation}',
        casing: 'none',
      },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisation'], template: 'HOLDS#${organisation}', casing: 'none' },
      sk: {
        field: 'gsi1sk',
        composite: ['until', 'place', 'duty'],
        template: '${until}#${place}#${duty}',
        casing: 'none',
      },
    },
  },
})

const furtherNotice = '9999-12-31'

export interface PlaceDuties {
  readonly timelines: Timelines
  readonly version: number
}

/** The duties held at each of these places, in one batch. A place without any is left out. */
export async function readDuties(places: readonly PlaceId[], consistent = false): Promise<Map<PlaceId, PlaceDuties>> {
  const found = await readBatch(
    places.map((place) => ({ place })),
    (keys) => dutiesItem().get(keys).go({ consistent }),
  )
  return new Map(found.map(({ place, timelines, version }) => [place, { timelines, version }]))
}

export interface DutyChange {
  readonly place: PlaceId
  readonly duty: Duty
  /** The place's duties after the change. */
  readonly timelines: Timelines
  /** The version they were read with; 0 when there were none. */
  readonly seen: number
  readonly begun: readonly Holding[]
  readonly ended: readonly Holding[]
  readonly reason?: string
  readonly at: Instant
  readonly by: string
}

/** Saves a change of who holds a duty, with its history. @returns false when the place's duties changed since they were read. */
export async function saveDuties(change: DutyChange): Promise<boolean> {
  const { place, duty, timelines, seen, begun, ended, reason, at, by } = change
  const parts: TransactionPart[] = [
    {
      put: dutiesItem()
        .put({ place, timelines, version: seen + 1 })
        .where(({ version }, { eq, notExists }) => (seen === 0 ? notExists(version) : eq(version, seen)))
        .params(),
    },
    ...ended.map(({ organisation, from, until }) => ({
      update: dutyItem()
        .update({ place, duty, from, organisation })
        .set(present({ until: until ?? furtherNotice, endReason: reason, by, at, card: { place, duty, from } }))
        .params(),
    })),
    ...begun.map(({ organisation, from }) => ({
      put: dutyItem()
        .put(
          present({
            place,
            duty,
            organisation,
            from,
            until: furtherNotice,
            reason,
            at,
            by,
            card: { place, duty, from },
          }),
        )
        .params(),
    })),
  ]
  const { written } = await transact(parts)
  return written
}

/** The duties an organisation holds on a day, or will: what has ended is outside the key condition. */
export async function dutiesOfOrganisation(organisation: string, day: string): Promise<HoldingCard[]> {
  const { data } = await dutyItem()
    .query.ofOrganisation({ organisation })
    .gte({ until: dayAfter(day) })
    .go({ pages: 'all' })
  return data.map(({ card }) => card)
}
