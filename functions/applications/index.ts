import type { Official } from '../platform/endpoint/actor'
import { firstPages } from '../platform/table/page'
import { isKeeper } from './access'
import { type ApplicationCard, bundlesOf, readBundle } from './bundle.store'
import { runsOf } from './wire.store'

/** Of an organisation that has more, the latest are told. */
const mostPages = 3

/** The applications of the organisations an official works in, as they stand on their cards; the latest first. */
export async function applicationsOf({ posts }: Pick<Official, 'posts'>): Promise<readonly ApplicationCard[]> {
  const all: ApplicationCard[] = []
  for (const organisation of new Set(posts.map((post) => post.organisation)))
    all.push(...(await firstPages(mostPages, (cursor) => bundlesOf(organisation, cursor))))
  return all
}

/** @returns the organisation an application is kept by, or nothing where there is none */
export const keeperOf = async (id: string): Promise<string | undefined> => (await readBundle(id))?.organisationId

/** What an application could not do by itself and somebody has to look at. */
export interface Failures {
  readonly title: string
  /** How many of the latest twenty. */
  readonly failed: number
}

/** @returns undefined where nothing failed, or for whoever does not keep it */
export async function failuresFor(id: string, actor: Official): Promise<Failures | undefined> {
  const application = await readBundle(id)
  if (application === undefined || !isKeeper(actor, application)) return undefined
  const { items } = await runsOf(id, 'failed', undefined)
  return items.length === 0 ? undefined : { title: application.content.title, failed: items.length }
}
