import type { ChannelContent, ChannelReply } from '@zmht/shared/contract'
import { contentOfChannel } from '@zmht/shared/contract/content-of-channel'
import { checkForm, type Form, type FormProblem } from '@zmht/shared/controls'
import { baseVersion, type Knowledge } from '@zmht/shared/knowledge'
import { isOpened, linkProblems, type ServiceCategory, serviceCategories, settingProblems } from '@zmht/shared/rules'
import type { ChannelTemplate } from '@zmht/shared/templates'
import { audienceProblem } from './audience'
import { ruleGaps } from './rule-gaps'

/** A service while it is put together: the same as what is sent, but words may still be missing. */
export type ServiceDraft = ChannelContent

const titleMost = 20
const summaryMost = 24

export const blankForm: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } },
    { key: 'visit', kind: 'event', name: '本次申请', is: { by: 'submission' } },
  ],
  controls: [
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
      required: true,
      binding: { subject: 'applicant', attribute: 'person.mobile' },
    },
  ],
}

/** Name and phone are what every service needs to answer somebody; everything else is chosen. */
export const blankDraft: ServiceDraft = {
  title: '',
  summary: '',
  category: 'other',
  procedure: 'worker-confirms',
  promisedDays: 3,
  form: blankForm,
}

/** A template's words are longer than a card holds: its first sentence is the one line. */
export function draftFromTemplate(template: ChannelTemplate): ServiceDraft {
  const first = template.summary.split(/[。；]/)[0] ?? ''
  return {
    title: template.title.slice(0, titleMost),
    summary: first.length <= summaryMost ? first : '',
    category: categoryNamed(template.category),
    procedure: template.procedure,
    promisedDays: blankDraft.promisedDays,
    form: template.form,
    ...(template.booking === undefined
      ? {}
      : { booking: { ...template.booking, slots: template.booking.slots.map((slot) => ({ ...slot })) } }),
    ...(template.documents === undefined
      ? {}
      : { documents: { ...template.documents, bring: [...template.documents.bring] } }),
    ...(template.stepDays === undefined ? {} : { stepDays: template.stepDays }),
  }
}

function categoryNamed(words: string): ServiceCategory {
  const keys = Object.keys(serviceCategories) as ServiceCategory[] // keys of a literal
  return keys.find((key) => key === words || words.includes(serviceCategories[key])) ?? 'other'
}

export const draftFromChannel = (channel: ChannelReply): ServiceDraft => contentOfChannel(channel)

/** One thing wrong with a service, and where it is put right. */
export interface ServiceProblem extends FormProblem {
  readonly basic?: 'title' | 'summary' | 'promisedDays' | 'audience' | 'parts' | 'settings'
}

/** @returns what keeps a service from being saved: the words of its card */
export function basicProblems(draft: ServiceDraft): readonly ServiceProblem[] {
  const problems: ServiceProblem[] = []
  if (draft.title.trim() === '') problems.push({ basic: 'title', message: '请填写服务名称' })
  if (draft.title.trim().length > titleMost) {
    problems.push({ basic: 'title', message: `服务名称不超过 ${titleMost} 个字` })
  }
  if (draft.summary.trim() === '') problems.push({ basic: 'summary', message: '请用一句话说明这项服务' })
  if (draft.summary.trim().length > summaryMost) {
    problems.push({ basic: 'summary', message: `一句话说明不超过 ${summaryMost} 个字` })
  }
  const days = draft.promisedDays
  if (!Number.isInteger(days) || days < 1 || days > 60) {
    problems.push({ basic: 'promisedDays', message: '承诺时间填 1 到 60 个工作日' })
  }
  const partners = (draft.parts ?? []).filter(({ part }) => part === 'partner').length
  if (draft.procedure === 'partner-confirms' && partners !== 1)
    problems.push({ basic: 'parts', message: '请选一个确认名单的单位' })
  if ((draft.parts ?? []).filter(({ part }) => part === 'desk').length > 1)
    problems.push({ basic: 'parts', message: '只能有一个单位来办理，其他的可以一起办理' })
  const audience = audienceProblem(draft.audience)
  if (audience !== undefined) problems.push({ basic: 'audience', message: audience })
  for (const { message } of settingProblems(draft)) problems.push({ basic: 'settings', message })
  return problems
}

/** @returns what keeps a service from being published */
export function problemsOf(knowledge: Knowledge, draft: ServiceDraft): readonly ServiceProblem[] {
  const { link, form } = draft
  const elsewhere = linkProblems(link, form.controls).map((message) => ({ basic: 'settings' as const, message }))
  return [
    ...basicProblems(draft),
    ...elsewhere,
    ...(isOpened(link) ? [] : checkForm(knowledge, form, draft.for === undefined ? 'actor' : 'organisation')),
    ...ruleGaps(form),
  ]
}
