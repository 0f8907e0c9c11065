import { whats } from '@zmht/shared/answerable'
import { type AnsweredKind, answeredKinds } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { type Stretch, stretchesWithin } from '../hierarchy/index'
import { moving } from '../platform/cache'
import { dayInChina, now } from '../platform/clock'
import { type JobStep, startJob } from '../platform/jobs'
import { joinPosition, splitPosition } from '../platform/table/page'
import { findingList, readFindingList } from './answerable.store'
import { keepAnswerable } from './answerable-keep'
import { registeredIn } from './register.store'

/** Looks again at everybody and everything in a place: who is answerable there has changed. */
export const answerableJob = 'ledgers.answerable'

const perStep = 100
const atOnce = 10
/** By then every instance knows of the change: what is looked at from then on is looked at by it. */
const knownAfterSeconds = moving / 1000 + 1

/** @param cause what changed, so that told twice it is one job: the edition of it, or the day */
export async function startAnswering(place: PlaceId, cause: string): Promise<void> {
  await startJob({
    id: `j-answerable-${place}-${cause}`,
    kind: answerableJob,
    input: { place },
    by: 'system',
    message: '正在核对由谁负责',
  })
}

type Page = { readonly items: readonly { readonly id: EntityId }[]; readonly next?: string }
type ReadPart = (stretch: Stretch, cursor: string | undefined) => Promise<Page>

/** Whoever is listed there by place; then whoever stands there in a list of this, listed elsewhere or nowhere. */
const parts: readonly ReadPart[] = [
  ...answeredKinds.map(
    (kind: AnsweredKind): ReadPart =>
      ({ partition, path }, cursor) =>
        registeredIn(partition, path, cursor, perStep, kind),
  ),
  ...whats.flatMap((what) =>
    answeredKinds.map(
      (kind): ReadPart =>
        ({ partition, path }, cursor) =>
          readFindingList(findingList(what, kind), partition, path, cursor, perStep),
    ),
  ),
]

/** One step: a page of one part of one stretch. Done again it changes nothing. */
export const answerableStep: JobStep = async ({ cursor, input, done }) => {
  if (cursor === undefined) return { ...going(joinPosition(0), 0), waitSeconds: knownAfterSeconds }
  const place = input.place ?? ''
  const stretches = isPlaceId(place) ? await stretchesWithin([place]) : []
  const { part, from } = splitPosition(cursor)
  const stretch = stretches[Math.floor(part / parts.length)]
  const read = parts[part % parts.length]
  if (stretch === undefined || read === undefined)
    return { done, total: done, finished: true, message: `核对完成，共 ${done} 个` }
  const page = await read(stretch, from)
  for (let start = 0; start < page.items.length; start += atOnce)
    await Promise.all(page.items.slice(start, start + atOnce).map(({ id }) => keepAnswerable(id)))
  const at = page.next === undefined ? joinPosition(part + 1) : joinPosition(part, page.next)
  return going(at, done + page.items.length)
}

const going = (cursor: string, done: number) => ({
  cursor,
  done,
  total: done,
  finished: false,
  message: `正在核对由谁负责，已核对 ${done} 个`,
})

/** The day of a change has come: what is answerable in a place, or for an entity, is looked at again. */
export async function answerableFellDue(subject: string): Promise<void> {
  if (isPlaceId(subject)) await startAnswering(subject, dayInChina(now()))
  else await keepAnswerable(entityId(subject))
}
