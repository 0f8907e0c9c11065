import { type DueReply, ledgerRoutes } from '@zmht/shared/contract'
import { askedAgain, type DueFact, dueFacts } from '@zmht/shared/freshness'
import { entityId, type Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import type { Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { applyToGraph, residentAuthority, type Speaker } from '../apply'
import { kindNames } from '../domain/names'
import { type KeptEntity, readEntity } from '../entity.store'
import { reachOf, visibleLedger } from '../ledger-access'
import { rowsFor } from '../listing'
import { type FactSight, showClaim, sightByFields } from '../show'
import { showRow } from '../show-row'
import { locateEntity, showForOfficial } from './entity'
import { speakerOf } from './entries'

const routes = ledgerRoutes

/** Which of somebody's facts are to be asked for again, as far as the reader may see them. */
function showDue(entity: KeptEntity, facts: readonly DueFact[], sight: FactSight): DueReply {
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name || kindNames[entity.kind],
    facts: facts.flatMap(({ what, claim, state }) => {
      const seen = sight(entity, what.code, claim)
      if (seen === 'none') return []
      const { text, masked, at } = showClaim(what, claim, seen)
      return [{ attribute: what.code, label: what.name, text, masked, at, state }]
    }),
  }
}

/** The door-to-door list of a ledger: a page of one narrowed list, and one read for each of its rows. */
export const dueRows = endpoint(routes.dueRows, async ({ params, query, actor, bounds, now, fields }) => {
  const ledger = await visibleLedger(params.ledgerId, actor, now)
  const reach = await reachOf(ledger, actor, { bounds, place: query.place, at: now })
  const state = query.state ?? 'stale'
  const [page, knowledge] = await Promise.all([
    rowsFor(ledger, reach, { state, filters: [] }, query.cursor),
    knowledgeNow(),
  ])
  const asked = new Set(
    ledger.content.columns.flatMap((column) => (column.of === 'attribute' ? [column.attribute] : [])),
  )
  const sight = sightByFields(knowledge, fields, now, undefined)
  const items = await Promise.all(
    page.items.map(async (row) => {
      const [entity, shown] = await Promise.all([readEntity(row.id), showRow(ledger, knowledge, row, reach)])
      if (entity === undefined) return undefined
      const facts = dueFacts(knowledge, entity.facts, now).filter(({ what }) => asked.has(what.code))
      return { ...showDue(entity, facts, sight), name: shown.name, home: shown.home }
    }),
  )
  return {
    // What was confirmed a moment ago leaves the list with the stream.
    items: items.filter((one) => one !== undefined && one.facts.length > 0).flatMap((one) => one ?? []),
    ...(page.next === undefined ? {} : { next: page.next }),
  }
})

type Confirmed = readonly { readonly attribute: string; readonly at: Instant }[]

/** Says facts again that are still so: a claim like any other, of whoever looked. */
async function sayAgain(entity: KeptEntity, confirmed: Confirmed, speaker: Speaker): Promise<KeptEntity> {
  const again = askedAgain(dueFacts(speaker.knowledge, entity.facts, speaker.at), confirmed)
  const facts = again.map(({ what, claim }) => ({ attribute: what.code, value: claim.value }))
  if (facts.length > 0)
    await applyToGraph(
      {
        knowledge: speaker.knowledge.version,
        entities: [{ ref: { known: entity.id }, kind: entity.kind, facts }],
        relations: [],
      },
      speaker,
    )
  return (await readEntity(entity.id, true)) ?? entity
}

export const confirm = endpoint(routes.confirm, {
  locate: locateEntity,
  handle: async ({ body, actor, fields, now, loaded }) => {
    const speaker = await speakerOf(actor, body.key, now, await knowledgeNow())
    const source = { ...speaker.source, label: speaker.source.label.replace(/登记$/, '上门确认') }
    const entity = await sayAgain(loaded, body.facts, { ...speaker, source })
    return showForOfficial(entity, actor, fields, now, undefined)
  },
})

/** Of oneself, and of whom one acts for, everything is shown. */
const whole: FactSight = () => 'full'

async function dueOf(actor: Resident, at: Instant): Promise<DueReply[]> {
  const knowledge = await knowledgeNow()
  const ids = [actor.person, ...actor.charges.map(({ entity }) => entity)]
  const found = await Promise.all([...new Set(ids)].map((id) => readEntity(entityId(id))))
  return found
    .flatMap((one) => (one === undefined ? [] : [showDue(one, dueFacts(knowledge, one.facts, at), whole)]))
    .filter(({ facts }) => facts.length > 0)
}

/** One read for the resident and each they act for. */
export const due = endpoint(routes.due, async ({ actor, now }) => ({ items: await dueOf(actor, now) }))

export const confirmMine = endpoint(routes.confirmMine, async ({ actor, body, now }) => {
  const person = entityId(actor.person)
  const about = body.entity === undefined ? person : entityId(body.entity)
  const isTheirs = about === person || actor.charges.some(({ entity }) => entity === about)
  const entity = isTheirs ? await readEntity(about, true) : undefined
  // Of somebody else there is nothing to confirm here.
  if (entity === undefined) throw new Problem('not-found')
  await sayAgain(entity, body.facts, {
    by: actor.id,
    authority: residentAuthority(person, actor.charges),
    source: { kind: 'self', id: `confirmed-${body.key}`, label: '本人确认仍然如此' },
    at: now,
    knowledge: await knowledgeNow(),
  })
  return { items: await dueOf(actor, now) }
})
