import {
  type ImportBody,
  mintJobId,
  mintOfficialId,
  mintOperationId,
  mintOrganisationId,
  mintPostId,
  type OrganisationBody,
  type PostBody,
} from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { inventedPhone } from '../../functions/local/demonstration'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, moveClock, now, resetClock } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { aWorld, publishCheckUp, type World } from '../world'

type Api = ReturnType<World['as']>
let world: World
let subdistrict: Api
let district: Api
let city: Api
let secretary: Api
let worker: Api
/** Keeps the directory of 平城区, in another city. */
let datong: Api

const today = (): string => dayInChina(now())
const north = () => `o${world.places.north}`
const west = () => `o${world.places.west}`
const office = () => `o${idOfDivision('110105026')}`
const bureau = () => `o${idOfDivision('110105')}`

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const signedIn = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  subdistrict = await signedIn(officials.subdistrict)
  district = await signedIn(officials.district)
  city = await signedIn(officials.city)
  secretary = await signedIn(officials.secretary)
  worker = await signedIn(officials.worker)
  datong = await signedIn(inventedPhone(5003))
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

const read = (organisationId: string, api = subdistrict) => api.permissions.organisation({ params: { organisationId } })
const save = (organisationId: string, body: OrganisationBody, api = subdistrict) =>
  api.permissions.saveOrganisation({ params: { organisationId }, body })
const station = (more: Partial<OrganisationBody> = {}): OrganisationBody => ({
  name: '花家地社区卫生服务站',
  kind: 'institution',
  parent: office(),
  place: world.places.north,
  manages: [],
  edition: 0,
  ...more,
})
async function bodyOf(organisationId: string): Promise<OrganisationBody> {
  const { name, kind, parent, place, manages, edition } = await read(organisationId)
  return {
    name,
    kind,
    ...(parent === undefined ? {} : { parent: parent.id }),
    ...(place === undefined ? {} : { place: place.id }),
    manages: manages.map(({ id }) => id),
    edition,
  }
}
const aPost = (more: Partial<PostBody> = {}): PostBody => ({
  title: '社工',
  catalogue: 'social-worker',
  rank: 'worker',
  roles: ['service-worker'],
  tags: [],
  closed: false,
  edition: 0,
  ...more,
})
const savePost = (organisationId: string, postId: string, body: PostBody, api = subdistrict) =>
  api.permissions.savePost({ params: { organisationId, postId }, body })
const personOn = async (post: string, name: string, phone: string) => {
  const officialId = mintOfficialId()
  const body = { kind: 'appoint', post, as: 'holder', date: today(), person: { name, phone }, reason: '新聘' } as const
  await subdistrict.permissions.personnel({ params: { officialId, operationId: mintOperationId() }, body })
  return { officialId, api: world.as((await world.signIn('gov', phone)).accessToken) }
}

test('the address book begins at one’s own organisation and the highest above it', async () => {
  const { own, roots } = await secretary.permissions.directory()
  expect(own).toMatchObject([{ id: north() }])
  expect(roots).toMatchObject([{ id: `o${idOfDivision('11')}` }])
  const shown = await read(north(), secretary)
  expect(shown.above.map(({ id }) => id)).toEqual([`o${idOfDivision('11')}`, bureau(), office()])
  expect([shown.editable, (await read(north())).editable]).toEqual([false, true])
})

describe('an organisation', () => {
  test('is made once, found below the one above it, and refuses an edition somebody else changed', async () => {
    const id = mintOrganisationId()
    expect(await save(id, station())).toMatchObject({ edition: 1, place: { id: world.places.north } })
    expect(await save(id, station())).toMatchObject({ edition: 1 })
    expect((await read(office())).below.map((one) => one.id)).toContain(id)
    await save(id, station({ name: '花家地卫生站', edition: 1 }))
    await expect(save(id, station({ name: '别的名字', edition: 1 }))).rejects.toMatchObject({ code: 'changed' })
  })

  test('leaves nobody’s places and comes into nobody’s from outside', async () => {
    const id = mintOrganisationId()
    await save(id, station())
    const datong = world.places.datong
    const moves: Partial<OrganisationBody>[] = [{ parent: bureau() }, { place: datong }, { manages: [datong] }]
    for (const more of moves) {
      const moved = save(id, station({ edition: 1, ...more }))
      await expect(moved).rejects.toMatchObject({ code: 'outside-territory' })
    }
    const foreign = await bodyOf(`o${datong}`)
    const taken = save(`o${datong}`, { ...foreign, parent: office() })
    await expect(taken).rejects.toMatchObject({ code: 'outside-territory' })
  })

  test('is not moved above itself, and nobody moves or widens their own', async () => {
    const circle = save(bureau(), { ...(await bodyOf(bureau())), parent: north() }, city)
    await expect(circle).rejects.toMatchObject({ code: 'personnel-impossible' })
    const own = { ...(await bodyOf(office())), parent: north() }
    await expect(save(office(), own)).rejects.toMatchObject({ code: 'outside-territory' })
    const wider = { ...(await bodyOf(office())), manages: [idOfDivision('110105026'), idOfDivision('110105')] }
    await expect(save(office(), wider)).rejects.toMatchObject({ code: 'outside-territory' })
  })

  test('hangs where there is something to hang on, twelve tiers deep at most, and stays as it ended', async () => {
    const id = mintOrganisationId()
    const nobody = mintOrganisationId()
    for (const more of [{ supervisor: nobody }, { supervisor: id }])
      await expect(save(id, station(more))).rejects.toMatchObject({ code: 'personnel-impossible' })
    await expect(save(id, station({ parent: nobody }))).rejects.toMatchObject({ code: 'invalid' })
    let deep = office()
    for (let tier = 4; tier <= 12; tier++) {
      const next = mintOrganisationId()
      await save(next, station({ name: `第${tier}级`, parent: deep }))
      deep = next
    }
    const deeper = save(id, station({ parent: deep }))
    await expect(deeper).rejects.toMatchObject({ code: 'personnel-impossible' })
  })

  test('without a place of its own belongs where the one above it does', async () => {
    const id = mintOrganisationId()
    const { place: _, ...nowhere } = station()
    expect(await save(id, nowhere)).toMatchObject({ edition: 1 })
    const outside = save(id, { ...nowhere, name: '别的名字', edition: 1 }, datong)
    await expect(outside).rejects.toMatchObject({ code: 'outside-territory' })
  })

  test('that manages several places is for who keeps all of them', async () => {
    const id = mintOrganisationId()
    const manages = [world.places.north, idOfDivision('110105')]
    await save(id, station({ parent: bureau(), manages }), city)
    const post = savePost(id, mintPostId(), aPost())
    await expect(post).rejects.toMatchObject({ code: 'outside-territory' })
    expect((await read(id)).editable).toBe(false)
  })

  test('given another place gives its people that place, at once and everywhere', async () => {
    const id = mintOrganisationId()
    const post = mintPostId()
    await save(id, station({ manages: [world.places.north] }))
    await savePost(id, post, aPost())
    const { api } = await personOn(post, '何立夏', '19000007301')
    const people = async () => (await api.ledgers.people({ query: {} })).items.map(({ id: one }) => one)
    const before = await people()
    await save(id, station({ manages: [world.places.west], edition: 1 }))
    const after = await people()
    expect(after.length > 0 && after.every((one) => !before.includes(one))).toBe(true)
    await world.workOff()
    expect(await people()).toEqual(after)
  })
})

describe('a post', () => {
  test('carries what its name in the catalogue does; beyond is for who keeps permissions', async () => {
    const id = mintPostId()
    expect((await savePost(west(), id, aPost())).posts.find((one) => one.id === id)).toMatchObject({ edition: 1 })
    const beyond: Partial<PostBody>[] = [
      { roles: ['service-worker', 'knowledge-keeper'] },
      { tags: ['党员'] },
      { catalogue: 'subdistrict-personnel', roles: ['directory-keeper'] },
      { catalogue: 'city-coordinator', rank: 'city', roles: ['hierarchy-keeper'] },
    ]
    for (const more of beyond) {
      const given = savePost(west(), id, aPost({ edition: 1, ...more }))
      await expect(given).rejects.toMatchObject({ code: 'forbidden' })
    }
    const given = await savePost(
      west(),
      id,
      aPost({ edition: 1, roles: ['service-worker', 'statistics-viewer'] }),
      city,
    )
    expect(given.posts.find((one) => one.id === id)?.roles).toContain('statistics-viewer')
    const late = savePost(west(), id, aPost({ edition: 1, title: '社工组长' }))
    await expect(late).rejects.toMatchObject({ code: 'changed' })
    const never = savePost(west(), id, aPost({ edition: 2, roles: ['service-worker'], termEnds: '2027-02-30' }))
    await expect(never).rejects.toMatchObject({ code: 'personnel-impossible' })
    const both = savePost(west(), id, aPost({ edition: 2, roles: ['permission-keeper', 'auditor'] }), city)
    await expect(both).rejects.toMatchObject({ code: 'personnel-impossible' })
  })

  test('is not changed by who holds it, and closes only when nobody does', async () => {
    const own = (await read(office())).posts[0]
    const mine = savePost(office(), own?.id ?? '', aPost({ title: '街道民生专员', edition: own?.edition ?? 0 }))
    await expect(mine).rejects.toMatchObject({ code: 'forbidden' })
    const higher = (await read(bureau(), district)).posts[0]
    const again = { catalogue: 'district-coordinator', rank: 'district', edition: higher?.edition ?? 0 } as const
    const theirs = savePost(
      bureau(),
      higher?.id ?? '',
      aPost({ ...again, title: '统筹', roles: ['statistics-viewer', 'directory-keeper'] }),
      district,
    )
    await expect(theirs).rejects.toMatchObject({ code: 'own-personnel' })
    const [held] = (await read(west())).posts
    const closed = savePost(
      west(),
      held?.id ?? '',
      aPost({ title: held?.title ?? '', closed: true, edition: held?.edition ?? 0 }),
    )
    await expect(closed).rejects.toMatchObject({ code: 'personnel-impossible' })
    const empty = mintPostId()
    await savePost(west(), empty, aPost({ title: '楼门长', catalogue: 'building-head', roles: [] }))
    await savePost(
      west(),
      empty,
      aPost({ title: '楼门长', catalogue: 'building-head', roles: [], closed: true, edition: 1 }),
    )
    await expect(personOn(empty, '何立夏', '19000007302')).rejects.toMatchObject({ code: 'personnel-impossible' })
  })

  test('that can change who may do what is given by who keeps permissions only', async () => {
    const id = mintPostId()
    const personnel = aPost({
      title: '街道人事专员',
      catalogue: 'subdistrict-personnel',
      rank: 'subdistrict',
      roles: ['directory-keeper'],
    })
    await savePost(office(), id, personnel, city)
    await expect(personOn(id, '何立夏', '19000007303')).rejects.toMatchObject({ code: 'forbidden' })
    const params = { officialId: mintOfficialId(), operationId: mintOperationId() }
    const person = { name: '何立夏', phone: '19000007303' }
    const body = { kind: 'appoint', post: id, as: 'holder', date: today(), person, reason: '新聘' } as const
    expect((await city.permissions.personnel({ params, body })).posts).toMatchObject([{ id, current: true }])
    // Nor does somebody come to keep and to watch by what another post of theirs becomes.
    const second = mintPostId()
    await savePost(west(), second, aPost({ title: '统计员', roles: [] }))
    const beside = { kind: 'appoint', post: second, as: 'holder', date: today(), reason: '兼任' } as const
    await city.permissions.personnel({ params: { ...params, operationId: mintOperationId() }, body: beside })
    const watching = savePost(west(), second, aPost({ title: '统计员', roles: ['auditor'], edition: 1 }), city)
    await expect(watching).rejects.toMatchObject({ code: 'personnel-impossible' })
  })

  test('changed changes what its people may do from the next request on', async () => {
    const id = mintPostId()
    await savePost(west(), id, aPost())
    const { api } = await personOn(id, '何立夏', '19000007304')
    await api.tasks.work({ query: {} })
    await savePost(west(), id, aPost({ roles: [], edition: 1 }))
    await expect(api.tasks.work({ query: {} })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('one phone is one official’s, though two are entered at the same time', async () => {
  const post = (await read(west())).posts.find(({ title }) => title === '社工')
  const phone = '19000007307'
  const both = ['许小满', '许大满'].map((name) => personOn(post?.id ?? '', name, phone))
  const done = await Promise.allSettled(both)
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'invalid', document: { fields: [{ path: 'body.person.phone' }] } },
  })
})

test('the catalogue is one for all, kept by who keeps permissions, and no two of its names read the same', async () => {
  const entry = { title: '助老员', aliases: ['养老护理员'], rank: 'worker', roles: [], tags: [], edition: 0 } as const
  const body = { ...entry, aliases: [...entry.aliases], roles: [], tags: [] }
  const params = { code: 'elder-aide' }
  await expect(subdistrict.permissions.saveCataloguePost({ params, body })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await city.permissions.saveCataloguePost({ params, body })).toMatchObject({ edition: 1, security: false })
  expect(await city.permissions.saveCataloguePost({ params, body })).toMatchObject({ edition: 1 })
  const impossible: { title: string; aliases?: string[] }[] = [
    { title: '社工' },
    { title: '社区工作者' },
    { title: '另一个', aliases: ['社工'] },
    { title: '另一个', aliases: ['养老护理员'] },
  ]
  for (const more of impossible) {
    const other = city.permissions.saveCataloguePost({ params: { code: 'other' }, body: { ...body, ...more } })
    await expect(other).rejects.toMatchObject({ code: 'personnel-impossible' })
  }
  const both = { ...body, title: '管与查', aliases: [], roles: ['permission-keeper' as const, 'auditor' as const] }
  const joined = city.permissions.saveCataloguePost({ params: { code: 'both' }, body: both })
  await expect(joined).rejects.toMatchObject({ code: 'personnel-impossible' })
  const late = city.permissions.saveCataloguePost({ params, body: { ...body, title: '助老专员' } })
  await expect(late).rejects.toMatchObject({ code: 'changed' })
  const { items } = await secretary.permissions.postCatalogue()
  expect(items.find(({ code }) => code === 'elder-aide')).toMatchObject({ title: '助老员' })
})

describe('a merger', () => {
  const merge = (organisationId: string, into: string, api = subdistrict, operationId = mintOperationId()) =>
    api.permissions.mergeOrganisation({
      params: { organisationId, operationId },
      body: { into, date: today(), reason: '机构调整' },
    })

  test('takes posts, people, places, duties, channels and what is below along, though its worker is killed on the way', async () => {
    const { intercept } = await import('../../functions/platform/table/client')
    const south = idOfDivision('110105026044')
    const gone = `o${south}`
    const below = mintOrganisationId()
    await save(below, station({ parent: gone, place: south }))
    const post = mintPostId()
    await savePost(gone, post, aPost({ title: '网格员', catalogue: 'grid-worker' }))
    await savePost(gone, mintPostId(), aPost({ title: '空岗' }))
    const { api, officialId } = await personOn(post, '何立夏', '19000007305')
    const organiser = mintPostId()
    await savePost(gone, organiser, aPost({ title: '社工组长', roles: ['service-organiser', 'service-worker'] }))
    const channel = await publishCheckUp((await personOn(organiser, '许小满', '19000007306')).api, [south])
    let killed = 0
    intercept(async (_command, input, next) => {
      const parts = (input as { TransactItems?: { Put?: { Item?: { _e?: string } } }[] }).TransactItems ?? []
      const isPost = parts.some(({ Put }) => Put?.Item?._e === 'post')
      if (!isPost || killed >= 2) return next()
      killed += 1
      if (killed === 2) await next()
      throw new Error('the worker was killed')
    })
    const operationId = mintOperationId()
    await merge(gone, north(), subdistrict, operationId)
    await merge(gone, north(), subdistrict, operationId)
    await world.workOff()
    intercept(undefined)
    forgetEverything()
    expect(killed).toBe(2)
    expect(await read(gone)).toMatchObject({ ended: { into: { id: north() } }, posts: [], below: [], manages: [] })
    const into = await read(north())
    expect(into.manages.map(({ id }) => id)).toEqual([world.places.north, south])
    expect(into.posts.find(({ id }) => id === post)?.holders).toMatchObject([{ id: officialId }])
    expect(into.below.map(({ id }) => id)).toContain(below)
    const me = await api.permissions.me()
    expect(me).toMatchObject({ posts: [{ id: post, organisation: { id: north() } }] })
    expect(me.kind === 'official' && me.posts[0]?.territory.map(({ id }) => id)).toEqual([world.places.north, south])
    const { holder } = await secretary.permissions.duty({ params: { placeId: south, duty: 'territory' } })
    expect(holder?.organisation.id).toBe(north())
    expect((await itemsOf('channel')).find(({ id }) => id === channel.id)?.organisationId).toBe(north())
    for (const organisationId of [gone, north()]) {
      const { items } = await subdistrict.permissions.organisationHistory({ params: { organisationId }, query: {} })
      expect(items.find(({ kind }) => kind === 'merge')).toMatchObject({
        organisation: { id: gone },
        into: { id: north() },
      })
    }
    // The worker of the successor, not touched by any post that moved, has what it manages now.
    expect(await worker.permissions.me()).toMatchObject({ posts: [{ territory: [{}, { id: south }] }] })
  })

  test('to come begins on its day; under its id is no other, and what has ended merges no more', async () => {
    const { sweep } = await import('../../functions/platform/sweep')
    const [gone, ended] = [mintOrganisationId(), mintOrganisationId()]
    await save(gone, station({ name: '将并入的站' }))
    await save(ended, station({ name: '已并入的站' }))
    const operationId = mintOperationId()
    const tomorrow = dayInChina(new Date(Date.parse(now()) + 24 * 3600_000).toISOString())
    const planned = (api = subdistrict, into = north()) =>
      api.permissions.mergeOrganisation({
        params: { organisationId: gone, operationId },
        body: { into, date: tomorrow, reason: '机构调整' },
      })
    await planned()
    expect(await planned()).toMatchObject({ kind: 'merge', date: tomorrow })
    await expect(planned(subdistrict, west())).rejects.toMatchObject({ code: 'key-reused' })
    await merge(ended, north())
    await world.workOff()
    forgetEverything()
    expect((await read(gone)).ended).toBeUndefined()
    expect((await read(ended)).ended).toMatchObject({ into: { id: north() } })
    await expect(merge(ended, west())).rejects.toMatchObject({ code: 'personnel-impossible' })
    await expect(merge(gone, ended)).rejects.toMatchObject({ code: 'personnel-impossible' })
    const again = { ...(await bodyOf(ended)), name: '又开的站' }
    await expect(save(ended, again)).rejects.toMatchObject({ code: 'personnel-impossible' })
    await expect(save(mintOrganisationId(), station({ parent: ended }))).rejects.toMatchObject({
      code: 'personnel-impossible',
    })
    await expect(savePost(ended, mintPostId(), aPost())).rejects.toMatchObject({ code: 'personnel-impossible' })
    await sweep()
    moveClock(24 * 3600_000)
    for (let run = 0; run < 14; run++) await sweep()
    await world.workOff()
    forgetEverything()
    const later = world.as((await world.signIn('gov', (await officialPhones()).subdistrict)).accessToken)
    expect((await read(gone, later)).ended).toMatchObject({ date: tomorrow, into: { id: north() } })
  })

  test('needs both to be the caller’s, and is not one into itself or what is below it', async () => {
    await expect(merge(north(), `o${world.places.datong}`)).rejects.toMatchObject({ code: 'outside-territory' })
    await expect(merge(bureau(), north(), city)).rejects.toMatchObject({ code: 'personnel-impossible' })
    await expect(merge(north(), north())).rejects.toMatchObject({ code: 'personnel-impossible' })
    await expect(merge(north(), west(), secretary)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('an import', () => {
  const sheet = (...rows: [string, string, string, string][]): ImportBody => ({
    within: office(),
    date: today(),
    complete: false,
    rows: rows.map(([organisation, post, name, phone], index) => ({ row: index + 1, organisation, post, name, phone })),
  })
  const preview = (body: ImportBody, api = subdistrict) => api.permissions.previewDirectoryImport({ body })
  const start = (body: ImportBody, digest: string, jobId = mintJobId(), api = subdistrict) =>
    api.permissions.importDirectory({ params: { jobId }, body: { ...body, digest } })

  test('does what was previewed, tells what it could not, and sent again is one', async () => {
    const { name } = await read(west())
    const [known] = (await read(west())).posts.flatMap(({ title, holders }) => (title === '社工' ? holders : []))
    const body = sheet(
      [name, '社工', known?.name ?? '', known?.phone ?? ''],
      [name, '专职网格员', '冯芒种', '19000007401'],
      [name, '社工', '冯夏至', '123'],
      [name, '权限管理员', '冯小暑', '19000007402'],
    )
    const previewed = await preview(body)
    expect(previewed.counts).toEqual({ added: 1, moved: 0, ended: 0, phone: 0, same: 1, problem: 2 })
    expect((await read(west())).posts.flatMap(({ holders }) => holders.map((one) => one.name))).not.toContain('冯芒种')
    const jobId = mintJobId()
    await start(body, previewed.digest, jobId)
    await world.workOff()
    expect(await start(body, previewed.digest, jobId)).toMatchObject({ state: 'done', done: 1, total: 1, problems: [] })
    const post = (await read(west())).posts.find(({ title }) => title === '网格员')
    expect(post).toMatchObject({ catalogue: 'grid-worker', holders: [{ name: '冯芒种', phone: '19000007401' }] })
    const me = await world.as((await world.signIn('gov', '19000007401')).accessToken).permissions.me()
    expect(me).toMatchObject({ posts: [{ id: post?.id }] })
    expect((await preview(body)).counts).toMatchObject({ same: 2, added: 0 })
    const { permissions } = district
    await expect(permissions.directoryImport({ params: { jobId } })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of what has changed since it was previewed is refused', async () => {
    const { name } = await read(west())
    const body = sheet([name, '社工', '冯大暑', '19000007403'])
    const { digest } = await preview(body)
    await savePost(west(), mintPostId(), aPost({ title: '临时岗位' }))
    await expect(start(body, digest)).rejects.toMatchObject({ code: 'changed' })
    const other = { ...body, rows: body.rows.map((row) => ({ ...row, name: '冯立秋' })) }
    await expect(start(other, (await preview(body)).digest)).rejects.toMatchObject({ code: 'changed' })
  })

  test('moves people, and takes off their posts who is not in a complete sheet', async () => {
    const [one, other] = [mintOrganisationId(), mintOrganisationId()]
    await save(one, station({ name: '甲站' }))
    await save(other, station({ name: '乙站', parent: one }))
    const post = mintPostId()
    await savePost(one, post, aPost())
    const moved = await personOn(post, '蒋处暑', '19000007404')
    const gone = await personOn(post, '蒋白露', '19000007405')
    const body = { ...sheet(['乙站', '社工', '蒋处暑', '19000007404']), within: one, complete: true }
    const { counts, digest } = await preview(body)
    expect(counts).toMatchObject({ moved: 1, ended: 1, problem: 0 })
    await start(body, digest)
    await world.workOff()
    expect(await moved.api.permissions.me()).toMatchObject({ posts: [{ organisation: { id: other } }] })
    await expect(gone.api.permissions.me()).rejects.toMatchObject({ code: 'session-revoked' })
  })

  test('gives a known official another number: they sign in with it and with the former no more', async () => {
    const id = mintOrganisationId()
    await save(id, station({ name: '换号站' }))
    const post = mintPostId()
    await savePost(id, post, aPost())
    const { api } = await personOn(post, '卫霜降', '19000007411')
    const body = { ...sheet(['换号站', '社工', '卫霜降', '19000007412']), within: id }
    const { counts, digest } = await preview(body)
    expect(counts).toMatchObject({ phone: 1, problem: 0 })
    await start(body, digest)
    await world.workOff()
    expect(await api.permissions.me()).toMatchObject({ phone: '190****7412' })
    const signedIn = world.as((await world.signIn('gov', '19000007412')).accessToken)
    expect(await signedIn.permissions.me()).toMatchObject({ posts: [{ id: post }] })
    await expect(world.signIn('gov', '19000007411')).rejects.toMatchObject({ code: 'unknown-official' })
  })

  test('takes no number that has become somebody else’s meanwhile, and no day that is none', async () => {
    const id = mintOrganisationId()
    await save(id, station({ name: '抢号站' }))
    const post = mintPostId()
    await savePost(id, post, aPost())
    const { api } = await personOn(post, '卫立冬', '19000007421')
    const body = { ...sheet(['抢号站', '社工', '卫立冬', '19000007422']), within: id }
    const jobId = mintJobId()
    const { intercept } = await import('../../functions/platform/table/client')
    const other = (await read(west())).posts.find(({ title }) => title === '社工')?.id ?? ''
    let taken = false
    intercept(async (_command, input, next) => {
      const parts = (input as { TransactItems?: { Put?: { Item?: { _e?: string } } }[] }).TransactItems ?? []
      if (!taken && parts.some(({ Put }) => Put?.Item?._e === 'official')) {
        taken = true
        await personOn(other, '卫小雪', '19000007422')
      }
      return next()
    })
    await start(body, (await preview(body)).digest, jobId)
    await world.workOff()
    intercept(undefined)
    expect(await subdistrict.permissions.directoryImport({ params: { jobId } })).toMatchObject({
      problems: [{ row: 1, message: expect.stringContaining('已登记为其他人') }],
    })
    expect(await api.permissions.me()).toMatchObject({ phone: '190****7421' })
    for (const date of ['2026-02-30', '1999-01-01'])
      await expect(preview({ ...body, date })).rejects.toMatchObject({ code: 'personnel-impossible' })
  })

  test('outside the caller’s places is refused', async () => {
    const body = { ...sheet(['甲', '社工', '冯', '19000007406']), within: bureau() }
    await expect(preview(body)).rejects.toMatchObject({ code: 'outside-territory' })
    await expect(preview({ ...body, within: north() }, secretary)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
