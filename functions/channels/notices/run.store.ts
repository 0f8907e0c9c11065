import type { PlacePath } from '@zmht/shared/geo'
import type { EntityId, Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType } from '../../platform/table/item'
import { putIf } from '../../platform/table/write'

export const runKinds = ['unread', 'resend', 'visits'] as const
export type RunKind = (typeof runKinds)[number]

/** Something that was done about who has not read a notice: a list of them, messages to them, a task. */
export interface Run {
  readonly noticeId: string
  /** The job, or the task it made. */
  readonly id: string
  readonly kind: RunKind
  readonly at: Instant
  readonly by: string
  readonly counts: Readonly<Record<string, number>>
}

export const runItem = itemType({
  model: { entity: 'noticeRun', version: '1', service: 'zmht' },
  attributes: {
    noticeId: { type: 'string', required: true },
    id: { type: 'string', required: true },
    kind: { type: runKinds, required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    counts: { type: CustomAttributeType<Run['counts']>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['noticeId'], template: 'NOTICE#${noticeId}', casing: 'none' },
      sk: { field: 'sk', composite: ['id'], template: 'RUN#${id}', casing: 'none' },
    },
  },
})

/** @returns false when there is one under this id */
export const createRun = async (run: Run): Promise<boolean> =>
  (
    await putIf(
      runItem()
        .create({ ...run })
        .params(),
    )
  ).written

/** Strongly consistent. */
export async function readRun(noticeId: string, id: string): Promise<Run | undefined> {
  const { data } = await runItem().get({ noticeId, id }).go({ consistent: true })
  return data ?? undefined
}

export async function saveRun(run: Run): Promise<void> {
  await putIf(
    runItem()
      .put({ ...run })
      .params(),
  )
}

/** The latest first. */
export async function runsOf(noticeId: string): Promise<readonly Run[]> {
  const { data } = await runItem().query.primary({ noticeId }).begins({ id: '' }).go({ pages: 'all' })
  return [...data].sort((one, other) => (one.at < other.at ? 1 : -1))
}

/** Somebody who has not read it, as a list keeps them. Names are short: a list may have a hundred thousand. */
export interface UnreadRow {
  readonly p: EntityId
  /** The home it concerns. */
  readonly h: PlacePath
  /** Has an account, and by it a home there. */
  readonly a: boolean
}

/** Some of a list, all of one community (or of one place above). Named by where it stood in the work: done again it is the same. */
export const unreadItem = itemType({
  model: { entity: 'unreadPart', version: '1', service: 'zmht' },
  attributes: {
    run: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    part: { type: 'string', required: true },
    rows: { type: CustomAttributeType<readonly UnreadRow[]>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['run'], template: 'UNREAD#${run}', casing: 'none' },
      sk: { field: 'sk', composite: ['path', 'part'], template: '${path}#${part}', casing: 'none' },
    },
  },
})

export interface UnreadPart {
  readonly run: string
  readonly path: PlacePath
  readonly part: string
  readonly rows: readonly UnreadRow[]
}

export async function saveUnreadPart(part: UnreadPart): Promise<void> {
  await putIf(
    unreadItem()
      .put({ ...part })
      .params(),
  )
}

/** Where a part stands in its list. */
export type PartKey = Pick<UnreadPart, 'path' | 'part'>

/** Parts below a path after one, in the order of places. Strongly consistent. */
export async function unreadParts(
  run: string,
  path: PlacePath,
  after: PartKey | undefined,
  limit: number,
): Promise<readonly UnreadPart[]> {
  const all = unreadItem().query.primary({ run })
  const from = after === undefined ? all.begins({ path }) : all.gt(after)
  const { data } = await from.go({ limit, consistent: true })
  // Behind the last of a path comes what is elsewhere.
  return data.filter((one) => one.path.startsWith(path))
}

/** What became of a message to one person. `sending`: it may have gone out, and is not sent again; `waiting`: the provider was busy, it did not. */
export const toldOutcomes = ['sending', 'waiting', 'sent', 'refused', 'no-wechat', 'failed', 'unknown'] as const
export type ToldOutcome = (typeof toldOutcomes)[number]

export const noticeToldItem = itemType({
  model: { entity: 'noticeTold', version: '1', service: 'zmht' },
  attributes: {
    run: { type: 'string', required: true },
    person: { type: CustomAttributeType<EntityId>('string'), required: true },
    outcome: { type: toldOutcomes, required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['run'], template: 'NOTICETOLD#${run}', casing: 'none' },
      sk: { field: 'sk', composite: ['person'], template: '${person}', casing: 'none' },
    },
  },
})

type Told = { readonly run: string; readonly person: EntityId }

/** Marks that somebody is about to be told. @returns undefined when they were not yet; else what became of it */
export async function beginTelling(told: Told, at: Instant): Promise<ToldOutcome | undefined> {
  const put = noticeToldItem()
    .put({ ...told, outcome: 'sending', at })
    .where(({ outcome }, { eq, notExists }) => `${notExists(outcome)} OR ${eq(outcome, 'waiting')}`)
    .params()
  if ((await putIf(put)).written) return undefined
  const { data } = await noticeToldItem().get(told).go({ consistent: true })
  return data?.outcome ?? 'unknown'
}

export async function endTelling(told: Told, outcome: ToldOutcome, at: Instant): Promise<void> {
  await putIf(
    noticeToldItem()
      .put({ ...told, outcome, at })
      .params(),
  )
}

/** Messages sent by re-sends on a day in China, of the day's quota. */
export const messageQuotaItem = itemType({
  model: { entity: 'messageQuota', version: '1', service: 'zmht' },
  attributes: {
    day: { type: 'string', required: true },
    taken: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['day'], template: 'MESSAGEQUOTA#${day}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'MESSAGEQUOTA', casing: 'none' },
    },
  },
})

/** Takes some of a day's quota. @returns how many of those wanted there were left */
export async function takeQuota(day: string, wanted: number, quota: number): Promise<number> {
  for (;;) {
    const { data } = await messageQuotaItem().get({ day }).go({ consistent: true })
    const before = data?.taken ?? 0
    const given = Math.max(0, Math.min(wanted, quota - before))
    if (given === 0) return 0
    const put = messageQuotaItem()
      .put({ day, taken: before + given })
      .where(({ taken }, { eq, notExists }) => (data === null ? notExists(taken) : eq(taken, before)))
      .params()
    if ((await putIf(put)).written) return given
  }
}
