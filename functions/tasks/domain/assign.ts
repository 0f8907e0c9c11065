export interface Candidate {
  readonly id: string
  readonly name: string
  /** How much they have in hand. */
  readonly load: number
}

/** @returns who has least in hand, the first by id among equals; nobody where nobody is */
export const leastLoaded = (candidates: readonly Candidate[]): Candidate | undefined =>
  [...candidates].sort((one, other) => one.load - other.load || (one.id < other.id ? -1 : 1))[0]
