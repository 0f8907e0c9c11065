import type { DecisionBody } from '@zmht/shared/contract'
import { applyFacts, applyRelation } from '@zmht/shared/controls'
import {
  type AttributeCode,
  believedFacts,
  type Claim,
  type Claims,
  type EntityId,
  entityId,
  type Knowledge,
  type Relation,
  type Saying,
  standing,
  undecided,
} from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import type { TransactionPart } from '../platform/table/write'
import { type Linked, save, settleRelations, unchanged } from './apply'
import { pairSettled } from './duplicates.store'
import {
  handOver,
  type KeptEntity,
  mergedInto,
  readEntity,
  readRelations,
  type SavingOutcome,
  standIn,
} from './entity.store'
import type { HistoryEntry, Said } from './history.store'
import { keepTraits } from './likeness.store'
import { traitsNow } from './resolve'

/** Who decides, and when. */
export interface Decider {
  readonly by: string
  readonly at: string
  readonly knowledge: Knowledge
}

const tries = 6

/**
 * Decides between what people say of one entity, or whether two are one. What is no longer open is left as it is: decided
 * twice is decided once. The decision is part of the entity's history, with all that had been said.
 * @param found two that may be one were found by a search, and are not kept with the entity
 */
export async function decide(
  id: EntityId,
  decision: DecisionBody,
  decider: Decider,
  { found = false }: { readonly found?: boolean } = {},
): Promise<KeptEntity> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const entity = await readEntity(id, true)
    if (entity === undefined) throw new Problem('not-found')
    const outcome = await decideOnce(entity, decision, decider, found)
    if (outcome === 'changed-meanwhile') continue
    const now = await readEntity(id, true)
    if (now === undefined) throw new Problem('not-found')
    return now
  }
  throw new Problem('changed')
}

async function decideOnce(
  entity: KeptEntity,
  decision: DecisionBody,
  decider: Decider,
  found: boolean,
): Promise<SavingOutcome | 'nothing'> {
  switch (decision.about) {
    case 'fact':
      return decideFact(entity, decision, decider)
    case 'link':
      return decideLink(entity, decision, decider)
    case 'alike':
      if (!found && !entity.alike?.some(({ other }) => other === decision.other)) return 'nothing'
      return decision.outcome === 'same'
        ? merge(entity, entityId(decision.other), decision.key, decider)
        : tellApart(entity, entityId(decision.other), decision.key, decider)
  }
}

async function decideFact(
  entity: KeptEntity,
  { attribute, sourceId, outcome, key }: Extract<DecisionBody, { about: 'fact' }>,
  decider: Decider,
): Promise<SavingOutcome | 'nothing'> {
  const { knowledge, at } = decider
  const claims = entity.claims[attribute] ?? []
  const claim = undecided(knowledge.attribute(attribute), claims, at).find(({ source }) => source.id === sourceId)
  if (claim === undefined) return 'nothing'
  const saying = sayingOf(decider, key, claim.source.label)
  const facts = [{ attribute, value: claim.value }]
  const next =
    outcome === 'accept'
      ? applyFacts(knowledge, entity, facts, saying).entity
      : withClaims(
          knowledge,
          entity,
          attribute,
          claims.filter((one) => one !== claim),
          at,
        )
  return keep(entity, next, await linksOf(entity), decider, {
    ...saying,
    facts,
    links: [],
    changed: outcome === 'accept' ? [attribute] : [],
    undecided: [],
    decided: { code: attribute, outcome: outcome === 'accept' ? 'accepted' : 'rejected' },
  })
}

/** Without the claims that were rejected; what is believed follows. */
function withClaims(
  knowledge: Knowledge,
  entity: KeptEntity,
  code: AttributeCode,
  left: readonly Claim[],
  at: string,
): KeptEntity {
  const claims: Claims = { ...entity.claims, [code]: left }
  return { ...entity, claims, facts: believedFacts(knowledge, claims, at) }
}

async function decideLink(
  entity: KeptEntity,
  { type, to, outcome, key }: Extract<DecisionBody, { about: 'link' }>,
  decider: Decider,
): Promise<SavingOutcome | 'nothing'> {
  const relations = await readRelations(entity.id, true)
  const pending = relations.find(
    (one) => one.type === type && one.to === to && one.from === entity.id && one.pending === true,
  )
  if (pending === undefined) return 'nothing'
  const saying = sayingOf(decider, key, pending.source.label)
  const link = { type, from: pending.from, to: pending.to }
  const linked: Linked =
    outcome === 'accept'
      ? settleRelations(decider.knowledge, relations, [link], () => saying)
      : { ...unchanged(relations.filter((one) => one !== pending)), ended: [pending] }
  return keep(entity, entity, linked, decider, {
    ...saying,
    facts: [],
    links: [link],
    changed: outcome === 'accept' ? [type] : [],
    undecided: [],
    decided: { code: type, outcome: outcome === 'accept' ? 'accepted' : 'rejected' },
  })
}

/** They are two: neither is put beside the other again. */
async function tellApart(
  entity: KeptEntity,
  other: EntityId,
  key: string,
  decider: Decider,
): Promise<SavingOutcome | 'nothing'> {
  const left = (entity.alike ?? []).filter((one) => one.other !== other)
  const { alike: _, ...rest } = entity
  const next: KeptEntity = left.length > 0 ? { ...rest, alike: left } : rest
  const said = {
    ...sayingOf(decider, key, '不是同一个'),
    ...nothingSaid,
    decided: { code: `alike ${other}`, outcome: 'rejected' as const },
  }
  const settled = await pairSettled([entity.id, other], 'different', decider)
  return keep(entity, next, await linksOf(entity), decider, said, [settled])
}

/**
 * They are one: the other, known before, stands for both from now on, with everything that was said of either. Relations follow one at a
 * time (see `handOverRelations`); whoever asks for the one that is no more is given the other at once.
 */
async function merge(
  entity: KeptEntity,
  other: EntityId,
  key: string,
  decider: Decider,
): Promise<SavingOutcome | 'nothing'> {
  const survivor = await readEntity(other, true)
  // They have become one meanwhile: nothing is left to ask.
  if (survivor === undefined || survivor.id === entity.id) return tellApart(entity, other, key, decider)
  const { knowledge, at, by } = decider
  const next = joined(knowledge, survivor, entity, at)
  const traits = traitsNow(knowledge, entity, entity.path)
  const beside: TransactionPart[] = [
    ...standIn(entity, survivor.id, by, at),
    // It is known by nothing any more.
    ...(traits ? await keepTraits(entity.id, traits, { kind: entity.kind, keys: {} }) : []),
    await pairSettled([entity.id, survivor.id], 'same', decider),
  ]
  const said = {
    ...sayingOf(decider, key, '同一个'),
    ...nothingSaid,
    decided: { code: `alike ${entity.id}`, outcome: 'accepted' as const },
  }
  const outcome = await keep(survivor, next, await linksOf(survivor), decider, said, beside)
  // The stream does it too, should this stop half way.
  if (outcome === 'saved') await handOverRelations(entity.id, survivor.id, knowledge)
  return outcome
}

function joined(knowledge: Knowledge, survivor: KeptEntity, gone: KeptEntity, at: string): KeptEntity {
  const claims: Record<AttributeCode, readonly Claim[]> = { ...survivor.claims }
  for (const [code, said] of Object.entries(gone.claims)) {
    claims[code] = standing(knowledge.attribute(code), [...(claims[code] ?? []), ...said])
  }
  const alike = (survivor.alike ?? []).filter((one) => one.other !== gone.id)
  const { alike: _, ...rest } = survivor
  return {
    ...rest,
    ...(alike.length > 0 ? { alike } : {}),
    claims,
    facts: believedFacts(knowledge, claims, at),
    merged: [...(survivor.merged ?? []), gone.id, ...(gone.merged ?? [])],
  }
}

/** The relations of one that is no more become those of the one that stands for it. Repeated, it changes nothing. */
export async function handOverRelations(gone: EntityId, survivor: EntityId, knowledge: Knowledge): Promise<void> {
  // They have been taken apart again: its relations are its own.
  if ((await mergedInto(gone)) === undefined) return
  const left = await readRelations(gone, true)
  if (left.length === 0) return
  const current = await readRelations(survivor, true)
  const moved = left.map((relation): Relation => {
    const end = (id: EntityId): EntityId => (id === gone ? survivor : id)
    const { pending: _, ...said } = relation
    const link = { type: relation.type, from: end(relation.from), to: end(relation.to) }
    const settled = applyRelation(knowledge, current, link, said).relations
    const now = settled.find(({ type, from, to }) => type === link.type && from === link.from && to === link.to)
    return { ...said, ...link, since: relation.since, ...(now?.pending || now === undefined ? { pending: true } : {}) }
  })
  await handOver(gone, left, moved)
}

const nothingSaid = { facts: [], links: [], changed: [], undecided: [] } as const

function sayingOf({ by, at, knowledge }: Decider, key: string, of: string): Saying {
  const source = { kind: 'official' as const, id: `decision-${key}`, label: `核对：${of}` }
  return { source, at, by, version: knowledge.version, authority: 'checked' }
}

const linksOf = async ({ id }: KeptEntity): Promise<Linked> => unchanged(await readRelations(id, true))

/** Saves what was decided, in place of what was read. */
function keep(
  before: KeptEntity,
  entity: KeptEntity,
  linked: Linked,
  { by, at, knowledge }: Decider,
  said: Said & Pick<HistoryEntry, 'at' | 'by' | 'changed' | 'undecided'>,
  beside: readonly TransactionPart[] = [],
): Promise<SavingOutcome> {
  const place = before.concern?.split('/').at(-1)
  const speaker = { by, at, knowledge, ...(place === undefined ? {} : { place: entityId(place) }) }
  return save({ before, entity, linked, speaker, facts: said.facts, said, beside })
}
