import type { Form } from '../controls/form'
import { baseVersion } from '../knowledge/version'
import type { ChannelTemplate } from './template'

/** 老年人健康体检: a resident books the yearly check-up for a parent. */
const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } },
    {
      key: 'elder',
      kind: 'person',
      name: '体检的老人',
      is: { by: 'relation', relation: 'parent', of: 'applicant', direction: 'backward' },
    },
    { key: 'visit', kind: 'event', name: '本次体检', is: { by: 'submission' } },
  ],
  controls: [
    {
      id: 'intro',
      kind: 'explanation',
      label: '体检须知',
      required: false,
      text: '为65岁及以上老年人提供每年一次的免费健康体检。请您核对老人的资料，选择方便的时间。体检当天请带上老人的身份证，早上不要吃东西。',
    },
    {
      id: 'applicantName',
      kind: 'name',
      label: '您的姓名',
      required: true,
      binding: { subject: 'applicant', attribute: 'person.name' },
    },
    {
      id: 'applicantMobile',
      kind: 'phone',
      label: '您的手机号',
      hint: '社区用这个号码通知您体检安排',
      required: true,
      binding: { subject: 'applicant', attribute: 'person.mobile' },
    },
    {
      id: 'elderName',
      kind: 'name',
      label: '老人姓名',
      required: true,
      binding: { subject: 'elder', attribute: 'person.name' },
    },
    {
      id: 'elderIdNumber',
      kind: 'id-number',
      label: '老人身份证号',
      hint: '用于核对年龄和建立体检档案',
      required: true,
      binding: { subject: 'elder', attribute: 'person.idNumber' },
    },
    {
      id: 'elderHome',
      kind: 'place',
      label: '老人现住址',
      required: true,
      binding: { subject: 'elder', relation: 'resides-at' },
    },
    {
      id: 'elderDiseases',
      kind: 'choices',
      label: '老人的慢性病',
      hint: '可以选多项，没有请选“无”',
      required: true,
      binding: { subject: 'elder', attribute: 'person.chronicDiseases' },
    },
    {
      id: 'elderMobility',
      kind: 'choice',
      label: '老人的自理能力',
      required: true,
      binding: { subject: 'elder', attribute: 'person.mobilityLevel' },
    },
    {
      id: 'transport',
      kind: 'yes-no',
      label: '需要接送吗',
      required: true,
      binding: { subject: 'visit', attribute: 'event.transportNeeded' },
      showWhen: { 'one-of': [{ var: 'elderMobility' }, ['2', '3', '4']] },
    },
    {
      id: 'preferredDate',
      kind: 'date',
      label: '希望哪天体检',
      required: true,
      binding: { subject: 'visit', attribute: 'event.preferredDate' },
    },
    {
      id: 'preferredPeriod',
      kind: 'choice',
      label: '希望的时段',
      required: true,
      binding: { subject: 'visit', attribute: 'event.preferredPeriod' },
    },
    {
      id: 'note',
      kind: 'long-text',
      label: '其他需要说明的',
      required: false,
      binding: { subject: 'visit', attribute: 'event.note' },
    },
    {
      id: 'consent',
      kind: 'consent',
      label: '健康资料使用同意书',
      required: true,
      text: '我同意社区和承办体检的医疗机构为安排这次体检使用以上资料，其中身份证号、慢性病和自理能力属于敏感个人信息。我已告知老人并得到同意。不同意不影响使用其他服务，您也可以随时撤回。',
    },
  ],
}

/** What every variant shares. */
const checkUp = {
  title: '老年人健康体检',
  category: '健康养老',
  form,
  documents: { bring: ['老人身份证'], gives: '体检报告' },
} as const

/** The variants are the same service; only how it is admitted, and what a resident is told of it, differ. */
export const checkUpTemplates: readonly ChannelTemplate[] = [
  {
    ...checkUp,
    id: 'check-up-worker-confirms',
    summary: '为家里65岁及以上的老人预约每年一次的免费体检。提交后由社区工作人员确认时间，再通知您。',
    procedure: 'worker-confirms',
  },
  {
    ...checkUp,
    id: 'check-up-open',
    title: '老年人健康体检（约时段）',
    summary: '为家里65岁及以上的老人报名每年一次的免费体检。选一个时段，提交后马上知道有没有约上。',
    procedure: 'open',
    // The time is the slot's.
    form: { ...checkUp.form, controls: checkUp.form.controls.filter(({ id }) => !id.startsWith('preferred')) },
    // The days are the worker's to add: what is shipped is never over.
    booking: {
      slots: [
        { id: 'am', label: '上午 8 点至 10 点', capacity: 30 },
        { id: 'pm', label: '下午 2 点至 4 点', capacity: 20 },
      ],
      waiting: 10,
    },
  },
  {
    ...checkUp,
    id: 'check-up-partner-confirms',
    title: '老年人健康体检（医院确认）',
    summary: '为家里65岁及以上的老人预约每年一次的免费体检。社区核对后列名单，由体检医院确认，再通知您时间。',
    procedure: 'partner-confirms',
    stepDays: { claim: 1, partner: 2 },
  },
]
