import { createHash } from 'node:crypto'
import type { Form, FormAnswers } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { base32 } from '../../../platform/cipher'

/** Under which what another system sends in is found again. */
export const accountOfClient = (clientId: string): string => `client/${clientId}`

/** An account of its own: whoever has but a key of Open311 does not read a system's work orders. */
export const accountOfOpen311 = (clientId: string): string => `open311/${clientId}`

const digest = (...parts: readonly string[]): string =>
  base32(createHash('sha256').update(JSON.stringify(parts)).digest()).slice(0, 20)

/** The one request an order is: the same however often it is sent. */
export const requestOfOrder = (clientId: string, orderId: string): string => `r${digest('order', clientId, orderId)}`

/** The one request that is made of what a system sends by Open311: under the key it gives itself, or under what it says and the day. */
export const requestOfOpen311 = (clientId: string, ...of: readonly string[]): string =>
  `r${digest('open311', clientId, ...of)}`

/** The person an order speaks for, of whom nothing else is known: who it is beside is found by the ledgers' look for doubles. */
export const personOfOrder = (clientId: string, orderId: string): EntityId =>
  entityId(`e${digest('person', clientId, orderId)}`)

/** By what an order says it is told from what it said before. */
export const textDigest = (text: string): string => digest('text', text)

export const stepOfText = (requestId: string, text: string): string => `s${digest('add', requestId, text)}`

/** What an order says, as far as a form may ask for it. */
export interface Said {
  readonly text: string
  readonly kind?: string
  /** The address as it was written, and the place of ours it was read as. */
  readonly address?: string
  readonly place?: PlaceId
  readonly name?: string
  readonly phone?: string
}

const isMobile = (phone: string): boolean => /^1[3-9]\d{9}$/.test(phone)

/** The attributes an order answers, whichever form asks. */
export const orderDetail = 'event.detail'
const contactName = 'person.name'
const contactMobile = 'person.mobile'

/** Whether a form has a question for what an order is about. */
export const takesOrders = (form: Form): boolean => questionsFor(form, orderDetail).length > 0

const questionsFor = (form: Form, attribute: string) =>
  form.controls.flatMap(({ id, binding }) =>
    binding !== undefined && 'attribute' in binding && binding.attribute === attribute
      ? [{ id, subject: binding.subject }]
      : [],
  )

const placesIn = (form: Form) =>
  form.controls.flatMap(({ id, binding }) =>
    binding !== undefined && 'relation' in binding && binding.relation === 'at'
      ? [{ id, subject: binding.subject }]
      : [],
  )

/**
 * A form's answers by what its questions are bound to, not by how they are called. What no question takes stands at the end of the text: nothing that was said is
 * lost.
 */
export function answersFor(form: Form, said: Said, person: EntityId): FormAnswers {
  const self = new Set(form.subjects.filter(({ is }) => is.by === 'actor').map(({ key }) => key))
  const ofSelf = (attribute: string) => questionsFor(form, attribute).filter(({ subject }) => self.has(subject))
  const names = said.name === undefined ? [] : ofSelf(contactName)
  const phones = said.phone !== undefined && isMobile(said.phone) ? ofSelf(contactMobile) : []
  const places = said.place === undefined ? [] : placesIn(form)
  const rest = [
    said.address === undefined || places.length > 0 ? '' : `地址：${said.address}`,
    said.phone === undefined || phones.length > 0 ? '' : `联系电话：${said.phone}`,
    said.kind === undefined ? '' : `工单类别：${said.kind}`,
  ].filter((one) => one !== '')
  const values: Record<string, Record<string, string>> = {}
  const answer = (questions: readonly { readonly id: string; readonly subject: string }[], value: string) => {
    for (const { id, subject } of questions) values[subject] = { ...values[subject], [id]: value }
  }
  answer(questionsFor(form, orderDetail), [said.text, ...rest].join('\n'))
  answer(names, said.name ?? '')
  answer(phones, said.phone ?? '')
  answer(places, said.place ?? '')
  return Object.fromEntries(
    form.subjects.flatMap(({ key }) =>
      values[key] === undefined && !self.has(key)
        ? []
        : [[key, [{ ...(self.has(key) ? { entity: person } : {}), values: values[key] ?? {} }]]],
    ),
  )
}
