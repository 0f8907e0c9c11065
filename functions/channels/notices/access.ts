import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type Action, decide, type Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace, placeFacts } from '../../hierarchy/index'
import { organisationFacts, organisationsAbove } from '../../permissions/index'
import { auditRefusal } from '../../platform/audit.store'
import type { Official } from '../../platform/endpoint/actor'
import type { Deed, Notice } from './domain/notice'
import { readNotice } from './notice.store'

type Known = Pick<Notice, 'id' | 'organisationId'>

/** A notice at a place, for the decision. */
export async function noticeResource({ id, organisationId }: Known, lineage: readonly PlaceId[]): Promise<Resource> {
  return { kind: 'notice', id, application: id, owners: await organisationsAbove(organisationId), lineage }
}

export const lineageOfPlace = async (place: PlaceId): Promise<readonly PlaceId[]> => (await placeFacts(place)).lineage

const isOf = ({ posts }: Official, organisationId: string): boolean =>
  posts.some(({ organisation }) => organisation === organisationId)

/** What an official writes belongs to the organisation of their first post that manages a place. @throws Problem `forbidden` where none does */
export async function ownOrganisation(actor: Official): Promise<string> {
  for (const { organisation } of actor.posts) {
    const manages = (await organisationFacts(organisation))?.manages ?? []
    if (manages.length > 0) return organisation
  }
  throw new Problem('forbidden')
}

/** Whether somebody may do something to a notice at every place it goes to. */
export async function mayEverywhere(
  actor: Official,
  action: Action,
  notice: Known & Pick<Notice, 'fence'>,
  at: Instant,
): Promise<boolean> {
  const found = await Promise.all(
    notice.fence.places.map(async (place) => {
      const lineage = (await findPlace(place))?.lineage
      if (lineage === undefined) return false
      return decide(actor.policy, actor, action, await noticeResource(notice, lineage), at).allow
    }),
  )
  return found.every((may) => may)
}

export const isAuthor = (actor: Official, { organisationId }: Known): boolean => isOf(actor, organisationId)

/** A notice of another organisation is not the actor's to change. @throws Problem `forbidden`, kept in the audit */
export async function asAuthor(actor: Official, notice: Known, at: Instant): Promise<void> {
  if (isAuthor(actor, notice)) return
  await auditRefusal({ actor: actor.id, action: 'notice.write', subject: `notice/${notice.id}`, at })
  throw new Problem('forbidden')
}

/** What is out is put right by its organisation, or by whoever may approve everywhere it went. @throws Problem `forbidden`, kept in the audit */
export async function asKeeper(actor: Official, notice: Notice, at: Instant): Promise<void> {
  if (!(await mayEverywhere(actor, 'notice.approve', notice, at))) await asAuthor(actor, notice, at)
}

type OneNotice = { readonly params: { readonly noticeId: string } }

/** A notice by its first place: for who wrote it. @throws Problem `not-found` */
export async function locateNotice({ params }: OneNotice) {
  const notice = await readNotice(params.noticeId)
  const first = notice?.fence.places[0]
  if (notice === undefined || first === undefined) throw new Problem('not-found')
  return { resource: await noticeResource(notice, await lineageOfPlace(first)), loaded: notice }
}

/** A notice where its reader has to do with it: at a place of theirs it goes to, or one of its places they are above. @throws Problem `not-found` */
export async function locateForReader({ params }: OneNotice, actor: Official) {
  const notice = await readNotice(params.noticeId)
  if (notice === undefined) throw new Problem('not-found')
  // What is not out is its organisation's business, and that of who approves it.
  const isOut = notice.state !== 'draft' && notice.state !== 'awaiting-approval' && notice.state !== 'scheduled'
  const [own, its] = await Promise.all([
    Promise.all(actor.posts.flatMap(({ territory }) => territory).map(lineageOfPlace)),
    Promise.all(notice.fence.places.map(lineageOfPlace)),
  ])
  const isInside = (one: readonly PlaceId[], other: readonly PlaceId[]) => {
    const last = other.at(-1)
    return last !== undefined && one[other.length - 1] === last
  }
  const inner = isOut ? own.find((lineage) => its.some((one) => isInside(lineage, one))) : undefined
  const lineage = inner ?? its.find((one) => own.some((mine) => isInside(one, mine)))
  if (lineage === undefined) throw new Problem('not-found')
  return { resource: await noticeResource(notice, lineage), loaded: notice }
}

/** Who does something now, by the post they are read by. */
export const deedOf = ({ id, name, posts }: Official, at: Instant): Deed => ({
  id,
  name: [posts[0]?.title, name].filter(Boolean).join(' '),
  at,
})
