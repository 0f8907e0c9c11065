import type { Patch } from '@zmht/shared/controls'
import { entityId } from '@zmht/shared/knowledge'
import { knowledgeNow } from '../knowledge/index'
import { chargesOf, contactOf, personOf } from '../permissions/index'
import { open } from '../platform/cipher'
import type { Message, Reactions } from '../platform/stream/message'
import { applyToGraph, residentAuthority } from './apply'
import { handOverRelations } from './decide'
import { readRelations } from './entity.store'
import { finishSplit, keepRowsAround } from './finish-split'
import { otherEnd } from './look'
import { keepRows } from './rows'
import { keepTokens } from './tokens'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A submission's answers, as the standard entities and relations its form is bound to. */
async function takeSubmission(message: Message): Promise<void> {
  if (message.change !== 'added') return
  const { id, resident, title, patch, submittedAt, home } = message.carried
  const said = await open<Patch>(Buffer.from(text(patch), 'base64'), `request/${text(id)}/patch`)
  await applyToGraph(said, {
    by: text(resident),
    // For whom they acted on the day they said it.
    authority: residentAuthority(personOf(text(resident)), await chargesOf(text(resident), text(submittedAt))),
    source: { kind: 'self', id: text(id), label: text(title) },
    at: text(submittedAt),
    knowledge: await knowledgeNow(),
    place: entityId(text(home)),
  })
}

/** What a resident told their account: the phone, where they live, where they work. */
async function takeAccount(message: Message): Promise<void> {
  const { id, kind } = message.carried
  if (kind !== 'resident' || message.change === 'removed') return
  const contact = await contactOf(text(id))
  if (contact === undefined) return
  const person = entityId(personOf(text(id)))
  const knowledge = await knowledgeNow()
  const speaker = { by: text(id), authority: residentAuthority(person), knowledge }
  if (contact.phone !== '' && contact.phoneSince !== undefined) {
    await applyToGraph(
      {
        knowledge: knowledge.version,
        entities: [
          { ref: { known: person }, kind: 'person', facts: [{ attribute: 'person.mobile', value: contact.phone }] },
        ],
        relations: [],
      },
      // One source per account: the number is said once, at the account's beginning, and again only when another is bound.
      {
        ...speaker,
        source: { kind: 'self', id: `account-${text(id)}-${contact.phone.slice(-4)}`, label: '您的登录手机号' },
        at: contact.phoneSince,
      },
    )
  }
  for (const home of contact.homes) {
    await applyToGraph(
      {
        knowledge: knowledge.version,
        entities: [],
        relations: [
          {
            type: home.label === '常住' ? 'resides-at' : 'works-at',
            from: { known: person },
            to: { known: entityId(home.placeId) },
          },
        ],
      },
      { ...speaker, source: { kind: 'self', id: `home-${home.placeId}`, label: '您选择的住址' }, at: home.at },
    )
  }
}

/** Two were found to be one: what was said of their relations belongs to the one that stands for both. */
async function takeMerge({ carried: { gone, survivor }, change }: Message): Promise<void> {
  if (change === 'removed') return
  await handOverRelations(entityId(text(gone)), entityId(text(survivor)), await knowledgeNow())
}

/** Two were taken apart again: what is left of it is done, and whoever is related to either shows the right one. */
async function takeSplit({ carried: { gone } }: Message): Promise<void> {
  await finishSplit(entityId(text(gone)))
  await keepRowsAround(entityId(text(gone)))
}

/** What is known of an entity changed: its rows follow, and where its name stands in others' rows, theirs. */
async function takeEntity({ carried, before, change }: Message): Promise<void> {
  const id = entityId(text(carried.id))
  await keepRows(id)
  await keepTokens(id)
  const isRenamed = change === 'changed' && text(carried.name) !== text(before?.name)
  if (!isRenamed && carried.mergedInto === before?.mergedInto) return
  const others = (await readRelations(id, true)).map((relation) => otherEnd(relation, id))
  for (const other of new Set(others)) await keepRows(other)
}

/** A relation seen from its target: the source's own item changed with it. */
async function takeRelation({ carried }: Message): Promise<void> {
  if (carried.direction === 'backward') await keepRows(entityId(text(carried.entityId)))
}

/** Places stand in ledgers too. What of a place no ledger shows changes no row. */
async function takePlace({ carried, before, change }: Message): Promise<void> {
  const isSame = ['name', 'path', 'level', 'shown'].every((one) => carried[one] === before?.[one])
  if (change !== 'removed' && isSame) return
  await keepRows(entityId(text(carried.id)))
}

export const reactions: Reactions = {
  request: takeSubmission,
  standing: takeAccount,
  merge: takeMerge,
  split: takeSplit,
  entity: takeEntity,
  relation: takeRelation,
  place: takePlace,
}
