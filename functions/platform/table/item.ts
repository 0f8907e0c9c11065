import { CustomAttributeType, Entity, type Schema } from 'electrodb'
import { environment } from '../environment'
import { tableClient } from './client'

/** `CustomAttributeType<T>('any')`: a value ElectroDB stores as it is. */
export { CustomAttributeType }

/** Names of the attributes that carry an item's type and the version of its shape: short, for they are in every item and index. */
const identifiers = { entity: '_e', version: '_v' } as const

/**
 * An item type on the table, made at its first use so that the environment can be set before.
 * Every key template is in the `<noun>.store.ts` of its slice; a test prints them all.
 */
export function itemType<A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(schema: S) {
  let made: Entity<A, F, C, S> | undefined
  let madeFor: unknown
  const build = () =>
    new Entity<A, F, C, S>(schema, { client: tableClient(), table: environment.tableName(), identifiers })
  const get = (): Entity<A, F, C, S> => {
    const client = tableClient()
    if (made === undefined || madeFor !== client) {
      made = build()
      madeFor = client
    }
    return made
  }
  registered.push({ name: schema.model.entity, indexes: schema.indexes })
  return get
}

const registered: { name: string; indexes: unknown }[] = []

/** Every item type that has been imported, with its index templates. */
export function registeredItemTypes(): readonly { readonly name: string; readonly indexes: unknown }[] {
  return registered
}

/** The same item without keys whose value is undefined. */
export type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Drops keys whose value is undefined: ElectroDB reads them as "absent or undefined", we write "absent". */
export function present<T extends object>(item: T): Present<T> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Present<T> // only undefined left out
}

/**
 * Stands for "none" in an attribute an index is made of: ElectroDB wants every such attribute at each write, and the index's
 * condition leaves the item out of the index.
 */
export const none = ''
export const isSome = (value: string | undefined): value is string => value !== undefined && value !== none
