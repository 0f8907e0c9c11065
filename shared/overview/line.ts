type Groups = Readonly<Record<string, number>>

/** How something stood at the end of a day on which it changed. `part`: kept apart, both together are the place. */
export interface KeptDay {
  readonly day: string
  readonly part: string
  readonly groups: Groups
}

const dayMillis = 24 * 3600 * 1000

/** @returns so many days up to one and with it, the earliest first */
export const daysUpTo = (day: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) =>
    new Date(Date.parse(`${day}T00:00:00.000Z`) - (count - 1 - at) * dayMillis).toISOString().slice(0, 10),
  )

/**
 * How a place stood at the end of each day: as on the last day up to it on which it changed.
 * @param kept in any order
 * @returns nothing for days before the first that was kept
 */
export function courseOf(kept: readonly KeptDay[], days: readonly string[]): readonly (Groups | undefined)[] {
  const sorted = [...kept].sort((one, other) => (one.day < other.day ? -1 : 1))
  const parts = [...new Set(sorted.map(({ part }) => part))]
  return days.map((day) => {
    const last = parts.flatMap((part) => {
      const found = sorted.filter((one) => one.part === part && one.day <= day).at(-1)
      return found === undefined ? [] : [found.groups]
    })
    return last.length === 0 ? undefined : last.reduce(together, {})
  })
}

function together(one: Groups, other: Groups): Groups {
  const all: Record<string, number> = { ...one }
  for (const [group, count] of Object.entries(other)) all[group] = (all[group] ?? 0) + count
  return all
}
