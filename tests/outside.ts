import { type Api, type ChannelContent, mintChannelId, mintClientId, type OrderBody } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { baseVersion } from '@zmht/shared/knowledge'
import { now } from '../functions/platform/clock'
import type { World } from './world'

/** 诉求受理: what a resident would fill in, and what an order of 12345 answers by its attributes. */
export const routedService: ChannelContent = {
  title: '诉求受理',
  summary: '反映身边的问题',
  category: 'other',
  procedure: 'routed',
  promisedDays: 5,
  form: {
    knowledge: baseVersion,
    subjects: [
      { key: 'caller', kind: 'person', name: '反映人', is: { by: 'actor' } },
      { key: 'matter', kind: 'event', name: '诉求', is: { by: 'submission' } },
    ],
    controls: [
      {
        id: 'q1',
        kind: 'long-text',
        label: '诉求内容',
        required: true,
        binding: { subject: 'matter', attribute: 'event.detail' },
      },
      { id: 'q2', kind: 'place', label: '在哪里', required: false, binding: { subject: 'matter', relation: 'at' } },
      {
        id: 'q3',
        kind: 'name',
        label: '姓名',
        required: false,
        binding: { subject: 'caller', attribute: 'person.name' },
      },
      {
        id: 'q4',
        kind: 'phone',
        label: '手机号',
        required: false,
        binding: { subject: 'caller', attribute: 'person.mobile' },
      },
    ],
  },
}

/** A worker puts up the service for places. @returns its id */
export async function publishRouted(worker: Api, reach: readonly PlaceId[]): Promise<string> {
  const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: routedService })
  await worker.channels.publish({ params: { channelId: made.id }, body: { edition: made.edition, reach: [...reach] } })
  return made.id
}

/** Another system of the keeper's city, signed in. */
export async function aSystem(
  world: World,
  keeper: Api,
  name: string,
): Promise<{ id: string; api: Api; token: string }> {
  const { id, secret } = await keeper.permissions.makeClient({ params: { clientId: mintClientId() }, body: { name } })
  const { access_token: token } = await world.as().permissions.accessToken({
    body: { grant_type: 'client_credentials', client_id: id, client_secret: secret },
  })
  return { id, token, api: world.as(token) }
}

const day = 24 * 3600_000
const at = (millis: number): string => new Date(Date.parse(now()) + millis).toISOString()

export const anOrder = (more: Partial<OrderBody> = {}): OrderBody => ({
  number: '京12345-2026-0001',
  text: '花家地北里3号楼2单元的电梯又坏了，老人下不来楼',
  place: '花家地北里3号楼2单元',
  contact: { name: '孙小满', phone: '13900000001' },
  receivedAt: at(-3600_000),
  due: at(2 * day),
  kind: '住房-电梯',
  ...more,
})

/** What is not understood stays with whoever works where it lies. */
export const unclear = { text: '你好，有件事想请你们来一趟', place: '花家地北里', kind: '其他' } as const
