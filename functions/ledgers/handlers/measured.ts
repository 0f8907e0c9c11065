import { ledgerRoutes, type ReadingReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { type Measure, measuresOf, type Reading, tell, tellWhole, withheld } from '@zmht/shared/measures'
import { decide } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { childrenOf, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { countedAt } from '../counted'
import { rowResource, visibleLedger } from '../ledger-access'
import { showMeasure } from '../show-ledger'

const routes = ledgerRoutes

/** What a measure tells of one place. */
interface Told {
  readonly whole: Reading
  readonly readings: readonly Reading[]
}

export const measured = endpoint(routes.measured, {
  locate: async ({ query }: { query: { place: PlaceId } }) => {
    const place = await placeFacts(query.place)
    return { resource: { kind: 'statistics', lineage: place.lineage }, loaded: place }
  },
  handle: async ({ params, actor, now, loaded: place }) => {
    const [ledger, knowledge] = await Promise.all([visibleLedger(params.ledgerId, actor, now), knowledgeNow()])
    const { content, measures } = ledger
    const measure = measuresOf(ledger.id, content, measures, knowledge).find(
      ({ id }) => id === `${ledger.id}.${params.measureId}`,
    )
    if (measure === undefined) throw new Problem('not-found')
    const [counted, children] = await Promise.all([countedAt(ledger.id, measure, place), childrenOf(place.id)])
    const byPlace = new Map(counted.children.map((child) => [child.place, child.groups]))
    const here = toldOf(measure, counted.total)
    const below = children.map((child) => ({ child, told: toldOf(measure, byPlace.get(child.id) ?? {}) }))
    const seesPeople = decide(actor.policy, actor, 'ledger.read', await rowResource(ledger, place.lineage), now).allow
    const [shownHere, ...shownBelow] = seesPeople
      ? [here, ...below.map(({ told }) => told)].map(showAll)
      : showSome(
          here,
          below.map(({ told }) => told),
        )
    const own = measures.some(({ id }) => measure.id === `${ledger.id}.${id}`)
    return {
      place: { id: place.id, name: place.name, level: place.level },
      measure: showMeasure(measure, content, knowledge, own),
      here: shownHere ?? showAll(here),
      children: below.map(({ child: { id, name, level, hasChildren }, told }, at) => ({
        id,
        name,
        level,
        hasChildren,
        ...(shownBelow[at] ?? showAll(told)),
      })),
    }
  },
})

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
