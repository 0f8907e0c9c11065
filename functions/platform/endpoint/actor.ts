import type { App } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Charge, OfficialActor, Policy } from '@zmht/shared/permission'

/** A resident as of now. */
export interface Resident {
  readonly kind: 'resident'
  readonly id: string
  readonly name: string
  /** The person of the knowledge graph this account belongs to. */
  readonly person: string
  readonly homes: readonly { readonly placeId: PlaceId; readonly label: string }[]
  readonly consented?: string
  /** For whom they act today. */
  readonly charges: readonly Charge[]
}

/** An official as of now, with the policy of their posts. */
export interface Official extends OfficialActor {
  readonly name: string
  /** The application that acts in their name, by itself; absent where they act themselves. */
  readonly through?: string
  readonly policy: Policy
}

/** Another system of the city that asks for decisions. */
export interface Client {
  readonly kind: 'client'
  readonly id: string
  /** It may ask about what lies in these places. */
  readonly places: readonly PlaceId[]
}

/** Reads a client, strongly consistent, on every request: one that was ended is refused from the next request on. */
export type ReadClient = (id: string) => Promise<Client | undefined>

let readClient: ReadClient | undefined

export function clientIsReadBy(read: ReadClient): void {
  readClient = read
}

export function clientReader(): ReadClient {
  if (readClient === undefined) throw new Error('no slice provides the clients')
  return readClient
}

export type Actor = Resident | Official

export interface Signed<A extends Actor = Actor> {
  readonly actor: A
  readonly app: App
  readonly family: string
}

/**
 * Reads the actor's standing, strongly consistent, on every request: a post that ended or a session signed out holds from the
 * next request on, whatever the token says. The permissions slice provides it; the platform only calls it.
 */
export type ReadStanding = (actor: string, app: App, family: string) => Promise<Actor | undefined>

let readStanding: ReadStanding | undefined

export function standingIsReadBy(read: ReadStanding): void {
  readStanding = read
}

export function standingReader(): ReadStanding {
  if (readStanding === undefined) throw new Error('no slice provides the standing of an actor')
  return readStanding
}
