import { type Api, type ChannelContent, mintChargeId, mintStepKey } from '@zmht/shared/contract'
import { baseVersion, type EntityId, entityId } from '@zmht/shared/knowledge'
import { dayInChina, now } from '../functions/platform/clock'
import type { World } from './world'

/** 装修垃圾清运: what an organisation asks for, through whoever acts for it. */
export const clearing: ChannelContent = {
  title: '装修垃圾清运',
  summary: '物业申请清运装修垃圾',
  category: 'other',
  procedure: 'worker-confirms',
  promisedDays: 3,
  for: 'organisations',
  form: {
    knowledge: baseVersion,
    subjects: [
      { key: 'applicant', kind: 'organisation', name: '申请单位', is: { by: 'target' } },
      { key: 'handler', kind: 'person', name: '经办人', is: { by: 'actor' } },
      { key: 'visit', kind: 'event', name: '本次申请', is: { by: 'submission' } },
    ],
    controls: [
      {
        id: 'name',
        kind: 'text',
        label: '单位名称',
        required: true,
        binding: { subject: 'applicant', attribute: 'organisation.name' },
      },
      {
        id: 'extinguishers',
        kind: 'number',
        label: '灭火器数量',
        required: true,
        binding: { subject: 'applicant', attribute: 'organisation.extinguishers' },
      },
      {
        id: 'mobile',
        kind: 'phone',
        label: '经办人手机号',
        required: true,
        binding: { subject: 'handler', attribute: 'person.mobile' },
      },
      {
        id: 'detail',
        kind: 'long-text',
        label: '要清运什么',
        required: false,
        binding: { subject: 'visit', attribute: 'event.detail' },
      },
    ],
  },
}

/** A small place in the north community that a worker enters under a name. */
export async function anOrganisation(world: World, worker: Api, name: string): Promise<EntityId> {
  const { entity } = await worker.ledgers.enter({
    body: {
      key: mintStepKey(),
      kind: 'organisation',
      place: world.places.north,
      facts: [
        { attribute: 'organisation.name', value: name },
        { attribute: 'organisation.smallPlaceKind', value: '3' },
      ],
      links: [],
    },
  })
  await world.workOff()
  return entityId(entity.id)
}

/** Somebody acts for an organisation from today, as the worker found right. @returns the charge */
export async function letAct(world: World, worker: Api, delegate: Api, organisation: EntityId): Promise<string> {
  const chargeId = mintChargeId()
  await delegate.ledgers.askCharge({
    params: { chargeId },
    body: { entity: organisation, as: 'delegate', from: dayInChina(now()), reason: '我是物业经办人' },
  })
  await worker.ledgers.decideCharge({ params: { chargeId }, body: { edition: 1, accept: true, reason: '核对过' } })
  await world.workOff()
  return chargeId
}
