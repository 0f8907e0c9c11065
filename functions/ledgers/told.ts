import type { ReadingReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { type Measure, type Reading, type Shares, tell, tellWhole, withheld } from '@zmht/shared/measures'
import { decide } from '@zmht/shared/permission'
import type { childrenOf, PlaceFacts } from '../hierarchy/index'
import type { Official } from '../platform/endpoint/actor'
import type { Ledger } from './ledger.store'
import { rowResource } from './ledger-access'

/** What a measure tells of one place. */
interface Told {
  readonly whole: Reading
  readonly readings: readonly Reading[]
}

/** What a measure says of a place and of each place inside it, as far as an official may be told: who may not see the people is told of no fewer than three. */
export async function toldAt(
  ledger: Pick<Ledger, 'id' | 'organisationId'>,
  measure: Measure,
  { place, children, here, below, actor, at }: Counts,
) {
  const whole = toldOf(measure, here)
  const parts = children.map((child) => ({ child, told: toldOf(measure, below.get(child.id) ?? {}) }))
  const seesPeople = decide(actor.policy, actor, 'ledger.read', await rowResource(ledger, place.lineage), at).allow
  const tolds = parts.map(({ told }) => told)
  const [shownHere, ...shownBelow] = seesPeople ? [whole, ...tolds].map(showAll) : showSome(whole, tolds)
  return {
    place: { id: place.id, name: place.name, level: place.level },
    here: shownHere ?? showAll(whole),
    children: parts.map(({ child: { id, name, level, hasChildren }, told }, position) => ({
      id,
      name,
      level,
      hasChildren,
      ...(shownBelow[position] ?? showAll(told)),
    })),
  }
}

interface Counts {
  readonly place: Pick<PlaceFacts, 'id' | 'name' | 'level' | 'lineage'>
  readonly children: Awaited<ReturnType<typeof childrenOf>>
  readonly here: Shares
  /** By child. */
  readonly below: ReadonlyMap<PlaceId, Shares>
  readonly actor: Official
  readonly at: string
}

const toldOf = (measure: Measure, groups: Readonly<Record<string, number>>): Told => ({
  whole: tellWhole(measure, groups),
  readings: tell(measure, groups),
})

const show = (reading: Reading): ReadingReply => ({ ...reading, groups: [...reading.groups] })
const hide = ({ groups }: Reading): ReadingReply => ({ groups: [...groups] })
const showAll = ({ whole, readings }: Told) => ({ whole: show(whole), readings: readings.map(show) })

/** Without what tells of single people: in the place itself, and in each child so that it cannot be told from the others either. */
function showSome(here: Told, below: readonly Told[]) {
  const keys = here.readings.map(({ groups }) => groups.join('|'))
  const rowsOf = ({ readings }: Told) =>
    keys.map((key) => readings.find(({ groups }) => groups.join('|') === key)?.rows ?? 0)
  const wholes = withheld([below.map(({ whole }) => whole.rows)])[0] ?? []
  const children = withheld(below.map(rowsOf))
  const own = withheld([rowsOf(here)])[0] ?? []
  const part = (told: Told, hidden: readonly boolean[], isWholeHidden: boolean) => ({
    whole: isWholeHidden ? hide(told.whole) : show(told.whole),
    readings: told.readings.map((reading) =>
      isWholeHidden || hidden[keys.indexOf(reading.groups.join('|'))] === true ? hide(reading) : show(reading),
    ),
  })
  const isSmall = here.whole.rows > 0 && withheld([[here.whole.rows]])[0]?.[0] === true
  return [
    part(here, own, isSmall),
    ...below.map((told, at) => part(told, children[at] ?? [], isSmall || wholes[at] === true)),
  ]
}
