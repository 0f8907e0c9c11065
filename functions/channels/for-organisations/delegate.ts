import { lineageOf } from '@zmht/shared/geo'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { findPlace, type PlaceFacts } from '../../hierarchy/index'
import { standingOf } from '../../ledgers/index'
import { chargesOf } from '../../permissions/index'
import { now } from '../../platform/clock'
import type { Resident } from '../../platform/endpoint/actor'
import type { Request } from '../request.store'

/** Under which an organisation's requests are found again, by whoever acts for it today. */
export const accountOfOrganisation = (id: EntityId): string => `organisation/${id}`

/** The organisations a resident acts for today. */
export const actedFor = ({ charges }: Pick<Resident, 'charges'>): readonly EntityId[] => [
  ...new Set(charges.flatMap(({ entity, as }) => (as === 'delegate' ? [entityId(entity)] : []))),
]

/** @throws Problem `not-delegate`, the same for an organisation that is not there */
export function checkDelegate(actor: Resident, organisation: string): EntityId {
  const found = actedFor(actor).find((id) => id === organisation)
  if (found === undefined) throw new Problem('not-delegate')
  return found
}

/** An organisation and where it is. */
export interface Seated {
  readonly id: EntityId
  readonly name: string
  readonly place?: PlaceFacts
  /** As briefly as is clear. */
  readonly tail: string
}

export async function seatOf(id: EntityId): Promise<Seated> {
  const standing = await standingOf(id)
  const last = standing === undefined ? undefined : lineageOf(standing.path).at(-1)
  const place = last === undefined ? undefined : await findPlace(last)
  return {
    id,
    name: standing?.name ?? '',
    tail: standing?.home ?? '',
    ...(place === undefined ? {} : { place }),
  }
}

/** Whether a request is a resident's own: theirs, or of an organisation they act for today. */
export const isOwn = ({ ofOrganisation, resident }: Request, actor: Resident): boolean =>
  ofOrganisation === undefined ? resident === actor.id : actedFor(actor).includes(ofOrganisation.id)

/** @throws Problem `not-delegate` for who acted on it and does not any more; to anyone else it does not exist */
export function checkOwn(request: Request | undefined, actor: Resident): Request {
  if (request !== undefined && isOwn(request, actor)) return request
  if (request?.ofOrganisation?.by.account === actor.id) throw new Problem('not-delegate')
  throw new Problem('not-found')
}

/** The account that is told how a request goes. @returns undefined where who sent it does not act for the organisation any more */
export async function toldAccount({ resident, ofOrganisation }: Request): Promise<string | undefined> {
  if (ofOrganisation === undefined) return resident
  const { id, by } = ofOrganisation
  const isStill = (await chargesOf(by.account, now())).some(({ entity, as }) => as === 'delegate' && entity === id)
  return isStill ? by.account : undefined
}

/** As the time line calls who acts on it as its author. */
export const authorName = ({ ofOrganisation }: Request, actor: Pick<Resident, 'name'>): string =>
  ofOrganisation === undefined ? '您' : `${ofOrganisation.name} ${actor.name || '经办人'}`
