import type { HookEvent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { cached, moving } from '../../platform/cache'
import { open, seal } from '../../platform/cipher'
import { CustomAttributeType, isSome, itemType, none, present } from '../../platform/table/item'
import { putIf } from '../../platform/table/write'
import { keptDays, type Secret, type Wanted } from './domain/hook'

/** What lists and reactions need of a subscription. */
export interface HookCard extends Wanted {
  readonly id: string
  readonly clientId: string
  readonly url: string
  readonly on: boolean
}

/** A subscription of another system. Its secrets are sealed. */
export interface Hook extends HookCard {
  /** The highest organisation above who let the system in. */
  readonly root: string
  readonly secrets: Uint8Array
  readonly edition: number
  readonly by: string
  readonly at: Instant
}

export const hookItem = itemType({
  model: { entity: 'hook', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    clientId: { type: 'string', required: true },
    root: { type: 'string', required: true },
    url: { type: 'string', required: true },
    events: { type: CustomAttributeType<readonly HookEvent[]>('any'), required: true },
    places: { type: CustomAttributeType<readonly PlaceId[]>('any') },
    channels: { type: CustomAttributeType<readonly string[]>('any') },
    on: { type: 'boolean', required: true },
    secrets: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    card: { type: CustomAttributeType<HookCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'HOOK#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'HOOK', casing: 'none' },
    },
    ofClient: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['clientId'], template: 'HOOKSOF#${clientId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
    below: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['root'], template: 'HOOKSIN#${root}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

/** How its receiver does: there only while nothing arrives. */
export interface HookHealth {
  readonly failingSince: Instant
  readonly why: string
  /** Since when it is switched off for it. */
  readonly offAt?: Instant
}

export const hookHealthItem = itemType({
  model: { entity: 'hookHealth', version: '1', service: 'zmht' },
  attributes: {
    hookId: { type: 'string', required: true },
    failingSince: { type: 'string', required: true },
    why: { type: 'string', required: true },
    offAt: { type: 'string' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['hookId'], template: 'HOOK#${hookId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'HEALTH', casing: 'none' },
    },
  },
})

/** What is to be told to one subscriber of one revision of a request. `parked`: it was tried as often as it is. */
export interface HookMessage {
  readonly hookId: string
  /** When it happened, and of which revision of which request. */
  readonly at: Instant
  readonly of: string
  readonly id: string
  readonly type: HookEvent
  readonly body: Uint8Array
  readonly state: 'waiting' | 'delivered' | 'parked'
  readonly attempts: number
  /** When it is tried next. */
  readonly next: Instant
  readonly version: number
}

export const hookMessageItem = itemType({
  model: { entity: 'hookMessage', version: '1', service: 'zmht' },
  attributes: {
    hookId: { type: 'string', required: true },
    at: { type: 'string', required: true },
    of: { type: 'string', required: true },
    id: { type: 'string', required: true },
    type: { type: CustomAttributeType<HookEvent>('string'), required: true },
    body: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    state: { type: ['waiting', 'delivered', 'parked'] as const, required: true },
    attempts: { type: 'number', required: true },
    next: { type: 'string', required: true },
    version: { type: 'number', required: true },
    /** Its subscription, while it waits. */
    waitsFor: { type: 'string', required: true },
    expiresAt: { type: 'number', required: true },
    card: { type: CustomAttributeType<Pick<HookMessage, 'at' | 'of'>>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['hookId'], template: 'HOOK#${hookId}', casing: 'none' },
      sk: { field: 'sk', composite: ['at', 'of'], template: 'MESSAGE#${at}#${of}', casing: 'none' },
    },
    waiting: {
      index: 'gsi1',
      condition: (message: { waitsFor?: string }) => isSome(message.waitsFor),
      pk: { field: 'gsi1pk', composite: ['waitsFor'], template: 'HOOKWAITING#${waitsFor}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['next', 'of'], template: '${next}#${of}', casing: 'none' },
    },
  },
})

const secretsContext = (id: string): string => `hook/${id}/secrets`
const bodyContext = (id: string): string => `hook/message/${id}`

export const sealSecrets = (id: string, secrets: readonly Secret[]): Promise<Uint8Array> =>
  seal(secrets, secretsContext(id))
export const secretsOf = ({ id, secrets }: Pick<Hook, 'id' | 'secrets'>): Promise<readonly Secret[]> =>
  open<readonly Secret[]>(secrets, secretsContext(id))
export const sealBody = (id: string, body: string): Promise<Uint8Array> => seal(body, bodyContext(id))
export const bodyOf = ({ id, body }: Pick<HookMessage, 'id' | 'body'>): Promise<string> =>
  open<string>(body, bodyContext(id))

/** Strongly consistent. */
export async function readHook(id: string): Promise<Hook | undefined> {
  const { data } = await hookItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...hook } = data
  return present(hook)
}

/** @returns false when it was changed since `seen`; undefined: there was none */
export async function saveHook(hook: Hook, seen: Hook | undefined): Promise<boolean> {
  const { id, clientId, url, events, places, channels, on } = hook
  const card: HookCard = present({ id, clientId, url, events, places, channels, on })
  const { written } = await putIf(
    hookItem()
      .put({ ...hook, card })
      .where(({ edition }, { eq, notExists }) => (seen === undefined ? notExists(edition) : eq(edition, seen.edition)))
      .params(),
  )
  inRoot.forget(hook.root)
  return written
}

export async function hooksOf(clientId: string): Promise<readonly HookCard[]> {
  const { data } = await hookItem().query.ofClient({ clientId }).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

const inRoot = cached(moving, async (root): Promise<readonly HookCard[]> => {
  const { data } = await hookItem().query.below({ root }).go({ pages: 'all' })
  return data.map(({ card }) => card)
})
/** Every subscription of a city, as of at most 5 s ago: there are some tens, and each step of a request asks. */
export const hooksIn = (root: string): Promise<readonly HookCard[]> => inRoot.read(root)

export async function readHealth(hookId: string): Promise<HookHealth | undefined> {
  const { data } = await hookHealthItem().get({ hookId }).go({ consistent: true })
  if (data === null) return undefined
  const { hookId: _id, ...health } = data
  return present(health)
}

/** Nothing arrives from now on. Said again it is so since the first time. */
export async function beginFailing(hookId: string, why: string, at: Instant): Promise<void> {
  await putIf(
    hookHealthItem()
      .put({ hookId, failingSince: at, why })
      .where(({ failingSince }, { notExists }) => notExists(failingSince))
      .params(),
  )
}

/** @returns whether this call switched it off */
export async function switchOff(hookId: string, health: HookHealth, at: Instant): Promise<boolean> {
  const { written } = await putIf(
    hookHealthItem()
      .put({ hookId, ...health, offAt: at })
      .where(({ offAt }, { notExists }) => notExists(offAt))
      .params(),
  )
  return written
}

/** Something arrived, or it was saved anew. */
export async function isWell(hookId: string): Promise<void> {
  await hookHealthItem().delete({ hookId }).go()
}

function putOf(message: HookMessage) {
  const { hookId, at, of, state } = message
  return hookMessageItem().put({
    ...message,
    waitsFor: state === 'waiting' ? hookId : none,
    expiresAt: Math.floor(Date.parse(at) / 1000) + keptDays * 24 * 3600,
    card: { at, of },
  })
}

/** Once for each subscriber and revision: told again it changes nothing. */
export async function createMessage(message: HookMessage): Promise<void> {
  await putIf(
    putOf(message)
      .where(({ version }, { notExists }) => notExists(version))
      .params(),
  )
}

/** @returns false when somebody else changed it since it was read */
export async function saveMessage(message: HookMessage): Promise<boolean> {
  const { written } = await putIf(
    putOf(message)
      .where(({ version }, { eq }) => eq(version, message.version - 1))
      .params(),
  )
  return written
}

async function readMessage(
  hookId: string,
  { at, of }: Pick<HookMessage, 'at' | 'of'>,
): Promise<HookMessage | undefined> {
  const { data } = await hookMessageItem().get({ hookId, at, of }).go({ consistent: true })
  return data === null ? undefined : asMessage(data)
}

function asMessage<M extends HookMessage & { card: unknown; waitsFor: string; expiresAt: number }>(
  item: M,
): HookMessage {
  const { card: _card, waitsFor: _waits, expiresAt: _expires, ...message } = item
  return message
}

/** What is to be sent until an instant, the longest due first. `full`: there may be more. */
export async function dueMessages(
  hookId: string,
  until: Instant,
  limit: number,
): Promise<{ readonly messages: readonly HookMessage[]; readonly full: boolean }> {
  const { data } = await hookMessageItem().query.waiting({ waitsFor: hookId }).lte({ next: until }).go({ limit })
  const read = await Promise.all(data.map(({ card }) => readMessage(hookId, card)))
  // The index may still show what was sent just now.
  const messages = read.flatMap((one) => (one?.state === 'waiting' && one.next <= until ? [one] : []))
  return { messages, full: data.length >= limit }
}

/** What happened since an instant, in order. Strongly consistent. */
export async function messagesSince(hookId: string, since: Instant, limit: number): Promise<readonly HookMessage[]> {
  const { data } = await hookMessageItem().query.primary({ hookId }).gte({ at: since }).go({ limit, consistent: true })
  return data.map(asMessage)
}
