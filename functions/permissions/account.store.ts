import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { Absence, Charge } from '@zmht/shared/permission'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf, transact, type WriteParameters } from '../platform/table/write'
import type { HeldPost } from './domain/standing'

export interface Home {
  readonly placeId: PlaceId
  readonly label: '常住' | '工作地'
  /** When it was said last. */
  readonly at: Instant
}

/** Somebody in one's charge, as of the edition it was told with. */
export interface KeptCharge extends Charge {
  readonly held: boolean
  readonly edition: number
}

/** The actor as of now: everything a request needs to know of who calls, in one small item. */
export interface Standing {
  readonly id: string
  readonly kind: 'resident' | 'official'
  readonly name: string
  /** Sealed; absent for a resident who signed in by WeChat only. */
  readonly phone?: Uint8Array
  /** When the phone was proven. */
  readonly phoneSince?: Instant
  /** WeChat's id in the app the actor uses, for messages. */
  readonly openId?: string
  /** Residents. */
  readonly homes: readonly Home[]
  readonly consented?: string
  /** Residents: for whom they may act, told by the ledgers. */
  readonly charges?: Readonly<Record<string, KeptCharge>>
  /** Officials: their posts from the day of the compiling on, compiled from the directory. */
  readonly posts: readonly HeldPost[]
  /** Officials: the days on which they are away. */
  readonly absences?: readonly Absence[]
  /** Sessions signed out whose access tokens may still be in time: family → end of the token's life, epoch seconds. */
  readonly ended: Readonly<Record<string, number>>
  readonly version: number
}

export const standingItem = itemType({
  model: { entity: 'standing', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    kind: { type: ['resident', 'official'] as const, required: true },
    name: { type: 'string', required: true },
    phone: { type: CustomAttributeType<Uint8Array>('any') },
    phoneSince: { type: 'string' },
    openId: { type: 'string' },
    homes: { type: CustomAttributeType<readonly Home[]>('any'), required: true },
    consented: { type: 'string' },
    charges: { type: CustomAttributeType<Readonly<Record<string, KeptCharge>>>('any') },
    posts: { type: CustomAttributeType<readonly HeldPost[]>('any'), required: true },
    absences: { type: CustomAttributeType<readonly Absence[]>('any') },
    ended: { type: CustomAttributeType<Readonly<Record<string, number>>>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'STANDING#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'STANDING', casing: 'none' },
    },
  },
})

/** A way to sign in → who it is. */
export const loginItem = itemType({
  model: { entity: 'login', version: '1', service: 'zmht' },
  attributes: {
    app: { type: ['resident', 'gov'] as const, required: true },
    /** `wechat` + union or open id, or `phone` + blind index. */
    way: { type: 'string', required: true },
    actor: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['app', 'way'], template: 'LOGIN#${app}#${way}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'LOGIN', casing: 'none' },
    },
  },
})

/** A sign-in and the refresh tokens that descended from it. Only a digest of the current one is kept. */
export const sessionItem = itemType({
  model: { entity: 'session', version: '1', service: 'zmht' },
  attributes: {
    family: { type: 'string', required: true },
    actor: { type: 'string', required: true },
    app: { type: ['resident', 'gov'] as const, required: true },
    digest: { type: 'string', required: true },
    version: { type: 'number', required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['family'], template: 'SESSION#${family}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'SESSION', casing: 'none' },
    },
  },
})

export const phoneCodeItem = itemType({
  model: { entity: 'phoneCode', version: '1', service: 'zmht' },
  attributes: {
    app: { type: ['resident', 'gov'] as const, required: true },
    phoneIndex: { type: 'string', required: true },
    digest: { type: 'string', required: true },
    sentAt: { type: 'string', required: true },
    triesLeft: { type: 'number', required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['app', 'phoneIndex'], template: 'PHONECODE#${app}#${phoneIndex}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PHONECODE', casing: 'none' },
    },
  },
})

type AppName = 'resident' | 'gov'

/** Strongly consistent unless told otherwise: what changed a moment ago holds now. */
export async function readStandingItem(id: string, consistent = true): Promise<Standing | undefined> {
  const { data } = await standingItem().get({ id }).go({ consistent })
  return data === null ? undefined : present(data)
}

/** @returns the put of a standing: new, or changed since `version - 1`. */
export function standingPut(standing: Standing): WriteParameters {
  const before = standing.version - 1
  return standingItem()
    .put(standing)
    .where(({ version }, { eq, notExists }) => (before === 0 ? notExists(version) : eq(version, before)))
    .params()
}

/** @returns false when somebody else changed it since version − 1. */
export async function saveStanding(standing: Standing): Promise<boolean> {
  return (await putIf(standingPut(standing))).written
}

/** Reads, changes and saves a standing; again when it changed meanwhile. `change` gives undefined when there is nothing to change. */
export async function changeStanding(
  id: string,
  change: (standing: Standing) => Omit<Standing, 'version'> | undefined,
): Promise<Standing | undefined> {
  for (;;) {
    const standing = await readStandingItem(id)
    if (standing === undefined) return undefined
    const changed = change(standing)
    if (changed === undefined) return standing
    const next = { ...changed, version: standing.version + 1 }
    if (await saveStanding(next)) return next
  }
}

export async function readLogin(app: AppName, way: string): Promise<string | undefined> {
  const { data } = await loginItem().get({ app, way }).go({ consistent: true })
  return data?.actor
}

/** Binds a way to sign in to an actor, overwriting: the caller has proof of both. */
export async function saveLogin(app: AppName, way: string, actor: string): Promise<void> {
  await putIf(loginItem().put({ app, way, actor }).params())
}

/** Creates an account with its first way to sign in. @returns false when that way is taken meanwhile. */
export async function createAccount(standing: Standing, app: AppName, way: string): Promise<boolean> {
  const { written } = await transact([
    { put: loginItem().create({ app, way, actor: standing.id }).params() },
    { put: standingItem().create(standing).params() },
  ])
  return written
}

export interface Session {
  readonly family: string
  readonly actor: string
  readonly app: AppName
  readonly digest: string
  readonly version: number
  readonly expiresAt: number
}

export async function readSession(family: string): Promise<Session | undefined> {
  const { data } = await sessionItem().get({ family }).go({ consistent: true })
  return data ?? undefined
}

/** @returns false when the refresh token was used meanwhile. */
export async function saveSession(session: Session): Promise<boolean> {
  const before = session.version - 1
  const { written } = await putIf(
    sessionItem()
      .put(session)
      .where(({ version }, { eq, notExists }) => (before === 0 ? notExists(version) : eq(version, before)))
      .params(),
  )
  return written
}

export async function endSession(family: string): Promise<void> {
  await sessionItem().delete({ family }).go()
}

export interface PhoneCode {
  readonly app: AppName
  readonly phoneIndex: string
  readonly digest: string
  readonly sentAt: Instant
  readonly triesLeft: number
  readonly expiresAt: number
}

/** @returns false when a code was sent since `notSince`. */
export async function savePhoneCode(code: PhoneCode, notSince: Instant): Promise<boolean> {
  const { written } = await putIf(
    phoneCodeItem()
      .put(code)
      .where(({ sentAt }, { lt, notExists }) => `${notExists(sentAt)} OR ${lt(sentAt, notSince)}`)
      .params(),
  )
  return written
}

/** Takes one of the tries. @returns the code before it, or undefined when there is none or no try is left. */
export async function takeTry(app: AppName, phoneIndex: string): Promise<PhoneCode | undefined> {
  const { data } = await phoneCodeItem().get({ app, phoneIndex }).go({ consistent: true })
  if (data === null || data.triesLeft <= 0) return undefined
  const { written } = await putIf(
    phoneCodeItem()
      .put({ ...data, triesLeft: data.triesLeft - 1 })
      .where(({ triesLeft, digest }, { eq }) => `${eq(triesLeft, data.triesLeft)} AND ${eq(digest, data.digest)}`)
      .params(),
  )
  return written ? data : undefined
}

export async function dropPhoneCode(app: AppName, phoneIndex: string): Promise<void> {
  await phoneCodeItem().delete({ app, phoneIndex }).go()
}
