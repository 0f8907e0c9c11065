import { allRoutes, type ImportBody, mintChannelId, mintJobId, type Route } from '@zmht/shared/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { dayInChina, now } from '../../functions/platform/clock'
import { escapesIn, type Sent } from '../escapes'
import { type Watch, watchTable } from '../table'
import { aWorld, checkUp, type World } from '../world'

let world: World
let scene: Awaited<ReturnType<typeof escapesIn>>

beforeAll(async () => {
  world = await aWorld()
  scene = await escapesIn(world)
})
afterAll(() => world.stop())

const nameOf = ({ slice, name }: Route): string => `${slice}.${name}`
const routes = new Map(allRoutes.map((route) => [nameOf(route), route]))

async function call(name: string, token: string, { params, body }: Sent) {
  const route = routes.get(name)
  if (route === undefined) throw new Error(`the contract has no route ${name}`)
  const answer = await world.send({
    method: route.method,
    path: route.path.replace(/\{(\w+)\}/g, (_match, one: string) => params[one] ?? ''),
    token,
    ...(body === undefined ? {} : { body }),
  })
  const {
    code,
    detail = '',
    fields = [],
  } = answer.body as {
    code?: string
    detail?: string
    fields?: { message: string }[]
  } // a problem document, or a reply
  return {
    outcome: answer.status === 200 ? '200' : `${answer.status} ${code}`,
    said: [detail, ...fields.map(({ message }) => message)].join(''),
  }
}

async function tableNow(): Promise<Watch> {
  await world.workOff()
  return watchTable()
}

/** What lies in the table now and did not before, and the other way round, but for refusals kept in the audit. */
async function changedSince(before: Watch): Promise<string[]> {
  await world.system.settle()
  return (await before.changed()).filter((line) => !(line.includes('"AUDIT#') && line.includes('"refused"')))
}

/** A sentence in Chinese. */
const plain = /[\u4e00-\u9fff].*。/

/** Writes that name neither a place nor an owner: a service belongs to the caller's own organisation, a client to their city, a sealed day to all. */
const placeless = [
  'channels.create',
  'permissions.makeClient',
  'permissions.endClient',
  'permissions.saveIssuer',
  'permissions.verifyAudit',
  'overview.seeNews',
  'overview.arrangeMyHome',
]
/** What only looks ahead and writes nothing. */
const looking = [
  'hierarchy.consequences',
  'hierarchy.previewMint',
  'permissions.previewDirectoryImport',
  'permissions.previewGrant',
  'channels.proposeRouting',
  'applications.readApplicationFile',
]
const writing = allRoutes
  .filter(
    ({ method, needs }) =>
      method !== 'GET' && (needs.who === 'official' || needs.who === 'owner-or-official') && needs.where !== 'anywhere',
  )
  .map(nameOf)
  .filter((name) => ![...placeless, ...looking].includes(name))

describe('a write that would leave the territory is refused as a read would be, and nothing is written:', () => {
  test.each([...writing, 'ledgers.askCharge'])('%s', async (name) => {
    const rows = scene.escapes.filter(([route]) => route === name)
    // A new write comes with what it must not do.
    expect(rows).not.toEqual([])
    const before = await tableNow()
    for (const [, what, by, sent, outcome] of rows) {
      const answer = await call(name, scene.tokens[by], sent())
      expect({ what, outcome: answer.outcome }).toEqual({ what, outcome })
      expect(answer.said).toMatch(plain)
    }
    expect(await changedSince(before)).toEqual([])
  })
})

describe('by a spreadsheet nobody is given', () => {
  const office = () => `o${idOfDivision('110105026')}`
  const sheet = (...rows: [organisation: string, post: string, phone?: string][]): ImportBody => ({
    within: office(),
    date: dayInChina(now()),
    complete: false,
    rows: rows.map(([organisation, post, phone = `1900000760${rows.length}`], index) => ({
      row: index + 1,
      organisation,
      post,
      name: '冯芒种',
      phone,
    })),
  })
  const nameOfOrganisation = async (id: string) =>
    (await world.as(scene.tokens.city).permissions.organisation({ params: { organisationId: id } })).name
  const importAs = (by: 'subdistrict' | 'city') => {
    const { permissions } = world.as(scene.tokens[by])
    return {
      preview: (body: ImportBody) => permissions.previewDirectoryImport({ body }),
      start: (body: ImportBody, digest: string, jobId = mintJobId()) =>
        permissions.importDirectory({ params: { jobId }, body: { ...body, digest } }),
    }
  }

  test.each([
    ['what changes permissions', '权限管理员', '要由权限管理员'],
    ['that by another of its names', '系统管理员', '要由权限管理员'],
    ['what watches over permissions', '安全审计员', '要由权限管理员'],
    ['what changes who is on which post', '街道人事专员', '要由权限管理员'],
    ['a rank above the importer’s own', '市级统筹', '要由权限管理员'],
    ['a role by its name', 'permission-keeper', '没有找到岗位'],
  ])('%s, though who may give it has previewed the very sheet', async (_, post, words) => {
    const here = await nameOfOrganisation(`o${world.places.north}`)
    const body = sheet([here, post])
    const theirs = await importAs('city').preview(body)
    const before = await tableNow()
    const { preview, start } = importAs('subdistrict')
    const { changes, counts, digest } = await preview(body)
    expect(changes).toMatchObject([{ what: 'problem', row: 1, message: expect.stringContaining(words) }])
    expect(counts).toMatchObject({ problem: 1, added: 0, moved: 0, phone: 0 })
    expect(await changedSince(before)).toEqual([])
    for (const one of [digest, theirs.digest]) await start(body, one)
    await world.workOff()
    const written = (await changedSince(before)).filter((line) => !line.includes('"JOB#'))
    expect(written).toEqual([])
  })

  test('anything outside their own places, whichever organisation the sheet is said to be about', async () => {
    const away = await nameOfOrganisation(`o${world.places.datong}`)
    const body = sheet([away, '社工'])
    const before = await tableNow()
    const { preview, start } = importAs('subdistrict')
    expect((await preview(body)).changes).toMatchObject([
      { what: 'problem', message: expect.stringContaining('没有找到单位') },
    ])
    for (const within of [`o${world.places.datong}`, `o${idOfDivision('110105')}`, `o${idOfDivision('11')}`]) {
      await expect(preview({ ...body, within })).rejects.toMatchObject({ code: 'outside-territory' })
      await expect(start({ ...body, within }, 'd')).rejects.toMatchObject({ code: 'outside-territory' })
    }
    expect(await changedSince(before)).toEqual([])
  })

  test('more than was previewed, nor what somebody else had previewed under their own import', async () => {
    const here = await nameOfOrganisation(`o${world.places.north}`)
    const [one, other] = [sheet([here, '社工', '19000007611']), sheet([here, '社工', '19000007612'])]
    const { preview, start } = importAs('subdistrict')
    const { digest } = await preview(one)
    const jobId = mintJobId()
    const before = await tableNow()
    await expect(start(other, digest)).rejects.toMatchObject({ code: 'changed' })
    await expect(start({ ...one, complete: true }, digest)).rejects.toMatchObject({ code: 'changed' })
    expect(await changedSince(before)).toEqual([])
    await importAs('city').start(one, (await importAs('city').preview(one)).digest, jobId)
    await expect(start(one, digest, jobId)).rejects.toMatchObject({ code: 'key-reused' })
    const theirs = world.as(scene.tokens.subdistrict).permissions.directoryImport({ params: { jobId } })
    await expect(theirs).rejects.toMatchObject({ code: 'not-found' })
    await world.workOff()
  })
})

describe('what a template or a row does not have is not taken from it:', () => {
  const secret = { roles: ['permission-keeper'], posts: [{ id: 'p1', roles: ['permission-keeper'] }] }
  const row = { row: 1, organisation: '社区', post: '社工', name: '冯芒种', phone: '19000007621' }
  const imported = (rows: object[], more: object = {}): Sent => ({
    params: { jobId: mintJobId() },
    body: { within: `o${world.places.north}`, date: dayInChina(now()), complete: false, rows, digest: 'd', ...more },
  })
  const created = (more: object): Sent => ({
    params: { channelId: mintChannelId() },
    body: { ...checkUp(), ...more },
  })
  test.each<[string, string, 'subdistrict' | 'worker', () => Sent]>([
    ['roles of a row', 'permissions.importDirectory', 'subdistrict', () => imported([{ ...row, ...secret }])],
    ['a rank of a row', 'permissions.importDirectory', 'subdistrict', () => imported([{ ...row, rank: 'city' }])],
    [
      'a territory of a row',
      'permissions.importDirectory',
      'subdistrict',
      () => imported([{ ...row, manages: [world.places.datong], territory: 'all' }]),
    ],
    ['roles of a sheet', 'permissions.importDirectory', 'subdistrict', () => imported([row], secret)],
    [
      'organisations of a sheet',
      'permissions.importDirectory',
      'subdistrict',
      () => imported([row], { organisations: [{ id: `o${world.places.datong}` }], writable: ['all'] }),
    ],
    ['roles of a template', 'channels.create', 'worker', () => created(secret)],
    [
      'an owner of a template',
      'channels.create',
      'worker',
      () => created({ organisationId: `o${world.places.datong}`, place: world.places.datong }),
    ],
    [
      'a reach, or a state, of a template',
      'channels.create',
      'worker',
      () => created({ reach: [world.places.datong], state: 'open', edition: 9 }),
    ],
    [
      'roles of a template’s form',
      'channels.create',
      'worker',
      () => created({ form: { ...checkUp().form, ...secret, territory: 'all' } }),
    ],
    [
      'a subject of a template’s form that is an official',
      'channels.create',
      'worker',
      () =>
        created({
          form: { ...checkUp().form, subjects: [{ key: 'me', kind: 'official', name: '我', is: { by: 'actor' } }] },
        }),
    ],
  ])('%s', async (_, name, by, sent) => {
    const before = await tableNow()
    const answer = await call(name, scene.tokens[by], sent())
    expect(answer.outcome).toBe('422 invalid')
    expect(answer.said).toMatch(plain)
    expect(await changedSince(before)).toEqual([])
  })
})
