import type { PlaceId } from '@zmht/shared/geo'
import {
  bounded,
  type Counts,
  gramsOf,
  type SubjectCode,
  type SubjectCounts,
  subjectCodes,
  teachGrams,
  together,
  unteachGrams,
} from '@zmht/shared/routing'
import { begun } from '@zmht/shared/routing/begun'
import { findPlace } from '../../hierarchy/index'
import { cached, forEver, moving } from '../../platform/cache'
import { now } from '../../platform/clock'
import { type LearntHead, readCorrection, readLearntCounts, readLearntHead, saveLearnt } from './learnt.store'
import { masksIn } from './places'

const heads = cached(moving, (city): Promise<LearntHead> => readLearntHead(city as PlaceId)) // only asked for places
/** By city, subject and version. Read a moment later it may be a newer one: that is as good. */
const versions = cached(
  forEver,
  async (key): Promise<SubjectCounts | undefined> => {
    const [city, subject] = key.split('/')
    const code = subjectCodes.find((one) => one === subject)
    return code === undefined ? undefined : readLearntCounts(city as PlaceId, code) // the key is made below from one
  },
  500,
)

/** The city around a place: what was learnt is kept by city. A province whose own level shows no city is one. */
export async function cityAround(place: PlaceId): Promise<PlaceId | undefined> {
  const found = await findPlace(place)
  return found === undefined
    ? undefined
    : ((found.tiers.find(({ level }) => level === 'city') ?? found.tiers[0])?.id ?? place)
}

/** What every city begins with, and what the routings of a place's city have taught since; at most 5 s old. */
export async function learntAround(place: PlaceId | undefined): Promise<Counts> {
  const city = place === undefined ? undefined : await cityAround(place)
  if (city === undefined) return begun
  const head = await heads.read(city)
  const learnt: Partial<Record<SubjectCode, SubjectCounts>> = {}
  await Promise.all(
    subjectCodes.map(async (subject) => {
      const version = head.versions[subject]
      const counts = version === undefined ? undefined : await versions.read(`${city}/${subject}/${version}`)
      if (counts !== undefined) learnt[subject] = counts
    }),
  )
  return together(begun, learnt)
}

export interface Taught {
  readonly requestId: string
  readonly text: string
  /** What it is about, as somebody decided. */
  readonly subject: SubjectCode
  /** Where it is, or whose home it came from. */
  readonly place: PlaceId
  /** What had been proposed. */
  readonly proposed?: SubjectCode | undefined
  readonly by: string
}

/**
 * Learns from what somebody decided an appeal is about. Under the appeal's id: the same again changes nothing, another subject takes back what was taught before.
 * Names of places and people, and numbers, are left out.
 */
export async function teachRouting({ requestId, text, subject, place, proposed, by }: Taught): Promise<void> {
  const city = await cityAround(place)
  if (city === undefined) return
  const grams = gramsOf(text, await masksIn(text, place)).map(({ gram }) => gram)
  for (let attempt = 0; attempt < 6; attempt++) {
    const [head, before] = await Promise.all([readLearntHead(city, true), readCorrection(city, requestId)])
    if (before?.subject === subject && before.grams.join() === grams.join()) return
    const concerned = [...new Set([subject, ...(before === undefined ? [] : [before.subject])])]
    const held = await Promise.all(concerned.map((one) => readLearntCounts(city, one, true)))
    let counts: Counts = Object.fromEntries(
      concerned.flatMap((one, at) => (held[at] === undefined ? [] : [[one, held[at]]])),
    )
    if (before !== undefined) counts = unteachGrams(counts, before.grams, before.subject)
    counts = teachGrams(counts, grams, subject)
    const after = Object.fromEntries(concerned.map((one) => [one, bounded(counts[one] ?? { texts: 0, grams: {} })]))
    // Decided twice, it is told from what was proposed at first.
    const first = before?.proposed ?? proposed
    if (await saveLearnt(city, head, { requestId, subject, proposed: first, grams, at: now(), by }, after)) {
      heads.forget(city)
      return
    }
  }
  throw new Error(`what ${city} has learnt is contended: it is taught again`)
}
