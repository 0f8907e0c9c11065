import type { Level, PlaceId } from '@zmht/shared/geo'
import { type RequestState, waitingForOfficial } from '@zmht/shared/rules'

/** True while the work waits for an official. */
export const isOpen = (state: RequestState): boolean => waitingForOfficial.includes(state)

/** The tiers that list open work, from where it belongs. A branch without a subdistrict or district is listed at the tiers it has. */
export function tiersOf(lineage: readonly { readonly id: PlaceId; readonly level: Level }[]) {
  const at = (level: Level) => lineage.find((place) => place.level === level)?.id
  const community = at('community') ?? lineage.at(-1)?.id
  const subdistrict = at('subdistrict')
  const district = at('district')
  return {
    ...(community === undefined ? {} : { community }),
    ...(subdistrict === undefined ? {} : { subdistrict }),
    ...(district === undefined ? {} : { district }),
  }
}

interface Waiting {
  readonly id: string
  readonly due: string
}

const before = (one: Waiting, other: Waiting): number =>
  one.due === other.due ? (one.id < other.id ? -1 : 1) : one.due < other.due ? -1 : 1

/**
 * One page of several lists that are each in order: the earliest due first, work that is in two lists once.
 * @param lists At most a page of each list from the same position on; `more`: it goes on.
 * @returns the page, and after which piece the next begins; absent when nothing is left.
 */
export function merged<Work extends Waiting>(
  lists: readonly { readonly items: readonly Work[]; readonly more: boolean }[],
  size: number,
): { readonly items: Work[]; readonly after?: Waiting } {
  const once = new Map(lists.flatMap(({ items }) => items.map((work) => [work.id, work])))
  const items = [...once.values()].sort(before).slice(0, size)
  const last = items.at(-1)
  const left = once.size > items.length || lists.some(({ more }) => more)
  return { items, ...(last === undefined || !left ? {} : { after: { due: last.due, id: last.id } }) }
}

/** True when two pieces of plain data say the same: the table keeps no order of attributes. */
export const saysTheSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([first], [second]) => (first < second ? -1 : 1)))
      : inner,
  )
}
