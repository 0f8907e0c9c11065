import * as z from '@zmht/shared/contract/z'

/** Somebody or something to go and see: what a resident asked for, or an item of a task. */
export interface Visit {
  readonly id: string
  readonly of: 'request' | 'item'
  /** The service, or the task. */
  readonly title: string
  readonly who: string
  /** Down to the door, as far as it is known. */
  readonly place: string
  readonly due?: string
  readonly phone?: string
}

/** A plan as it is kept on this device. */
export interface Plan {
  readonly at: string
  readonly visits: readonly Visit[]
  /** There was more than is taken along. */
  readonly more: boolean
}

const text = z.string()
const plan: z.ZodMiniType<Plan, unknown> = z.strictObject({
  at: text,
  visits: z.array(
    z.strictObject({
      id: text,
      of: z.enum(['request', 'item']),
      title: text,
      who: text,
      place: text,
      due: z.exactOptional(text),
      phone: z.exactOptional(text),
    }),
  ),
  more: z.boolean(),
})

/** @returns undefined for what was kept by an edition that wrote it otherwise */
export const readPlan = (stored: unknown): Plan | undefined => plan.safeParse(stored).data

/** 「花家地北里 3号楼 2单元 501」 before 「… 10号楼 …」: numbers by what they count, words by their letters. */
export function comparePlaces(one: string, other: string): number {
  const [parts, others] = [partsOf(one), partsOf(other)]
  for (const [at, part] of parts.entries()) {
    const its = others[at]
    if (its === undefined) return 1
    const [number, itsNumber] = [Number(part), Number(its)]
    const isBoth = !Number.isNaN(number) && !Number.isNaN(itsNumber)
    const order = isBoth ? number - itsNumber : part < its ? -1 : part > its ? 1 : 0
    if (order !== 0) return order
  }
  return parts.length - others.length
}

const partsOf = (place: string): readonly string[] => place.match(/\d+|[^\d\s]+/g) ?? []

/** The building, or what stands for it: 「花家地北里 3号楼」. */
export function buildingOf(place: string): string {
  const words = place.split(' ')
  const at = words.findIndex((word) => /(楼|栋|幢|座)$/.test(word))
  return words.slice(0, at < 0 ? 1 : at + 1).join(' ')
}

export interface Narrowed {
  readonly building?: string
  readonly title?: string
}

/** By building, unit and door; of one door what is due first. */
export function inWalkingOrder(visits: readonly Visit[], { building, title }: Narrowed = {}): readonly Visit[] {
  return visits
    .filter((one) => building === undefined || buildingOf(one.place) === building)
    .filter((one) => title === undefined || one.title === title)
    .sort((one, other) => comparePlaces(one.place, other.place) || ((one.due ?? '~') < (other.due ?? '~') ? -1 : 1))
}

/** Each once, in walking order. */
export const buildingsOf = (visits: readonly Visit[]): readonly string[] =>
  [...new Set(visits.map(({ place }) => buildingOf(place)))].sort(comparePlaces)

export const titlesOf = (visits: readonly Visit[]): readonly string[] =>
  [...new Set(visits.map(({ title }) => title))].sort()
