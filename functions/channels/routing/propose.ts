import type { PlaceId } from '@zmht/shared/geo'
import type { Duty } from '@zmht/shared/permission'
import {
  departmentFor,
  maskOf,
  type PlaceCandidate,
  type PlaceReading,
  recogniseSubject,
  type SubjectCode,
  type SubjectReading,
  sayReason,
  subjectCalled,
} from '@zmht/shared/routing'
import { tailOf } from '../../hierarchy/index'
import { holdersAt, type OrganisationContact, organisationContact } from '../../permissions/index'
import { dayInChina, now } from '../../platform/clock'
import { learntAround } from './learnt'
import { candidateAt, placeIn, placesSaid } from './places'

export interface AskedToRoute {
  readonly text: string
  /** Where it is, as somebody chose: it counts whatever the text names. */
  readonly place?: PlaceId | undefined
  /** Where the writer lives: it counts where the text names no place, and says which of two places of one name is meant. */
  readonly home?: PlaceId | undefined
}

export interface ProposedDepartment extends OrganisationContact {
  /** The duty by which it answers: the subject's own, or the general one where nobody holds that. */
  readonly duty: Duty
}

/** A subject an appeal may have, and who would answer. */
export interface RoutingGuess {
  readonly subject: SubjectCode
  readonly confidence: number
  readonly department?: ProposedDepartment
}

export interface RoutingProposal {
  /** The best first, at most five; none where nothing was recognised. */
  readonly guesses: readonly RoutingGuess[]
  /** Whether the first may be taken without asking; whether its department may. */
  readonly sure: boolean
  readonly dutySure: boolean
  readonly because: SubjectReading['because']
  readonly place: Omit<PlaceReading, 'from'> & { readonly from: PlaceReading['from'] | 'given' }
  /** Who is proposed: who answers for the first subject at the place; absent where the place is open, or nobody answers there. */
  readonly department?: ProposedDepartment
  /** Why, in plain words. */
  readonly reason: string
}

/** What an appeal is about, where, and who answers for that there, with the reason. Reads only. */
export async function propose({ text, place: given, home }: AskedToRoute): Promise<RoutingProposal> {
  const standpoint = given ?? home
  const said = await placesSaid(text, standpoint)
  const chosen = given === undefined ? undefined : await candidateAt(given)
  const place: RoutingProposal['place'] = chosen === undefined ? await placeIn(text, said, home) : placeGiven(chosen)
  const { guesses, sure, dutySure, because } = recogniseSubject(
    text,
    await learntAround(standpoint),
    maskOf(text, said),
  )
  const at = place.place
  const departmentOf = await departmentsAt(
    at === undefined ? undefined : place.candidates.find((one) => one.place === at),
  )
  const [first] = guesses
  const subject = first === undefined ? undefined : subjectCalled(first.subject)
  const department = await departmentOf(subject?.duty)
  const where = at === undefined ? undefined : await tailOf(at)
  const reason =
    at === undefined && place.candidates.length > 1
      ? `${sayReason({ ...(subject === undefined ? {} : { subject }), sure, from: 'nothing' }).replace(/；.*$/, '；')}这个地名不止一处，请选是哪一处。`
      : sayReason({
          ...(subject === undefined ? {} : { subject }),
          sure,
          ...(where === undefined ? {} : { place: where }),
          from: place.from === 'given' ? 'text' : place.from,
          ...(department === undefined ? {} : { department: { organisation: department.name, duty: department.duty } }),
        })
  return {
    guesses: await Promise.all(
      guesses.map(async (guess) => {
        const answers = await departmentOf(subjectCalled(guess.subject)?.duty)
        return { ...guess, ...(answers === undefined ? {} : { department: answers }) }
      }),
    ),
    sure,
    dutySure,
    because,
    place,
    ...(department === undefined ? {} : { department }),
    reason,
  }
}

const placeGiven = (chosen: PlaceCandidate): RoutingProposal['place'] => ({
  place: chosen.place,
  from: 'given',
  sure: true,
  candidates: [chosen],
})

/** Who answers for each duty at a place: nobody where none is known. */
async function departmentsAt(
  place: PlaceCandidate | undefined,
): Promise<(duty: Duty | undefined) => Promise<ProposedDepartment | undefined>> {
  if (place === undefined) return async () => undefined
  const holders = await holdersAt(place.lineage as readonly PlaceId[], dayInChina(now())) // the lineage of a place of ours
  return async (duty) => {
    const found = departmentFor(duty, holders)
    const contact = found === undefined ? undefined : await organisationContact(found.holder.organisation)
    return found === undefined || contact === undefined ? undefined : { ...contact, duty: found.duty }
  }
}
