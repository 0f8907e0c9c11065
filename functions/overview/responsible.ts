import type { ResponsibleReply } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { requestFacts } from '../channels/index'
import { findPlace } from '../hierarchy/index'
import { officialContact, officialsOf, organisationContact, staffAt } from '../permissions/index'
import { itemFacts } from '../tasks/index'

export interface CaseAt {
  readonly request?: string | undefined
  readonly item?: string | undefined
}

interface Case {
  readonly path: PlacePath
  readonly holder?: string
  /** The organisation it was given to. */
  readonly office?: string
}

async function caseOf({ request, item }: CaseAt): Promise<Case | undefined> {
  if (request !== undefined) {
    const found = await requestFacts(request)
    if (found === undefined) return undefined
    const { path, claimedBy, desk } = found
    return {
      path,
      ...(claimedBy === undefined ? {} : { holder: claimedBy.id }),
      ...(desk === undefined ? {} : { office: desk.id }),
    }
  }
  const found = item === undefined ? undefined : await itemFacts(item)
  if (found === undefined) return undefined
  const { path, claimedBy, organisation } = found
  return {
    path,
    ...(claimedBy === undefined ? {} : { holder: claimedBy.id }),
    ...(organisation === undefined ? {} : { office: organisation }),
  }
}

/** As many as anybody rings up. */
const mostPeople = 8

/**
 * Whom to call about a place, or about one case that lies in it: who has it in hand first, then those of the organisation that has it or answers for the place.
 * @returns undefined where the case does not lie in the place
 */
export async function responsibleFor(place: PlaceId, at: CaseAt): Promise<ResponsibleReply | undefined> {
  const isCase = at.request !== undefined || at.item !== undefined
  const found = isCase ? await caseOf(at) : undefined
  if (isCase && found === undefined) return undefined
  const where = found === undefined ? place : (lineageOf(found.path).at(-1) ?? place)
  const lineage = (await findPlace(where))?.lineage ?? []
  if (!lineage.includes(place)) return undefined
  const office = found?.office
  const [holder, { organisation, people }] = await Promise.all([
    found?.holder === undefined ? undefined : officialContact(found.holder),
    office === undefined ? staffAt(lineage) : staffOf(office),
  ])
  const others = people.filter(({ id }) => id !== holder?.id).slice(0, mostPeople)
  const title = people.find(({ id }) => id === holder?.id)?.title
  return {
    ...(organisation === undefined
      ? {}
      : {
          organisation: {
            name: organisation.name,
            ...(organisation.phone === undefined ? {} : { phone: organisation.phone }),
          },
        }),
    people: [
      ...(holder === undefined ? [] : [{ ...holder, holds: true as const, ...(title === undefined ? {} : { title }) }]),
      ...others.map((one) => ({ ...one })),
    ],
  }
}

/** Those in office at an organisation today. */
async function staffOf(id: string): Promise<{
  readonly organisation?: { readonly name: string; readonly phone?: string }
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly title?: string
    readonly phone: string
  }[]
}> {
  const organisation = await organisationContact(id)
  const people = await Promise.all((await officialsOf(id)).slice(0, mostPeople).map(officialContact))
  return {
    ...(organisation === undefined ? {} : { organisation }),
    people: people.filter((one) => one !== undefined),
  }
}
