import { ledgerRoutes, type ProvidedRowReply } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { type EntityId, type Knowledge, maskValue, showValue, type Value } from '@zmht/shared/knowledge'
import { decide, type FieldDecision } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { accessToField, type Gift, givenAt, placeField, purposes, sensitivityOfField } from '@zmht/shared/provisions'
import { namedLineage, tailOf } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationFacts } from '../../permissions/index'
import { auditLook, auditPage } from '../../platform/audit.store'
import { open } from '../../platform/cipher'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type Ledger, readLedger } from '../ledger.store'
import { rowsFor } from '../listing'
import { hasSight, holdsNamedPost, provisionResource } from '../provisions/access'
import { deliveredRows } from '../provisions/delivered.store'
import { nameAttribute } from '../provisions/fields'
import { countLook } from '../provisions/looks.store'
import { type Provision, readProvision } from '../provisions/provision.store'
import { rowContext } from '../rows'

/** A row before it is known how much of it is shown. */
interface RawRow {
  readonly id: EntityId
  readonly path: PlacePath
  readonly name: string
  readonly isChild: boolean
  readonly values: Readonly<Record<string, Value>>
  readonly source: string
  readonly at: string
}

interface Shown {
  readonly row: ProvidedRowReply
  /** What of it is shown whole though it is sensitive. */
  readonly whole: readonly string[]
}

/**
 * A page of what was given. Whether it still is, is read anew on each request; how much, the decision says for each row's own place.
 * Costs 1 for the ask, the page itself, and one write for the audit with one for the count: one more for each row of which something sensitive is shown whole.
 */
export const provisionRows = endpoint(ledgerRoutes.provisionRows, async ({ params, query, actor, now }) => {
  const found = await readProvision(params.provisionId)
  if (found === undefined || !holdsNamedPost(found, actor)) throw new Problem('not-found')
  const gift = givenAt(found, now)
  if (gift === undefined)
    throw new Problem('step-not-allowed', { detail: '这份数据现在不能看：还没有批准，或者已经到期、被撤回。' })
  if (!hasSight(found, actor, now))
    throw new Problem('step-not-allowed', { detail: '已经批准，正在生效，请过几秒再打开。' })
  const ledger = await readLedger(found.ledger)
  if (ledger === undefined) throw new Problem('not-found')
  const [page, knowledge] = await Promise.all([rawRows(found, ledger, query.cursor), knowledgeNow()])
  const shown = await Promise.all(
    page.items.map(async (raw) => showRow(raw, await decidedFor(found, actor, raw, now), { gift, ledger, knowledge })),
  )
  const rows = shown.filter((one) => one !== undefined)
  await keepLooks(found, actor, now, rows)
  return { items: rows.map(({ row }) => row), ...(page.next === undefined ? {} : { next: page.next }) }
})

async function rawRows(found: Provision, ledger: Ledger, cursor: string | undefined) {
  if (found.source === 'sheet') {
    const { items, next } = await deliveredRows(found.id, cursor)
    const rows = items.map(
      ({ entityId, path, name, child, facts, source, at }): RawRow => ({
        id: entityId,
        path,
        name,
        isChild: child,
        values: facts,
        source,
        at,
      }),
    )
    return { items: rows, ...(next === undefined ? {} : { next }) }
  }
  if (ledger.ended) return { items: [] }
  const reach = { places: found.places, except: [], fieldsAt: () => nothing }
  const [page, supplier] = await Promise.all([
    rowsFor(ledger, reach, { filters: [] }, cursor),
    organisationFacts(found.supplier),
  ])
  const source = `${supplier?.name ?? ''} ${ledger.content.name}`
  const items = await Promise.all(
    page.items.map(async ({ id, path, card }): Promise<RawRow> => {
      const sealed =
        card.sealed === undefined
          ? {}
          : await open<Readonly<Record<string, Value>>>(card.sealed, rowContext(id, ledger.id))
      const byColumn = { ...card.cells, ...sealed }
      const values: Record<string, Value> = {}
      for (const column of ledger.content.columns) {
        const value = byColumn[column.key]
        if (column.of === 'attribute' && value !== undefined) values[column.attribute] = value
      }
      return { id, path, name: card.name, isChild: card.child === true, values, source, at: card.at }
    }),
  )
  return { items, ...(page.next === undefined ? {} : { next: page.next }) }
}

const nothing = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' } as const

/** What the one decision shows of a row where it is now. @returns undefined where it shows nothing */
async function decidedFor(found: Provision, actor: Official, { path }: RawRow, at: string) {
  const last = lineageOf(path).at(-1)
  const resource = await provisionResource({ id: found.id, organisation: found.supplier }, last)
  const decision = decide(actor.policy, actor, 'provision.read', resource, at)
  return decision.allow ? decision.fields : undefined
}

interface ShowBy {
  readonly gift: Gift
  readonly ledger: Ledger
  readonly knowledge: Knowledge
}

async function showRow(
  raw: RawRow,
  decided: FieldDecision | undefined,
  { gift, ledger: { content }, knowledge }: ShowBy,
): Promise<Shown | undefined> {
  if (decided === undefined) return undefined
  const accessOf = (field: string) =>
    accessToField(decided, gift.fields, field, {
      sensitivity: sensitivityOfField(field, knowledge.attribute(field)),
      isChild: raw.isChild,
    })
  const cells: Record<string, { text: string; masked: boolean }> = {}
  const whole: string[] = []
  for (const field of Object.keys(gift.fields)) {
    const [what, value, access] = [knowledge.attribute(field), raw.values[field], accessOf(field)]
    if (what === undefined || value === undefined || access === 'none') continue
    const masked = access === 'masked'
    cells[field] = { text: masked ? maskValue(what, value) : showValue(what, value), masked }
    if (!masked && (raw.isChild || what.sensitivity === 'sensitive')) whole.push(field)
  }
  const called = nameAttribute(content.kind)
  const name = called === undefined ? raw.name : (cells[called]?.text ?? '')
  const row = { id: raw.id, name, place: await placeShown(raw.path, accessOf(placeField)), cells }
  return { row: { ...row, source: raw.source, at: raw.at }, whole }
}

/** To the door where that is given whole, else the community. */
async function placeShown(path: PlacePath, access: string): Promise<string> {
  const last: PlaceId | undefined = lineageOf(path).at(-1)
  if (access === 'full' && last !== undefined) return tailOf(last)
  const named = await namedLineage(path)
  return (named.find(({ level }) => level === 'community') ?? named.at(-1))?.name ?? ''
}

/** No record, no look: what cannot be kept in the audit is not shown. */
async function keepLooks(found: Provision, actor: Official, at: string, rows: readonly Shown[]): Promise<void> {
  const purpose = `${purposes[found.purpose]}：${found.reason}`
  const seen = [...new Set(rows.flatMap(({ row }) => Object.keys(row.cells)))]
  const look = { actor: actor.id, action: 'provision.read', at, purpose }
  await auditPage({ ...look, subject: `provision/${found.id}`, attributes: seen })
  for (const { row, whole } of rows)
    if (whole.length > 0)
      await auditLook({ ...look, subject: `provision/${found.id}`, attributes: whole, person: row.id })
  await countLook(found.id, actor.id, at)
}
