/** What other slices may read of the city knowledge system. */

import type { PlaceId } from '@zmht/shared/geo'
import {
  type AttributeCode,
  baseKnowledge,
  type Knowledge,
  type KnowledgeVersion,
  type Release,
  withReleases,
} from '@zmht/shared/knowledge'
import { cached, forEver, moving } from '../platform/cache'
import { readHead, readRelease } from './release.store'
import { usesAt, usesOf } from './use.store'

const releases = cached(forEver, readRelease, 200)
const heads = cached(moving, async () => (await readHead())?.releases ?? [])
const systems = cached(
  forEver,
  async (versions) => withReleases(baseKnowledge, await releasesOf(versions === '' ? [] : versions.split(' '))),
  20,
)

/** @returns the published revisions, in the order given */
async function releasesOf(versions: readonly KnowledgeVersion[]): Promise<readonly Release[]> {
  const found = await Promise.all(versions.map(releases.read))
  return found.filter((one) => one !== undefined)
}

/** All published revisions, oldest first; at most 5 s old. */
export const publishedReleases = async (): Promise<readonly Release[]> => releasesOf(await heads.read(''))

/** The knowledge system in force: what was deployed, with all that has been published since; at most 5 s old. */
export async function knowledgeNow(): Promise<Knowledge> {
  return systems.read((await heads.read('')).join(' '))
}

/** After publishing here, this instance sees it at once. */
export function forgetKnowledge(): void {
  heads.forget('')
}

/** The open applications of some places that ask for an attribute or a relation. */
export async function applicationsAsking(code: AttributeCode, places: readonly PlaceId[]) {
  const uses = await usesOf(code)
  return uses
    .filter(({ place, state }) => state === 'open' && places.includes(place))
    .map(({ application, title, organisation }) => ({ application, title, organisation }))
}

/** The open applications of some places, each with everything it asks for. */
export async function askedAt(places: readonly PlaceId[]) {
  const found = new Map<string, { application: string; title: string; codes: AttributeCode[] }>()
  for (const { code, application, title, state } of (await Promise.all(places.map(usesAt))).flat()) {
    if (application === undefined || title === undefined || state !== 'open') continue
    const one = found.get(application) ?? { application, title, codes: [] }
    one.codes.push(code)
    found.set(application, one)
  }
  return [...found.values()]
}
