import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import type { Resource } from '@zmht/shared/permission'
import { findPlace } from '../hierarchy/index'
import type { Client } from '../platform/endpoint/actor'
import { type Application, applicationsIn, readApplication } from './application.store'
import { chainIn } from './domain/roster'
import { everybody } from './roster'

/** A resource as another system names it. */
export interface Thing {
  readonly type: string
  readonly id: string
  readonly properties?: Readonly<Record<string, unknown>> | undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const lineageOf = async (place: PlaceId | undefined): Promise<readonly PlaceId[]> =>
  place === undefined ? [] : ((await findPlace(place))?.lineage ?? [])
const placeIn = (value: unknown): PlaceId | undefined =>
  typeof value === 'string' && isPlaceId(value) ? value : undefined

/**
 * What another system means: a place by its id, an organisation, a service we know; anything else by the properties it was sent with.
 * @returns undefined when it says of nothing where it is
 */
export async function thingFrom({ type, id, properties = {} }: Thing): Promise<Resource | undefined> {
  const { blocks } = await everybody()
  const known = type === 'channel' ? await readApplication(id) : undefined
  const block = type === 'organisation' ? blocks.get(id) : undefined
  const place = type === 'place' ? placeIn(id) : (known?.place ?? block?.manages[0] ?? placeIn(properties.place))
  const lineage = await lineageOf(place)
  if (lineage.length === 0) return undefined
  const owner = known?.organisation ?? block?.id ?? text(properties.owner)
  const application = known?.id ?? text(properties.application)
  const tags = Array.isArray(properties.tags) ? properties.tags.filter((tag) => typeof tag === 'string') : []
  return {
    kind: type,
    id,
    lineage,
    ...(application === undefined ? {} : { application }),
    ...(owner === undefined ? {} : { owners: chainIn(blocks, owner) }),
    tags,
  }
}

/** @returns whether a client may ask about something: it lies in the places it was let in for */
export const isAskedInside = ({ places }: Client, { lineage }: Resource): boolean =>
  places.some((place) => lineage.includes(place))

/** Everything of a kind we can list: organisations, the places they manage, services. */
export async function thingsOfKind(type: string, { places }: Client): Promise<readonly Resource[]> {
  const { blocks, lineages } = await everybody()
  if (type === 'organisation' || type === 'place') {
    const wanted = [...blocks.values()].filter(({ manages }) => manages.length > 0)
    const things = await Promise.all(
      wanted.map(async ({ id, manages }): Promise<Resource[]> => {
        const inTree = lineages.get(manages[0] ?? (id as PlaceId)) ?? [] // every managed place has one
        if (!places.some((place) => inTree.includes(place))) return []
        const owners = chainIn(blocks, id)
        if (type === 'organisation') return [{ kind: type, id, lineage: await lineageOf(manages[0]), owners }]
        return Promise.all(manages.map(async (place) => ({ kind: type, id: place, lineage: await lineageOf(place) })))
      }),
    )
    return things.flat()
  }
  if (type !== 'channel') return []
  const owners = [...blocks.values()].filter(({ manages }) =>
    manages.some((managed) => lineages.get(managed)?.some((place) => places.includes(place))),
  )
  const found = await Promise.all(owners.map(({ id }) => applicationsIn(id)))
  return Promise.all(
    found.flat().map(
      async ({ id, place, organisation }: Application): Promise<Resource> => ({
        kind: type,
        id,
        lineage: await lineageOf(place),
        application: id,
        owners: chainIn(blocks, organisation),
      }),
    ),
  )
}

export const describedThing = ({ kind, id }: Resource) => ({ type: kind, id: id ?? '' })
