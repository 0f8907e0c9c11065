import type { PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId, type Instant } from '@zmht/shared/knowledge'
import {
  type AppealSignature,
  alike,
  alikeFrom,
  daysAlike,
  keysOf,
  likeness,
  type SubjectCode,
  sketchOf,
  subjectCalled,
} from '@zmht/shared/routing'
import { ended } from '@zmht/shared/rules'
import { findPlace } from '../../hierarchy/index'
import { later } from '../../platform/clock'
import { patchOf, type Request } from '../request.store'
import { textOf } from '../text-of'
import { type Near, nearUnder, readNearAt, saveNear } from './near.store'

/** More things than these are not compared. */
const mostThings = 3

async function signatureAt(
  subject: SubjectCode,
  home: PlaceId,
  things: readonly EntityId[],
  at: Instant,
): Promise<AppealSignature | undefined> {
  const place = await findPlace(home)
  if (place === undefined) return undefined
  const community = place.tiers.find(({ level }) => level === 'community')?.id ?? place.id
  return { subject, lineage: place.lineage, community, things: things.slice(0, mostThings), at }
}

/** The things a request is about: by what its form says, and by what somebody recognised in it. */
async function thingsOf(request: Request): Promise<EntityId[]> {
  const { relations } = await patchOf(request)
  const said = relations.flatMap(({ type, to }) => (type === 'about-thing' && 'known' in to ? [to.known] : []))
  const accepted = (request.mentions?.accepted ?? []).flatMap((one) =>
    one.kind === 'thing' ? [entityId(one.entity)] : [],
  )
  return [...new Set([...said, ...accepted])].sort()
}

/** Brings what an appeal is found by to what it is now. Told again, it writes nothing. */
export async function keepNear(request: Request): Promise<void> {
  const { id, route, procedure, home, submittedAt, state } = request
  if (procedure !== 'routed') return
  const before = await readNearAt(id)
  const subject = route?.subject
  const isOpen = subject !== undefined && !ended.includes(state)
  if (!isOpen && before === undefined) return
  const things = isOpen ? await thingsOf(request) : []
  const signature = isOpen ? await signatureAt(subject, home, things, submittedAt) : undefined
  const stamp = signature === undefined ? 'gone' : JSON.stringify([subject, signature.lineage, things])
  if (before?.stamp === stamp) return
  const near: Near | undefined = signature && {
    requestId: id,
    person: request.person,
    at: submittedAt,
    signature,
    sketch: sketchOf(await textOf(request)),
  }
  const signs = signature === undefined ? [] : keysOf(signature)
  const version = (before?.version ?? 0) + 1
  if (!(await saveNear({ requestId: id, signs, at: submittedAt, stamp, version }, near, before)))
    throw new Error(`what ${id} is found by is contended: the message comes again`)
}

/** Another open appeal that may tell of the same. */
export interface LikeOne {
  readonly near: Near
  readonly by: 'thing' | 'place'
  /** 0 to 1: how much the texts have in common. */
  readonly text: number
}

/** The likeliest first; two alike by the same thing need not be told in the same words. */
export async function likeOnes(
  signature: AppealSignature,
  sketch: readonly number[],
  except?: string,
): Promise<readonly LikeOne[]> {
  const since = later(signature.at, -daysAlike * 24 * 3600 * 1000)
  const found = new Map<string, Near>()
  for (const sign of keysOf(signature))
    for (const near of await nearUnder(sign, since)) if (near.requestId !== except) found.set(near.requestId, near)
  return [...found.values()]
    .flatMap((near): LikeOne[] => {
      const by = alike(signature, near.signature)
      return by === undefined ? [] : [{ near, by, text: likeness(sketch, near.sketch) }]
    })
    .sort((one, other) => rank(other) - rank(one))
}

const rank = ({ by, text, near }: LikeOne): number =>
  (by === 'thing' ? 1 : 0) + text + (near.signature.things.length > 0 ? 0.001 : 0)

/** What a request is compared by. @returns undefined where nobody knows what it is about */
export async function comparedBy(
  request: Request,
): Promise<{ signature: AppealSignature; sketch: readonly number[] } | undefined> {
  const subject = request.route?.subject
  if (subject === undefined) return undefined
  const signature = await signatureAt(subject, request.home, await thingsOf(request), request.submittedAt)
  return signature && { signature, sketch: sketchOf(await textOf(request)) }
}

/** The same of a text nobody has sent yet. */
export async function comparedText(text: string, subject: SubjectCode, place: PlaceId, at: Instant) {
  const signature = await signatureAt(subject, place, [], at)
  return signature && { signature, sketch: sketchOf(text) }
}

/**
 * Told of the same beyond reasonable doubt: of one thing, or in like words at places both of which are known more nearly than by their community.
 * What is less sure is put before a person.
 */
export const isSurelyLike =
  ({ lineage, community }: AppealSignature) =>
  ({ by, text, near: { signature } }: LikeOne): boolean =>
    by === 'thing' || (text >= alikeFrom && lineage.at(-1) !== community && signature.lineage.at(-1) !== community)

export function reasonsOf({ by, text, near }: LikeOne): string[] {
  const subject = subjectCalled(near.signature.subject)?.name ?? ''
  return [
    ...(subject === '' ? [] : [`都是“${subject}”`]),
    by === 'thing' ? '说的是同一件东西' : '在同一处',
    ...(text >= alikeFrom ? ['说法也像'] : []),
  ]
}
