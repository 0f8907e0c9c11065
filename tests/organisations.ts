import type { ChannelContent } from '@zmht/shared/contract'
import { baseVersion } from '@zmht/shared/knowledge'

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
