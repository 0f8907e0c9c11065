import type { OrderBody, OrderReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { ended, requestStateNames } from '@zmht/shared/rules'
import { findPlace, type PlaceFacts, readAddress } from '../../hierarchy/index'
import { clientFacts, holdersAt, organisationContact } from '../../permissions/index'
import { dayInChina, now } from '../../platform/clock'
import type { Client } from '../../platform/endpoint/actor'
import { readFile } from '../../platform/files/file.store'
import { showFile } from '../../platform/files/files'
import { type Channel, readOpenChannel } from '../channel.store'
import { reaches } from '../domain/reach'
import { moveRequest } from '../move'
import { checkOpen, newRequest, openFor } from '../new-request'
import { seenByOthers } from '../picture-check/standing'
import { createRequest, type Request, readRequest, readSteps, type Step } from '../request.store'
import { accountOfClient, answersFor, personOfOrder, requestOfOrder, stepOfText, textDigest } from './domain/order'
import { type Order, type OrdersTo, orderOfRequest, orderPart, ordersTo, saveOrder } from './order.store'

/** @throws Problem `not-found` where nobody has said as what the orders of this system are taken */
async function bindingOf(client: Client): Promise<OrdersTo> {
  const found = await ordersTo(client.id)
  if (found === undefined)
    throw new Problem('not-found', { detail: '还没有设置工单转到哪项服务，没有收下。请联系管理接入系统的单位。' })
  return found
}

/** Where an order lies: the place its address was read as, inside the system's places and the service's reach; else where those lie that say of no place. */
async function placeOf(client: Client, to: OrdersTo, channel: Channel | undefined, address: string | undefined) {
  const read = address === undefined ? undefined : (await readAddress(address, to.place)).place
  const found = read === undefined ? undefined : await findPlace(read.id)
  const isOurs = (place: PlaceFacts) =>
    client.places.some((one) => place.lineage.includes(one)) &&
    channel !== undefined &&
    reaches(channel.reach, place.lineage)
  return found !== undefined && isOurs(found) ? found.id : undefined
}

/** Takes an order in, as one request routed as an appeal is. Sent again it is the same one; what it says anew is added. */
export async function takeOrder(client: Client, orderId: string, body: OrderBody, at: string): Promise<OrderReply> {
  const requestId = requestOfOrder(client.id, orderId)
  const request = await readRequest(requestId)
  const order = await orderOfRequest(requestId)
  if (request === undefined || order === undefined) return showOrder(...(await createOrder(client, orderId, body, at)))
  return showOrder(...(await changeOrder(request, order, body, at)))
}

async function createOrder(client: Client, orderId: string, body: OrderBody, at: string): Promise<[Request, Order]> {
  const to = await bindingOf(client)
  const channelNow = await readOpenChannel(to.channelId)
  const place = await placeOf(client, to, channelNow, body.place)
  const { home, channel, inForce, content } = await openFor(to.channelId, channelNow?.version ?? 0, place ?? to.place)
  checkOpen(channel, inForce, at)
  if (content === undefined) throw new Problem('not-found')
  const id = requestOfOrder(client.id, orderId)
  const account = accountOfClient(client.id)
  const person = personOfOrder(client.id, orderId)
  const { name, phone } = body.contact
  const said = {
    text: body.text,
    ...(body.kind === undefined ? {} : { kind: body.kind }),
    ...(body.place === undefined ? {} : { address: body.place }),
    ...(place === undefined ? {} : { place }),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
  }
  const decided = await newRequest({
    id,
    channel,
    inForce,
    content,
    version: channel.version ?? 0,
    home,
    answers: answersFor(content.form, said, person),
    notify: false,
    author: { account, person, name: name ?? '', charges: [] },
    by: account,
    at,
    behalf: { by: client.id, name: (await clientFacts(client.id))?.name ?? '', way: 'hotline' },
  })
  const { due: ours } = decided.request
  // Whoever works on it sees the earlier of both deadlines, and is reminded by it.
  const request: Request = { ...decided.request, due: [body.due, ours].sort()[0] ?? ours }
  const order: Order = {
    requestId: id,
    clientId: client.id,
    orderId,
    ...deadlinesOf(body),
    ours,
    digest: textDigest(body.text),
  }
  if (await createRequest(request, [...decided.files, orderPart(order)])) return [request, order]
  const [held, kept] = [await readRequest(id), await orderOfRequest(id)]
  if (held === undefined || kept === undefined) throw new Problem('key-reused')
  return changeOrder(held, kept, body, at)
}

const deadlinesOf = ({ number, receivedAt, due }: OrderBody) => ({ number, receivedAt, theirs: due })

async function changeOrder(request: Request, order: Order, body: OrderBody, at: string): Promise<[Request, Order]> {
  const next: Order = { ...order, ...deadlinesOf(body), digest: textDigest(body.text) }
  const isSame = next.digest === order.digest
  if (!isSame && ended.includes(request.state))
    throw new Problem('step-not-allowed', {
      detail: '这件工单已经办结，补充的内容没有收下。还要再办的，请另发一件工单。',
    })
  const moved = isSame
    ? request
    : await moveRequest(
        request,
        { action: 'add', key: stepOfText(request.id, body.text), note: body.text },
        { kind: 'resident', id: request.resident, name: request.behalf?.name ?? '' },
        at,
      )
  if (!isSame || order.theirs !== next.theirs || order.number !== next.number || order.receivedAt !== next.receivedAt)
    await saveOrder(next)
  return [moved, next]
}

/** How an order stands. @throws Problem `not-found` for another system's */
export async function orderNow(client: Client, orderId: string): Promise<OrderReply> {
  const requestId = requestOfOrder(client.id, orderId)
  const [request, order] = [await readRequest(requestId), await orderOfRequest(requestId)]
  if (request === undefined || order === undefined) throw new Problem('not-found')
  return showOrder(request, order)
}

async function showOrder(request: Request, order: Order): Promise<OrderReply> {
  const steps = await readSteps(request.id)
  const answer = [...steps]
    .reverse()
    .find(({ action, note }) => (action === 'close' || action === 'decline') && note !== undefined)
  const holder = await holderOf(request)
  return {
    id: order.orderId,
    number: order.number,
    request: { id: request.id, number: request.number },
    state: request.state,
    stateName: requestStateNames[request.state],
    place: request.tail,
    ...(holder === undefined ? {} : { with: holder }),
    ...(answer?.note === undefined || !ended.includes(request.state)
      ? {}
      : { answer: { text: answer.note, at: answer.at } }),
    evidence: ended.includes(request.state) ? await evidenceOf(request, steps) : [],
    receivedAt: order.receivedAt,
    due: { theirs: order.theirs, ours: order.ours },
    overdue: request.overdue,
  }
}

/** The organisation that has it, with the number it gives everybody: its desk, else who works where it lies. */
export async function holderOf({ desk, home }: Request): Promise<OrderReply['with']> {
  const lineage = desk === undefined ? ((await findPlace(home))?.lineage ?? []) : []
  const id = desk?.id ?? (await holdersAt(lineage, dayInChina(now()))).get('territory')?.organisation
  const found = id === undefined ? undefined : await organisationContact(id)
  return found === undefined
    ? undefined
    : { name: found.name, ...(found.phone === undefined ? {} : { phone: found.phone }) }
}

/** The files officials put with their steps. */
async function evidenceOf(request: Request, steps: readonly Step[]): Promise<OrderReply['evidence']> {
  const ids = steps.filter(({ by }) => by !== request.resident).flatMap(({ files = [] }) => files.map(({ id }) => id))
  const seen = await seenByOthers(ids, '')
  const shown = await Promise.all(
    [...seen].map(async (id) => {
      const file = await readFile(id)
      return file === undefined ? [] : [await showFile(file)]
    }),
  )
  return shown.flat()
}
