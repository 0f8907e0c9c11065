import { type Api, type ChannelContent, mintChannelId, mintRequestId } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { baseVersion } from '@zmht/shared/knowledge'
import type { AnswerState, Link } from '@zmht/shared/rules'
import { sign } from '@zmht/shared/webhooks/sign'
import { nowMillis } from '../functions/platform/clock'
import type { World } from './world'

/** What a system behind a service is asked for: by our own form. */
export const repairForm: ChannelContent['form'] = {
  knowledge: baseVersion,
  subjects: [
    { key: 'caller', kind: 'person', name: '报修人', is: { by: 'actor' } },
    { key: 'matter', kind: 'event', name: '报修', is: { by: 'submission' } },
  ],
  controls: [
    { id: 'q1', kind: 'name', label: '姓名', required: true, binding: { subject: 'caller', attribute: 'person.name' } },
    {
      id: 'q2',
      kind: 'long-text',
      label: '哪里坏了',
      required: true,
      binding: { subject: 'matter', attribute: 'event.detail' },
    },
  ],
}

/** What is opened asks for nothing here. */
export const noForm: ChannelContent['form'] = {
  knowledge: baseVersion,
  subjects: [{ key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } }],
  controls: [],
}

export const linkedService = (link: Link, title = '供水报修'): ChannelContent => ({
  title,
  summary: '由供水集团办理',
  category: 'other',
  procedure: 'worker-confirms',
  promisedDays: 3,
  form: link.kind === 'endpoint' ? repairForm : noForm,
  link: asSent(link),
})

const asSent = (link: Link): NonNullable<ChannelContent['link']> =>
  link.kind === 'endpoint' || link.passes === undefined
    ? (link as NonNullable<ChannelContent['link']>) // without a list there is nothing readonly in it
    : { ...link, passes: [...link.passes] }

/** A worker puts up a service that lives elsewhere. @returns with the secret, where it is an endpoint's */
export async function publishLinked(
  worker: Api,
  link: Link,
  reach: readonly PlaceId[],
  title?: string,
): Promise<{ id: string; version: number; edition: number; secret: string }> {
  const made = await worker.channels.create({
    params: { channelId: mintChannelId() },
    body: linkedService(link, title),
  })
  const params = { channelId: made.id }
  const { secret } = link.kind === 'endpoint' ? await worker.channels.renewLinkSecret({ params }) : { secret: '' }
  const open = await worker.channels.publish({ params, body: { edition: made.edition, reach: [...reach] } })
  return { id: open.id, version: open.version ?? 0, edition: open.edition, secret }
}

/** A resident asks for it. @returns the request's id */
export async function submitLinked(resident: Api, channelId: string, detail = '水管漏水'): Promise<string> {
  const service = await resident.channels.service({ params: { channelId }, query: {} })
  const requestId = mintRequestId()
  const known = service.prefill.caller?.[0]
  await resident.channels.submit({
    params: { channelId, requestId },
    body: {
      version: service.version,
      home: service.home,
      answers: {
        caller: [{ ...(known?.entity === undefined ? {} : { entity: known.entity }), values: { q1: '周惊蛰' } }],
        matter: [{ values: { q2: detail } }],
      },
      notify: false,
    },
  })
  return requestId
}

interface Answering {
  readonly channelId: string
  readonly requestId: string
  readonly secret: string
  readonly id: string
  readonly state: AnswerState
  readonly text?: string
  /** Seconds by which the receiver's clock is off. */
  readonly off?: number
  /** What is sent instead of what was signed. */
  readonly instead?: string
}

/** What a receiver says, signed as Standard Webhooks are. */
export async function answer(
  world: World,
  { channelId, requestId, secret, id, state, text, off = 0, instead }: Answering,
) {
  const body = JSON.stringify({ state, ...(text === undefined ? {} : { text }) })
  const timestamp = Math.floor(nowMillis() / 1000) + off
  return world.send({
    method: 'POST',
    path: `/linked/${channelId}/requests/${requestId}`,
    body: instead ?? body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await sign(secret, { id, timestamp, body }),
    },
  })
}
