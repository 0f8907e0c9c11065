import { type Api, type ApplicationReply, mintApplicationId, mintRequestId } from '@zmht/shared/contract'
import { answersFrom } from '@zmht/shared/controls'
import { applicationTemplate } from '@zmht/shared/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { aWorld, phones, type World } from '../world'

let world: World
let secretary: Api
let worker: Api
let neighbour: Api
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  secretary = await as(official.secretary)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterAll(() => world.stop())

type Settings = ApplicationReply['settings']

/** Saves an application from what ships, and opens it. */
async function install(template: string, given: Partial<Settings> = {}, api = secretary): Promise<ApplicationReply> {
  const shipped = applicationTemplate(template)
  if (shipped === undefined) throw new Error(`${template} does not ship`)
  const params = { applicationId: mintApplicationId() }
  const settings: Settings = { reach: [world.places.north], roles: {}, fills: {}, ...given }
  const { edition } = await api.applications.saveApplication({
    params,
    body: { edition: 0, content: shipped.content, settings, from: { template } },
  })
  await api.applications.changeApplication({ params, body: { action: 'open', edition } })
  await world.workOff()
  return api.applications.application({ params })
}

test('an application is live with all its parts, for the residents of its places and nobody else', async () => {
  const open = await install('check-up')
  expect(open).toMatchObject({ state: 'open', version: 1, problems: [] })
  expect(Object.keys(open.made).sort()).toEqual(['alone', 'check-up'])
  const channelId = open.made['check-up'] ?? ''
  const { items } = await resident.channels.services()
  expect(items.map(({ id }) => id)).toContain(channelId)
  const { items: elsewhere } = await world
    .as((await world.signIn('resident', phones.neighbour)).accessToken)
    .channels.services()
  expect(elsewhere.map(({ id }) => id)).not.toContain(channelId)
  const ledger = await secretary.ledgers.ledger({ params: { ledgerId: open.made.alone ?? '' } })
  expect(ledger).toMatchObject({ content: { name: '独居老人' } })
  expect(open.versions).toMatchObject([{ number: 1, says: ['第一次开通'] }])
})

test('nobody beside sees it, and who works there does not change it', async () => {
  const { id, edition } = await install('appeal')
  const params = { applicationId: id }
  expect(await codeOf(neighbour.applications.application({ params }))).toBe('outside-territory')
  expect(await worker.applications.application({ params })).toMatchObject({ id })
  expect(await codeOf(neighbour.applications.changeApplication({ params, body: { action: 'retire', edition } }))).toBe(
    'outside-territory',
  )
})

test('what is missing is said where it is, and nothing is opened', async () => {
  const shipped = applicationTemplate('check-up-hospital')
  const params = { applicationId: mintApplicationId() }
  const settings: Settings = { reach: [], roles: {}, fills: {} }
  const saved = await secretary.applications.saveApplication({
    params,
    body: { edition: 0, content: shipped?.content ?? never(), settings },
  })
  expect(saved.problems.map(({ message }) => message)).toEqual(['请选择用在哪里', '请选择“体检医院”是哪个单位'])
  const opening = secretary.applications.changeApplication({ params, body: { action: 'open', edition: 1 } })
  expect(await codeOf(opening)).toBe('application-broken')
})

const never = (): never => {
  throw new Error('it ships')
}

test('retired, its entry is gone and its data stay; opened again it is there again', async () => {
  const open = await install('small-shops')
  const params = { applicationId: open.id }
  const taskId = open.made.round ?? ''
  expect(await secretary.tasks.task({ params: { taskId } })).toMatchObject({ state: 'running' })
  await secretary.applications.changeApplication({ params, body: { action: 'retire', edition: open.edition } })
  await world.workOff()
  const retired = await secretary.applications.application({ params })
  expect(retired).toMatchObject({ state: 'retired' })
  expect(await secretary.tasks.task({ params: { taskId } })).toMatchObject({ state: 'ended' })
  expect(await secretary.ledgers.ledger({ params: { ledgerId: open.made.shops ?? '' } })).toBeDefined()
  await secretary.applications.changeApplication({ params, body: { action: 'open', edition: retired.edition } })
  await world.workOff()
  const again = await secretary.applications.application({ params })
  expect(again).toMatchObject({ state: 'open' })
  expect(again.made.shops).toBe(open.made.shops)
  expect(again.made.round).not.toBe(taskId)
  expect(await secretary.tasks.task({ params: { taskId: again.made.round ?? '' } })).toMatchObject({ state: 'running' })
})

test('a closed registration puts who moved in into the ledger, by itself, and the log says so', async () => {
  const open = await install('moving-house')
  const channelId = open.made.register ?? ''
  const service = await resident.channels.service({ params: { channelId }, query: {} })
  const [answers, requestId] = [answersFrom(service.prefill), mintRequestId()]
  await resident.channels.submit({
    params: { channelId, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.workOff()
  for (const action of ['claim', 'close'] as const) {
    const key = `s${action}00000000000000000000`.slice(0, 21)
    const body = action === 'close' ? { action, key, note: '欢迎您' } : { action, key }
    await worker.channels.step({ params: { requestId }, body })
  }
  await world.workOff()
  const { items } = await secretary.applications.runs({ params: { applicationId: open.id }, query: {} })
  expect(items).toMatchObject([{ state: 'done', steps: [{ state: 'done' }] }])
  const rows = await secretary.ledgers.rows({ params: { ledgerId: open.made.newcomers ?? '' }, query: {} })
  expect(rows.items).toHaveLength(1)
})
