import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { findPlace, type PlaceFacts, readAddress, tailOf } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { clientFacts, organisationsAbove } from '../../permissions/index'
import { dayInChina, later } from '../../platform/clock'
import type { Client } from '../../platform/endpoint/actor'
import type { Channel } from '../channel.store'
import { reaches } from '../domain/reach'
import { newRequest } from '../new-request'
import { accountOfOpen311, personOfOrder, requestOfOpen311, textDigest } from '../outside/domain/order'
import { createRequest, type Request, readRequest } from '../request.store'
import { answersOfSubmission, fieldWords, readSubmission, type Submission, sameness } from './domain/submission'
import { digestOfSent, sentPart, takeOfDay } from './open311.store'
import { placeOfPoint } from './points'
import { Refused, refusedFrom } from './refused'
import { isOpenedIn, type Offered, offeredNow } from './services'

/** So many requests one system sends on a day: a key is in many hands sooner than a secret. */
export const mostADay = 1000
const hour = 3600_000

/** What is sent, and under which key of the sender's own, where it gives one (draft-ietf-httpapi-idempotency-key-header). */
export interface Sent {
  readonly code: string
  readonly form: URLSearchParams
  readonly key?: string
}

/** Takes a request in, once. @throws Refused with every reason */
export async function takeSubmission(client: Client, city: PlaceId, sent: Sent, at: Instant): Promise<Request> {
  const missing = new Refused(404, [`service_code ${sent.code.slice(0, 60)} 没有找到`])
  if (!(await isOpenedIn(city, sent.code))) throw missing
  const { said, wrong } = readSubmission(sent.form)
  if (wrong.length > 0) throw new Refused(400, wrong)
  const digest = textDigest(sameness(sent.form))
  const ids = idsOf(client, sent.key, digest, at)
  const before = await takenBefore(ids, sent.key, digest, at)
  if (before !== undefined) return before
  const offered = await offeredNow(sent.code, at)
  if (offered === undefined) throw new Refused(400, ['这项服务现在不受理，没有收下，请稍后再发'])
  const [root, facts] = await Promise.all([
    organisationsAbove(offered.channel.organisationId).then((above) => above.at(-1)),
    clientFacts(client.id),
  ])
  // A service of another city does not exist for this system.
  if (facts === undefined || root !== facts.root) throw missing
  return create(client, facts.name, offered, said, { id: ids[0], digest, city, at })
}

/** The ids it is found under: made anew under the first. What is sent again within the hour after midnight is not another. */
function idsOf(client: Client, key: string | undefined, digest: string, at: Instant): readonly [string, ...string[]] {
  if (key !== undefined) return [requestOfOpen311(client.id, 'key', key)]
  const [today, before] = [dayInChina(at), dayInChina(later(at, -hour))]
  const ofDay = (day: string) => requestOfOpen311(client.id, 'day', day, digest)
  return today === before ? [ofDay(today)] : [ofDay(today), ofDay(before)]
}

async function takenBefore(
  ids: readonly string[],
  key: string | undefined,
  digest: string,
  at: Instant,
): Promise<Request | undefined> {
  const [today, yesterday] = await Promise.all(ids.map(readRequest))
  const held = today ?? (yesterday !== undefined && yesterday.submittedAt >= later(at, -hour) ? yesterday : undefined)
  if (held !== undefined && key !== undefined && (await digestOfSent(held.id)) !== digest)
    throw new Refused(400, ['这个 Idempotency-Key 已经用于另一件诉求，没有收下，请换一个'])
  return held
}

async function create(
  client: Client,
  name: string,
  { channel, content }: Offered,
  said: Submission,
  {
    id,
    digest,
    city,
    at,
  }: { readonly id: string; readonly digest: string; readonly city: PlaceId; readonly at: Instant },
): Promise<Request> {
  const { place: home, isWhole } = await placeOf(client, channel, city, said)
  const person = personOfOrder(client.id, id)
  const { answers, wrong } = answersOfSubmission(await knowledgeNow(), content.form, said, {
    place: home.id,
    person,
    isWhole,
  })
  if (wrong.length > 0) throw new Refused(400, wrong)
  const account = accountOfOpen311(client.id)
  const decided = await newRequest({
    id,
    channel,
    inForce: content,
    content,
    version: channel.version ?? 0,
    home,
    answers,
    notify: false,
    author: { account, person, name: said.name ?? '', charges: [] },
    by: account,
    at,
    behalf: { by: client.id, name, way: 'open311' },
  }).catch((error: unknown) => {
    throw refusedFrom(error, (path, message) => fieldWords(content.form, path, message))
  })
  if (!(await takeOfDay(client.id, dayInChina(at), mostADay)))
    throw new Refused(
      400,
      [`贵系统今天已经发来 ${mostADay} 件，没有收下，请明天再发，或者和管理接入系统的单位联系`],
      429,
    )
  if (await createRequest(decided.request, [...decided.files, sentPart(id, digest)])) return decided.request
  const held = await readRequest(id)
  if (held === undefined) throw new Refused(400, ['服务暂时不可用，没有收下，请稍后再发'], 503)
  return held
}

interface Found {
  readonly place: PlaceFacts
  /** Whether the place says all that the address does. */
  readonly isWhole: boolean
}

/** Where it lies: the place that is named, else the lowest that its address or its point is in, of those the service and the system reach. */
async function placeOf(client: Client, channel: Channel, city: PlaceId, said: Submission): Promise<Found> {
  const found = said.addressId === undefined ? await readPlaces(city, said) : [await namedPlace(said.addressId)]
  const isOurs = ({ place }: Found) =>
    client.places.some((one) => place.lineage.includes(one)) && reaches(channel.reach, place.lineage)
  const lowest = (one: Found, other: Found) => other.place.lineage.length - one.place.lineage.length
  const [chosen] = found.filter(isOurs).sort(lowest)
  if (chosen !== undefined) return chosen
  const [elsewhere] = [...found].sort(lowest)
  if (elsewhere !== undefined)
    throw new Refused(400, [
      `“${await tailOf(elsewhere.place.id)}”不在这项服务受理的地方，没有收下。写得更细一些，或者换一项服务`,
    ])
  throw new Refused(400, [
    said.address === undefined
      ? '这个位置不在已经画了边界的地方里，没有收下，请再发 address_string'
      : `没有认出“${said.address}”是哪里，没有收下。请写到小区、楼号，或者发 address_id`,
  ])
}

async function namedPlace(id: string): Promise<Found> {
  const place = isPlaceId(id) ? await findPlace(id) : undefined
  if (place === undefined || place.ended) throw new Refused(400, ['没有这个 address_id，没有收下'])
  return { place, isWhole: false }
}

async function readPlaces(city: PlaceId, { address, point }: Submission): Promise<readonly Found[]> {
  const read = address === undefined ? undefined : await readAddress(address, city)
  const at = point === undefined ? undefined : await placeOfPoint([...point])
  const [byWords, byPoint] = await Promise.all(
    [read?.place?.id, at].map(async (id) => (id === undefined ? undefined : findPlace(id))),
  )
  return [
    ...(byWords === undefined ? [] : [{ place: byWords, isWhole: read?.missing.length === 0 }]),
    ...(byPoint === undefined ? [] : [{ place: byPoint, isWhole: false }]),
  ]
}
