import type { PlaceId } from '@zmht/shared/geo'
import { CustomAttributeType, itemType } from '../table/item'
import { putIf } from '../table/write'
import { emptyOwn, type Groups, type Own } from './counter.domain'

/** 「COUNT#measure#place」 holds what hangs on the place itself (`own`) and the total of each child (`child#…`): one query reads a place with its children. */
export const counterItem = itemType({
  model: { entity: 'counter', version: '1', service: 'zmht' },
  attributes: {
    measure: { type: 'string', required: true },
    place: { type: 'string', required: true },
    /** `own`, or `child#` and the child's id. */
    part: { type: 'string', required: true },
    groups: { type: CustomAttributeType<Groups>('any'), required: true },
    fences: { type: CustomAttributeType<Readonly<Record<string, string>>>('any') },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['measure', 'place'], template: 'COUNT#${measure}#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['part'], template: '${part}', casing: 'none' },
    },
  },
})

export interface Counted {
  readonly own: Own
  readonly children: readonly { readonly place: PlaceId; readonly groups: Groups; readonly version: number }[]
}

/** A place's own numbers and its children's totals. `consistent` where a sum is about to be written. */
export async function readCounted(measure: string, place: PlaceId, consistent: boolean): Promise<Counted> {
  const { data } = await counterItem().query.primary({ measure, place }).go({ pages: 'all', consistent })
  let own = emptyOwn
  const children: { place: PlaceId; groups: Groups; version: number }[] = []
  for (const item of data) {
    if (item.part === 'own') own = { groups: item.groups, fences: item.fences ?? {}, version: item.version }
    else
      children.push({ place: item.part.slice('child#'.length) as PlaceId, groups: item.groups, version: item.version }) // keys written below
  }
  return { own, children }
}

export async function readOwn(measure: string, place: PlaceId): Promise<Own> {
  const { data } = await counterItem().get({ measure, place, part: 'own' }).go({ consistent: true })
  return data === null ? emptyOwn : { groups: data.groups, fences: data.fences ?? {}, version: data.version }
}

/** @returns false when somebody else wrote since `own` was read. */
export async function saveOwn(measure: string, place: PlaceId, own: Own): Promise<boolean> {
  const before = own.version - 1
  const parameters = counterItem()
    .put({ measure, place, part: 'own', groups: own.groups, fences: own.fences, version: own.version })
    .where(({ version }, { eq, notExists }) => (before === 0 ? notExists(version) : eq(version, before)))
    .params()
  return (await putIf(parameters)).written
}

/** Overwrites a child's total under its parent unless a newer sum is there already. */
export async function saveTotal(
  measure: string,
  parent: PlaceId,
  child: PlaceId,
  total: { readonly groups: Groups; readonly version: number },
): Promise<void> {
  await putIf(
    counterItem()
      .put({ measure, place: parent, part: `child#${child}`, groups: total.groups, version: total.version })
      .where(({ version }, { lt, notExists }) => `${notExists(version)} OR ${lt(version, total.version)}`)
      .params(),
  )
}
