import type { EntityId, Value } from '@zmht/shared/knowledge'
import {
  isNamed,
  type LedgerKind,
  soughtBy,
  type Token,
  type TokenKind,
  tokenKindOf,
  tokensOf,
} from '@zmht/shared/ledgers'
import { namedLineage, regionsWithin, type Tier } from '../hierarchy/index'
import { blind } from '../platform/cipher'
import { joinPosition, splitPosition } from '../platform/table/page'
import { type KeptEntity, readEntity } from './entity.store'
import { whereIs } from './look'
import { isOutside, type Within } from './register'
import { type FoundEntity, readFound, readTokens, saveTokens } from './token.store'

/** Words are kept by city: a province whose own level shows no city is one. */
export function cityOf(tiers: readonly Pick<Tier, 'id' | 'level'>[]): string {
  return (tiers.find(({ level }) => level === 'city') ?? tiers[0])?.id ?? ''
}

const digestOf = async (token: Token): Promise<string> => (await blind('token', token)).slice(0, 22)

/** Places are found by the hierarchy, events by what they are of. */
const isFindable = (kind: string): kind is LedgerKind =>
  kind === 'person' || kind === 'organisation' || kind === 'thing'

/** The stamp of what is found by no word any more. */
const gone = 'gone'

/** Brings the words an entity is found by to what is known of it. Repeated, it writes nothing. */
export async function keepTokens(id: EntityId): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const [entity, seen] = await Promise.all([readEntity(id, true), readTokens(id)])
    const standing = entity === undefined || entity.id !== id ? undefined : await whereIs(entity)
    const kind = entity?.kind ?? 'event'
    if (entity === undefined || standing === undefined || !isFindable(kind)) {
      if (seen === undefined || seen.stamp === gone) return
      const { before: _, ...rest } = seen
      const none = { ...rest, digests: [], stamp: gone, version: seen.version + 1 }
      if (await saveTokens(none, { kind: 'person', name: '', home: '' }, seen)) return
      continue
    }
    const digests = await Promise.all((await wordsOf(entity, kind)).map(digestOf))
    const card = { kind, name: entity.name, home: standing.home }
    const next = { entityId: id, city: cityOf(standing.tiers), path: standing.path, digests }
    const stamp = await blind('tokens', JSON.stringify([next, card]))
    if (seen?.stamp === stamp) return
    if (await saveTokens({ ...next, stamp, version: (seen?.version ?? 0) + 1 }, card, seen)) return
  }
  throw new Error(`the words of ${id} are contended: the message comes again`)
}

async function wordsOf(entity: KeptEntity, kind: LedgerKind): Promise<readonly Token[]> {
  const lineage = entity.path === undefined ? [] : await namedLineage(entity.path)
  const below = lineage.filter(({ level }) => level === 'building' || level === 'unit' || level === 'door')
  return tokensOf({
    kind,
    name: entity.name,
    known: (code): Value | undefined => entity.facts[code]?.value,
    address: below.map(({ name }) => name),
  })
}

/** What was found, and by which of its words. */
export interface SoughtEntity extends FoundEntity {
  readonly by: TokenKind
}

/** A page of what somebody looks for inside their places, each once. */
export async function search(
  words: string,
  within: Within,
  kind: LedgerKind | undefined,
  cursor: string | undefined,
): Promise<{ items: SoughtEntity[]; next?: string }> {
  const sought = soughtBy(words)
  if (sought === undefined) return { items: [] }
  const digests = await Promise.all(
    sought.anyOf.map(async (token) => ({ digest: await digestOf(token), by: tokenKindOf(token) })),
  )
  const parts = (
    await Promise.all(
      within.places.map(async (place) =>
        (await regionsWithin(place)).flatMap((region) => digests.map((one) => ({ place, region, ...one }))),
      ),
    )
  ).flat()
  const { part: start, from: inner } = splitPosition(cursor)
  const items: SoughtEntity[] = []
  let from = inner
  for (let at = start; at < parts.length; at++) {
    const part = parts[at]
    if (part === undefined) break
    const page = await readFound(cityOf(part.region.tiers), part.digest, part.region.path, from)
    for (const one of page.items) {
      const isWanted = (kind === undefined || one.kind === kind) && isNamed(one.name, sought)
      if (isWanted && !items.some(({ id }) => id === one.id) && !(await isOutside(one.path, part.place, within.except)))
        items.push({ ...one, by: part.by })
    }
    from = page.next
    if (from !== undefined && items.length < pageSize) {
      at -= 1
      continue
    }
    const next = from === undefined ? at + 1 : at
    if (items.length >= pageSize && next < parts.length) return { items, next: joinPosition(next, from) }
  }
  return { items }
}
const pageSize = 20
