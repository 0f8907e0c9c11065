import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { mintJobId, mintOfficialId, mintOperationId, mintPostId } from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inventedPhone } from '../../functions/local/demonstration'
import { sealNextDay } from '../../functions/platform/audit.seal'
import { lastSeal, readSeal } from '../../functions/platform/audit.store'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, moveClock, now, resetClock } from '../../functions/platform/clock'
import { environment } from '../../functions/platform/environment'
import { tableClient } from '../../functions/platform/table/client'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { aWorld, phones, type World } from '../world'

type Api = ReturnType<World['as']>
let world: World
let worker: { id: string; api: Api }
let auditor: Api
let resident: Api

const dayMillis = 24 * 3600_000
const signedIn = async (phone: string) => {
  const { accessToken, me } = await world.signIn('gov', phone)
  return { id: me.id, api: world.as(accessToken) }
}

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  worker = await signedIn(officials.worker)
  auditor = (await signedIn(officials.auditor)).api
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

/** The worker looks at the mother's ID number, and is refused in another community. */
async function look() {
  const mother = (await resident.ledgers.mine()).family[0]
  if (mother === undefined) throw new Error('the resident has a mother')
  await worker.api.ledgers.entity({ params: { entityId: mother.id }, query: { purpose: '核对体检名单' } })
  return mother.id
}

describe('what was done, seen and refused', () => {
  test('is told to whom it is about: who, where from, when and what for, and which facts', async () => {
    await look()
    expect((await resident.permissions.looks({ query: {} })).items).toEqual([])
    const { personOf } = await import('../../functions/permissions/index')
    const self = personOf((await resident.permissions.me()).id)
    const { entityId } = await import('@zmht/shared/knowledge')
    const { applyToGraph, residentAuthority } = await import('../../functions/ledgers/apply')
    const { knowledgeNow } = await import('../../functions/knowledge/index')
    const knowledge = await knowledgeNow()
    await applyToGraph(
      {
        knowledge: knowledge.version,
        entities: [
          {
            ref: { known: entityId(self) },
            kind: 'person',
            facts: [{ attribute: 'person.idNumber', value: '110105198503050026' }],
          },
        ],
        relations: [],
      },
      {
        by: (await resident.permissions.me()).id,
        authority: residentAuthority(entityId(self)),
        source: { kind: 'self', id: 'said-1', label: '我的信息' },
        at: now(),
        knowledge,
      },
    )
    await world.system.settle()
    await worker.api.ledgers.entity({ params: { entityId: self }, query: {} })
    await worker.api.ledgers.entity({ params: { entityId: self }, query: { purpose: '核对体检名单' } })
    const { items } = await resident.permissions.looks({ query: {} })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ purpose: '核对体检名单', attributes: ['person.idNumber'] })
    expect(items[0]?.title).toMatch(/花家地北里.* 社工/)
    // No value is kept with it.
    expect(JSON.stringify(await itemsOf('audit'))).not.toContain('110105198503050026')
  })

  test('is listed for an auditor, of one official', async () => {
    const refused = worker.api.ledgers.people({ query: {} })
    await refused
    await worker.api.permissions.grants({ query: {} }).catch(() => undefined)
    const { items } = await auditor.permissions.auditOfOfficial({ params: { officialId: worker.id }, query: {} })
    expect(items[0]).toMatchObject({ action: 'permission.read', outcome: 'refused' })
    expect(items[0]?.at).toBe(
      [...items]
        .map(({ at }) => at)
        .sort()
        .at(-1),
    )
    expect(items.some(({ outcome, purpose }) => outcome === 'seen' && purpose === '核对体检名单')).toBe(true)
  })
})

test('of an official is read where they work, not by who watches over another city', async () => {
  const { api: keeper } = await signedIn(inventedPhone(5001))
  const { own } = await keeper.permissions.directory()
  const organisationId = own[0]?.id ?? ''
  const post = { title: '安全审计员', catalogue: 'auditor', rank: 'city', tags: [], closed: false, edition: 0 } as const
  const params = { organisationId, postId: mintPostId() }
  await keeper.permissions.savePost({ params, body: { ...post, tags: [], roles: ['auditor'] } })
  await keeper.permissions.personnel({
    params: { officialId: mintOfficialId(), operationId: mintOperationId() },
    body: {
      kind: 'appoint',
      post: params.postId,
      as: 'holder',
      date: dayInChina(now()),
      person: { name: '褚大寒', phone: '19000007701' },
      reason: '新聘',
    },
  })
  await world.system.settle()
  forgetEverything()
  const watcher = (await signedIn('19000007701')).api
  const asked = { params: { officialId: worker.id }, query: {} }
  await expect(watcher.permissions.auditOfOfficial(asked)).rejects.toMatchObject({ code: 'outside-territory' })
})

test('what is told late belongs to the day it came', async () => {
  const { auditWrite } = await import('../../functions/platform/audit.store')
  const at = later(now(), -3 * dayMillis)
  await auditWrite({ id: 'told-late', actor: 'system', action: 'post.changed', subject: 'post/late', at })
  const kept = (await itemsOf('audit')).find(({ id }) => id === 'told-late')
  expect(kept).toMatchObject({ at, day: dayInChina(now()), outcome: 'done' })
})

describe('a day of the audit', () => {
  const over = async () => {
    moveClock(dayMillis + 31 * 60_000)
    forgetEverything()
    // Shortly after midnight the day before is not sealed yet: day after day.
    while ((await sealNextDay()) !== undefined) await world.workOff()
  }
  const verified = async (day: string) => {
    const jobId = mintJobId()
    await auditor.permissions.verifyAudit({ params: { day, jobId } })
    await world.workOff()
    return auditor.permissions.verifyAudit({ params: { day, jobId } })
  }

  test('is sealed once it is over, on top of the day before, and proves whole', async () => {
    const today = dayInChina(now())
    await look()
    // The sweep may have come first.
    await sealNextDay()
    await world.workOff()
    const yesterday = dayInChina(later(now(), -dayMillis - 31 * 60_000))
    expect(await lastSeal()).toMatchObject({ day: yesterday, count: 0 })
    expect(await sealNextDay()).toBeUndefined()
    auditor = (await signedIn((await officialPhones()).auditor)).api
    await over()
    auditor = (await signedIn((await officialPhones()).auditor)).api
    const seal = await readSeal(today)
    expect(seal?.count).toBeGreaterThan(3)
    expect(seal?.chain).not.toBe(seal?.digest)
    expect(await verified(today)).toMatchObject({ state: 'done', whole: true })
    const { items } = await auditor.permissions.auditSeals({ query: {} })
    expect([items[0]?.day, items.at(-1)?.day]).toEqual([today, yesterday])
    const jobId = mintJobId()
    await auditor.permissions.verifyAudit({ params: { day: today, jobId } })
    const reused = auditor.permissions.verifyAudit({ params: { day: yesterday, jobId } })
    await expect(reused).rejects.toMatchObject({ code: 'key-reused' })
    const tomorrow = dayInChina(later(now(), dayMillis))
    const unsealed = auditor.permissions.verifyAudit({ params: { day: tomorrow, jobId: mintJobId() } })
    await expect(unsealed).rejects.toMatchObject({ code: 'not-found' })
    await world.workOff()
  })

  test('shows when it does not hang on the day before any more', async () => {
    const day = (await lastSeal())?.day ?? ''
    const seal = (await itemsOf('auditSeal')).find((item) => item.day === day)
    if (seal === undefined) throw new Error('the day is sealed')
    const put = (Item: Record<string, unknown>) =>
      tableClient().send(new PutCommand({ TableName: environment.tableName(), Item }))
    moveClock(2 * dayMillis)
    auditor = (await signedIn((await officialPhones()).auditor)).api
    await put({ ...seal, chain: 'another' })
    const { whole, message } = await verified(day)
    await put(seal)
    expect({ whole, message }).toEqual({ whole: false, message: expect.stringContaining('核对不一致') })
    expect(await verified(day)).toMatchObject({ whole: true })
  })

  test('shows when an entry of it was changed', async () => {
    const last = await lastSeal()
    const day = last?.day ?? ''
    const entry = (await itemsOf('audit')).find((item) => item.day === day && item.outcome === 'seen')
    if (entry === undefined) throw new Error('somebody looked on that day')
    const card = { ...(entry.card as object), purpose: '没有理由' } // as it lies in the table
    await tableClient().send(new PutCommand({ TableName: environment.tableName(), Item: { ...entry, card } }))
    moveClock(2 * dayMillis)
    auditor = (await signedIn((await officialPhones()).auditor)).api
    const { whole, message } = await verified(day)
    expect(whole).toBe(false)
    expect(message).toContain('核对不一致')
  })
})
