import type { Form } from '../controls/form'
import { baseVersion } from '../knowledge/version'
import type { ChannelTemplate } from './template'

/** 应急物资领取: what there is of each parcel is a number of places, so nobody is promised what is not there. */
const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'applicant', kind: 'person', name: '领取人', is: { by: 'actor' } },
    { key: 'parcel', kind: 'event', name: '本次领取', is: { by: 'submission' } },
  ],
  controls: [
    {
      id: 'name',
      kind: 'name',
      label: '您的姓名',
      required: true,
      binding: { subject: 'applicant', attribute: 'person.name' },
    },
    {
      id: 'mobile',
      kind: 'phone',
      label: '您的手机号',
      hint: '物资到了打这个电话',
      required: true,
      binding: { subject: 'applicant', attribute: 'person.mobile' },
    },
    {
      id: 'home',
      kind: 'place',
      label: '您的现住址',
      required: true,
      binding: { subject: 'applicant', relation: 'resides-at' },
    },
    {
      id: 'bring',
      kind: 'yes-no',
      label: '要送上门吗',
      hint: '下楼不方便的，工作人员送来',
      required: true,
      binding: { subject: 'parcel', attribute: 'event.homeVisitNeeded' },
    },
    {
      id: 'note',
      kind: 'long-text',
      label: '还需要什么',
      hint: '常用药、奶粉、尿不湿等',
      required: false,
      binding: { subject: 'parcel', attribute: 'event.note' },
    },
  ],
}

export const reliefTemplates: readonly ChannelTemplate[] = [
  {
    id: 'relief-supplies',
    title: '应急物资领取',
    summary: '受灾或转移的家庭领取应急物资，每人一份，先到先得；领完了可以排队，补货后按顺序通知。',
    category: '安全',
    form,
    procedure: 'open',
    // What there is of each is the worker's to say.
    booking: {
      slots: [
        { id: 'food', label: '食品和饮用水', capacity: 100 },
        { id: 'bedding', label: '被褥和衣物', capacity: 50 },
      ],
      waiting: 100,
    },
  },
]
