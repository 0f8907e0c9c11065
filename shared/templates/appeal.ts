import type { Form } from '../controls/form'
import { baseVersion } from '../knowledge/version'
import type { ChannelTemplate } from './template'

/** 说件事: what a resident has to say goes to who answers for it there, by what it says and where. */
const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'applicant', kind: 'person', name: '您', is: { by: 'actor' } },
    { key: 'matter', kind: 'event', name: '这件事', is: { by: 'submission' } },
  ],
  controls: [
    {
      id: 'detail',
      kind: 'long-text',
      label: '说说是什么事',
      hint: '什么地方、什么情况、您希望怎样。写到小区、几号楼，办起来更快。',
      required: true,
      binding: { subject: 'matter', attribute: 'event.detail' },
    },
    {
      id: 'where',
      kind: 'place',
      label: '在哪里',
      hint: '不选就按您写的地点，没写就按您家',
      required: false,
      binding: { subject: 'matter', relation: 'at' },
    },
    {
      id: 'photos',
      kind: 'photo',
      label: '照片',
      hint: '有照片更清楚，没有也可以',
      required: false,
      binding: { subject: 'matter', attribute: 'event.photos' },
    },
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
      hint: '办理单位用这个号码联系您',
      required: true,
      binding: { subject: 'applicant', attribute: 'person.mobile' },
    },
    {
      id: 'confidential',
      kind: 'yes-no',
      label: '要求保密吗',
      hint: '选“是”，办理时不向被反映的一方说是您提的',
      required: false,
      binding: { subject: 'matter', attribute: 'event.confidential' },
    },
  ],
}

/** 井盖报修: a thing of the ledger is chosen, and what is said of it goes to who keeps it up. */
const manhole: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'applicant', kind: 'person', name: '您', is: { by: 'actor' } },
    { key: 'matter', kind: 'event', name: '这件事', is: { by: 'submission' } },
  ],
  controls: [
    {
      id: 'cover',
      kind: 'entity',
      label: '哪个井盖',
      hint: '按编号或路名查找；找不到可以不选，在下面说明',
      required: false,
      binding: { subject: 'matter', relation: 'about-thing' },
    },
    {
      id: 'photos',
      kind: 'photo',
      label: '现场照片',
      hint: '拍下井盖和周围，修得更快；别站到车道上',
      required: false,
      binding: { subject: 'matter', attribute: 'event.photos' },
    },
    {
      id: 'position',
      kind: 'point',
      label: '在地图上的位置',
      required: false,
      binding: { subject: 'matter', attribute: 'event.position' },
    },
    {
      id: 'detail',
      kind: 'long-text',
      label: '怎么坏了',
      hint: '破损、丢失、松动有响声……',
      required: true,
      binding: { subject: 'matter', attribute: 'event.detail' },
    },
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
      required: true,
      binding: { subject: 'applicant', attribute: 'person.mobile' },
    },
  ],
}

export const appealTemplates: readonly ChannelTemplate[] = [
  {
    id: 'appeal',
    title: '说件事',
    summary: '身边的事说给负责的单位。按您写的内容和地点直接转给负责的单位，每一步都看得到。',
    category: '其他',
    form,
    procedure: 'routed',
  },
  {
    id: 'manhole-covers',
    title: '井盖报修',
    summary: '看到井盖坏了拍张照片报修。直接转给养护单位，修好后告诉您。',
    category: '安全',
    form: manhole,
    procedure: 'routed',
  },
]
