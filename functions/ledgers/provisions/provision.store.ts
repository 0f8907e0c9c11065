import type { GrantContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import {
  afterDay,
  type FieldKey,
  type Gift,
  isOver,
  type Provided,
  type ProvisionState,
  type ProvisionStep,
  type Purpose,
  provisionStateCodes,
  purposeCodes,
  sightOf,
} from '@zmht/shared/provisions'
import { dueAt } from '../../platform/due.store'
import { CustomAttributeType, isSome, itemType, none, present } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { transact } from '../../platform/table/write'

/** What happened to an ask. */
export interface ProvisionEvent {
  readonly step: 'ask' | ProvisionStep
  readonly at: Instant
  /** `system` where the day did it. */
  readonly by: string
  readonly reason?: string
}

/** An ask for a data set, and what became of it. */
export interface Provision extends Provided {
  readonly id: string
  readonly dataSet: string
  /** What the data set was called when it was asked for. */
  readonly name: string
  readonly source: 'ledger' | 'sheet'
  readonly ledger: string
  readonly supplier: string
  readonly asker: string
  /** Who asked. */
  readonly askedBy: string
  readonly purpose: Purpose
  readonly reason: string
  /** At most six: an ask takes no more steps. */
  readonly history: readonly ProvisionEvent[]
  /** Who took the last step: told to the audit. */
  readonly by: string
  readonly edition: number
  /** When it was asked. */
  readonly at: Instant
}

export interface ProvisionCard
  extends Pick<Provision, 'id' | 'name' | 'supplier' | 'asker' | 'purpose' | 'state' | 'until' | 'at'> {}

/** A rule of access as the permissions slice is told it. */
interface SightRule {
  readonly id: string
  readonly content: GrantContent
}

export const provisionItem = itemType({
  model: { entity: 'provision', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    dataSet: { type: 'string', required: true },
    name: { type: 'string', required: true },
    source: { type: ['ledger', 'sheet'] as const, required: true },
    ledger: { type: 'string', required: true },
    supplier: { type: 'string', required: true },
    asker: { type: 'string', required: true },
    askedBy: { type: 'string', required: true },
    purpose: { type: purposeCodes, required: true },
    reason: { type: 'string', required: true },
    fields: { type: CustomAttributeType<readonly FieldKey[]>('any'), required: true },
    places: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    posts: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    until: { type: 'string', required: true },
    state: { type: provisionStateCodes, required: true },
    given: { type: CustomAttributeType<Gift>('any') },
    from: { type: 'string' },
    history: { type: CustomAttributeType<readonly ProvisionEvent[]>('any'), required: true },
    /** What the permissions slice keeps as rules: those of what is given now. */
    sight: { type: CustomAttributeType<readonly SightRule[]>('any'), required: true },
    /** Whether it waits for the supplier. */
    stage: { type: ['waiting', 'decided'] as const, required: true },
    /** The data set while something may come of it. */
    open: { type: 'string', required: true },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    card: { type: CustomAttributeType<ProvisionCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'PROVISION#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PROVISION', casing: 'none' },
    },
    ofAsker: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['asker'], template: 'PROVISIONSASKED#${asker}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
    ofSupplier: {
      index: 'gsi2',
      pk: {
        field: 'gsi2pk',
        composite: ['supplier', 'stage'],
        template: 'PROVISIONSOF#${supplier}#${stage}',
        casing: 'none',
      },
      sk: { field: 'gsi2sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
    ofDataSet: {
      index: 'gsi3',
      condition: (one: { open?: string }) => isSome(one.open),
      pk: { field: 'gsi3pk', composite: ['open'], template: 'PROVISIONSBY#${open}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
  },
})

/** What falls due: the end of the last day. */
export const expiryDue = 'provision-expiry'

/** Strongly consistent. */
export async function readProvision(id: string): Promise<Provision | undefined> {
  const { data } = await provisionItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, sight: _sight, stage: _stage, open: _open, ...rest } = data
  return present(rest)
}

/** The last day that is in force: as given, before that as asked. */
export const lastDayOf = ({ given, until }: Provided): string => given?.until ?? until

const hasSight = (state: ProvisionState): boolean => state === 'approved' || state === 'in-force'

function rulesOf(one: Provision): readonly SightRule[] {
  if (!hasSight(one.state)) return []
  return sightOf(one.id, one).map(({ id, subject, resource, actions, territory, ...rest }) => ({
    id,
    content: {
      ...rest,
      name: `数据下沉：${one.name}`,
      subject: { posts: [...(subject.posts ?? [])] },
      actions: [...actions],
      resource: {
        kinds: ['provision'],
        applications: [...(resource.applications ?? [])],
        attributes: [...(resource.attributes ?? [])],
      },
      territory: typeof territory === 'string' ? territory : { given: [...territory.given] },
    },
  }))
}

/**
 * Saves an ask with what falls due for it: edition 1 a new one, else in place of the edition before.
 * @returns false when it was changed meanwhile
 */
export async function saveProvision(next: Provision): Promise<boolean> {
  const before = next.edition - 1
  const { id, name, supplier, asker, purpose, state, at } = next
  const { written } = await transact([
    {
      put: provisionItem()
        .put({
          ...next,
          sight: rulesOf(next),
          stage: state === 'asked' ? 'waiting' : 'decided',
          open: hasSight(state) ? next.dataSet : none,
          card: { id, name, supplier, asker, purpose, state, until: lastDayOf(next), at },
        })
        .where(({ edition }, { eq, notExists }) => (before === 0 ? notExists(edition) : eq(edition, before)))
        .params(),
    },
    ...(isOver(state)
      ? []
      : [{ put: dueAt(afterDay(lastDayOf(next)), { slice: 'ledgers', kind: expiryDue, subject: id }) }]),
  ])
  return written
}

interface Page {
  readonly items: readonly ProvisionCard[]
  readonly next?: string
}

/** What an organisation asked for, the latest first, 20 a page. */
export async function askedBy(asker: string, cursor: string | undefined): Promise<Page> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    provisionItem().query.ofAsker({ asker }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** What was asked of an organisation, the latest first, 20 a page. */
export async function askedOf(
  supplier: string,
  stage: 'waiting' | 'decided',
  cursor: string | undefined,
): Promise<Page> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    provisionItem().query.ofSupplier({ supplier, stage }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** The ids of all that was approved of a data set and is not over. */
export async function openOf(dataSet: string): Promise<readonly string[]> {
  const { data } = await provisionItem().query.ofDataSet({ open: dataSet }).go({ pages: 'all' })
  return data.map(({ card }) => card.id)
}
