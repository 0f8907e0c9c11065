import { shortName } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { courseOf, daysUpTo, measureValue, monthMeasure, noNumbers, type PlaceNumbers } from '@zmht/shared/overview'
import { decide } from '@zmht/shared/permission'
import { dayInChina, endOfWorkingDay } from '@zmht/shared/rules'
import { childrenOf, countedNow, findPlace, keeperOf, type PlaceFacts } from '../hierarchy/index'
import { readActor } from '../permissions/index'
import { later, now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import { countedDays } from '../platform/stream/counter.store'
import { readDigest } from './digest.store'
import { type Briefing, briefingWords } from './domain/briefing'
import { lateMeasure } from './measures'
import { tellOfWords } from './tell'
import { createWords, type Words } from './words.store'

export const digestDue = 'digest'

/** @returns 08:00 in China on the next working day: a working day ends at 18:00 */
export const nextMorning = (at: Instant): Instant => later(endOfWorkingDay(at, 1), -10 * 3600 * 1000)

/** Of a morning on which somebody gets one: kept, told, and the next one set. The same morning again is the same message. */
export async function sendDigest(official: string): Promise<void> {
  const kept = await readDigest(official)
  if (kept?.on !== true) return
  const at = now()
  await saveDue(nextMorning(at), { slice: 'overview', kind: digestDue, subject: official })
  const [place, actor] = await Promise.all([findPlace(kept.place), readActor(official, 'gov', '')])
  if (place === undefined || actor?.kind !== 'official') return
  // Whoever was transferred meanwhile is told nothing of where they were.
  const resource = { kind: 'statistics' as const, lineage: place.lineage }
  if (!decide(actor.policy, actor, 'statistics.read', resource, at).allow) return
  const words: Words = {
    ...{ to: official, key: dayInChina(at), kind: 'digest', from: '政民互通' },
    text: briefingWords(await briefingAt(place, at)),
    about: { title: shortName(place), place: place.id },
    ...{ at, read: false, by: 'system' },
  }
  if (await createWords(words)) await tellOfWords(words)
}

async function briefingAt(place: PlaceFacts, at: Instant): Promise<Briefing> {
  const today = dayInChina(at)
  const [before = today, yesterday = today] = daysUpTo(today, 3)
  const month = monthMeasure(yesterday)
  const [requests, late, items, ofMonth, children] = await Promise.all([
    standsAt('requests', place, [before, yesterday]),
    countedNow(lateMeasure, place.id, false),
    countedNow('taskItems', place.id, false),
    standsAt(month, place, [before, yesterday]),
    childrenOf(place.id),
  ])
  const lateBefore = (await standsAt(lateMeasure, place, [before]))[0] ?? {}
  const sum = (groups: Readonly<Record<string, number>> = {}): number =>
    Object.values(groups).reduce((all, one) => all + one, 0)
  const closed = (groups: Readonly<Record<string, number>> | undefined): number => groups?.closed ?? 0
  // On the first day of a month nothing of it was there the day before.
  const closedBefore = before.slice(0, 7) === yesterday.slice(0, 7) ? closed(ofMonth[0]) : 0
  const numbers: PlaceNumbers = { ...noNumbers, requests: requests[1] ?? {}, taskItems: items.total }
  const names = new Map(children.map((child) => [child.id, shortName(child)]))
  return {
    place: shortName(place),
    came: Math.max(0, sum(requests[1]) - sum(requests[0])),
    closed: Math.max(0, closed(ofMonth[1]) - closedBefore),
    open: measureValue('open', numbers, today) ?? 0,
    late: sum(late.total),
    newlyLate: Math.max(0, sum(late.total) - sum(lateBefore)),
    lateItems: measureValue('lateItems', numbers, today) ?? 0,
    where: late.children
      .map((child) => ({ name: names.get(child.place) ?? '', late: sum(child.groups) }))
      .filter((one) => one.late > 0 && one.name !== '')
      .sort((one, other) => other.late - one.late)
      .slice(0, 3),
  }
}

/** How a measure stood at the end of some days. */
const standsAt = async (measure: string, place: PlaceFacts, days: readonly string[]) =>
  courseOf(await countedDays(measure, keeperOf(place), place.id, 10), days)
