import { channelId, requestId } from '@zmht/shared/contract/parts'
import type { Instant } from '@zmht/shared/knowledge'
import { ended, type RequestState } from '@zmht/shared/rules'

const day = 24 * 3600_000
/** GeoReport v2: at most ninety days, at most a thousand requests. */
export const longestDays = 90
export const mostRequests = 1000
/** Requests named one by one. */
const mostIds = 100

/** The two states a request has to other systems. */
export type Status = 'open' | 'closed'
export const statusOf = (state: RequestState): Status => (ended.includes(state) ? 'closed' : 'open')

/** What GET Service Requests asks for. */
export interface Asked {
  /** These alone, whatever else was asked. */
  readonly ids?: readonly string[]
  readonly codes?: readonly string[]
  readonly statuses?: readonly Status[]
  readonly from: Instant
  readonly until: Instant
}

/** A parameter that may be there several times, each a list with commas. */
const listed = (query: URLSearchParams, name: string): readonly string[] => [
  ...new Set(
    query
      .getAll(name)
      .flatMap((one) => one.split(','))
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
]

/** W3C date and time: a zone must be there. */
const w3 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

function instantOf(query: URLSearchParams, name: string): number | undefined {
  // A plus sign that was not escaped arrives as a space.
  const text = query.get(name)?.trim().replace(' ', '+')
  if (text === undefined || text === '') return undefined
  return w3.test(text) ? Date.parse(text) : Number.NaN
}

export function readAsked(query: URLSearchParams, at: Instant): { asked: Asked; wrong: readonly string[] } {
  const [from, until] = [instantOf(query, 'start_date'), instantOf(query, 'end_date')]
  const isWrong = Number.isNaN(from ?? 0) || Number.isNaN(until ?? 0)
  const [end, start] = rangeOf(isWrong ? undefined : from, isWrong ? undefined : until, Date.parse(at))
  const ids = listed(query, 'service_request_id')
  const codes = listed(query, 'service_code')
  const statuses = listed(query, 'status')
  const others = [
    isWrong ? 'start_date 和 end_date 要写时区，如 2026-11-01T00:00:00Z 或 2026-11-01T00:00:00+08:00' : undefined,
    start > end ? 'start_date 晚于 end_date' : undefined,
    end - start > longestDays * day ? `start_date 到 end_date 不超过 ${longestDays} 天` : undefined,
    statuses.every(isStatus) ? undefined : 'status 只能是 open 或 closed',
  ]
  // Requests that are named are answered whatever else was asked.
  const wrong =
    ids.length === 0 ? others : [ids.length > mostIds ? `service_request_id 一次不超过 ${mostIds} 个` : undefined]
  const known = statuses.filter(isStatus)
  return {
    asked: {
      ...(ids.length === 0 ? {} : { ids: ids.filter((one) => requestId.safeParse(one).success) }),
      ...(codes.length === 0 ? {} : { codes: codes.filter((one) => channelId.safeParse(one).success) }),
      ...(known.length === 0 ? {} : { statuses: known }),
      from: new Date(start).toISOString(),
      until: new Date(end).toISOString(),
    },
    wrong: wrong.filter((one) => one !== undefined),
  }
}

const isStatus = (one: string): one is Status => one === 'open' || one === 'closed'

/** @returns end and start, in milliseconds: ninety days up to now, or as far from the one that is given */
function rangeOf(from: number | undefined, until: number | undefined, at: number): readonly [number, number] {
  const longest = longestDays * day
  const end = until ?? (from === undefined ? at : Math.max(from, Math.min(at, from + longest)))
  return [end, from ?? end - longest]
}

/** An instant as GeoReport v2 writes it, in the time of China. */
export const w3Time = (at: Instant): string =>
  `${new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`
