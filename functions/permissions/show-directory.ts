import type { OrganisationReply, PersonnelReply, PostReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type Holding, isHeldOn } from '@zmht/shared/permission'
import { findPlace } from '../hierarchy/index'
import { open } from '../platform/cipher'
import { dayInChina } from '../platform/clock'
import type { Official as Actor } from '../platform/endpoint/actor'
import { mayIn } from './authority'
import { type Official, type PostRecord, postsOf, readOfficials, readPosts } from './directory.store'
import { backOn } from './domain/standing'
import { inTree, type Organisation, organisationsBelow, readOrganisations } from './organisation.store'
import type { PersonnelOperation } from './personnel.store'
import { phoneContext } from './standing'

/** Officials' numbers are their work phones: the directory shows them to officials whole. */
export const phoneOfOfficial = ({ id, phone }: Official): Promise<string> => open<string>(phone, phoneContext(id))

async function namedPlace(id: PlaceId) {
  const place = await findPlace(id)
  return place === undefined ? undefined : { id, name: place.name, level: place.level }
}

/** An organisation as officials read it. @param saved a post written a moment ago, which the list may not have yet. */
export async function showOrganisation(
  organisation: Organisation,
  actor: Actor,
  at: Instant,
  saved?: string,
): Promise<OrganisationReply> {
  const { id, name, kind, supervisorId, place, phone, ended, version } = organisation
  const [listed, below, tree, editable, manages, where] = await Promise.all([
    postsOf(id),
    organisationsBelow(id),
    inTree([id]),
    mayIn(actor, 'directory.write', organisation, at),
    Promise.all(organisation.manages.map(namedPlace)),
    place === undefined ? undefined : namedPlace(place),
  ])
  const ids = [...new Set([...listed.map((post) => post.id), ...(saved === undefined ? [] : [saved])])]
  const [posts, named] = await Promise.all([
    readPosts(ids),
    namesOf([...(tree.get(id)?.chain ?? []), supervisorId, ended?.into]),
  ])
  const above = (tree.get(id)?.chain ?? []).slice(1)
  const parent = named(above[0])
  const supervisor = named(supervisorId)
  const into = named(ended?.into)
  return {
    id,
    name,
    kind,
    ...(parent === undefined ? {} : { parent }),
    ...(supervisor === undefined ? {} : { supervisor }),
    ...(where === undefined ? {} : { place: where }),
    ...(phone === undefined ? {} : { phone }),
    manages: manages.filter((one) => one !== undefined),
    posts: await showPosts(
      ids.flatMap((one) => posts.get(one) ?? []).filter(({ organisationId }) => organisationId === id),
      dayInChina(at),
    ),
    below: [...below],
    above: above.flatMap((one) => named(one) ?? []).reverse(),
    ...(ended === undefined ? {} : { ended: { date: ended.date, ...(into === undefined ? {} : { into }) } }),
    editable: editable && ended === undefined,
    edition: version,
  }
}

/** @returns a look-up of organisations' names */
export async function namesOf(ids: readonly (string | undefined)[]) {
  const found = await readOrganisations(ids.filter((id) => id !== undefined))
  return (id: string | undefined): { id: string; name: string } | undefined => {
    const name = id === undefined ? undefined : found.get(id)?.name
    return id === undefined || name === undefined ? undefined : { id, name }
  }
}

/** Posts with who holds them today and who will. */
async function showPosts(posts: readonly PostRecord[], today: string): Promise<PostReply[]> {
  const isOfUse = ({ until }: Pick<Holding, 'until'>) => until === undefined || until > today
  const ids = posts.flatMap(({ holders }) =>
    holders
      .filter(isOfUse)
      .flatMap(({ official, standsInFor }) => [official, ...(standsInFor === undefined ? [] : [standsInFor])]),
  )
  const officials = await readOfficials(ids)
  return Promise.all(
    posts.map(async ({ id, title, rank, roles, tags, catalogue, termEnds, closed, edition, holders }) => ({
      id,
      title,
      rank,
      roles: [...roles],
      tags: [...tags],
      ...(catalogue === undefined ? {} : { catalogue }),
      ...(termEnds === undefined ? {} : { termEnds }),
      closed,
      edition,
      holders: (
        await Promise.all(
          holders.filter(isOfUse).map(async ({ official: one, as, from, until, standsInFor }) => {
            const official = officials.get(one)
            if (official === undefined) return undefined
            const absent = standsInFor === undefined ? undefined : officials.get(standsInFor)
            const away = backOn(official.absences, today)
            return {
              id: official.id,
              name: official.name,
              phone: await phoneOfOfficial(official),
              as,
              from,
              ...(until === undefined ? {} : { until }),
              ...(absent === undefined ? {} : { standsInFor: { id: absent.id, name: absent.name } }),
              ...(away === undefined ? {} : { away }),
            }
          }),
        )
      )
        .filter((one) => one !== undefined)
        .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)),
    })),
  )
}

export const showOperation = ({ id, facts, handedOver }: PersonnelOperation): PersonnelReply => ({
  id,
  ...facts,
  ...(handedOver === undefined ? {} : { handedOver }),
})

/** The posts an official holds, held and will hold, the latest first. */
export async function showHoldings({ holdings }: Official, today: string) {
  const posts = await readPosts(holdings.map(({ post }) => post))
  const [named, absent] = await Promise.all([
    namesOf([...posts.values()].map(({ organisationId }) => organisationId)),
    readOfficials(holdings.flatMap(({ standsInFor }) => standsInFor ?? [])),
  ])
  return [...holdings]
    .sort((one, other) => (one.from < other.from ? 1 : one.from > other.from ? -1 : 0))
    .flatMap(({ post: id, as, from, until, standsInFor }) => {
      const post = posts.get(id)
      const organisation = named(post?.organisationId)
      if (post === undefined || organisation === undefined) return []
      const one = standsInFor === undefined ? undefined : absent.get(standsInFor)
      return [
        {
          id,
          title: post.title,
          organisation,
          as,
          from,
          ...(until === undefined ? {} : { until }),
          ...(one === undefined ? {} : { standsInFor: { id: one.id, name: one.name } }),
          current: isHeldOn({ from, ...(until === undefined ? {} : { until }) }, today),
        },
      ]
    })
}
