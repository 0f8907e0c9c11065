import { type BodyOf, type ChannelContent, type Contract, mintChannelId, mintRequestId } from '@zmht/shared/contract'
import { answersFrom, type Control, controlDefaults, type Form, type FormAnswers, shapeOf } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { type Attribute, baseKnowledge, type EntityKind, isComputed, type Value } from '@zmht/shared/knowledge'
import { channelItem, readChannel } from '../../functions/channels/channel.store'
import { requestItem } from '../../functions/channels/request.store'
import { forgetEverything } from '../../functions/platform/cache'
import { metered } from '../../functions/platform/table/client'

type Show = (what: string, figure: number, unit: string, most: number) => void
type Call = (name: string, params: Record<string, string>, body?: unknown) => Promise<unknown>
type Service = { readonly version: number; readonly home: PlaceId; readonly prefill: Parameters<typeof answersFrom>[0] }

/** Ninety-five questions about the applicant, their mother and this visit. */
function ninetyFive(): Form {
  const askable = (kind: EntityKind) =>
    baseKnowledge
      .attributesOf(kind)
      .filter((one) => one.value.type !== 'file' && !isComputed(one.code) && one.derivedFrom === undefined)
  const about = (subject: string, kind: EntityKind, count: number): Control[] =>
    askable(kind)
      .slice(0, count)
      .map((what) => controlDefaults(what, subject, `${subject}-${what.code.split('.')[1]}`))
  return {
    knowledge: baseKnowledge.version,
    subjects: [
      { key: 'me', kind: 'person', name: '申请人', is: { by: 'actor' } },
      {
        key: 'elder',
        kind: 'person',
        name: '老人',
        is: { by: 'relation', relation: 'parent', of: 'me', direction: 'backward' },
      },
      { key: 'visit', kind: 'event', name: '本次申请', is: { by: 'submission' } },
    ],
    controls: [...about('me', 'person', 40), ...about('elder', 'person', 40), ...about('visit', 'event', 15)],
  }
}

/** Something that fits, of the length people write. */
function someAnswer({ value, many }: Attribute): Value | undefined {
  const one = ((): Value | undefined => {
    switch (value.type) {
      case 'text':
        return value.pattern === undefined
          ? '北京市朝阳区望京街道花家地北里'.slice(0, Math.min(value.max, 15))
          : undefined
      case 'name':
        return '王建国'
      case 'number':
        return Math.max(value.min, Math.min(value.max, 3))
      case 'money':
        return 3520
      case 'date':
        return '2026-03-04'
      case 'month':
        return '2026-03'
      case 'time':
        return '08:30'
      case 'datetime':
        return '2026-03-04T08:30'
      case 'yes-no':
        return true
      case 'code':
        return value.items[0]?.code
      case 'identifier':
        return value.scheme === 'mobile' || value.scheme === 'phone' ? '13800138000' : undefined
      default:
        return undefined
    }
  })()
  return many && typeof one === 'string' ? [one] : one
}

const bytesOf = (item: object): number =>
  Object.values(item).reduce<number>(
    (sum, value) => sum + (value instanceof Uint8Array ? value.length : JSON.stringify(value ?? '').length),
    0,
  )

/** A large form: saved, opened on three subjects, submitted. */
export async function benchForms(show: Show, calls: { worker: Call; resident: Call }, reach: PlaceId): Promise<void> {
  const form = ninetyFive()
  const content: ChannelContent = {
    title: '家庭情况登记',
    summary: '九十五项一次填完',
    category: 'other',
    procedure: 'open',
    promisedDays: 3,
    form,
  }
  const channelId = mintChannelId()
  const body: BodyOf<Contract['channels']['create']> = content
  const saved = await metered(() => calls.worker('create', { channelId }, body))
  show(`writes to save a form of ${form.controls.length} fields, in one round trip`, saved.used.writes, 'writes', 1)
  const { data: channel } = await channelItem().get({ id: channelId }).go()
  show('the form as it is kept', bytesOf(channel ?? {}) / 1000, 'kB', 400)
  const draft = await readChannel(channelId)
  await calls.worker('publish', { channelId }, { edition: draft?.edition, reach: [reach] })

  const opened = await metered(() => {
    forgetEverything()
    return calls.resident('service', { channelId })
  })
  show(`open ${form.controls.length} fields on three subjects, cold`, opened.used.readUnits, 'read units', 8)

  const service = opened.result as Service // the reply of the route
  const shape = shapeOf(baseKnowledge, form)
  const answers: FormAnswers = Object.fromEntries(
    Object.entries(answersFrom(service.prefill)).map(([subject, instances]) => [
      subject,
      instances.map(({ values, ...instance }) => {
        const typed = (shape.attributeControls.get(subject) ?? []).flatMap((control): [string, Value][] => {
          const what = baseKnowledge.attribute(control.binding.attribute)
          const value = what && someAnswer(what)
          return value === undefined ? [] : [[control.id, value]]
        })
        return { ...instance, values: { ...Object.fromEntries(typed), ...values } }
      }),
    ]),
  )
  const requestId = mintRequestId()
  const submitted = await metered(() =>
    calls.resident(
      'submit',
      { channelId, requestId },
      { version: service.version, home: service.home, answers, notify: false },
    ),
  )
  const answered = Object.values(answers)
    .flat()
    .reduce((sum, { values }) => sum + Object.keys(values).length, 0)
  show(`writes before the answer when ${answered} of them are submitted`, submitted.used.writes, 'writes', 1)
  const { data: request } = await requestItem().get({ id: requestId }).go()
  show('the submission as it is kept', bytesOf(request ?? {}) / 1000, 'kB', 400)
}
