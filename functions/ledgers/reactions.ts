import { general } from '@zmht/shared/answerable'
import type { EntityRef, Patch } from '@zmht/shared/controls'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type Authority, type EntityId, entityId } from '@zmht/shared/knowledge'
import { type AcceptedMention, mentionPatch } from '@zmht/shared/routing'
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
import { currentId } from './resolve'
import { keepRows } from './rows'
import { keepTokens } from './tokens'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A submission's answers, as the standard entities and relations its form is bound to. */
async function takeSubmission(message: Message): Promise<void> {
  if (message.change !== 'added') {
    await takeConfirmed(message)
    return takeMentions(message)
  }
  const { id, resident, person, title, submittedAt, home } = message.carried
  const behalf = behalfOf(message.carried)
  const delegate = delegateOf(message.carried)
  await applyToGraph(await saidIn(message.carried), {
    ...(delegate !== undefined
      ? await byDelegate(delegate, message.carried)
      : behalf?.authority === undefined
        ? {
            by: text(resident),
            // For whom they acted on the day they said it; what another system entered for them is of whom it was entered for.
            authority: residentAuthority(
              entityId(behalf === undefined ? personOf(text(resident)) : text(person)),
              behalf === undefined ? await chargesOf(text(resident), text(submittedAt)) : [],
            ),
            source: { kind: 'self', id: text(id), label: text(title) },
          }
        : byWorker(behalf, message.carried)),
    at: text(submittedAt),
    knowledge: await knowledgeNow(),
    place: entityId(text(home)),
  })
}

type Carried = Message['carried']

interface Delegate {
  readonly account: string
  readonly person: string
}

const delegateOf = ({ ofOrganisation }: Carried): Delegate | undefined =>
  (ofOrganisation as { readonly by: Delegate } | undefined)?.by // as the channels slice keeps it

/** The word of who acted for an organisation that day: as the organisation's own, and their own of themself. */
const byDelegate = async ({ account, person }: Delegate, { id, title, submittedAt }: Carried) => ({
  by: account,
  authority: residentAuthority(entityId(person), await chargesOf(account, text(submittedAt))),
  source: { kind: 'self' as const, id: text(id), label: text(title) },
})

interface SaidBehalf {
  readonly by: string
  readonly name: string
  readonly authority?: 'checked' | 'told'
  readonly acknowledged?: true
}

const behalfOf = ({ behalf }: Carried): SaidBehalf | undefined => behalf as SaidBehalf | undefined // as the channels slice keeps it

const saidIn = async ({ id, patch }: Carried): Promise<Patch> =>
  open<Patch>(Buffer.from(text(patch), 'base64'), `request/${text(id)}/patch`)

/** The word of an official for somebody who told them: of whom they look after it counts as far as it did when they entered it, of others it is hearsay. */
const byWorker = ({ by, name, authority = 'told' }: SaidBehalf, { id, person, title }: Carried) => ({
  by,
  authority: (about: EntityId): Authority => (about === text(person) ? authority : 'told'),
  source: { kind: 'official' as const, id: text(id), label: `${text(title)}（${name}代办）` },
})

/** Whom it was entered for says that it is theirs: what it says is their own word from then on. */
async function takeConfirmed({ carried, before }: Message): Promise<void> {
  const behalf = behalfOf(carried)
  if (behalf?.authority === undefined || behalf.acknowledged !== true) return
  if (before === undefined || behalfOf(before)?.acknowledged === true) return
  const { id, resident, person, title, updatedAt, home } = carried
  const self = await currentId(personOf(text(resident)))
  const own = (ref: EntityRef): EntityRef => ('known' in ref && ref.known === text(person) ? { known: self } : ref)
  const { entities, relations, ...rest } = await saidIn(carried)
  await applyToGraph(
    {
      ...rest,
      entities: entities.map((one) => ({ ...one, ref: own(one.ref) })),
      relations: relations.map((one) => ({ ...one, from: own(one.from), to: own(one.to) })),
    },
    {
      by: text(resident),
      authority: residentAuthority(self),
      source: { kind: 'self', id: `${text(id)}-confirmed`, label: text(title) },
      at: text(updatedAt),
      knowledge: await knowledgeNow(),
      place: entityId(text(home)),
    },
  )
}

/** Whom and what a request speaks of, by the word of the official who read it: walked from both ends. */
async function takeMentions({ carried, before }: Message): Promise<void> {
  const { id, title, home, mentions } = carried
  if (mentions === undefined || JSON.stringify(mentions) === JSON.stringify(before?.mentions)) return
  const { accepted, by, at } = mentions as { accepted: AcceptedMention[]; by: string; at: string } // as the channels slice keeps them
  const knowledge = await knowledgeNow()
  await applyToGraph(mentionPatch(knowledge.version, { fresh: `${text(id)}/event/0` }, accepted), {
    by,
    authority: () => 'checked',
    source: { kind: 'official', id: `${text(id)}-mentions`, label: text(title) },
    at,
    knowledge,
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
