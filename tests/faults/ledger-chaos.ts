/**
 * What may happen to the people of a small city, in any order, and who is left at the end: the plan of a run with faults. Pure: the same seed gives the same
 * plan, so that a process that was killed goes on with it, and whoever checks knows what should have come of it without asking anybody.
 */

export type Happening =
  | {
      readonly kind: 'enter'
      readonly who: number
      readonly door: number
      readonly name: string
      readonly born: string
    }
  | { readonly kind: 'correct'; readonly who: number; readonly attribute: string; readonly value: string }
  | { readonly kind: 'move'; readonly who: number; readonly door: number }
  | { readonly kind: 'merge'; readonly who: number; readonly into: number }
  | { readonly kind: 'take-back'; readonly who: number; readonly source: number }
  | { readonly kind: 'pick'; readonly who: number; readonly picked: boolean }
  | { readonly kind: 'move-place'; readonly which: number; readonly to: number }
  | { readonly kind: 'rule'; readonly variant: number }

interface Person {
  readonly name: string
  readonly born: string
  /** Where they were said to live, by the happening that said it; the last one counts. */
  homes: { readonly source: number; readonly door: number }[]
  /** Something else was said of them: taking back where they came from does not end them. */
  corrected: boolean
  merged: boolean
  picked: boolean
  gone: boolean
  /** One known before who may be the same. */
  double?: number
}

export interface Plan {
  readonly happenings: readonly Happening[]
  /** By number: those that are left, each with their door unless two records were joined, and whether somebody picked them. */
  readonly left: ReadonlyMap<number, { readonly door?: number; readonly picked: boolean }>
  /** The rule the ledger has at last. */
  readonly variant: number
}

export interface City {
  readonly doors: number
  readonly compounds: number
  readonly communities: number
}

/** Mulberry32: small, seeded, good enough to mix happenings. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

export function planOf(seed: number, count: number, city: City): Plan {
  const below = random(seed)
  const people: Person[] = []
  const happenings: Happening[] = []
  let variant = 0
  const pick = <T>(list: readonly T[]): T | undefined => list[below(Math.max(1, list.length))]
  const numbered = (fits: (one: Person) => boolean): number[] =>
    people.flatMap((one, number) => (!one.gone && fits(one) ? [number] : []))
  const enter = (name: string, born: string, double?: number): Happening => {
    // At a door of theirs, one of the same name and birth is not a double but the one who is known.
    const theirs = double === undefined ? [] : (people[double]?.homes.map((home) => home.door) ?? [])
    let door = below(city.doors)
    while (theirs.includes(door)) door = (door + 1) % city.doors
    people.push({
      name,
      born,
      homes: [{ source: happenings.length, door }],
      corrected: false,
      merged: false,
      picked: false,
      gone: false,
      ...(double === undefined ? {} : { double }),
    })
    return { kind: 'enter', who: people.length - 1, door, name, born }
  }
  const something = (): Happening => {
    const dice = below(100)
    const who = pick(numbered(() => true))
    const one = who === undefined ? undefined : people[who]
    if (dice < 34 || who === undefined || one === undefined)
      return enter(`人${people.length}号`, `${1930 + below(90)}-0${1 + below(9)}-1${below(10)}`)
    if (dice < 42) {
      // Known once already, at another door: may be the same.
      const known = pick(numbered((other) => !other.merged && other.double === undefined))
      const like = known === undefined ? undefined : people[known]
      if (known !== undefined && like !== undefined && !people.some(({ double }) => double === known))
        return enter(like.name, like.born, known)
    }
    if (dice < 52) {
      one.corrected = true
      return { kind: 'correct', who, ...(pick(corrections) ?? { attribute: 'person.sex', value: '1' }) }
    }
    if (dice < 66) {
      const door = below(city.doors)
      if (one.homes.some((home) => home.door === door)) return enter(`人${people.length}号`, '1990-01-11')
      one.homes.push({ source: happenings.length, door })
      return { kind: 'move', who, door }
    }
    if (dice < 76) {
      const double = pick(numbered(({ double }) => double !== undefined && people[double]?.gone === false))
      const into = double === undefined ? undefined : people[double]?.double
      const [gone, survivor] = [people[double ?? -1], people[into ?? -1]]
      if (double !== undefined && into !== undefined && gone && survivor) {
        gone.gone = true
        survivor.merged = true
        return { kind: 'merge', who: double, into }
      }
    }
    if (dice < 86) {
      const undone = pick(numbered(({ merged, double, corrected }) => !merged && double === undefined && !corrected))
      const person = undone === undefined ? undefined : people[undone]
      const isDoubled = people.some(({ double, gone }) => double === undone && !gone)
      const last = person?.homes.at(-1)
      if (undone !== undefined && person && last && !isDoubled) {
        person.homes = person.homes.slice(0, -1)
        if (person.homes.length === 0) person.gone = true
        return { kind: 'take-back', who: undone, source: last.source }
      }
    }
    if (dice < 95) {
      one.picked = !one.picked
      return { kind: 'pick', who, picked: one.picked }
    }
    if (dice < 98) return { kind: 'move-place', which: below(city.compounds), to: below(city.communities) }
    variant = below(3)
    return { kind: 'rule', variant }
  }
  while (happenings.length < count) happenings.push(something())
  const left = people.flatMap((one, number) => {
    const door = one.homes.at(-1)?.door
    return one.gone
      ? []
      : [[number, { picked: one.picked, ...(one.merged || door === undefined ? {} : { door }) }] as const]
  })
  return { happenings, left: new Map(left), variant }
}

const corrections = ['1', '2'].flatMap((value) =>
  ['person.sex', 'person.householdKind', 'person.maritalStatus'].map((attribute) => ({ attribute, value })),
)
