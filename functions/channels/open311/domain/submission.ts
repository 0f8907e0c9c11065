import { answeredUnder, type Control, type Form, type FormAnswers, shapeOf } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import type { EntityId, Knowledge, Value } from '@zmht/shared/knowledge'
import { dayInChina } from '@zmht/shared/rules'
import { answersFor } from '../../outside/domain/order'
import { askable, datatypeOf } from './definition'

/** The longest description GeoReport v2 lets anybody send. */
const longest = 4000

/** What a system sent as one request. */
export interface Submission {
  readonly description: string
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly media?: string
  readonly addressId?: string
  readonly address?: string
  /** Longitude and latitude, WGS 84. */
  readonly point?: readonly [number, number]
  readonly attributes: ReadonlyMap<string, readonly string[]>
}

/** Absent and empty are the same. */
export function given(form: URLSearchParams, name: string): string | undefined {
  const value = form.get(name)?.normalize('NFC').trim()
  return value === undefined || value === '' ? undefined : value
}

/** Names are written as they are in the language they are of: 孙小满, John Smith. */
function nameOf(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined || last === undefined) return last ?? first
  return /\p{Script=Han}/u.test(last) ? `${last}${first}` : `${first} ${last}`
}

const attributeName = /^attribute\[([^\]]{1,60})\](?:\[\])?$/

function attributesIn(form: URLSearchParams): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [name, value] of form) {
    const code = attributeName.exec(name)?.[1]
    if (code !== undefined && value.trim() !== '') found.set(code, [...(found.get(code) ?? []), value.trim()])
  }
  return found
}

function pointIn(form: URLSearchParams): Pick<Submission, 'point'> | undefined {
  const [lat, long] = [given(form, 'lat'), given(form, 'long')]
  if (lat === undefined && long === undefined) return {}
  const point: readonly [number, number] = [Number(long ?? Number.NaN), Number(lat ?? Number.NaN)]
  const isOnEarth = Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90
  return isOnEarth ? { point } : undefined
}

/** A body as GeoReport v2 has it, and every reason why it is none. What is not asked for (device_id, account_id) is not read. */
export function readSubmission(form: URLSearchParams): { said: Submission; wrong: readonly string[] } {
  const [address, addressId] = [given(form, 'address_string'), given(form, 'address_id')]
  const point = pointIn(form)
  const description = given(form, 'description') ?? ''
  const media = given(form, 'media_url')
  const isNowhere = address === undefined && addressId === undefined && point?.point === undefined
  const wrong = [
    point === undefined ? 'lat 和 long 要一起发，并且是 WGS 84 的纬度和经度' : undefined,
    point !== undefined && isNowhere ? '没有说在哪里：请发 address_string、address_id，或者 lat 和 long' : undefined,
    description === '' ? '没有 description：请写明要反映的事' : undefined,
    [...description].length > longest ? `description 不超过 ${longest} 个字` : undefined,
    media !== undefined && !/^https?:\/\/\S{1,500}$/.test(media) ? 'media_url 应为网址，不超过 500 个字' : undefined,
    (address?.length ?? 0) > 200 ? 'address_string 不超过 200 个字' : undefined,
  ]
  const name = nameOf(given(form, 'first_name'), given(form, 'last_name'))?.slice(0, 40)
  const phone = given(form, 'phone')?.slice(0, 30)
  const email = given(form, 'email')?.slice(0, 100)
  const said: Submission = {
    description,
    attributes: attributesIn(form),
    ...(point ?? {}),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(media === undefined ? {} : { media }),
    ...(address === undefined ? {} : { address }),
    ...(addressId === undefined ? {} : { addressId }),
  }
  return { said, wrong: wrong.filter((one) => one !== undefined) }
}

/** Everything that was said, in an order of its own: by it the same is known to be the same. */
export const sameness = (form: URLSearchParams): string =>
  JSON.stringify([...form].filter(([name]) => name !== 'api_key').sort(([one], [other]) => (one < other ? -1 : 1)))

/** A value as the form keeps it; undefined where it is none. */
function writtenValue(control: Control, sent: readonly string[]): Value | undefined {
  if (datatypeOf(control) === 'multivaluelist') return sent
  const [only = '', ...more] = sent
  if (more.length > 0) return undefined
  switch (control.kind) {
    case 'yes-no':
    case 'consent':
      return only === 'true' ? true : only === 'false' ? false : undefined
    case 'number':
    case 'money':
      return Number.isFinite(Number(only)) ? Number(only) : undefined
    case 'date':
      return inChina(only, 10)
    case 'datetime':
      return inChina(only, 16)
    default:
      return only
  }
}

/** An instant of ISO 8601 as a day, or a day with hours and minutes, of China; what names no zone is there already. */
function inChina(text: string, length: 10 | 16): string {
  if (!/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return text.slice(0, length)
  const millis = Date.parse(text)
  if (Number.isNaN(millis)) return text
  if (length === 10) return dayInChina(new Date(millis).toISOString())
  return new Date(millis + 8 * 3600_000).toISOString().slice(0, length)
}

/**
 * A form's answers by what was sent: the description by what a question is bound to, the rest by its code. What no question takes stands at the end of the
 * text: nothing that was said is lost.
 * @param place the place of ours it lies at, and whether the address says more than that
 */
export function answersOfSubmission(
  knowledge: Knowledge,
  form: Form,
  said: Submission,
  { place, person, isWhole }: { readonly place: PlaceId; readonly person: EntityId; readonly isWhole: boolean },
): { answers: FormAnswers; wrong: readonly string[] } {
  const { description, name, phone, email, media, address, attributes } = said
  const lines = [
    address === undefined || isWhole ? '' : `地址：${address}`,
    email === undefined ? '' : `电子邮箱：${email}`,
    media === undefined ? '' : `附图：${media}`,
  ].filter((one) => one !== '')
  const answers: Record<string, { entity?: EntityId; values: Record<string, Value> }[]> = {}
  const text = [description, ...lines].join('\n')
  const begun = answersFor(
    form,
    { text, place, ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) },
    person,
  )
  for (const [subject, instances] of Object.entries(begun))
    answers[subject] = instances.map((one) => ({ ...one, values: { ...one.values } }))
  const shape = shapeOf(knowledge, form)
  const known = new Map(askable(form).map((control) => [control.id, control]))
  const wrong: string[] = []
  for (const [code, sent] of attributes) {
    const control = known.get(code)
    const value = control === undefined ? undefined : writtenValue(control, sent)
    const subject = control === undefined ? undefined : answeredUnder(shape, control)
    if (control === undefined || subject === undefined) wrong.push(`这项服务没有 attribute[${code}] 这一项`)
    else if (value === undefined) wrong.push(`attribute[${code}]（${control.label}）写得不对`)
    else {
      const first = answers[subject]?.[0] ?? { values: {} }
      answers[subject] = [{ ...first, values: { ...first.values, [code]: value } }]
    }
  }
  return { answers, wrong }
}

/** A refusal of a form, in the words of whoever sent it. @param path of a field problem: `body.answers.subject.0.values.control` */
export function fieldWords(form: Form, path: string, message: string): string {
  const control = form.controls.find(({ id }) => path.endsWith(`.${id}`))
  if (control === undefined) return message
  return askable(form).includes(control)
    ? `attribute[${control.id}]（${control.label}）${message}`
    : `${control.label}：${message}`
}
