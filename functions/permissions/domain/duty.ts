/** An organisation is answerable for one duty at one place from a day on. */
export interface Holding {
  readonly organisation: string
  readonly from: string
  /** The first day on which it is no more; absent: until further notice. */
  readonly until?: string
}

/** Those who hold one duty at one place, one after the other. */
export type Timeline = readonly Holding[]

const holds = (holding: Holding, day: string): boolean =>
  holding.from <= day && (holding.until === undefined || day < holding.until)

/** @returns who holds the duty at this very place on a day. */
export function holderOn(timeline: Timeline, day: string): Holding | undefined {
  return timeline.find((holding) => holds(holding, day))
}

/** What becomes of a timeline: the new one, and each holding that is not as it was. */
export interface Handover {
  readonly timeline: Timeline
  /** A holding that never began ends on the day it would have begun. */
  readonly ended: readonly Holding[]
  readonly begun: readonly Holding[]
}

const unchanged = (timeline: Timeline): Handover => ({ timeline, ended: [], begun: [] })

/**
 * Hands the duty to an organisation from a day on: whoever holds it then ends, whoever was to follow later never begins. To whom holds it
 * then anyway nothing changes.
 * @returns undefined when somebody began after that day and has held it since: what was cannot be undone.
 */
export function handOver(timeline: Timeline, to: string, from: string, today: string): Handover | undefined {
  const last = timeline.at(-1)
  if (last?.organisation === to && last.until === undefined && last.from <= from) return unchanged(timeline)
  const rest = endedFrom(timeline, from, today)
  if (rest === undefined) return undefined
  const begun = { organisation: to, from }
  // The same holding until further notice is one, not one that ended and one that began.
  const ended = rest.ended.filter((holding) => holding.organisation !== to || holding.from !== from)
  return { timeline: [...rest.timeline, begun], ended, begun: [begun] }
}

/** Ends the duty as of today, and whatever was to follow. */
export function endHolding(timeline: Timeline, today: string): Handover {
  return endedFrom(timeline, today, today) ?? unchanged(timeline)
}

function endedFrom(timeline: Timeline, from: string, today: string): Handover | undefined {
  if (timeline.some((holding) => holding.from > from && holding.from <= today)) return undefined
  const after = timeline.map((holding): Holding => {
    if (holding.until !== undefined && holding.until <= from) return holding
    return { ...holding, until: holding.from < from ? from : holding.from }
  })
  const ended = after.filter((holding, index) => holding.until !== timeline[index]?.until)
  return { timeline: after.filter((holding) => holding.until !== holding.from), ended, begun: [] }
}

/** What is still of use from a day on: the history has the others. */
export function stillOfUse(timeline: Timeline, today: string): Timeline {
  return timeline.filter(({ until }) => until === undefined || until > today)
}

/**
 * Who is answerable: the holder at the place itself, else the nearest one above.
 * @param lineage Place ids, root first.
 * @param at The timeline of the duty at a place, if there is one.
 */
export function answerableOn<Place extends string>(
  lineage: readonly Place[],
  at: (place: Place) => Timeline | undefined,
  day: string,
): { readonly place: Place; readonly holding: Holding } | undefined {
  for (const place of [...lineage].reverse()) {
    const holding = holderOn(at(place) ?? [], day)
    if (holding !== undefined) return { place, holding }
  }
  return undefined
}
