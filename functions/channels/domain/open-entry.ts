import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { ended } from '@zmht/shared/rules'
import type { Request } from '../request.store'
import { type DeskPart, desksOf } from './desks'

/** One list of open requests: whose, or of which district, and narrowed to what. */
export interface OpenList {
  /** The organisation that has them, or the district in which whoever works at their place has them. */
  readonly holder: string
  /** `all`, one kind, or one case. */
  readonly by: string
}

export interface OpenEntry extends OpenList {
  readonly path: PlacePath
  readonly part: DeskPart | 'worker'
}

type Known = Pick<
  Request,
  'id' | 'channelId' | 'route' | 'case' | 'state' | 'desk' | 'beside' | 'overseers' | 'due' | 'path' | 'district'
>

/** What a request is about: the subject of an appeal where one is known, else its service. */
export const openKindOf = ({ channelId, route }: Pick<Request, 'channelId' | 'route'>): string =>
  route?.subject === undefined ? `channel/${channelId}` : `subject/${route.subject}`

/** By what a list is narrowed: a case is narrower than a kind. */
export const narrowedBy = (kind: string | undefined, cluster: string | undefined): string =>
  cluster === undefined ? (kind ?? 'all') : `case/${cluster}`

/** In which lists an open request stands: of everybody who works on it, whole, by what it is about and by its case. */
export function openEntriesOf(request: Known): OpenEntry[] {
  const { state, desk, path, district } = request
  if (ended.includes(state)) return []
  const working = [
    ...(desk === undefined ? [{ holder: district, part: 'worker' as const }] : []),
    ...desksOf(request).flatMap(({ list, organisation, part }) =>
      list === 'DESK' ? [{ holder: organisation, part }] : [],
    ),
  ]
  const lists = ['all', openKindOf(request), ...(request.case === undefined ? [] : [`case/${request.case.id}`])]
  return working.flatMap(({ holder, part }) => lists.map((by) => ({ holder, by, path, part })))
}

/** What is counted of an entry. */
export interface Counted {
  readonly lineage: readonly PlaceId[]
  readonly kind: string
  readonly cluster?: string
}

interface Count<Id extends string> {
  readonly id: Id
  readonly count: number
}

/** How many of each kind, of each case, and in each of the places where what is listed parts ways; the most first. */
export function openCounts(entries: readonly Counted[]): {
  readonly kinds: Count<string>[]
  readonly places: Count<PlaceId>[]
  readonly clusters: Count<string>[]
} {
  const shared = commonLength(entries.map(({ lineage }) => lineage))
  return {
    kinds: counted(entries.map(({ kind }) => kind)),
    // Of what lies at one place only, that place is told.
    places: counted(entries.flatMap(({ lineage }) => lineage[shared] ?? lineage.at(-1) ?? [])),
    clusters: counted(entries.flatMap(({ cluster }) => cluster ?? [])).filter(({ count }) => count > 1),
  }
}

function commonLength(lineages: readonly (readonly PlaceId[])[]): number {
  const [first = []] = lineages
  const parting = first.findIndex((id, index) => lineages.some((lineage) => lineage[index] !== id))
  return parting === -1 ? first.length : parting
}

function counted<Id extends string>(ids: readonly Id[]): Count<Id>[] {
  const counts = new Map<Id, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1))
}
