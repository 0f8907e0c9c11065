import { channelRoutes, type RequestReply } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../../knowledge/index'
import type { Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { withPlaceNow } from '../booking'
import { countToday } from '../limits.store'
import { checkOpen, type Decided, newRequest, openFor } from '../new-request'
import { createRequest, type Request, readRequest } from '../request.store'
import { showRequest } from '../show'
import { checkMeant, prefilledFor } from './services'

const everything = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const

/**
 * Decides the first state by the procedure and saves with one conditional put under the phone's key; the files it names are kept by the same
 * write. Everything else that follows (entities, counts, the worker's list, messages) comes from the table's stream.
 */
export const submit = endpoint(channelRoutes.submit, async ({ params, body, actor, now }) => {
  const isSame = (held: Request) => held.resident === actor.id && held.channelId === params.channelId
  return saveNew(params.requestId, () => decide(params, body, actor, now), isSame, actor)
})

/**
 * Saves what was decided, or gives what was saved under its id before.
 * @param isSame whether what stands under the id is this very request
 * @throws Problem `key-reused` where it is another's
 */
export async function saveNew(
  requestId: string,
  decideNow: () => Promise<Decided>,
  isSame: (held: Request) => boolean,
  actor: Resident,
): Promise<RequestReply> {
  const decided = await decideNow().catch(async (refusal: unknown) => {
    // Sent again after it was taken, when the channel has closed or changed since: it is the request that was taken.
    const held = refusal instanceof Problem ? await readRequest(requestId) : undefined
    if (held !== undefined && isSame(held)) return { request: held, files: [] }
    throw refusal
  })
  if (await createRequest(decided.request, decided.files))
    return showRequest(await withPlaceNow(decided.request), actor, everything)
  const held = await readRequest(requestId)
  if (held === undefined || !isSame(held)) throw new Problem('key-reused')
  return showRequest(held, actor, everything)
}

async function decide(
  params: { readonly channelId: string; readonly requestId: string },
  body: {
    version: number
    home: Resident['homes'][number]['placeId']
    answers: FormAnswers
    slot?: string
    notify: boolean
    follows?: true
  },
  actor: Resident,
  now: string,
): Promise<Decided> {
  const { home, channel, inForce, content } = await openFor(params.channelId, body.version, body.home)
  if (!actor.homes.some(({ placeId }) => placeId === body.home)) throw new Problem('not-found')
  checkOpen(channel, inForce, now)
  // Who began under an earlier version finishes under it; a version that never was in force is none.
  if (content === undefined) throw new Problem('form-outdated')
  await checkMeant(actor, content.audience, now)
  const opened = await prefilledFor(await knowledgeNow(), content.form, actor, now)
  const decided = await newRequest({
    ...body,
    id: params.requestId,
    ...{ channel, inForce, content, home },
    author: { account: actor.id, person: entityId(actor.person), name: actor.name, charges: actor.charges },
    by: actor.id,
    at: now,
    opened,
  })
  // Counted last: what is refused is no request.
  await countToday(actor.id, 'request', { id: params.requestId, about: params.channelId }, now)
  return decided
}
