import { ledgerRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { startJob } from '../../platform/jobs'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { type Ledger, ledgerNow, readLedger } from '../ledger.store'
import { existingLedger } from '../ledger-access'
import { asSupplier, isOf, isVisible, placesAbove, provisionResource } from '../provisions/access'
import { type DataSet, dataSetsOf, offeredAt, readDataSet, saveDataSet } from '../provisions/data-set.store'
import { type Delivery, deliveriesOf, readDelivery, saveDelivery } from '../provisions/delivered.store'
import { deliveringJob } from '../provisions/delivering.job'
import { offerableFields } from '../provisions/fields'
import { showDataSet, showDelivery } from '../provisions/show'
import { readImport } from '../sheets/import.store'

const routes = ledgerRoutes
const cardsOfPage = 20

/** Those of some data sets that are there with their ledgers, shown. */
async function shown(ids: readonly string[], actor: Official, isIn: (one: DataSet) => Promise<boolean>) {
  const all = await Promise.all(
    ids.map(async (id) => {
      const found = await readDataSet(id)
      const ledger = found === undefined ? undefined : await ledgerNow(found.ledger)
      if (found === undefined || ledger === undefined || !(await isIn(found))) return []
      return [await showDataSet(found, ledger, actor)]
    }),
  )
  return all.flat()
}

export const dataSets = endpoint(routes.dataSets, async ({ query, actor }) => {
  const { part, from } = splitPosition(query.cursor)
  if (query.side === 'offered') {
    const ids = await offeredAt(await placesAbove(actor))
    const items = await shown(
      ids.slice(part, part + cardsOfPage),
      actor,
      async (one) => !isOf(actor, one.organisation) && (await isVisible(one, actor)),
    )
    return { items, ...(part + cardsOfPage < ids.length ? { next: joinPosition(part + cardsOfPage) } : {}) }
  }
  const organisations = [...new Set(actor.posts.map((post) => post.organisation))].sort()
  const organisation = organisations[part]
  if (organisation === undefined) return { items: [] }
  const page = await dataSetsOf(organisation, from)
  const items = await shown(page.ids, actor, async () => true)
  if (page.next !== undefined) return { items, next: joinPosition(part, page.next) }
  return { items, ...(part + 1 < organisations.length ? { next: joinPosition(part + 1) } : {}) }
})

export const dataSet = endpoint(routes.dataSet, async ({ params, actor }) => {
  const found = await readDataSet(params.dataSetId)
  if (found === undefined || !(await isVisible(found, actor))) throw new Problem('not-found')
  const ledger = await existingLedger(found.ledger)
  const sent = isOf(actor, found.organisation) ? await deliveriesOf(found.id) : []
  return { ...(await showDataSet(found, ledger, actor)), deliveries: await Promise.all(sent.map(showDelivery)) }
})

export const offerDataSet = endpoint(routes.offerDataSet, {
  locate: async ({ params, body }) => {
    const seen = await readDataSet(params.dataSetId)
    const ledger = await readLedger(seen?.ledger ?? body.ledgerId)
    if (ledger === undefined) throw new Problem('not-found')
    const { organisationId: organisation, within } = ledger
    return {
      resource: await provisionResource({ id: params.dataSetId, organisation }, within[0]),
      loaded: { seen, ledger },
    }
  },
  handle: async ({ params, body, actor, now, loaded: { seen, ledger } }) => {
    await asSupplier(actor, ledger.organisationId, `dataSet/${params.dataSetId}`, now)
    checkOffer(body, ledger, seen)
    const { name, about, source, fields, ended, edition } = body
    const next: DataSet = {
      id: params.dataSetId,
      name,
      about,
      source,
      ledger: ledger.id,
      organisation: ledger.organisationId,
      fields,
      within: ledger.within,
      ended,
      edition: edition + 1,
      by: actor.id,
      at: seen?.at ?? now,
    }
    // Sent again after no answer came: it is saved already.
    if (seen !== undefined && seen.edition === edition + 1 && isSame(seen, next))
      return showDataSet(seen, ledger, actor)
    if ((seen?.edition ?? 0) !== edition || !(await saveDataSet(next, seen))) throw new Problem('changed')
    return showDataSet(next, ledger, actor)
  },
})

const isSame = (one: DataSet, other: DataSet): boolean =>
  one.name === other.name &&
  one.about === other.about &&
  one.source === other.source &&
  one.ended === other.ended &&
  JSON.stringify(one.fields) === JSON.stringify(other.fields)

type Offered = Pick<DataSet, 'fields' | 'source' | 'ended'> & { readonly ledgerId: string }

/** @throws Problem `invalid` with what is wrong and where */
function checkOffer({ fields, source, ledgerId, ended }: Offered, ledger: Ledger, seen: DataSet | undefined): void {
  const offerable = offerableFields(ledger.content)
  const wrong = [
    ...(ledgerId === ledger.id ? [] : [{ path: 'body.ledgerId', message: '数据来自哪份台账不能改，请另外提供一份' }]),
    ...(seen === undefined || seen.source === source
      ? []
      : [{ path: 'body.source', message: '数据从哪里来不能改，请另外提供一份' }]),
    ...(ledger.ended && !ended ? [{ path: 'body.ledgerId', message: '这份台账已经结束，不能再提供' }] : []),
    ...fields.flatMap((field, at) =>
      offerable.includes(field) ? [] : [{ path: `body.fields.${at}`, message: '台账里没有这一列' }],
    ),
    ...(new Set(fields).size === fields.length ? [] : [{ path: 'body.fields', message: '同一项选了两次' }]),
  ]
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
}

export const deliverSheet = endpoint(routes.deliverSheet, {
  locate: async ({ params }) => {
    const found = await readDataSet(params.dataSetId)
    const ledger = found === undefined ? undefined : await readLedger(found.ledger)
    if (found === undefined || ledger === undefined) throw new Problem('not-found')
    return { resource: await provisionResource(found, ledger.within[0]), loaded: found }
  },
  handle: async ({ params, actor, now, loaded }) => {
    await asSupplier(actor, loaded.organisation, `dataSet/${loaded.id}`, now)
    const sheet = await readImport(params.deliveryId)
    // Somebody else's sheet is none of theirs to send.
    if (sheet === undefined || sheet.by !== actor.id || sheet.ledger !== loaded.ledger) throw new Problem('not-found')
    const held = await readDelivery(loaded.id, sheet.id)
    if (held === undefined) checkSendable(loaded, sheet.checked, sheet.state)
    const delivery: Delivery = held ?? {
      dataSet: loaded.id,
      id: sheet.id,
      name: sheet.name,
      at: now,
      by: actor.id,
      rows: 0,
      matched: 0,
      unasked: 0,
      unmatched: 0,
      problems: [],
      job: `${sheet.id}-d`,
    }
    if (held === undefined) await saveDelivery(delivery)
    await startJob({
      id: delivery.job,
      kind: deliveringJob,
      input: { import: sheet.id, dataSet: loaded.id },
      by: actor.id,
      message: '正在下发',
    })
    return showDelivery(delivery)
  },
})

/** @throws Problem `step-not-allowed` */
function checkSendable({ source, ended }: DataSet, checked: object | undefined, state: string): void {
  const detail = ended
    ? '这份数据已经不再提供，没有下发。'
    : source !== 'sheet'
      ? '这份数据直接来自台账，不用表格下发。'
      : checked === undefined || !['checked', 'done'].includes(state)
        ? '表格还没有检查完，请等检查完再下发。'
        : undefined
  if (detail !== undefined) throw new Problem('step-not-allowed', { detail })
}
