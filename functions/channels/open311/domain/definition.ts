import type { ChannelContent } from '@zmht/shared/contract'
import { type Control, type ControlKind, type Form, itemsOf } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { orderDetail, takesOrders } from '../../outside/domain/order'

/** The kinds of an attribute in GeoReport v2. */
export type Datatype = 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist'

/** A question of a service as GeoReport v2 describes it. */
export interface Attribute {
  readonly variable: boolean
  readonly code: string
  readonly datatype: Datatype
  readonly required: boolean
  readonly datatype_description: string | null
  readonly order: number
  readonly description: string
  readonly values?: readonly { readonly key: string; readonly name: string }[]
}

/** What each kind of control is to another system, and how its answer is written. What is not here has no place in a form body. */
const asked: Readonly<Partial<Record<ControlKind, readonly [Datatype, string | null]>>> = {
  text: ['string', null],
  'long-text': ['text', null],
  number: ['number', null],
  money: ['number', '元'],
  date: ['datetime', '日期，如 2026-12-10'],
  month: ['string', '月份，如 2026-12'],
  time: ['string', '时间，如 09:30'],
  datetime: ['datetime', '日期和时间，如 2026-12-10T09:30'],
  choice: ['singlevaluelist', null],
  choices: ['multivaluelist', null],
  'yes-no': ['singlevaluelist', null],
  consent: ['singlevaluelist', null],
  name: ['string', null],
  'id-number': ['string', '18 位居民身份证号'],
  phone: ['string', '11 位手机号'],
  uscc: ['string', '18 位统一社会信用代码'],
  plate: ['string', '车牌号，如 京A12345'],
}

export const datatypeOf = ({ kind }: Pick<Control, 'kind'>): Datatype | undefined => asked[kind]?.[0]

/** Whether a control is about the one who asks, or what is asked for: neither somebody reached from them, nor one of several. */
function isOne(form: Form, control: Control): boolean {
  const { binding } = control
  if (binding === undefined) return control.kind === 'consent'
  const subject = form.subjects.find(({ key }) => key === binding.subject)
  return subject !== undefined && subject.is.by !== 'relation' && subject.many === undefined
}

/** The description and the place of a request have parameters of their own. */
const isParameter = ({ binding }: Control): boolean =>
  binding !== undefined && 'attribute' in binding && binding.attribute === orderDetail

/** The questions another system can answer, in the form's order. */
export const askable = (form: Form): readonly Control[] =>
  form.controls.filter((control) => datatypeOf(control) !== undefined && isOne(form, control) && !isParameter(control))

/** A question that must be answered and that no other system can: of several people, a photo, a signature. */
function beyond(form: Form): Control | undefined {
  const could = new Set(askable(form).map(({ id }) => id))
  return form.controls.find(
    (control) =>
      control.required &&
      control.showWhen === undefined &&
      !could.has(control.id) &&
      !isParameter(control) &&
      !isAt(control),
  )
}

const isAt = ({ binding }: Control): boolean =>
  binding !== undefined && 'relation' in binding && binding.relation === 'at'

/** @returns why a service cannot be offered to other systems, in words for its owner; undefined where it can */
export function whyNotOffered({
  form,
  booking,
  audience,
  for: whom,
}: Pick<ChannelContent, 'form' | 'booking' | 'audience' | 'for'>): string | undefined {
  if (whom !== undefined) return '这项服务只给单位办，其他系统送来的看不出是哪家单位，没有开放'
  if (booking !== undefined) return '这项服务要约时间，其他系统发不了，没有开放'
  if (audience !== undefined) return '这项服务只面向一部分居民，其他系统送来的看不出是不是，没有开放'
  if (!takesOrders(form)) return '表单里没有“诉求内容”一栏，其他系统说的事没有地方放，没有开放'
  const control = beyond(form)
  return control === undefined
    ? undefined
    : `“${control.label}”是必填的，其他系统填不了，没有开放。可以把它改成选填后再试`
}

/** A form as GeoReport v2 defines a service. What is only read comes as an attribute without input. */
export function attributesOf(knowledge: Knowledge, form: Form): readonly Attribute[] {
  const could = new Set(askable(form).map(({ id }) => id))
  return form.controls
    .filter(({ id, kind, text }) => could.has(id) || (kind === 'explanation' && text !== undefined))
    .map((control, index) => attributeOf(knowledge, control, index + 1))
}

function attributeOf(knowledge: Knowledge, control: Control, order: number): Attribute {
  const { id, kind, label, hint, text, required, showWhen, requiredWhen } = control
  const [datatype, written] = asked[kind] ?? ['text', null]
  const isVariable = asked[kind] !== undefined
  return {
    variable: isVariable,
    code: id,
    datatype,
    // What is needed only under a condition is asked for when it is sent.
    required: isVariable && required && showWhen === undefined && requiredWhen === undefined,
    datatype_description: hint ?? written,
    order,
    description: isVariable && kind !== 'consent' ? label : [label, text].filter(Boolean).join('：'),
    ...valuesOf(knowledge, control),
  }
}

function valuesOf(knowledge: Knowledge, control: Control): Pick<Attribute, 'values'> {
  if (control.kind === 'consent') return { values: [{ key: 'true', name: '同意' }] }
  if (control.kind === 'yes-no')
    return {
      values: [
        { key: 'true', name: '是' },
        { key: 'false', name: '否' },
      ],
    }
  const items = itemsOf(knowledge, control)
  return items.length === 0 ? {} : { values: items.map(({ code, name }) => ({ key: code, name })) }
}
