import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { ended, requestStateNames } from '@zmht/shared/rules'
import type { Client } from '../../platform/endpoint/actor'
import { readVersion } from '../channel.store'
import { accountOfOpen311, orderDetail } from '../outside/domain/order'
import { holderOf } from '../outside/orders'
import { answersOf, type Request, type RequestCard, readRequest, readSteps } from '../request.store'
import { cityAround } from '../routing/index'
import { type Asked, mostRequests, statusOf, w3Time } from './domain/asked'
import { cardsBetween } from './open311.store'
import type { Written } from './written'

/** What a service makes public are numbers, no single request: without a key there is none to be read. With one, what it sent in itself. */
export async function requestsFor(
  client: Client | undefined,
  city: PlaceId,
  asked: Asked,
): Promise<readonly Written[]> {
  if (client === undefined || !(await isOfCity(client, city))) return []
  if (asked.ids !== undefined) {
    const found = await Promise.all(asked.ids.map((id) => ownRequest(client, id)))
    return Promise.all(found.flatMap((one) => (one === undefined ? [] : [showWhole(one)])))
  }
  const shown: Written[] = []
  let cursor: string | undefined
  do {
    const page = await cardsBetween(accountOfOpen311(client.id), asked, cursor)
    shown.push(...page.items.filter((card) => isAsked(card, asked)).map(showCard))
    cursor = page.next
  } while (cursor !== undefined && shown.length < mostRequests)
  return shown.slice(0, mostRequests)
}

/** @returns undefined for what another sent in, and for what is not there */
export async function requestFor(
  client: Client | undefined,
  city: PlaceId,
  id: string,
): Promise<readonly Written[] | undefined> {
  const found = client === undefined || !(await isOfCity(client, city)) ? undefined : await ownRequest(client, id)
  return found === undefined ? undefined : [await showWhole(found)]
}

async function ownRequest(client: Client, id: string): Promise<Request | undefined> {
  const found = await readRequest(id)
  return found?.resident === accountOfOpen311(client.id) ? found : undefined
}

async function isOfCity({ places }: Client, city: PlaceId): Promise<boolean> {
  return (await Promise.all(places.map(cityAround))).includes(city)
}

const isAsked = ({ channelId, state }: RequestCard, { codes, statuses }: Asked): boolean =>
  (codes === undefined || codes.includes(channelId)) && (statuses === undefined || statuses.includes(statusOf(state)))

interface Shown {
  readonly id: string
  readonly state: Request['state']
  readonly title: string
  readonly channelId: string
  readonly submittedAt: Instant
  readonly updatedAt: Instant
  readonly due: Instant
  readonly place: string
}

/** In the order of GeoReport v2. Of a place there is no point: nothing is told more exactly than it was sent. */
function fields(
  { id, state, title, channelId, submittedAt, updatedAt, due, place }: Shown,
  more: { notes?: string; description?: string; agency?: string; addressId?: string } = {},
): Written {
  return {
    service_request_id: id,
    status: statusOf(state),
    status_notes: more.notes ?? requestStateNames[state],
    service_name: title,
    service_code: channelId,
    description: more.description ?? null,
    agency_responsible: more.agency ?? null,
    service_notice: null,
    requested_datetime: w3Time(submittedAt),
    updated_datetime: w3Time(updatedAt),
    expected_datetime: w3Time(due),
    address: place,
    address_id: more.addressId ?? null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  }
}

const showCard = ({ id, ...card }: RequestCard & { readonly id: string }): Written => fields({ id, ...card })

/** One of its own whole: with what it said, who has it, and what was answered. */
async function showWhole(request: Request): Promise<Written> {
  const isEnded = ended.includes(request.state)
  const steps = isEnded ? await readSteps(request.id) : []
  const answer = [...steps]
    .reverse()
    .find(({ action, note }) => (action === 'close' || action === 'decline') && note !== undefined)
  const [holder, description] = await Promise.all([holderOf(request), descriptionOf(request)])
  const { closedAt, updatedAt } = request
  return fields(
    { ...request, place: request.tail, updatedAt: isEnded ? (closedAt ?? updatedAt) : updatedAt },
    {
      addressId: request.home,
      ...(answer?.note === undefined ? {} : { notes: answer.note }),
      ...(description === undefined ? {} : { description }),
      ...(holder === undefined ? {} : { agency: holder.name }),
    },
  )
}

async function descriptionOf(request: Request): Promise<string | undefined> {
  const content = await readVersion(request.channelId, request.version)
  const answers = await answersOf(request)
  for (const { id, binding } of content?.form.controls ?? []) {
    if (binding === undefined || !('attribute' in binding) || binding.attribute !== orderDetail) continue
    const value = answers[binding.subject]?.[0]?.values[id]
    if (typeof value === 'string') return value
  }
  return undefined
}
