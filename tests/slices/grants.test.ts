import {
  type GrantContent,
  mintGrantId,
  mintOperationId,
  mintRequestId,
  type PersonnelBody,
} from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { auditOf } from '../../functions/platform/audit.store'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, moveClock, now, resetClock } from '../../functions/platform/clock'
import { metered } from '../../functions/platform/table/client'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { snapshot } from '../table'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'

type Api = ReturnType<World['as']>
let world: World
let city: { id: string; api: Api }
let subdistrict: { id: string; api: Api }
let secretary: { id: string; api: Api }
let worker: { id: string; api: Api }
let neighbour: { id: string; api: Api }
let channelId: string
let requestId: string

const signedIn = async (phone: string) => {
  const { accessToken, me } = await world.signIn('gov', phone)
  return { id: me.id, api: world.as(accessToken) }
}
const subdistrictOffice = () => `o${idOfDivision('110105026')}`
const cityOffice = () => `o${idOfDivision('11')}`

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  city = await signedIn(officials.city)
  subdistrict = await signedIn(officials.subdistrict)
  secretary = await signedIn(officials.secretary)
  worker = await signedIn(officials.worker)
  neighbour = await signedIn(officials.neighbourWorker)
  channelId = (await publishCheckUp(worker.api, [world.places.north])).id
  const owner = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const { service, answers } = await filledIn(owner, channelId)
  requestId = mintRequestId()
  await owner.channels.submit({
    params: { channelId, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.system.settle()
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

/** 统计查看 of the subdistrict's office reads requests in its own places, what is sensitive masked. */
const aRule = (more: Partial<GrantContent> = {}): GrantContent => ({
  name: '街道查看办件',
  effect: 'allow',
  subject: { organisations: [subdistrictOffice()], roles: ['statistics-viewer'] },
  actions: ['request.read'],
  resource: { kinds: ['request'] },
  territory: 'own',
  fields: { open: 'full', internal: 'full', personal: 'full', sensitive: 'masked' },
  ...more,
})
const reads = (api: Api) => codeOf(api.channels.request({ params: { requestId } }))
const saved = (content: GrantContent, grantId = mintGrantId(), edition = 0) =>
  city.api.permissions.saveGrant({ params: { grantId }, body: { content, reason: '办件统计需要', edition } })
const withdrawn = (grantId: string, edition: number) =>
  city.api.permissions.withdrawGrant({ params: { grantId }, body: { edition, reason: '试行结束' } })

describe('a rule put in force', () => {
  test('opens what it says, to whom it says, at once; withdrawn it closes again', async () => {
    expect(await reads(subdistrict.api)).toBe('forbidden')
    const rule = await saved(aRule())
    expect(rule).toMatchObject({ state: 'in-force', edition: 1, standard: false })
    expect(rule.named[subdistrictOffice()]).toContain('望京街道')
    forgetEverything()
    expect(await reads(subdistrict.api)).toBe('ok')
    // The same once more is the same.
    expect(await saved(aRule(), rule.id)).toMatchObject({ edition: 1 })
    await withdrawn(rule.id, 1)
    forgetEverything()
    expect(await reads(subdistrict.api)).toBe('forbidden')
    const { state, history } = await city.api.permissions.grant({ params: { grantId: rule.id } })
    expect({ state, editions: history.map(({ edition }) => edition) }).toEqual({ state: 'withdrawn', editions: [1] })
    await world.system.settle()
    const told = await auditOf(`grant/${rule.id}`)
    expect(told.map(({ actor, outcome }) => ({ actor, outcome }))).toEqual([
      { actor: city.id, outcome: 'done' },
      { actor: city.id, outcome: 'done' },
    ])
  })

  test('is seen by another instance within five seconds, without being told', async () => {
    expect(await reads(subdistrict.api)).toBe('forbidden')
    const { saveGrant } = await import('../../functions/permissions/grant.store')
    const { policyNow } = await import('../../functions/permissions/policy')
    const { withRule } = await import('../../functions/permissions/domain/policy')
    const id = mintGrantId()
    const { set, pointer } = await policyNow()
    // As the other instance would write it: this one's memory knows nothing of it.
    await saveGrant({
      record: { id, content: aRule(), edition: 1, by: city.id, at: now(), reason: '办件统计需要' },
      set: withRule(set, id, aRule(), false),
      names: { organisations: [subdistrictOffice()], posts: [] },
      stamp: 'another',
      seen: pointer,
    })
    expect(await reads(subdistrict.api)).toBe('forbidden')
    moveClock(5000)
    expect(await reads(subdistrict.api)).toBe('ok')
    await withdrawn(id, 1)
  })

  test('forbids whoever it names, whatever else allows', async () => {
    expect(await reads(worker.api)).toBe('ok')
    const rule = await saved(
      aRule({
        effect: 'forbid',
        name: '停看',
        subject: { organisations: [`o${world.places.north}`], ranks: ['worker'] },
      }),
    )
    forgetEverything()
    expect(await reads(worker.api)).toBe('forbidden')
    expect(await reads(secretary.api)).toBe('ok')
    const { sentence } = await city.api.permissions.why({
      query: { official: worker.id, action: 'request.read', kind: 'request', place: world.places.north },
    })
    expect(sentence).toContain('“停看”明确禁止')
    await withdrawn(rule.id, 1)
  })

  test('two put in force in the same moment are both in force', async () => {
    const rules = await Promise.all([saved(aRule()), saved(aRule({ name: '街道查看服务', actions: ['channel.read'] }))])
    const inForce: string[] = []
    let cursor: string | undefined
    do {
      const query = { state: 'in-force' as const, ...(cursor === undefined ? {} : { cursor }) }
      const page = await city.api.permissions.grants({ query })
      inForce.push(...page.items.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== undefined)
    for (const { id } of rules) expect(inForce).toContain(id)
    for (const { id, edition } of rules) await withdrawn(id, edition)
  })

  test('changed by two, the second is told', async () => {
    const { id } = await saved(aRule())
    await saved(aRule({ name: '改过一次' }), id, 1)
    expect(await codeOf(saved(aRule({ name: '又改一次' }), id, 1))).toBe('changed')
    await withdrawn(id, 2)
  })
})

describe('nobody gives', () => {
  const refusals = async (content: GrantContent): Promise<string[]> => {
    await world.system.settle()
    const before = await snapshot()
    const error = await saved(content).catch((one) => one)
    expect(error.code).toBe('grant-beyond')
    await world.system.settle()
    // Nothing but the refusal in the audit was written.
    const added = (await snapshot()).split('\n').filter((line) => !before.includes(line))
    expect(added.filter((line) => !line.includes('"audit"'))).toEqual([])
    expect(added).toHaveLength(1)
    return error.document.fields.map(({ message }: { message: string }) => message)
  }

  test('beyond their own places: everywhere, to another city, in places of another', async () => {
    expect((await refusals(aRule({ territory: 'all' })))[0]).toContain('超出了您的管理范围')
    expect((await refusals(aRule({ territory: { given: [world.places.datong] } })))[0]).toContain('超出了您的管理范围')
    expect((await refusals(aRule({ subject: { roles: ['statistics-viewer'] } })))[0]).toContain('超出了您的管理范围')
  })

  test('to themself', async () => {
    const own = aRule({ subject: { organisations: [cityOffice()], roles: ['permission-keeper'] } })
    expect((await refusals(own)).some((message) => message.includes('您自己的岗位'))).toBe(true)
  })

  test('keeping and watching over it in one', async () => {
    const both = aRule({ actions: ['permission.write', 'audit.read'] })
    expect((await refusals(both)).some((message) => message.includes('管的人和查的人要分开'))).toBe(true)
  })

  test('anything, who does not keep permissions', async () => {
    for (const { api } of [subdistrict, secretary, worker])
      expect(
        await codeOf(
          api.permissions.saveGrant({
            params: { grantId: mintGrantId() },
            body: { content: aRule(), reason: '试试', edition: 0 },
          }),
        ),
      ).toBe('forbidden')
  })

  test('what changes permissions, without a second person; and never confirms their own', async () => {
    const content = aRule({ name: '街道查权限', actions: ['permission.read'] })
    const { id, state } = await saved(content)
    expect(state).toBe('proposed')
    forgetEverything()
    expect(await codeOf(worker.api.permissions.grants({ query: {} }))).toBe('forbidden')
    const approval = { params: { grantId: id }, body: { accept: true, reason: '同意', edition: 1 } }
    expect(await codeOf(city.api.permissions.approveGrant(approval))).toBe('own-proposal')
    const { items } = await city.api.permissions.grants({ query: { state: 'proposed' } })
    expect(items.map((one) => one.id)).toEqual([id])
    const mayAsk = () => codeOf(subdistrict.api.permissions.grants({ query: {} }))
    expect(await codeOf(subdistrict.api.permissions.auditSeals({ query: {} }))).toBe('forbidden')
    const keeper = await signedIn((await officialPhones()).keeper)
    expect(await keeper.api.permissions.approveGrant(approval)).toMatchObject({ state: 'in-force', edition: 2 })
    // Sent again it is the same.
    expect(await keeper.api.permissions.approveGrant(approval)).toMatchObject({ edition: 2 })
    expect(await mayAsk()).toBe('ok')
    // A revision that is only proposed is taken back: what is in force stays.
    await saved({ ...content, name: '街道查权限（改）' }, id, 2)
    expect(await withdrawn(id, 3)).toMatchObject({ state: 'in-force', content: { name: '街道查权限' } })
    expect(await mayAsk()).toBe('ok')
    expect(await withdrawn(id, 4)).toMatchObject({ state: 'withdrawn' })
  })
})

describe('looked up', () => {
  const about = () => ({ kind: 'request' as const, place: world.places.north })

  test('who may: exactly those the endpoints let in, with the rule', async () => {
    const { count, items, byOrganisation } = await city.api.permissions.whoMay({
      query: { ...about(), action: 'request.read' },
    })
    expect(items.map(({ official }) => official.id).sort()).toEqual([worker.id, secretary.id].sort())
    expect(count).toBe(2)
    expect(byOrganisation).toHaveLength(1)
    for (const { because, fields } of items) {
      expect(because.map(({ grant }) => grant.id)).toEqual(['standard-service-worker'])
      expect(fields.sensitive).toBe('full')
    }
    expect([await reads(worker.api), await reads(secretary.api), await reads(neighbour.api)]).toEqual([
      'ok',
      'ok',
      'outside-territory',
    ])
  })

  test('by class of persons and of organisations, counted whole, page by page', async () => {
    const query = { kind: 'place' as const, place: world.places.north, action: 'hierarchy.read' as const }
    const first = await city.api.permissions.whoMay({ query })
    const met = new Set(first.items.map(({ official }) => official.id))
    for (let cursor = first.next; cursor !== undefined; ) {
      const page = await city.api.permissions.whoMay({ query: { ...query, cursor } })
      for (const { official } of page.items) met.add(official.id)
      cursor = page.next
    }
    expect(met.size).toBe(first.count)
    expect(first.count).toBeGreaterThan(50)
    const workers = await city.api.permissions.whoMay({
      query: { ...query, organisation: subdistrictOffice(), rank: 'worker' },
    })
    expect(workers.count).toBeLessThan(first.count)
    expect(workers.byRank.every(({ key }) => key === 'worker')).toBe(true)
  })

  test('why, and why not, in plain words', async () => {
    const ask = async (official: string, place = world.places.north) =>
      (await city.api.permissions.why({ query: { official, action: 'request.read', kind: 'request', place } })).sentence
    expect(await ask(worker.id)).toContain('可以“查看诉求”，依据规则“服务办理')
    expect(await ask(neighbour.id)).toContain('但不在这里：只在花家地西里')
    expect(await ask(subdistrict.id)).toContain('没有规则把它给这样的岗位')
    expect(await ask(`a${'0'.repeat(20)}`)).toContain('没有任何岗位')
  })

  test('what somebody may; one’s own always, of others only where permissions may be asked', async () => {
    const { items } = await worker.api.permissions.accessOfOfficial({ params: { officialId: worker.id } })
    expect(items.find(({ actions }) => actions.includes('request.handle'))).toMatchObject({
      because: { grant: { id: 'standard-service-worker' }, post: { title: '社工' } },
      places: [{ id: world.places.north }],
      everywhere: false,
    })
    expect(await codeOf(worker.api.permissions.accessOfOfficial({ params: { officialId: secretary.id } }))).toBe(
      'forbidden',
    )
    expect(await codeOf(subdistrict.api.permissions.accessOfOfficial({ params: { officialId: worker.id } }))).toBe('ok')
  })

  test('what may be done to a class of things, and what an organisation may', async () => {
    const { items } = await city.api.permissions.accessTo({ query: about() })
    expect(items.find(({ action }) => action === 'request.handle')).toMatchObject({
      count: 2,
      grants: [{ id: 'standard-service-worker', effect: 'allow' }],
    })
    const office = await city.api.permissions.accessOfOrganisation({
      params: { organisationId: subdistrictOffice() },
      query: { below: 'yes' },
    })
    const handling = office.items.find(({ action }) => action === 'request.handle')
    expect(handling?.count).toBeGreaterThan(20)
    expect(office.people).toBeGreaterThanOrEqual(handling?.count ?? 0)
  })

  test('what would change, before it is saved: who gains, who loses, and why it may not be given', async () => {
    const { gaining, losing, changes, beyond, needsApproval } = await city.api.permissions.previewGrant({
      params: { grantId: mintGrantId() },
      body: { content: aRule() },
    })
    expect({ gaining, losing, beyond, needsApproval }).toEqual({
      gaining: 1,
      losing: 0,
      beyond: [],
      needsApproval: false,
    })
    expect(changes[0]?.official.id).toBe(subdistrict.id)
    expect(changes[0]?.gains[0]).toMatchObject({ action: 'request.read', kind: 'request' })
    expect(changes[0]?.gains[0]?.where).toContain('望京街道')
    const taken = await city.api.permissions.previewGrant({
      params: { grantId: 'standard-service-worker' },
      body: {},
    })
    expect(taken.losing).toBeGreaterThan(50)
    expect(taken.beyond.map(({ why }) => why)).toContain('territory')
  })

  test('a colleague is found by name, initials, title and the end of the phone', async () => {
    const { me } = await world.signIn('gov', (await officialPhones()).secretary)
    const search = (q: string) => worker.api.permissions.searchDirectory({ query: { q } })
    const byName = await search(me.name)
    expect(byName.people.map(({ id }) => id)).toContain(me.id)
    const tail = (await officialPhones()).secretary.slice(-4)
    expect((await search(tail)).people.map(({ id }) => id)).toContain(me.id)
    const titled = await search('社区书记')
    expect(titled.count).toBeGreaterThan(20)
    expect(titled.people).toHaveLength(20)
    expect((await search('望京街道')).organisations[0]?.name).toContain('望京街道')
    expect((await search('社区')).organisations).toHaveLength(10)
  })

  test('who is away is found all the same, with the day they are back', async () => {
    const { name } = await neighbour.api.permissions.me()
    const found = async () => {
      forgetEverything()
      const { people } = await worker.api.permissions.searchDirectory({ query: { q: name } })
      return people.find(({ id }) => id === neighbour.id)
    }
    expect((await found())?.away).toBeUndefined()
    const day = (days: number) => dayInChina(later(now(), days * 24 * 3600_000))
    const record = (body: PersonnelBody) =>
      subdistrict.api.permissions.personnel({
        params: { officialId: neighbour.id, operationId: mintOperationId() },
        body,
      })
    await record({ kind: 'absence', date: day(0), until: day(2), reason: '年休假' })
    await world.system.settle()
    expect((await found())?.away).toBe(day(2))
    await record({ kind: 'return', date: day(0), reason: '提前销假' })
    await world.system.settle()
  })
})

describe('what a request costs', () => {
  test('the first of its kind of posts at most 4 read units, then 1: the standing, read strongly consistent', async () => {
    const rule = await saved(aRule())
    // What follows from the rule reads too, and is not what is measured.
    await world.system.settle()
    forgetEverything()
    const { readActor } = await import('../../functions/permissions/index')
    const ask = async (id: string) => (await metered(() => readActor(id, 'gov', 'none'))).used.readUnits
    const first = await ask(worker.id)
    const then = await ask(worker.id)
    // A colleague with the same kind of post costs no more than the standing either.
    const colleague = await ask(neighbour.id)
    expect(first).toBeLessThanOrEqual(4)
    expect([then, colleague]).toEqual([1, 1])
    await withdrawn(rule.id, 1)
  })
})

describe('ten thousand requests of two at once', () => {
  test('are each decided for who asks', async () => {
    const { readActor } = await import('../../functions/permissions/index')
    const { decide } = await import('@zmht/shared/permission')
    const { placeFacts } = await import('../../functions/hierarchy/index')
    const lineage = (await placeFacts(world.places.north)).lineage
    const wrong: string[] = []
    const ask = async (id: string, allowed: boolean) => {
      const actor = await readActor(id, 'gov', 'none')
      if (actor?.kind !== 'official') throw new Error('no official')
      const { allow } = decide(actor.policy, actor, 'request.read', { kind: 'request', lineage }, now())
      if (actor.id !== id || allow !== allowed) wrong.push(id)
    }
    for (let round = 0; round < 100; round++)
      await Promise.all(
        Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? ask(worker.id, true) : ask(neighbour.id, false))),
      )
    expect(wrong).toEqual([])
  })
})

describe('a list', () => {
  const listed = async (api: Api) => {
    const { items } = await api.channels.requests({ params: { channelId }, query: {} })
    return items.map(({ id }) => id)
  }
  const todo = async (api: Api) => (await api.tasks.work({ query: {} })).items.map((one) => one.requestId)

  test('opens with the rule that allows what is in it, of one application only', async () => {
    expect(await codeOf(listed(subdistrict.api))).toBe('forbidden')
    const other = await publishCheckUp(worker.api, [world.places.north])
    const ofOther = await saved(aRule({ resource: { kinds: ['request'], applications: [other.id] } }))
    forgetEverything()
    // May list, but nothing of this application.
    expect(await listed(subdistrict.api)).toEqual([])
    const ofThis = await saved(aRule({ resource: { kinds: ['request'], applications: [channelId] } }))
    forgetEverything()
    expect(await listed(subdistrict.api)).toEqual([requestId])
    expect(await reads(subdistrict.api)).toBe('ok')
    for (const { id, edition } of [ofOther, ofThis]) await withdrawn(id, edition)
  })

  test('leaves out what is forbidden, and only that', async () => {
    await world.system.settle()
    expect(await todo(worker.api)).toContain(requestId)
    const subject = { organisations: [`o${world.places.north}`], ranks: ['worker'] }
    const forbidding = (applications: string[], actions: GrantContent['actions']) =>
      saved(aRule({ effect: 'forbid', name: '停看', subject, resource: { kinds: ['request'], applications }, actions }))
    const elsewhere = await forbidding(['c000000000000'], ['request.read', 'work.read'])
    forgetEverything()
    expect(await listed(worker.api)).toEqual([requestId])
    expect(await todo(worker.api)).toContain(requestId)
    const here = await forbidding([channelId], ['request.read', 'work.read'])
    forgetEverything()
    expect(await listed(worker.api)).toEqual([])
    expect(await todo(worker.api)).not.toContain(requestId)
    expect(await reads(worker.api)).toBe('forbidden')
    for (const { id, edition } of [elsewhere, here]) await withdrawn(id, edition)
  })

  test('ends where a place inside one’s own is forbidden', async () => {
    const [compound] = (await worker.api.hierarchy.children({ params: { placeId: world.places.north }, query: {} }))
      .items
    if (compound === undefined) throw new Error('the community has a compound')
    const before = (await worker.api.ledgers.people({ query: {} })).items.length
    expect(before).toBeGreaterThan(0)
    const rule = await saved(
      aRule({
        effect: 'forbid',
        name: '小区另有专人',
        subject: { organisations: [`o${world.places.north}`], ranks: ['worker'] },
        actions: ['ledger.read'],
        resource: { kinds: ['entity'] },
        territory: { given: [compound.id] },
      }),
    )
    forgetEverything()
    expect((await worker.api.ledgers.people({ query: {} })).items).toEqual([])
    expect((await secretary.api.ledgers.people({ query: {} })).items).toHaveLength(before)
    await withdrawn(rule.id, rule.edition)
  })
})
