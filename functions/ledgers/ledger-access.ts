import type { PlaceId } from '@zmht/shared/geo'
import {
  type Action,
  type Bounds,
  boundsFor,
  decide,
  type FieldDecision,
  type Resource,
  territoryOf,
} from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace, placeFacts } from '../hierarchy/index'
import { organisationsAbove } from '../permissions/index'
import { auditRefusal } from '../platform/audit.store'
import type { Official } from '../platform/endpoint/actor'
import { allowed } from '../platform/endpoint/endpoint'
import { type Ledger, ledgerNow, readLedger } from './ledger.store'
import type { Within } from './register'

/** What is in a ledger, for the decision. */
export async function rowResource(
  ledger: Pick<Ledger, 'id' | 'organisationId'>,
  lineage: readonly PlaceId[],
): Promise<Resource> {
  const owners = await organisationsAbove(ledger.organisationId)
  return { kind: 'entity', application: ledger.id, owners, lineage }
}

/** A ledger at one of its places, for the decision. */
export const ledgerResource = (ledger: Pick<Ledger, 'id'>, owners: readonly string[], lineage: readonly PlaceId[]) => ({
  kind: 'ledger' as const,
  id: ledger.id,
  application: ledger.id,
  owners,
  lineage,
})

/** @throws Problem `not-found` when there is none, or none that concerns a place of the actor's: cities never see each other's. */
export async function visibleLedger(id: string, actor: Official, at: string): Promise<Ledger> {
  const ledger = await ledgerNow(id)
  if (ledger === undefined) throw new Problem('not-found')
  const bounds = boundsFor(actor.policy, actor, 'ledger.list', 'ledger', at)
  const territory = territoryOf(bounds, {
    application: ledger.id,
    owners: await organisationsAbove(ledger.organisationId),
  })
  if (territory.everywhere || (await overlapOf(territory.places, ledger.within)).length > 0) return ledger
  throw new Problem('not-found')
}

/** @throws Problem `not-found` */
export async function existingLedger(id: string): Promise<Ledger> {
  const ledger = await readLedger(id)
  if (ledger === undefined) throw new Problem('not-found')
  return ledger
}

/** @returns what lies in both: of two places one inside the other the inner one. Each once, none inside another. */
export async function overlapOf(one: readonly PlaceId[], other: readonly PlaceId[]): Promise<readonly PlaceId[]> {
  const [left, right] = await Promise.all([lineagesOf(one), lineagesOf(other)])
  const both = [
    ...left.filter(({ lineage }) => right.some(({ id }) => lineage.includes(id))),
    ...right.filter(({ lineage }) => left.some(({ id }) => lineage.includes(id))),
  ]
  const once = [...new Map(both.map((place) => [place.id, place])).values()]
  return once
    .filter(({ id, lineage }) => !once.some((above) => above.id !== id && lineage.includes(above.id)))
    .map(({ id }) => id)
}

const lineagesOf = async (places: readonly PlaceId[]) =>
  (await Promise.all(places.map(findPlace))).filter((place) => place !== undefined)

/** Which rows of a ledger an official asks for: inside a place, or all that are theirs to see. */
export interface Reach extends Within {
  /** How much of what is there they see. */
  readonly fieldsAt: (lineage: readonly PlaceId[]) => FieldDecision
}

const nothing: FieldDecision = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' }

/**
 * @param bounds for `ledger.read`
 * @throws Problem `outside-territory`, kept in the audit, when a place is asked for and nothing there is theirs to see
 */
export async function reachOf(
  ledger: Ledger,
  actor: Official,
  { bounds, place, at, action = 'ledger.read' }: ReachAsked,
): Promise<Reach> {
  const here = await rowResource(ledger, [])
  const territory = territoryOf(bounds, here)
  const allowedIn = territory.everywhere ? ledger.within : await overlapOf(territory.places, ledger.within)
  const places = place === undefined ? allowedIn : await overlapOf(allowedIn, [place])
  if (place !== undefined && places.length === 0) {
    const { lineage } = await placeFacts(place)
    await allowed(actor, action, { ...here, lineage }, at)
  }
  const known = new Map<string, FieldDecision>()
  return {
    places,
    except: territory.except,
    fieldsAt: (lineage) => {
      const key = lineage.join('/')
      const found = known.get(key)
      if (found !== undefined) return found
      const decision = decide(actor.policy, actor, action, { ...here, lineage }, at)
      const fields = decision.allow ? decision.fields : nothing
      known.set(key, fields)
      return fields
    },
  }
}

interface ReachAsked {
  readonly bounds: Bounds
  readonly place?: PlaceId | undefined
  readonly at: string
  readonly action?: Action
}

/** A ledger of another organisation, above, below or beside, is not the actor's to change. @throws Problem `forbidden`, kept in the audit */
export async function asKeeper(actor: Official, { id, organisationId }: Ledger, at: string): Promise<void> {
  if (actor.posts.some(({ organisation }) => organisation === organisationId)) return
  await auditRefusal({ actor: actor.id, action: 'ledger.write', subject: `ledger/${id}`, at })
  throw new Problem('forbidden')
}
