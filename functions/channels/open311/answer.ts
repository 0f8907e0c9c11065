import { type ForeignRoute, type Open311Format, open311Formats } from '@zmht/shared/contract/foreign'
import { channelId, requestId } from '@zmht/shared/contract/parts'
import type { PlaceId } from '@zmht/shared/geo'
import { serviceCategories } from '@zmht/shared/rules'
import { knowledgeNow } from '../../knowledge/index'
import { now } from '../../platform/clock'
import type { Client } from '../../platform/endpoint/actor'
import type { ForeignAnswer, ForeignCall } from '../../platform/endpoint/foreign'
import { publicNumbers } from '../public-numbers'
import type { Request } from '../request.store'
import { readAsked } from './domain/asked'
import { attributesOf } from './domain/definition'
import { given } from './domain/submission'
import { clientOfKey } from './keys'
import { requestFor, requestsFor } from './read'
import { Refused, refusedFrom, writeRefusal } from './refused'
import { takeSubmission } from './send'
import { cityCalled, isOpenedIn, type Offered, offeredIn, offeredNow } from './services'
import { type Written, written } from './written'

/** What the answer to one call is called in XML, and what it says. */
type Said = readonly [root: string, value: Written]

/** Answers a call of Open311 in the format its address ends with, refusals too. */
export async function answer(route: ForeignRoute, call: ForeignCall): Promise<ForeignAnswer> {
  const format = open311Formats.find((one) => call.address.endsWith(`.${one}`))
  try {
    if (format === undefined) throw new Refused(404, ['地址应以 .xml 或 .json 结尾'])
    const say = calls[route.name]
    if (say === undefined) throw new Error(`nothing is bound to ${route.name}`)
    const [root, value] = await say(call, format)
    return written(format, 200, root, value)
  } catch (error) {
    return writeRefusal(format ?? 'xml', refusedFrom(error))
  }
}

const calls: Readonly<Record<string, (call: ForeignCall, format: Open311Format) => Said | Promise<Said>>> = {
  discovery,
  services,
  service,
  submit,
  requests,
  request,
  token,
}

/** What stands before the format in an address that ends with an id. */
const idIn = (call: ForeignCall, name: string, format: Open311Format): string =>
  (call.params[name] ?? '').slice(0, -format.length - 1)

async function cityOf(sent: URLSearchParams): Promise<PlaceId> {
  const jurisdiction = given(sent, 'jurisdiction_id')
  if (jurisdiction === undefined)
    throw new Refused(400, ['没有 jurisdiction_id：这里有多个城市，请写城市的 6 位行政区划代码'])
  const city = await cityCalled(jurisdiction)
  if (city === undefined) throw new Refused(404, [`jurisdiction_id ${jurisdiction.slice(0, 60)} 没有找到`])
  return city
}

/** @returns undefined where no key was sent. @throws Refused for one that is wrong */
async function clientOf(sent: URLSearchParams): Promise<Client | undefined> {
  const key = given(sent, 'api_key')
  if (key === undefined) return undefined
  const client = await clientOfKey(key, now())
  if (client === undefined) throw new Refused(403, ['api_key 不对，或者已经停用'])
  return client
}

/** When what is described here last changed its shape: clients keep a discovery until then. */
const changeset = '2026-11-30T00:00:00+08:00'

function discovery({ address }: ForeignCall): Said {
  const url = address.replace(/\/discovery\.\w+$/, '/v2')
  return [
    'discovery',
    {
      changeset,
      contact: '各市管理接入系统的单位',
      key_service: '请向所在城市管理接入系统的单位申请 api_key',
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url,
          changeset,
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    },
  ]
}

async function services({ query }: ForeignCall): Promise<Said> {
  const knowledge = await knowledgeNow()
  const offered = await offeredIn(await cityOf(query), now())
  const shown = offered.map(async ({ channel, content }) => ({
    service_code: channel.id,
    service_name: content.title,
    description: await describe({ channel, content }),
    metadata: attributesOf(knowledge, content.form).length > 0,
    type: 'realtime',
    keywords: [content.title, serviceCategories[content.category]].join(','),
    group: serviceCategories[content.category],
  }))
  return ['services', await Promise.all(shown)]
}

/** A service in a line, with the numbers it makes public of its work. */
async function describe({ channel, content }: Offered): Promise<string> {
  const { summary, publicAfter = 'nothing', promisedDays } = content
  const { closed, usual } = publicAfter === 'nothing' ? { closed: 0, usual: undefined } : await publicNumbers(channel)
  return [
    summary,
    `承诺 ${promisedDays} 个工作日内答复`,
    ...(closed === 0 ? [] : [`已办结 ${closed} 件${usual === undefined ? '' : `，一半在 ${usual}内办结`}`]),
  ].join('；')
}

async function service(call: ForeignCall, format: Open311Format): Promise<Said> {
  const code = idIn(call, 'service', format)
  const city = await cityOf(call.query)
  const isKnown = channelId.safeParse(code).success && (await isOpenedIn(city, code))
  const offered = isKnown ? await offeredNow(code, now()) : undefined
  if (offered === undefined) throw new Refused(404, [`service_code ${code.slice(0, 60)} 没有找到`])
  const attributes = attributesOf(await knowledgeNow(), offered.content.form)
  return ['service_definition', { service_code: code, attributes: attributes.map((one) => ({ ...one })) }]
}

const formType = /^application\/x-www-form-urlencoded\b/i

async function submit(call: ForeignCall): Promise<Said> {
  if (!formType.test(call.header('content-type') ?? ''))
    throw new Refused(400, ['Content-Type 应为 application/x-www-form-urlencoded; charset=utf-8'])
  const form = new URLSearchParams(call.body())
  const client = await clientOf(form)
  if (client === undefined) throw new Refused(403, ['没有 api_key，没有收下'])
  const city = await cityOf(form)
  const code = given(form, 'service_code')
  if (code === undefined) throw new Refused(400, ['没有 service_code：请先取服务列表'])
  const key = call.header('idempotency-key')?.trim().slice(0, 200)
  const taken = await takeSubmission(client, city, { code, form, ...(key ? { key } : {}) }, now())
  return ['service_requests', [{ service_request_id: taken.id, service_notice: noticeOf(taken), account_id: null }]]
}

const noticeOf = ({ number, desk, due }: Request): string =>
  [
    `办件编号 ${number}`,
    ...(desk === undefined ? [] : [`已转${desk.name}`]),
    `${new Date(Date.parse(due) + 8 * 3600_000).toISOString().slice(0, 10)} 前答复`,
  ].join('，')

async function requests({ query }: ForeignCall): Promise<Said> {
  const city = await cityOf(query)
  const client = await clientOf(query)
  const { asked, wrong } = readAsked(query, now())
  if (wrong.length > 0) throw new Refused(400, wrong)
  return ['service_requests', await requestsFor(client, city, asked)]
}

async function request(call: ForeignCall, format: Open311Format): Promise<Said> {
  const id = idIn(call, 'request', format)
  const city = await cityOf(call.query)
  const client = await clientOf(call.query)
  const found = requestId.safeParse(id).success ? await requestFor(client, city, id) : undefined
  if (found === undefined) throw new Refused(404, [`service_request_id ${id.slice(0, 60)} 没有找到`])
  return ['service_requests', found]
}

/** Every request has its id at once: no token was ever given out. */
async function token(call: ForeignCall, format: Open311Format): Promise<Said> {
  const id = idIn(call, 'token', format)
  await cityOf(call.query)
  throw new Refused(404, [`token ${id.slice(0, 60)} 没有找到：诉求编号在提交时就给了`])
}
