import type { PlaceId } from '@zmht/shared/geo'
import { type Duty, dutyCodes } from '@zmht/shared/permission'
import { cached, moving } from '../platform/cache'
import { answerableOn } from './domain/duty'
import { readDuties, type Timelines } from './duty.store'
import { readOrganisation } from './organisation.store'

const heldAt = cached(moving, async (place): Promise<Timelines> => {
  const id = place as PlaceId // the key was made of one
  return (await readDuties([id])).get(id)?.timelines ?? {}
})

export interface DutyHolder {
  readonly organisation: string
  /** Where it holds the duty: the place itself or one above. */
  readonly place: PlaceId
}

/**
 * Who holds which duty for a place on a day: the nearest upwards. As of at most 5 s ago.
 * @param lineage root first
 * @param day in China, `YYYY-MM-DD`
 */
export async function holdersAt(lineage: readonly PlaceId[], day: string): Promise<ReadonlyMap<Duty, DutyHolder>> {
  const held = new Map(await Promise.all(lineage.map(async (place) => [place, await heldAt.read(place)] as const)))
  const holders = new Map<Duty, DutyHolder>()
  for (const duty of dutyCodes) {
    const found = answerableOn(lineage, (place) => held.get(place)?.[duty], day)
    if (found !== undefined) holders.set(duty, { organisation: found.holding.organisation, place: found.place })
  }
  return holders
}

export interface OrganisationContact {
  readonly id: string
  readonly name: string
  /** Of its desk, not of anybody in it. */
  readonly phone?: string
  /** It is no more from this day on. */
  readonly ended?: string
}

/** What an organisation is called, and how it is reached. At most 5 s old. */
export async function organisationContact(id: string): Promise<OrganisationContact | undefined> {
  const found = await readOrganisation(id)
  if (found === undefined) return undefined
  const { name, phone, ended } = found
  return { id, name, ...(phone ? { phone } : {}), ...(ended === undefined ? {} : { ended: ended.date }) }
}
