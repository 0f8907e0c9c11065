import {
  mintChannelId,
  mintDataSetId,
  mintGridId,
  mintJobId,
  mintOperationId,
  mintProvisionId,
  mintRequestId,
  mintStepKey,
  type ServiceReply,
} from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { placeIdFrom } from '@zmht/shared/geo'
import type { ProblemCode } from '@zmht/shared/problems'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { officialPhones } from '../people'
import { watchTable } from '../table'
import { aWorld, checkUp, filledIn, phones, publishCheckUp, type RawCall, type World } from '../world'

let world: World
let worker: string
let keeper: string
let resident: string
let neighbour: string
let channelId: string
let closedId: string
let newerId: string
let requestId: string
let service: ServiceReply
let answers: FormAnswers
let strangersPerson: string

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  worker = (await world.signIn('gov', officials.worker)).accessToken
  keeper = (await world.signIn('gov', officials.city)).accessToken
  resident = (await world.signIn('resident', phones.resident)).accessToken
  neighbour = (await world.signIn('resident', phones.neighbour)).accessToken
  const { north } = world.places
  const api = world.as(worker)
  channelId = (await publishCheckUp(api, [north])).id
  closedId = (await publishCheckUp(api, [north])).id
  newerId = (await publishCheckUp(api, [north])).id
  const filled = await filledIn(world.as(resident), channelId)
  service = filled.service
  answers = filled.answers
  requestId = filled.requestId
  await world.as(resident).channels.submit({
    params: { channelId, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  const closing = await api.channels.channel({ params: { channelId: closedId } })
  await api.channels.close({ params: { channelId: closedId }, body: { edition: closing.edition } })
  const renewing = await api.channels.channel({ params: { channelId: newerId } })
  await api.channels.publish({
    params: { channelId: newerId },
    body: { edition: renewing.edition, reach: [north] },
  })
  await world.system.settle()
  strangersPerson = (await world.as(neighbour).ledgers.mine()).me.id
  forgetEverything()
})
afterAll(() => world.stop())

/** Whatever is refused is refused in Chinese, as a problem document, and leaves the table as it was. */
async function refusal(call: RawCall): Promise<{ status: number; code: string; fields: string[] }> {
  // A job of before that waits for its next step would write meanwhile.
  await world.workOff()
  const watch = watchTable()
  const answer = await world.send(call)
  expect(await watch.changed()).toEqual([])
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const { type, title, detail, status, code, fields } = answer.body as {
    type: string
    title: string
    detail: string
    status: number
    code: ProblemCode
    fields?: { path: string; message: string }[]
  } // asserted below
  expect(title).toMatch(/\p{Script=Han}/u)
  expect(detail).toMatch(/\p{Script=Han}/u)
  expect(type).toBe(`urn:zmht:problem:${code}`)
  expect(status).toBe(answer.status)
  for (const { message } of fields ?? []) expect(message).toMatch(/\p{Script=Han}/u)
  return { status, code, fields: (fields ?? []).map(({ path }) => path) }
}

/** An ask for data that nobody offers. */
const asking = (more: Record<string, unknown>): RawCall => ({
  method: 'PUT',
  path: `/provisions/${mintProvisionId()}`,
  token: worker,
  body: {
    dataSetId: mintDataSetId(),
    fields: ['person.name'],
    purpose: 'visit',
    reason: '走访老人',
    places: [world.places.north],
    posts: ['p00000000000'],
    until: '2026-12-31',
    ...more,
  },
})

const submission = (more: Record<string, unknown> = {}, channel = channelId): RawCall => ({
  method: 'PUT',
  path: `/channels/${channel}/requests/${mintRequestId()}`,
  token: resident,
  body: { version: service.version, home: service.home, answers, notify: false, ...more },
})

/** The answers with one value of one subject replaced. */
function answering(subject: string, value: Record<string, unknown>): Record<string, unknown> {
  const [first, ...others] = answers[subject] ?? []
  return { answers: { ...answers, [subject]: [{ ...first, values: { ...first?.values, ...value } }, ...others] } }
}

describe('a submission is refused, and nothing is written, when', () => {
  test('it is not JSON', async () => {
    expect(await refusal({ ...submission(), body: '{"version": 1,' })).toMatchObject({ status: 400, code: 'malformed' })
  })

  test('it is JSON but not an object', async () => {
    for (const body of ['[]', '"文字"', 'null', '7'])
      expect(await refusal({ ...submission(), body })).toMatchObject({ status: 422, code: 'invalid' })
  })

  test('it holds a field the contract does not know', async () => {
    expect(await refusal(submission({ state: 'closed' }))).toMatchObject({
      status: 422,
      code: 'invalid',
      fields: ['body'],
    })
  })

  test('a field has the wrong type', async () => {
    expect(await refusal(submission({ version: '1' }))).toMatchObject({ code: 'invalid', fields: ['body.version'] })
    expect(await refusal(submission({ notify: 'yes' }))).toMatchObject({ code: 'invalid', fields: ['body.notify'] })
    expect(await refusal(submission({ answers: { elder: {} } }))).toMatchObject({
      code: 'invalid',
      fields: ['body.answers.elder'],
    })
  })

  test('a field is missing', async () => {
    expect(await refusal({ ...submission(), body: {} })).toMatchObject({
      status: 422,
      fields: ['body.version', 'body.home', 'body.answers', 'body.notify'],
    })
  })

  test('a text is longer than its control takes', async () => {
    expect(await refusal(submission(answering('visit', { note: '长'.repeat(2001) })))).toMatchObject({
      status: 422,
      code: 'invalid',
      fields: ['body.answers.visit.0.values.note'],
    })
  })

  test('it is larger than any form can be', async () => {
    const body = JSON.stringify({ ...(submission().body as object), padding: 'x'.repeat(256 * 1024) }) // an object, above
    expect(await refusal({ ...submission(), body })).toMatchObject({ status: 413, code: 'too-large' })
  })

  test('a value does not answer its control', async () => {
    expect(await refusal(submission(answering('elder', { elderIdNumber: '110105195201080024' })))).toMatchObject({
      code: 'invalid',
      fields: ['body.answers.elder.0.values.elderIdNumber'],
    })
    expect(await refusal(submission(answering('elder', { elderMobility: '9' })))).toMatchObject({ code: 'invalid' })
    expect(await refusal(submission(answering('elder', { nobodyAsked: 'x' })))).toMatchObject({ code: 'invalid' })
    expect(await refusal(submission({ answers: { ...answers, nobody: [{ values: {} }] } }))).toMatchObject({
      code: 'invalid',
    })
  })

  test('it was filled in on a version of the form that never was in force', async () => {
    expect(await refusal(submission({ version: 99 }))).toMatchObject({ status: 409, code: 'form-outdated' })
  })

  test('the channel takes no more requests', async () => {
    expect(await refusal(submission({}, closedId))).toMatchObject({ status: 409, code: 'channel-closed' })
  })

  test('the home is a place that does not exist', async () => {
    const home = placeIdFrom(Buffer.from('no such place'))
    expect(await refusal(submission({ home }))).toMatchObject({ status: 422, code: 'no-such-place' })
    expect(await refusal(submission(answering('elder', { elderHome: home })))).toMatchObject({
      status: 422,
      code: 'no-such-place',
      fields: ['body.answers.elder.0.values.elderHome'],
    })
  })

  test('a place’s check character is wrong', async () => {
    const { home } = service
    const wrong = `${home.slice(0, -1)}${home.endsWith('0') ? '1' : '0'}`
    expect(await refusal(submission({ home: wrong }))).toMatchObject({ code: 'invalid', fields: ['body.home'] })
    expect((await refusal(submission(answering('elder', { elderHome: wrong })))).code).toMatch(/invalid|no-such-place/)
  })

  test('the answers name a stranger’s person by a forged id', async () => {
    const [elder] = answers.elder ?? []
    const forged = { ...answers, elder: [{ ...elder, entity: strangersPerson }] }
    expect(await refusal(submission({ answers: forged }))).toMatchObject({ status: 422, code: 'invalid' })
    const [applicant] = answers.applicant ?? []
    const asAnother = { ...answers, applicant: [{ ...applicant, entity: strangersPerson }] }
    expect(await refusal(submission({ answers: asAnother }))).toMatchObject({ status: 422, code: 'invalid' })
    const invented = { ...answers, elder: [{ ...elder, entity: `e${'0'.repeat(20)}` }] }
    expect(await refusal(submission({ answers: invented }))).toMatchObject({ status: 422, code: 'invalid' })
  })

  test('its id names somebody else’s request', async () => {
    const call = { ...submission(), path: `/channels/${closedId}/requests/${requestId}` }
    expect(await refusal(call)).toMatchObject({ status: 409 })
  })

  test('a key of an answer would change what objects are', async () => {
    const base = JSON.stringify(submission().body)
    const body = base.replace('"notify"', '"__proto__":{"polluted":true},"notify"')
    expect(await refusal({ ...submission(), body })).toMatchObject({ status: 422, code: 'invalid' })
    const inside = base.replace('"answers":{', '"answers":{"__proto__":[{"values":{}}],"constructor":[{"values":{}}],')
    expect(await refusal({ ...submission(), body: inside })).toMatchObject({ status: 422, code: 'invalid' })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('an address is refused when', () => {
  test('nothing is there', async () => {
    for (const path of ['/channels/x/y/z', '/requests/x/unknown', '/work/1'])
      expect(await refusal({ method: 'GET', path, token: worker })).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('the method is not offered there', async () => {
    const answer = await refusal({ method: 'DELETE', path: '/work', token: worker })
    expect([404, 405]).toContain(answer.status)
  })

  test.each([
    ['/places/short'],
    ['/places/00000000001'],
    ['/places/..%2f..%2fetc'],
    ['/channels/c1'],
    ['/channels/C123456789012'],
    ["/channels/c'%20or%201=1--"],
    ['/channels/%00'],
    ['/channels/%E0%A4%A'],
    ['/entities/e1'],
    ['/entities/%24%7Bid%7D'],
    ['/organisations/x'],
    ['/requests/r%23STEP'],
    ['/places/imports/x'],
    ['/places/by-code/abc'],
  ])('an id in it has the wrong shape: %s', async (path) => {
    const token = path.startsWith('/places/imports') ? keeper : worker
    expect(await refusal({ method: 'GET', path, token })).toMatchObject({ status: 422, code: 'invalid' })
  })

  test('its query holds what the contract does not know', async () => {
    expect(await refusal({ method: 'GET', path: '/work?limit=100000', token: worker })).toMatchObject({
      status: 422,
      fields: ['query'],
    })
    expect(
      await refusal({ method: 'GET', path: '/channels?cursor=0~&filter=attribute_exists(pk)', token: worker }),
    ).toMatchObject({ status: 422 })
    expect(
      await refusal({ method: 'GET', path: `/places/${world.places.north}/subtree?level=house`, token: worker }),
    ).toMatchObject({ status: 422, fields: ['query.level'] })
  })
})

/** A cursor of another list of the same table, as the library makes them. */
const cursorOf = (keys: object): string => Buffer.from(JSON.stringify(keys)).toString('base64')

describe('a page position that is not ours is refused:', () => {
  test.each([
    ['not base64', '~~~'],
    ['not JSON', 'abc'],
    ['no keys', cursorOf({})],
    ['a list', cursorOf([1])],
    ['null', cursorOf([null])],
    ['keys of another type', cursorOf({ pk: 1, sk: {} })],
    ['keys of another item', cursorOf({ pk: 'STANDING#a', sk: 'STANDING' })],
    ['an injected filter', "' OR attribute_exists(pk) --"],
  ])('%s', async (_what, cursor) => {
    const lists: [string, string][] = [
      [`/places/${world.places.north}/children`, resident],
      [`/places/${world.places.north}/subtree?level=door`, worker],
      ['/requests', resident],
      [`/channels/${channelId}/requests`, worker],
      ['/channels', worker],
      ['/work', worker],
      ['/ledgers/people', worker],
      ['/entities/duplicates', worker],
    ]
    for (const [path, token] of lists) {
      for (const position of path.startsWith('/places') || path === '/requests' ? [cursor] : [`0~${cursor}`, cursor]) {
        const answer = await world.send({
          method: 'GET',
          path: `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(position)}`,
          token,
        })
        const { code } = answer.body as { code?: string } // a problem document
        expect({ path, position, status: answer.status, code }).toEqual({
          path,
          position,
          status: 422,
          code: 'invalid',
        })
      }
    }
  })

  test('while the one a page ended with goes on where it ended, to the last', async () => {
    const path = `/places/${world.places.north}/subtree?level=door`
    const api = world.as(worker)
    for (let drafts = 0; drafts < 19; drafts++)
      await api.channels.create({ params: { channelId: mintChannelId() }, body: checkUp() })
    const seen: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      const page = await api.channels.list({ query: cursor === undefined ? {} : { cursor } })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
      pages += 1
    } while (cursor !== undefined)
    expect({ pages, channels: seen.length, distinct: new Set(seen).size }).toEqual({
      pages: 2,
      channels: 22,
      distinct: 22,
    })
    expect(seen).toEqual(expect.arrayContaining([channelId, closedId, newerId]))
    expect((await world.send({ method: 'GET', path, token: worker })).body).toMatchObject({
      items: expect.objectContaining({ length: 60 }),
    })
  })

  test('one longer than any of ours', async () => {
    const path = `/work?cursor=${'x'.repeat(601)}`
    expect(await refusal({ method: 'GET', path, token: worker })).toMatchObject({ fields: ['query.cursor'] })
  })

  test('one of another community, moved into the own list, shows nothing of it', async () => {
    const path = `0~${cursorOf({ gsi1pk: `OPEN#${world.places.west}`, gsi1sk: '2', pk: 'WORK#r', sk: 'WORK' })}`
    const answer = await world.send({ method: 'GET', path: `/work?cursor=${encodeURIComponent(path)}`, token: worker })
    expect(answer.status).toBe(422)
  })
})

describe('an official’s change is refused, and nothing is written, when', () => {
  test('a step carries no note where the resident must read one', async () => {
    expect(
      await refusal({
        method: 'POST',
        path: `/requests/${requestId}/steps`,
        token: worker,
        body: { action: 'return', key: mintStepKey(), note: '   ' },
      }),
    ).toMatchObject({ status: 422, fields: ['body.note'] })
  })

  test('a step is not possible in the state the request is in', async () => {
    expect(
      await refusal({
        method: 'POST',
        path: `/requests/${requestId}/steps`,
        token: worker,
        body: { action: 'close', key: mintStepKey(), note: '已安排' },
      }),
    ).toMatchObject({ status: 409, code: 'step-not-allowed' })
  })

  test('a channel’s form binds what the knowledge system does not know', async () => {
    const content = checkUp()
    const [first, ...others] = content.form.controls
    const form = { ...content.form, controls: [{ ...first, kind: 'script' }, ...others] }
    expect(
      await refusal({
        method: 'PUT',
        path: `/channels/${mintChannelId()}`,
        token: worker,
        body: { ...content, form },
      }),
    ).toMatchObject({ status: 422, fields: ['body.form.controls.0.kind'] })
  })

  test('a channel is to reach a place that does not exist, or one outside', async () => {
    const { edition } = await world.as(worker).channels.channel({ params: { channelId } })
    const publication = (reach: string[]): RawCall => ({
      method: 'PUT',
      path: `/channels/${channelId}/publication`,
      token: worker,
      body: { edition, reach },
    })
    expect(await refusal(publication([placeIdFrom(Buffer.from('nowhere at all'))]))).toMatchObject({
      status: 422,
      code: 'no-such-place',
    })
    expect(await refusal(publication([]))).toMatchObject({ status: 422, code: 'invalid' })
  })

  test('somebody saved the draft since', async () => {
    expect(
      await refusal({
        method: 'PUT',
        path: `/channels/${channelId}/draft`,
        token: worker,
        body: { edition: 1, content: { ...checkUp(), promisedDays: 9 } },
      }),
    ).toMatchObject({ status: 409, code: 'changed' })
  })
})

describe('the hierarchy refuses, and nothing is written, when', () => {
  const path = (more: string): string => `/places/${world.places.north}${more}`
  const operation = (body: Record<string, unknown>): RawCall => ({
    method: 'PUT',
    path: path(`/operations/${mintOperationId()}`),
    token: keeper,
    body: { kind: 'rename', date: '2026-11-25', reason: '规范名称', name: '花家地北里社区居委会甲', ...body },
  })
  const mint = (body: Record<string, unknown>): RawCall => ({
    method: 'PUT',
    path: path(`/mints/${mintJobId()}`),
    token: keeper,
    body,
  })
  const pattern = {
    by: 'pattern',
    buildings: { from: 1, to: 3 },
    suffix: '号楼',
    units: 2,
    floors: 3,
    doors: 4,
  }
  const boundary = (coordinates: unknown): RawCall => ({
    method: 'PUT',
    path: path('/boundary'),
    token: keeper,
    body: { crs: 'gcj02', version: 0, geometry: { type: 'Polygon', coordinates } },
  })
  const noPlace = placeIdFrom(Uint8Array.from([9, 9, 9, 9, 9, 9, 9]))

  test.each([
    ['an operation has no day', () => operation({ date: '明天' }), 'invalid', ['body.date']],
    ['an operation has no reason', () => operation({ reason: ' ' }), 'invalid', ['body.reason']],
    [
      'a place is to be where it is',
      () => operation({ kind: 'move', to: noPlace, name: undefined }),
      'operation-impossible',
      ['body'],
    ],
    [
      'a place is to be merged into itself',
      () => operation({ kind: 'merge', into: world.places.north, name: undefined }),
      'operation-impossible',
      ['body'],
    ],
    [
      'a name is that of a neighbour',
      () => operation({ name: '花家地西里社区居委会' }),
      'operation-impossible',
      ['body'],
    ],
    ['a pattern runs backwards', () => mint({ ...pattern, buildings: { from: 5, to: 2 } }), 'invalid', ['body']],
    [
      'a pattern is too large',
      () => mint({ ...pattern, buildings: { from: 1, to: 900 }, floors: 30 }),
      'invalid',
      ['body'],
    ],
    ['a list is empty', () => mint({ by: 'rows', rows: [] }), 'invalid', ['body.rows']],
    [
      'a community is to be minted',
      () => mint({ by: 'names', level: 'community', kind: 'division', names: ['甲社区'] }),
      'invalid',
      ['body'],
    ],
    [
      'a boundary has two points',
      () =>
        boundary([
          [
            [116.4, 39.9],
            [116.5, 39.9],
          ],
        ]),
      'invalid',
      ['body.geometry.coordinates.0'],
    ],
    [
      'an address is empty',
      () => ({ method: 'POST', path: '/places/parse', token: resident, body: { text: '' } }),
      'invalid',
      ['body.text'],
    ],
    [
      'a past day is none',
      () => ({ method: 'GET', path: path('?at=2021-13-01'), token: resident }),
      'invalid',
      ['query.at'],
    ],
    [
      'a point is none',
      () => ({ method: 'GET', path: '/places/at?longitude=x&latitude=40&crs=wgs84', token: resident }),
      'invalid',
      ['query.longitude'],
    ],
    [
      'a coordinate system is none of ours',
      () => ({ method: 'GET', path: path('/boundary?crs=bd09'), token: resident }),
      'invalid',
      ['query.crs'],
    ],
    [
      'neither a name nor a code is asked for',
      () => ({ method: 'GET', path: '/places/resolve', token: resident }),
      'invalid',
      ['query'],
    ],
    [
      'a place has no dictionary of that version',
      () => ({ method: 'GET', path: `/places/dictionaries/${world.places.north}/abcd1234/0`, token: resident }),
      'not-found',
      [],
    ],
    [
      'what is no road has no numbers',
      () => ({ method: 'GET', path: path('/segments'), token: resident }),
      'not-found',
      [],
    ],
    [
      'a grid has no places',
      () => ({
        method: 'PUT',
        path: `/grids/${mintGridId()}`,
        token: keeper,
        body: { name: '甲', within: world.places.north, places: [], workers: [], from: '2026-11-25', edition: 0 },
      }),
      'invalid',
      ['body.places'],
    ],
    ['data is asked for without a purpose', () => asking({ purpose: undefined }), 'invalid', ['body.purpose']],
    ['nothing of the data is asked for', () => asking({ fields: [] }), 'invalid', ['body.fields']],
    ['data is asked for for nobody', () => asking({ posts: [] }), 'invalid', ['body.posts']],
    ['data is asked for until no day', () => asking({ until: '2026-13-01' }), 'invalid', ['body.until']],
    ['the data asked for is none', () => asking({}), 'not-found', []],
    [
      'data is given in part and returned at once',
      () => ({
        method: 'PUT',
        path: `/provisions/${mintProvisionId()}/decision`,
        token: worker,
        body: { outcome: 'return', edition: 1, fields: {}, reason: '不合适' },
      }),
      'invalid',
      ['body'],
    ],
    [
      'a side of data sent down is none',
      () => ({ method: 'GET', path: '/provisions?side=both', token: worker }),
      'invalid',
      ['query.side'],
    ],
    [
      'a duty is none',
      () => ({ method: 'GET', path: `/duties/${world.places.north}/cooking`, token: keeper }),
      'invalid',
      ['path.duty'],
    ],
  ] as const)('%s', async (_what, call: () => RawCall, code, fields) => {
    expect(await refusal(call())).toMatchObject({ code, fields })
  })
})
