import { channelRoutes as routes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { subjectCalled } from '@zmht/shared/routing'
import { findPlace, tailOf } from '../../hierarchy/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { locateRequest } from '../request-access'
import { findMentions, type ProposedDepartment, propose, type RoutingProposal } from '../routing/index'
import { textOf } from '../text-of'

/** What a resident is writing: their own home stands behind it, nobody else's. */
export const readAppeal = endpoint(routes.readAppeal, async ({ body, actor }) => {
  const { text, place, home = actor.homes[0]?.placeId } = body
  if (body.home !== undefined && !actor.homes.some(({ placeId }) => placeId === body.home))
    throw new Problem('not-found')
  if (place !== undefined && (await findPlace(place)) === undefined) throw new Problem('no-such-place')
  return showReading(await propose({ text, place, home }))
})

export const proposeRouting = endpoint(routes.proposeRouting, {
  locate: async ({ body }) => {
    const found = await findPlace(body.place)
    if (found === undefined) throw new Problem('no-such-place')
    return { resource: { kind: 'request', lineage: found.lineage }, loaded: undefined }
  },
  handle: async ({ body, actor, now: at }) => showProposal(body, actor, at),
})

export const requestProposal = endpoint(routes.requestProposal, {
  locate: locateRequest,
  handle: async ({ loaded, actor, now: at }) => {
    const text = await textOf(loaded)
    const accepted = (loaded.mentions?.accepted ?? []).map(({ kind, entity }) => ({ kind, entity }))
    return { ...(await showProposal({ text, place: loaded.home }, actor, at)), text, accepted }
  },
})

/** What a text is about, where, and whom and what it mentions, for an official. */
async function showProposal(
  { text, place }: { readonly text: string; readonly place: PlaceId },
  actor: Official,
  at: string,
) {
  const proposed = await propose({ text, home: place })
  // A thing is looked for where the appeal is, as far as that is in the reader's places: else at the home it came from.
  const mentions = await findMentions({ text, place: proposed.place.place ?? place, actor, at })
  return {
    ...(await showReading(proposed)),
    guesses: proposed.guesses.map(({ subject, confidence, department }) => ({
      subject: showSubject(subject),
      confidence,
      ...(department === undefined ? {} : { department: showDepartment(department) }),
    })),
    because: proposed.because.map(({ start, end, from }) => ({ start, end, from })),
    mentions: mentions.map((one) => ({ ...one, candidates: one.candidates.map((each) => ({ ...each })) })),
  }
}

const showSubject = (code: string) => ({ code, name: subjectCalled(code)?.name ?? '' })

const showDepartment = ({ id, name, phone, duty }: ProposedDepartment) => ({
  id,
  name,
  ...(phone === undefined ? {} : { phone }),
  duty,
})

async function showReading({ guesses, sure, place, department, reason }: RoutingProposal) {
  const [first] = guesses
  const show = async ({ place: id, name, level }: RoutingProposal['place']['candidates'][number]) => ({
    id,
    name,
    level,
    tail: await tailOf(id),
  })
  const candidates = await Promise.all(place.candidates.map(show))
  const chosen = place.place === undefined ? undefined : candidates.find(isThe(place.place))
  return {
    ...(first === undefined ? {} : { subject: showSubject(first.subject) }),
    sure: sure && place.sure,
    where: { ...(chosen === undefined ? {} : { place: chosen }), from: place.from, sure: place.sure, candidates },
    ...(department === undefined ? {} : { department: showDepartment(department) }),
    reason,
  }
}

const isThe =
  (id: PlaceId) =>
  (one: { readonly id: PlaceId }): boolean =>
    one.id === id
