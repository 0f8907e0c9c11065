import type { Form } from '../controls/form'
import { baseVersion } from '../knowledge/version'
import type { ChannelTemplate } from './template'

/** 搬家登记: where somebody lives now is said once; what is known of them comes along. */
const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'applicant', kind: 'person', name: '您', is: { by: 'actor' } },
    { key: 'move', kind: 'event', name: '这次搬家', is: { by: 'submission' } },
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
      required: true,
      binding: { subject: 'applicant', attribute: 'person.mobile' },
    },
    {
      id: 'home',
      kind: 'place',
      label: '您现在住在哪里',
      hint: '选到门牌；搬了家就选新的',
      required: true,
      binding: { subject: 'applicant', relation: 'resides-at' },
    },
    {
      id: 'dwelling',
      kind: 'choice',
      label: '住的房子',
      required: false,
      binding: { subject: 'applicant', attribute: 'person.dwellingKind' },
    },
    {
      id: 'note',
      kind: 'long-text',
      label: '希望社区帮什么忙',
      hint: '车位、入学、老人和孩子的照顾……没有可以不填',
      required: false,
      binding: { subject: 'move', attribute: 'event.note' },
    },
  ],
}

/** A service a newcomer asks for. */
export const movingTemplate: ChannelTemplate = {
  id: 'moving-house',
  title: '搬家登记',
  summary: '搬来后登记一次，您的资料跟着走；社区核实后，这里的服务都为您开通。',
  category: '住房与物业',
  form,
  procedure: 'worker-confirms',
}
