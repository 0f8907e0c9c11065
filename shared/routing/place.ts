import { type Level, levels, type PlaceId } from '../geo/place'
import { clausesOf, plainly, type Span } from './clauses'

/** A place that words may mean. */
export interface PlaceCandidate {
  readonly place: PlaceId
  readonly name: string
  /** From the root down to the place itself. */
  readonly lineage: readonly string[]
  readonly level: Level
}

/** Words of a text that name a place, with what they may mean, best first: one alone where nothing else fits. */
export interface PlaceSaid extends Span {
  readonly candidates: readonly PlaceCandidate[]
}

export interface PlaceReading {
  /** Absent where nothing names one, or several fit equally. */
  readonly place?: PlaceId
  /** The words say it; it is where the writer lives; nothing says it. */
  readonly from: 'text' | 'home' | 'nothing'
  readonly sure: boolean
  /** What else it could be, the chosen one first; at most five. */
  readonly candidates: readonly PlaceCandidate[]
  /** The words that named it. */
  readonly span?: Span
}

const most = 5
/** Where a whole city or province is named, nothing says where in it. */
const coarsest = levels.indexOf('district')

/** Words before a place that say where somebody lives or comes from, not where it happens. */
const lives = /(我家住在?|我家在|家住|家在|我们?住在?|住在|户口在|老家在?|来自|我是|本人是|我们是|单位在|上班在)$/
const comes = /(从|离开|搬离|刚从)$/
const goes = /(搬到|调到|送到|跑到|去|到)$/

/**
 * Where what an appeal tells of is, of the places it names: what is denied and what is coarser than a district is left out, the deepest counts, where somebody only
 * lives comes after where something happens, and a name that several places bear is the one nearest to the writer's home.
 * @param home from the root down
 */
export function placeOfAppeal(text: string, said: readonly PlaceSaid[], home?: PlaceCandidate): PlaceReading {
  const clauses = clausesOf(plainly(text))
  const isDenied = ({ start }: Span) => clauses.some((one) => one.weight === 0 && one.start <= start && start < one.end)
  const named = said
    .filter((one) => !isDenied(one))
    .map((one) => ({ ...one, candidates: asWritten(text, one) }))
    .filter(({ candidates }) => candidates.length > 0)
  const narrowed = named.map((one) => ({ ...one, candidates: narrow(one.candidates, named, one, home?.lineage) }))
  const deepest = narrowed.filter((one) => !narrowed.some((other) => other !== one && isAround(one, other)))
  const ranked = deepest
    .map((one, order) => ({ one, order, doubt: doubtOf(text, one) }))
    .sort((first, second) => first.doubt - second.doubt || first.order - second.order)
  const [best, second] = ranked
  if (best === undefined) {
    if (home === undefined) return { from: 'nothing', sure: false, candidates: [] }
    return { place: home.place, from: 'home', sure: true, candidates: [home] }
  }
  const rivals = second !== undefined && second.doubt === best.doubt ? deepest.filter((one) => one !== best.one) : []
  const candidates = distinct([best.one, ...rivals].flatMap((one) => one.candidates))
  const [only] = best.one.candidates
  const span = { start: best.one.start, end: best.one.end }
  if (best.one.candidates.length > 1 || only === undefined) return { from: 'text', sure: false, candidates, span }
  return { place: only.place, from: 'text', sure: distinct(candidates).length === 1, candidates, span }
}

/** What words may mean, without what is too coarse; 「小屯社区」 is not 小屯村. */
function asWritten(text: string, { start, end, candidates }: PlaceSaid): readonly PlaceCandidate[] {
  const fine = candidates.filter(({ level }) => levels.indexOf(level) >= coarsest)
  const words = text.slice(start, end)
  const alike = fine.filter(
    ({ name }) =>
      (words.includes('社区') && /(社区|居委会)/.test(name)) || (words.includes('村') && name.includes('村')),
  )
  return alike.length > 0 ? alike : fine
}

/** Of what words may mean: what another place named in the text lies around, else what shares most with the home. */
function narrow(
  candidates: readonly PlaceCandidate[],
  named: readonly PlaceSaid[],
  self: Span,
  home: readonly string[] | undefined,
): readonly PlaceCandidate[] {
  if (candidates.length < 2) return candidates
  const others = named.filter(({ start, candidates: meant }) => start !== self.start && meant.length === 1)
  const around = candidates.filter(({ lineage }) =>
    others.some(({ candidates: [other] }) => other !== undefined && lineage.includes(last(other.lineage))),
  )
  if (around.length > 0) return around
  if (home === undefined) return candidates
  const shares = candidates.map(({ lineage }) => shared(lineage, home))
  const most = Math.max(...shares)
  const near = candidates.filter((_, at) => shares[at] === most)
  // Within the same city alone is not near.
  return near.length < candidates.length ? near : candidates
}

const last = (lineage: readonly string[]): string => lineage.at(-1) ?? ''
const shared = (one: readonly string[], other: readonly string[]): number => {
  const differs = one.findIndex((place, at) => place !== other[at])
  return differs < 0 ? one.length : differs
}

/** Whether another mention lies inside every reading of this one: 「望京街道…花家地北里」. */
const isAround = (one: PlaceSaid, other: PlaceSaid): boolean =>
  one.candidates.every((around) =>
    other.candidates.every(
      ({ lineage }) =>
        lineage.includes(last(around.lineage)) && (lineage.length > around.lineage.length || other.start < one.start),
    ),
  )

function doubtOf(text: string, { start, end }: Span): number {
  const before = text.slice(Math.max(0, start - 6), start)
  if (comes.test(before) && /^.{0,6}(迁|搬|来|回|调|转)/.test(text.slice(end, end + 10))) return 3
  if (lives.test(before)) return 2
  return goes.test(before) ? 1 : 0
}

const distinct = (candidates: readonly PlaceCandidate[]): readonly PlaceCandidate[] =>
  candidates.filter(({ place }, at) => candidates.findIndex((one) => one.place === place) === at).slice(0, most)
