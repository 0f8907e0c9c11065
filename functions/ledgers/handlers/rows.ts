import { ledgerRoutes } from '@zmht/shared/contract'
import { entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { readEntity } from '../entity.store'
import { existingLedger, reachOf, rowResource, visibleLedger } from '../ledger-access'
import { narrowingOf, rowsFor } from '../listing'
import { whereIs } from '../look'
import { keepRows } from '../rows'
import { showRow } from '../show-row'
import { siftedRows, siftingOf } from '../sifted'

const routes = ledgerRoutes

export const rows = endpoint(routes.rows, async ({ params, query, actor, bounds, now }) => {
  const ledger = await visibleLedger(params.ledgerId, actor, now)
  const narrowing = narrowingOf(ledger, query)
  const reach = await reachOf(ledger, actor, { bounds, place: query.place, at: now })
  const [page, knowledge] = await Promise.all([rowsFor(ledger, reach, narrowing, query.cursor), knowledgeNow()])
  return {
    items: await Promise.all(page.items.map((row) => showRow(ledger, knowledge, row, reach))),
    ...(page.next === undefined ? {} : { next: page.next }),
  }
})

const pageSize = 20

/** A page of the rows inside a community, narrowed by any columns and in any order. */
export const sifted = endpoint(routes.sifted, async ({ params, body, actor, bounds, now }) => {
  const { place, conditions, sort, from = 0 } = body
  const ledger = await visibleLedger(params.ledgerId, actor, now)
  const narrowing = narrowingOf(ledger, body)
  const reach = await reachOf(ledger, actor, { bounds, place, at: now })
  const knowledge = await knowledgeNow()
  const sifting = siftingOf({ conditions, sort })
  const { rows: all, unseen } = await siftedRows(ledger, knowledge, { reach, narrowing, sifting, at: now })
  const page = all.slice(from, from + pageSize)
  return {
    items: await Promise.all(page.map((row) => showRow(ledger, knowledge, row, reach))),
    total: all.length,
    unseen,
    ...(from + pageSize < all.length ? { next: from + pageSize } : {}),
  }
})

interface Picked {
  readonly params: { readonly ledgerId: string; readonly entityId: string }
}

async function locate({ params }: Picked) {
  const [ledger, entity] = await Promise.all([existingLedger(params.ledgerId), readEntity(entityId(params.entityId))])
  const standing = entity === undefined ? undefined : await whereIs(entity)
  // Nobody stands in a ledger that has ended.
  if (entity === undefined || standing === undefined || ledger.ended) throw new Problem('not-found')
  if (ledger.content.membership.by !== 'hand')
    throw new Problem('invalid', {
      fields: [{ path: 'path.ledgerId', message: '这份台账按条件自动登记，不能逐个加入或移出' }],
    })
  if (ledger.content.kind !== entity.kind || !standing.lineage.some((place) => ledger.within.includes(place)))
    throw new Problem('invalid', { fields: [{ path: 'path.entityId', message: '不在这份台账登记的范围里' }] })
  return { resource: await rowResource(ledger, standing.lineage), loaded: { ledger, entity } }
}

export const putIn = endpoint(routes.putIn, {
  locate,
  handle: async ({ loaded: { ledger, entity } }) => {
    await keepRows(entity.id, { ledger: ledger.id, picked: true })
    return { isIn: true }
  },
})

export const takeOut = endpoint(routes.takeOut, {
  locate,
  handle: async ({ loaded: { ledger, entity } }) => {
    await keepRows(entity.id, { ledger: ledger.id, picked: false })
    return { isIn: false }
  },
})
