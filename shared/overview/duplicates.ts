/** An application and what it asks for. */
export interface Asking {
  readonly application: string
  readonly title: string
  /** Attributes and relations of the knowledge system. */
  readonly codes: readonly string[]
}

/** Two applications that ask for the same. */
export interface Duplicate {
  readonly one: Pick<Asking, 'application' | 'title'>
  readonly other: Pick<Asking, 'application' | 'title'>
  readonly shared: readonly string[]
  /** How many in a hundred of what the one that asks for less asks for. */
  readonly percent: number
}

/** Fewer in common tell nothing: nearly every form asks for a name and a number. */
const fewestShared = 3
const leastPercent = 50

/** @returns the pairs that ask for much the same, the most alike first */
export function duplicatesOf(all: readonly Asking[], most: number): readonly Duplicate[] {
  const found = all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other): readonly Duplicate[] => {
      const theirs = new Set(other.codes)
      const shared = one.codes.filter((code) => theirs.has(code))
      const fewer = Math.min(one.codes.length, other.codes.length)
      const percent = fewer === 0 ? 0 : Math.round((shared.length / fewer) * 100)
      if (shared.length < fewestShared || percent < leastPercent) return []
      const named = ({ application, title }: Asking) => ({ application, title })
      return [{ one: named(one), other: named(other), shared, percent }]
    }),
  )
  return found
    .sort((one, other) => other.shared.length - one.shared.length || other.percent - one.percent)
    .slice(0, most)
}
