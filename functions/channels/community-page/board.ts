import type { CommunityCardReply, CommunityContent, CommunityPageReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import {
  aboutEntry,
  type CommunityKind,
  type CommunityState,
  isInTime,
  isTold,
  mostCommunityEntries,
  mostCommunityText,
  mostExcerpt,
} from '@zmht/shared/rules'

/** What an entry says under an edition, as a list shows it; the whole text lies beside the page. */
export interface Said {
  readonly edition: number
  readonly title: string
  readonly text?: string
  readonly more: boolean
  readonly where?: string
  readonly phone?: string
  readonly hours?: CommunityContent['hours']
  readonly from?: string
  readonly until?: string
}

export interface Entry {
  readonly id: string
  readonly kind: CommunityKind
  readonly since: Instant
  readonly edition: number
  readonly state: CommunityState
  readonly latest: Said
  /** What residents see: the latest, or what stood there before it while that is not to be seen. */
  readonly shown?: Said
  readonly withdrawn: boolean
  /** Among services and phone numbers. */
  readonly order?: number
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Instant
}

/** A page as it lies in the table. */
export interface Board {
  readonly place: PlaceId
  /** Counts each save; 0 before the first. */
  readonly version: number
  readonly entries: readonly Entry[]
}

export const emptyBoard = (place: PlaceId): Board => ({ place, version: 0, entries: [] })

export interface Deed {
  readonly by: Entry['by']
  readonly at: Instant
}

function saidOf(content: CommunityContent, edition: number): Said {
  const { kind, title, text = '', where, phone, hours, photos, from, until } = content
  const whole = kind === 'about' ? mostCommunityText.about : mostExcerpt
  const isLong = text.length > whole
  return {
    edition,
    title,
    ...(text === '' ? {} : { text: isLong ? `${text.slice(0, whole - 1)}…` : text }),
    more: isLong || photos.length > 0,
    ...(where === undefined || where === '' ? {} : { where }),
    ...(phone === undefined ? {} : { phone }),
    ...(hours === undefined || hours.length === 0 ? {} : { hours }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

/** @throws Problem `not-found` */
export function entryIn(board: Board, id: string): Entry {
  const entry = board.entries.find((one) => one.id === id)
  if (entry === undefined) throw new Problem('not-found')
  return entry
}

const wrong = (path: string, message: string) => new Problem('invalid', { fields: [{ path, message }] })

const withEntry = (board: Board, entry: Entry): Board => ({
  ...board,
  entries: [...board.entries.filter(({ id }) => id !== entry.id), entry],
})

/**
 * Saves what somebody wrote under the edition they saw. What is not to be seen yet, or at all, leaves to residents what stood there.
 * @throws Problem `changed` where somebody else saved since; `invalid`
 */
export function write(
  board: Board,
  id: string,
  { edition, content }: { readonly edition: number; readonly content: CommunityContent },
  state: CommunityState,
  { by, at }: Deed,
): Board {
  const before = board.entries.find((one) => one.id === id)
  if ((content.kind === 'about') !== (id === aboutEntry) || (before !== undefined && before.kind !== content.kind))
    throw wrong('body.content.kind', '种类和编号对不上，请返回列表重新打开')
  if ((before?.edition ?? 0) !== edition) throw new Problem('changed')
  if (before === undefined && board.entries.length >= mostCommunityEntries)
    throw wrong(
      'body.content.kind',
      `这一页已经有 ${mostCommunityEntries} 条，没有保存。请改用已有的条目，例如已经拿下的`,
    )
  const latest = saidOf(content, edition + 1)
  const shown = state === 'shown' ? latest : before?.shown
  return withEntry(board, {
    id,
    kind: content.kind,
    since: before?.since ?? at,
    edition: edition + 1,
    state,
    latest,
    ...(shown === undefined ? {} : { shown }),
    withdrawn: before?.withdrawn ?? false,
    ...(before?.order === undefined ? {} : { order: before.order }),
    by,
    at,
  })
}

/** Takes an entry from the page or puts it back; the same again changes nothing. @throws Problem `changed`, `not-found` */
export function withdraw(board: Board, id: string, edition: number, withdrawn: boolean, { by, at }: Deed): Board {
  const before = entryIn(board, id)
  if (before.withdrawn === withdrawn && before.edition === edition + 1) return board
  if (before.edition !== edition) throw new Problem('changed')
  return withEntry(board, { ...before, withdrawn, edition: edition + 1, by, at })
}

/** What WeChat says of an edition that waited for it. Of what was written anew meanwhile it says nothing. */
export function judge(board: Board, id: string, edition: number, passed: boolean): Board {
  const before = board.entries.find((one) => one.id === id)
  if (before === undefined || before.state !== 'waiting' || before.latest.edition !== edition) return board
  return withEntry(
    board,
    passed ? { ...before, state: 'shown', shown: before.latest } : { ...before, state: 'refused' },
  )
}

export function arrange(board: Board, order: readonly string[]): Board {
  const place = new Map(order.map((id, index) => [id, index]))
  return {
    ...board,
    entries: board.entries.map(({ order: _before, ...entry }) => {
      const at = place.get(entry.id)
      return at === undefined ? entry : { ...entry, order: at }
    }),
  }
}

const last = Number.MAX_SAFE_INTEGER
/** The desk, then what is told with the newest first, then the rest as it was ordered and, beyond that, as it was added. */
export const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((one, other) => {
    if (isTold(one.kind) && isTold(other.kind)) return one.since < other.since ? 1 : -1
    return (one.order ?? last) - (other.order ?? last) || (one.since < other.since ? -1 : 1)
  })

/** Whether residents see an entry on a day. */
export const isSeen = ({ withdrawn, shown }: Entry, day: string): boolean =>
  !withdrawn && shown !== undefined && isInTime(shown, day)

export function cardOf({ id, kind, since }: Entry, said: Said): CommunityCardReply {
  const { title, text, more, where, phone, hours } = said
  return {
    id,
    kind,
    title,
    more,
    since,
    ...(text === undefined ? {} : { text }),
    ...(where === undefined ? {} : { where }),
    ...(phone === undefined ? {} : { phone }),
    ...(hours === undefined ? {} : { hours }),
  }
}

/** The page as residents see it on a day. */
export function pageOn(board: Board, place: CommunityPageReply['place'], day: string): CommunityPageReply {
  const cards = inOrder(board.entries).flatMap((entry) =>
    entry.shown === undefined || !isSeen(entry, day) ? [] : [cardOf(entry, entry.shown)],
  )
  const of = (kind: CommunityKind) => cards.filter((one) => one.kind === kind)
  const [about] = of('about')
  return {
    place,
    ...(about === undefined ? {} : { about }),
    announcements: of('announcement'),
    news: of('news'),
    services: of('service'),
    phones: of('phone'),
  }
}

/** The editions whose text somebody may still ask for. */
export const textsOf = (board: Board): ReadonlySet<string> =>
  new Set(
    board.entries.flatMap(({ id, latest, shown }) =>
      [latest, shown].flatMap((one) => (one ? [`${id}/${one.edition}`] : [])),
    ),
  )
