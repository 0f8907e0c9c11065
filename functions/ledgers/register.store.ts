import type { PlacePath } from '@zmht/shared/geo'
import type { EntityId, EntityKind, Instant } from '@zmht/shared/knowledge'
import { open } from '../platform/cipher'
import { isSome, none, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf } from '../platform/table/write'
import { claimContext, entityItem, type Placed } from './entity.store'

/** What hangs on a place and is listed there. */
export type RegisterKind = Extract<EntityKind, 'person' | 'organisation' | 'thing'>

export interface RegisterEntry {
  readonly path: PlacePath
  readonly id: EntityId
  readonly name: string
  readonly phone: string
  readonly home: string
  readonly updatedAt: Instant
}

const registerPage = 20

/** A page of the people (or organisations, or things) whose copied path begins with a path, by building and door. */
export async function readRegister(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  kind: RegisterKind = 'person',
): Promise<{ items: RegisterEntry[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    entityItem()
      .query.register({ kind, district })
      .begins({ path })
      .go({ cursor: from, limit: registerPage, data: 'includeKeys' }),
  )
  const items = await Promise.all(
    data.map(async (item) => ({
      id: item.id,
      path: pathOfKey(item),
      name: item.card?.name ?? '',
      phone:
        item.card?.phone === undefined
          ? ''
          : await open<string>(item.card.phone, claimContext(item.id, 'person.mobile')),
      home: item.card?.home ?? '',
      updatedAt: item.card?.updatedAt ?? '',
    })),
  )
  return { items, ...(next === null ? {} : { next }) }
}

/** The index gives its own keys with the card: `path#id`. */
function pathOfKey(item: object, key: 'gsi1sk' | 'gsi2sk' = 'gsi2sk'): PlacePath {
  const found = String((item as Partial<Record<typeof key, unknown>>)[key]) // asked for with `includeKeys`
  return found.slice(0, found.lastIndexOf('#')) as PlacePath // as the template writes it
}

export interface UndecidedEntry {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly name: string
  readonly home: string
  readonly path: PlacePath
  readonly undecided: number
  readonly updatedAt: Instant
}

/** A page of what waits for a decision between claims, by place. */
export async function readUndecided(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit = registerPage,
): Promise<{ items: UndecidedEntry[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    entityItem()
      .query.undecided({ concernDistrict: district })
      .begins({ concern: path })
      .go({ cursor: from, limit, data: 'includeKeys' }),
  )
  const items = data.map((item) => ({
    id: item.id,
    path: pathOfKey(item, 'gsi1sk'),
    kind: item.card?.kind ?? 'person',
    name: item.card?.name ?? '',
    home: item.card?.home ?? '',
    undecided: item.card?.undecided ?? 0,
    updatedAt: item.card?.updatedAt ?? '',
  }))
  return { items, ...(next === null ? {} : { next }) }
}

/** Those whose copied path begins with a path, for whoever rewrites the copies. */
export async function registeredIn(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit: number,
  kind: RegisterKind = 'person',
): Promise<{ items: { id: EntityId; path: PlacePath; home: string }[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    entityItem().query.register({ kind, district }).begins({ path }).go({ cursor: from, limit, data: 'includeKeys' }),
  )
  const items = data.map((item) => ({ id: item.id, path: pathOfKey(item), home: item.card?.home ?? '' }))
  return { items, ...(next === null ? {} : { next }) }
}

/**
 * Writes down where an entity, and where what is to be decided of it, is now in the tree; nothing else of it changes.
 * @returns false when it was so already
 */
export async function saveWhere(
  id: EntityId,
  where: (path: PlacePath) => Promise<Placed & { readonly home: string }>,
): Promise<boolean> {
  for (;;) {
    const { data } = await entityItem().get({ id }).go({ consistent: true })
    if (data === null) return false
    const [own, concern] = await Promise.all([data.path, data.concern].map((path) => whereIs(path, where)))
    const next = {
      path: own?.path ?? none,
      district: own?.district ?? none,
      concern: concern?.path ?? none,
      concernDistrict: concern?.district ?? none,
    }
    const home = own?.home ?? data.card?.home ?? ''
    const isSame = next.path === data.path && next.district === data.district && next.concern === data.concern
    if (isSame && next.concernDistrict === data.concernDistrict && home === (data.card?.home ?? '')) return false
    const { written } = await putIf(
      entityItem()
        .put(
          present({
            ...data,
            ...next,
            by: 'system',
            version: data.version + 1,
            card: data.card === undefined ? undefined : { ...data.card, home },
          }),
        )
        .where(({ version }, { eq }) => eq(version, data.version))
        .params(),
    )
    if (written) return true
  }
}

async function whereIs(path: string, where: (path: PlacePath) => Promise<Placed & { readonly home: string }>) {
  return isSome(path) ? where(path as PlacePath) : undefined // written above from one
}
