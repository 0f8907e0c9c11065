import type { Instant } from '@zmht/shared/knowledge'

interface Told {
  readonly kind: string
  readonly id: string
  readonly at: Instant
}

/** What an official has looked at. */
export interface Seen {
  readonly until?: Instant
  readonly opened: Readonly<Record<string, Instant>>
}

export const keyOf = ({ kind, id }: Pick<Told, 'kind' | 'id'>): string => `${kind}/${id}`

/** Whether something happened since somebody looked at all of it, and since they opened it. */
export const isNew = (told: Told, { until, opened }: Seen): boolean =>
  (until === undefined || told.at > until) && (opened[keyOf(told)] ?? '') < told.at

/** @returns what is new of all that was told, what happened again once, the latest first */
export function newOf<T extends Told>(told: readonly T[], seen: Seen): readonly T[] {
  const latest = new Map<string, T>()
  for (const one of told) {
    const known = latest.get(keyOf(one))
    if (known === undefined || known.at < one.at) latest.set(keyOf(one), one)
  }
  return [...latest.values()].filter((one) => isNew(one, seen)).sort((one, other) => (one.at < other.at ? 1 : -1))
}

const mostOpened = 300

/** @returns what is kept once some were opened, or all until an instant was looked at; what no news can be of any more is forgotten */
export function seeing<S extends Seen>(
  seen: S,
  { keys, until }: { readonly keys: readonly string[]; readonly until?: Instant | undefined },
  at: Instant,
  oldest: Instant,
): S {
  // Nobody has looked at what is still to come.
  const said = until === undefined || until <= at ? until : at
  const reached = said !== undefined && said > (seen.until ?? '') ? said : seen.until
  const all = { ...seen.opened, ...Object.fromEntries(keys.map((key) => [key, at])) }
  const opened = Object.entries(all)
    .filter(([, when]) => when > oldest && when > (reached ?? ''))
    .sort(([, one], [, other]) => (one < other ? 1 : -1))
    .slice(0, mostOpened)
  return { ...seen, ...(reached === undefined ? {} : { until: reached }), opened: Object.fromEntries(opened) }
}
