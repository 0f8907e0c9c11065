import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import {
  maskOf,
  type PlaceCandidate,
  type PlaceReading,
  type PlaceSaid,
  placeOfAppeal,
  type Span,
} from '@zmht/shared/routing'
import { findPlace, type MentionedPlace, readMentions } from '../../hierarchy/index'

const candidatesOf = ({ candidates }: MentionedPlace): PlaceCandidate[] =>
  candidates.map(({ place: { id, name, level, path } }) => ({ place: id, name, level, lineage: lineageOf(path) }))

/** The places a text names, read from where the writer is. */
export async function placesSaid(text: string, standpoint: PlaceId | undefined): Promise<readonly PlaceSaid[]> {
  const found = await readMentions(text, standpoint, true)
  return found.map((one) => ({ start: one.start, end: one.end, candidates: candidatesOf(one) }))
}

/** What of a text says nothing of its subject. */
export const masksIn = async (text: string, standpoint: PlaceId | undefined): Promise<readonly Span[]> =>
  maskOf(text, await placesSaid(text, standpoint))

/** Where an appeal is: what its words name, else the home it came from. */
export async function placeIn(
  text: string,
  said: readonly PlaceSaid[],
  home: PlaceId | undefined,
): Promise<PlaceReading> {
  const at = home === undefined ? undefined : await candidateAt(home)
  return placeOfAppeal(text, said, at)
}

/** @returns undefined where there is no such place */
export async function candidateAt(id: PlaceId): Promise<PlaceCandidate | undefined> {
  const found = await findPlace(id)
  return found === undefined
    ? undefined
    : { place: found.id, name: found.name, level: found.level, lineage: found.lineage }
}
