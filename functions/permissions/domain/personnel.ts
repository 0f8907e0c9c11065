import type { PersonnelBody } from '@zmht/shared/contract'
import { type Day, type HandoverEvent, type Holding, isHeldOn } from '@zmht/shared/permission'
import { endedOn, mirrored, overlap, stillNamed, within } from './holdings'
import { obstaclesAfter, obstaclesBefore } from './personnel-rules'
import type { Official, Organisation, PostRecord } from './records'

/** Everything an operation is judged by. */
export interface Scene {
  readonly today: Day
  /** The official it is about; who is new has no holdings yet. */
  readonly official: Official
  /** Whoever else is touched: the substitute, and who stands in for the official. */
  readonly others: ReadonlyMap<string, Official>
  /** The posts all of them hold, and those the operation names. */
  readonly posts: ReadonlyMap<string, PostRecord>
  readonly organisations: ReadonlyMap<string, Organisation>
  /** Whom the official stands in for, and whom those stand in for, in the days of an absence. */
  readonly standsInFor: ReadonlySet<string>
}

/** What an operation comes to. */
export interface Outcome {
  /** Who is not as before, and the posts that are not. */
  readonly officials: readonly Official[]
  readonly posts: readonly PostRecord[]
  /** The posts given to somebody: what they carry must be the giver's to give. */
  readonly given: readonly string[]
  /** The posts whose open work goes to somebody else, and by which rule. */
  readonly left: readonly string[]
  readonly event?: HandoverEvent
}

export type Decided =
  | { readonly possible: true; readonly outcome: Outcome }
  | { readonly possible: false; readonly obstacles: readonly string[] }

/** The people an operation gives posts to or takes them from: none of them may be who records it. */
export function concerned(body: PersonnelBody, official: string): readonly string[] {
  return body.kind === 'absence' && body.substitute !== undefined ? [official, body.substitute] : [official]
}

/** @returns what becomes of everybody concerned, or in plain words why that cannot be. */
export function decidePersonnel(body: PersonnelBody, scene: Scene): Decided {
  const before = obstaclesBefore(body, scene)
  if (before.length > 0) return { possible: false, obstacles: before }
  const changed = apply(body, scene)
  const officials = changed.map((one) => ({ ...one, holdings: stillNamed(one.holdings, scene.today) }))
  const after = obstaclesAfter(officials, scene)
  if (after.length > 0) return { possible: false, obstacles: after }
  const held = (official: Official): readonly Holding[] =>
    (official.id === scene.official.id ? scene.official : scene.others.get(official.id))?.holdings ?? []
  const gained = officials.flatMap((one) => one.holdings.filter((holding) => !isIn(held(one), holding)))
  const touched = new Set(
    officials.flatMap((one) => [
      ...gained.map(({ post }) => post),
      ...held(one).flatMap((holding) => (isIn(one.holdings, holding) ? [] : [holding.post])),
    ]),
  )
  return {
    possible: true,
    outcome: {
      officials,
      posts: [...touched].flatMap((id) => {
        const post = scene.posts.get(id)
        return post === undefined ? [] : [mirrored(post, officials, scene.today)]
      }),
      given: givenBy(body, scene, gained),
      ...leftBy(body, scene.official),
    },
  }
}

const isSame = (one: Holding, other: Holding): boolean =>
  one.post === other.post &&
  one.as === other.as &&
  one.from === other.from &&
  one.until === other.until &&
  one.standsInFor === other.standsInFor
const isIn = (holdings: readonly Holding[], holding: Holding): boolean => holdings.some((one) => isSame(one, holding))

/** A holding that was only shortened is not given anew. */
function givenBy(body: PersonnelBody, { official }: Scene, gained: readonly Holding[]): readonly string[] {
  if (body.kind === 'leave-post' || body.kind === 'return') return []
  const shortened = body.kind === 'transfer' || body.kind === 'promote' ? body.from : undefined
  return [...new Set(gained.map(({ post }) => post))].filter(
    (post) => post !== shortened || !official.holdings.some((one) => one.post === post),
  )
}

function leftBy(body: PersonnelBody, official: Official): Pick<Outcome, 'left' | 'event'> {
  const heldOn = (day: Day) => [
    ...new Set(official.holdings.filter((one) => isHeldOn(one, day)).map(({ post }) => post)),
  ]
  switch (body.kind) {
    case 'transfer':
    case 'promote':
      return { left: [body.from], event: 'transfer' }
    case 'leave-post':
      return { left: body.post === undefined ? heldOn(body.date) : [body.post], event: 'transfer' }
    case 'absence':
      return { left: heldOn(body.date), event: 'leave' }
    default:
      return { left: [] }
  }
}

/** Everybody whose holdings or absences change, as they are afterwards. */
function apply(body: PersonnelBody, scene: Scene): readonly Official[] {
  const { official } = scene
  switch (body.kind) {
    case 'appoint': {
      const { post, as, date: from, until } = body
      return [withHoldings(official, [...official.holdings, { post, as, from, ...(until && { until }) }])]
    }
    case 'transfer':
    case 'promote': {
      const left = leave(official, body.date, body.from)
      const taken: Holding = { post: body.to, as: 'holder', from: body.date }
      return [withHoldings(left, [...left.holdings, taken]), ...nobodyStandsIn(scene, body.date, body.from)]
    }
    case 'leave-post':
      return [leave(official, body.date, body.post), ...nobodyStandsIn(scene, body.date, body.post)]
    case 'absence': {
      const away = { from: body.date, until: body.until }
      const absent = { ...official, absences: [...official.absences, away] }
      const substitute = body.substitute === undefined ? undefined : scene.others.get(body.substitute)
      return substitute === undefined ? [absent] : [absent, standIn(substitute, official, away)]
    }
    case 'return':
      return comeBack(scene, body.date)
  }
}

const withHoldings = (official: Official, holdings: readonly Holding[]): Official => ({ ...official, holdings })

/** Ends what is held on a day and what was to begin later. */
const leave = (official: Official, day: Day, post: string | undefined): Official =>
  withHoldings(
    official,
    official.holdings.flatMap((one) =>
      (post === undefined || one.post === post) && (one.until === undefined || one.until > day)
        ? endedOn(one, day)
        : [one],
    ),
  )

/** Whoever stands in for somebody on a post stands in for nobody once that one has left it. */
function nobodyStandsIn({ official, others }: Scene, day: Day, post: string | undefined): readonly Official[] {
  return [...others.values()].flatMap((one) => {
    const holdings = one.holdings.flatMap((holding) =>
      holding.standsInFor === official.id &&
      (post === undefined || holding.post === post) &&
      (holding.until === undefined || holding.until > day)
        ? endedOn(holding, day)
        : [holding],
    )
    return holdings.length === one.holdings.length && holdings.every((holding) => isIn(one.holdings, holding))
      ? []
      : [withHoldings(one, holdings)]
  })
}

/** A substitute acts on every post of who is away, in these days, but on those they hold themself. */
function standIn(substitute: Official, absent: Official, away: { readonly from: Day; readonly until: Day }): Official {
  const acting = absent.holdings
    .filter((one) => overlap(one, away))
    .map((one): Holding => ({ post: one.post, as: 'acting', ...within(one, away), standsInFor: absent.id }))
    .filter((one) => !substitute.holdings.some((held) => held.post === one.post && overlap(held, one)))
  return withHoldings(substitute, [...substitute.holdings, ...acting])
}

/** Back on a day: what was to follow of the absence, and the substitute's days, are no more. */
function comeBack({ official, others }: Scene, day: Day): readonly Official[] {
  const absence = official.absences.find(({ from, until }) => from <= day && day < until)
  if (absence === undefined) return []
  const absences = official.absences.flatMap((one) => (one === absence ? endedOn(one, day) : [one]))
  const back = [...others.values()].flatMap((one) => {
    const holdings = one.holdings.flatMap((holding) =>
      holding.standsInFor === official.id && overlap(holding, { from: day, until: absence.until })
        ? endedOn(holding, day)
        : [holding],
    )
    return holdings.every((holding) => isIn(one.holdings, holding)) && holdings.length === one.holdings.length
      ? []
      : [withHoldings(one, holdings)]
  })
  return [{ ...official, absences }, ...back]
}
