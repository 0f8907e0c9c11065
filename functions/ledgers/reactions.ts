import { general } from '@zmht/shared/answerable'
import type { Patch } from '@zmht/shared/controls'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import { findPlace } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { chargesOf, contactOf, personOf } from '../permissions/index'
import { open } from '../platform/cipher'
import { beginningOf, dayInChina, now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import type { Message, Reactions } from '../platform/stream/message'
import { answerableFellDue, startAnswering } from './answerable.job'
import { answerableDue, keepAnswerable, keepThoseOver } from './answerable-keep'
import { applyToGraph, residentAuthority } from './apply'
import { handOverRelations } from './decide'
import { readRelations } from './entity.store'
import { finishSplit, keepRowsAround } from './finish-split'
import { ledgersCovering } from './ledger.store'
import { otherEnd } from './look'
import { onDue, onGrant, onProvision } from './provisions/reactions'
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

/** What was filled in at an item of a task: the word of an official who looked, or of whom it is about. */
async function takeTaskStep({ change, carried }: Message): Promise<void> {
  const { itemId, key, by, as, title, patch, at, home } = carried
  if (change !== 'added' || text(patch) === '') return
  const said = await open<Patch>(Buffer.from(text(patch), 'base64'), `task/${text(itemId)}/patch/${text(key)}`)
  const isOwn = as === 'subject'
  await applyToGraph(said, {
    by: text(by),
    authority: isOwn ? residentAuthority(personOf(text(by)), await chargesOf(text(by), text(at))) : () => 'checked',
    source: { kind: isOwn ? 'self' : 'official', id: text(key), label: text(title) },
    at: text(at),
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
  await keepAnswerable(id)
  if (carried.path !== before?.path || carried.mergedInto !== before?.mergedInto) await keepThoseOver(id)
  const isRenamed = change === 'changed' && text(carried.name) !== text(before?.name)
  if (!isRenamed && carried.mergedInto === before?.mergedInto) return
  const others = (await readRelations(id, true)).map((relation) => otherEnd(relation, id))
  for (const other of new Set(others)) await keepRows(other)
}

/** Another is answerable in a place, today or from a day on. */
async function takeDuties({ carried, before }: Message): Promise<void> {
  const place = text(carried.place)
  const timeline = generalTimeline(carried.timelines)
  if (!isPlaceId(place) || JSON.stringify(timeline) === JSON.stringify(generalTimeline(before?.timelines))) return
  await startAnswering(place, `d${String(carried.version)}`)
  const today = dayInChina(now())
  const days = timeline.flatMap(({ from, until }) => [from, until]).filter((day) => day !== undefined && day > today)
  for (const day of new Set(days))
    if (day !== undefined) await saveDue(beginningOf(day), { slice: 'ledgers', kind: answerableDue, subject: place })
}

/** Who holds the general duty at a place, as the permissions keep it. */
function generalTimeline(timelines: unknown): readonly { readonly from?: string; readonly until?: string }[] {
  const held = typeof timelines === 'object' && timelines !== null ? Object.entries(timelines) : []
  const found: unknown = held.find(([duty]) => duty === general)?.[1]
  return Array.isArray(found) ? found : []
}

async function takeDue({ carried }: Message): Promise<void> {
  if (carried.kind === answerableDue) await answerableFellDue(text(carried.subject))
}

/** A relation seen from its target: the source's own item changed with it. */
async function takeRelation({ carried, before }: Message): Promise<void> {
  if (carried.direction !== 'backward') return
  const id = text(carried.entityId)
  const isOpen = carried.pending === true || before?.pending === true
  if (!isOpen && isPlaceId(id) && !(await isShownOfPlace(id, text(carried.type)))) return
  await keepRows(entityId(id))
}

/** Whether a ledger that covers a place speaks of a relation at all: a thousand people move into a street of whose places none does. */
async function isShownOfPlace(id: PlaceId, type: string): Promise<boolean> {
  const place = await findPlace(id)
  const covering = place === undefined ? [] : await ledgersCovering(place.lineage)
  return covering.some(
    ({ content, measures }) => content.kind === 'place' && JSON.stringify([content, measures]).includes(`"${type}"`),
  )
}

/** Places stand in ledgers too. What of a place no ledger shows changes no row. */
async function takePlace({ carried, before, change }: Message): Promise<void> {
  const isSame = ['name', 'path', 'level', 'shown'].every((one) => carried[one] === before?.[one])
  if (change !== 'removed' && isSame) return
  await keepRows(entityId(text(carried.id)))
}

export const reactions: Reactions = {
  request: takeSubmission,
  taskStep: takeTaskStep,
  standing: takeAccount,
  merge: takeMerge,
  split: takeSplit,
  entity: takeEntity,
  relation: takeRelation,
  place: takePlace,
  duties: takeDuties,
  provision: onProvision,
  grant: onGrant,
  due: async (message) => {
    await takeDue(message)
    await onDue(message)
  },
}
