import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { fewest, type Shares, withheld } from '@zmht/shared/measures'
import {
  type BoardMeasure,
  boardMeasures,
  ledgerMeasures,
  ledgerOf,
  measureValue,
  monthMeasure,
  noNumbers,
  openMeasures,
  type PlaceNumbers,
  usualMeasures,
} from '@zmht/shared/overview'
import { Problem } from '@zmht/shared/problems'
import { countedNow, keeperOf, type PlaceFacts } from '../hierarchy/index'
import { type FreshnessAt, freshnessAt } from '../ledgers/index'
import type { Official } from '../platform/endpoint/actor'
import { readTotals } from '../platform/stream/counter.store'
import { choiceOf } from './choice.store'

/** The measures whose change an open board is told of. */
const watched = (month: string): readonly string[] => [...openMeasures, monthMeasure(month)]

/** What is kept of a place and each place inside it; one query a measure. */
export interface Gathered {
  readonly here: PlaceNumbers
  readonly children: ReadonlyMap<PlaceId, PlaceNumbers>
  readonly mark: string
  /** By ledger. */
  readonly ledgers: ReadonlyMap<string, FreshnessAt>
}

export async function gather(
  place: PlaceFacts,
  month: string,
  ledgers: readonly string[],
  { actor, at }: { readonly actor: Official; readonly at: Instant },
): Promise<Gathered> {
  const [counted, fresh] = await Promise.all([
    Promise.all(watched(month).map((measure) => countedNow(measure, place.id, false))),
    Promise.all(ledgers.map(async (id) => [id, await knownFreshness(id, place, actor, at)] as const)),
  ])
  const known = new Map(fresh.flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const])))
  const [requests, late, taskItems, ofMonth] = counted
  const ids = new Set(counted.flatMap(({ children }) => children.map((child) => child.place)))
  for (const one of known.values()) for (const id of one.children.keys()) ids.add(id)
  const groupsAt = (of: (typeof counted)[number] | undefined, id: PlaceId) =>
    of?.children.find((child) => child.place === id)?.groups ?? {}
  return {
    here: {
      requests: requests?.total ?? {},
      late: late?.total ?? {},
      taskItems: taskItems?.total ?? {},
      month: ofMonth?.total ?? {},
      ledgers: Object.fromEntries([...known].map(([id, one]) => [id, one.here])),
    },
    children: new Map(
      [...ids].map((id) => [
        id,
        {
          requests: groupsAt(requests, id),
          late: groupsAt(late, id),
          taskItems: groupsAt(taskItems, id),
          month: groupsAt(ofMonth, id),
          ledgers: Object.fromEntries([...known].map(([ledger, one]) => [ledger, one.children.get(id) ?? {}])),
        },
      ]),
    ),
    mark: markOf(counted.map(({ version }) => version)),
    ledgers: known,
  }
}

/** A ledger that ended, or that this reader does not know, has no column. */
async function knownFreshness(id: string, place: PlaceFacts, actor: Official, at: Instant) {
  try {
    return await freshnessAt(id, place, actor, at)
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'not-found') return undefined
    throw problem
  }
}

const markOf = (versions: readonly number[]): string => versions.join('.')

/** The mark of a place without reading the places inside: its totals as they are kept above it. */
export async function markAt(place: PlaceFacts, month: string): Promise<string> {
  const measures = watched(month)
  const totals = await readTotals(measures, keeperOf(place), place.id)
  return markOf(measures.map((measure) => totals.get(measure)?.version ?? 0))
}

/** The measures an official's organisation chose, those of ledgers without their names. */
export async function chosenFor({ posts }: Pick<Official, 'posts'>): Promise<readonly string[]> {
  const organisation = posts[0]?.organisation
  return (organisation === undefined ? undefined : await choiceOf(organisation)) ?? usualMeasures
}

/** @returns the columns of those measures that there are */
export function columnsOf(
  chosen: readonly string[],
  ledgers: ReadonlyMap<string, { readonly name: string }>,
): readonly BoardMeasure[] {
  return chosen.flatMap((id) => {
    const ledger = ledgerOf(id)
    const name = ledger === undefined ? undefined : ledgers.get(ledger)?.name
    const all = ledger === undefined ? boardMeasures : name === undefined ? [] : ledgerMeasures({ id: ledger, name })
    return all.filter((one) => one.id === id)
  })
}

type Cell = { value?: number; hidden?: true }

/**
 * The cells of a board: of a ledger whose people the reader may not see nothing is told of fewer than three, nor what would tell it.
 * @returns here, and one row of cells for each place, in their order
 */
export function cellsOf(
  columns: readonly BoardMeasure[],
  { here, children, ledgers }: Gathered,
  places: readonly PlaceId[],
  today: string,
): { readonly here: Cell[]; readonly rows: Cell[][] } {
  const rows = places.map((id) => children.get(id) ?? noNumbers)
  const hidden = new Map(
    [...ledgers].flatMap(([id, { seesPeople }]) => {
      if (seesPeople) return []
      const count = (numbers: PlaceNumbers) => total(numbers.ledgers[id] ?? {})
      const isSmall = count(here) > 0 && count(here) < fewest
      const below = withheld([rows.map(count)])[0] ?? []
      return [[id, { here: isSmall, rows: below.map((one) => one || isSmall) }] as const]
    }),
  )
  const cell = (measure: string, numbers: PlaceNumbers, at: number | 'here'): Cell => {
    const withheldAt = hidden.get(ledgerOf(measure) ?? '')
    if (withheldAt !== undefined && (at === 'here' ? withheldAt.here : withheldAt.rows[at])) return { hidden: true }
    const value = measureValue(measure, numbers, today)
    return value === undefined ? {} : { value }
  }
  return {
    here: columns.map(({ id }) => cell(id, here, 'here')),
    rows: rows.map((numbers, at) => columns.map(({ id }) => cell(id, numbers, at))),
  }
}

const total = (groups: Shares): number => Object.values(groups).reduce((sum, one) => sum + one, 0)
