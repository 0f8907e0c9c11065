import { applyRelation, type EntityPatch, type Link } from '@zmht/shared/controls'
import {
  type AttributeCode,
  type Claim,
  type Claims,
  type EntityId,
  type Knowledge,
  type Relation,
  type Saying,
  sameValue,
  sayFacts,
} from '@zmht/shared/knowledge'

/** What one source said of an entity, or a decision on it, as its history keeps it. */
export interface Told extends Saying {
  readonly entityId: EntityId
  readonly facts: EntityPatch['facts']
  readonly links: readonly Link[]
  readonly decided?: { readonly code: string; readonly outcome: 'accepted' | 'rejected' }
}

/** Under this it is decided that what a source said was taken back. */
export const withdrawalOf = (source: string): string => `withdrawn ${source}`

/** @returns what has not been taken back, and no withdrawal, the first first */
export function notWithdrawn<T extends Told>(entries: readonly T[]): readonly T[] {
  const withdrawn = new Set(entries.flatMap(({ decided }) => decided?.code ?? []))
  return entries
    .filter(({ source }) => !withdrawn.has(withdrawalOf(source.id)))
    .filter(({ decided }) => decided?.code.startsWith(withdrawalOf('')) !== true)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

/** @returns the claims about one fact that stand once everything told was said again, the first first */
export function claimsRetold(knowledge: Knowledge, code: AttributeCode, entries: readonly Told[]): readonly Claim[] {
  let said: readonly Claim[] = []
  for (const entry of entries) {
    const facts = entry.facts.filter(({ attribute }) => attribute === code)
    if (facts.length === 0) continue
    said =
      entry.decided?.outcome === 'rejected'
        ? said.filter(({ value }) => !facts.some((fact) => sameValue(fact.value, value)))
        : (sayFacts(knowledge, { [code]: said }, facts, sayingOf(entry))[code] ?? [])
  }
  return said
}

/** @returns all claims that stand once everything told was said again */
export function allRetold(knowledge: Knowledge, entries: readonly Told[]): Claims {
  const codes = new Set(entries.flatMap(({ facts }) => facts.map(({ attribute }) => attribute)))
  const told = [...codes].map((code) => [code, claimsRetold(knowledge, code, entries)] as const)
  return Object.fromEntries(told.filter(([, claims]) => claims.length > 0))
}

/** @returns the relations that stand once everything told was said again */
export function relationsRetold(knowledge: Knowledge, entries: readonly Told[]): readonly Relation[] {
  let said: readonly Relation[] = []
  for (const entry of entries)
    for (const link of entry.links)
      said =
        entry.decided?.outcome === 'rejected'
          ? said.filter((one) => one.type !== link.type || one.from !== link.from || one.to !== link.to)
          : applyRelation(knowledge, said, link, sayingOf(entry)).relations
  return said
}

const sayingOf = ({ source, at, by, version, authority }: Told): Saying => ({ source, at, by, version, authority })
