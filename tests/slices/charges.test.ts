import { type ChannelContent, mintChannelId, mintChargeId } from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, moveClock, now, resetClock } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { itemsOf } from '../table'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

type Api = ReturnType<World['as']>
let world: World
let daughter: Api
let neighbour: Api
let worker: Api
let neighbourWorker: Api
let secretary: Api
let mother: string

const today = () => dayInChina(now())
const inDays = (days: number) => dayInChina(new Date(Date.parse(now()) + days * 24 * 3600_000).toISOString())

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const official = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  const resident = async (phone: string) => world.as((await world.signIn('resident', phone)).accessToken)
  worker = await official(officials.worker)
  neighbourWorker = await official(officials.neighbourWorker)
  secretary = await official(officials.secretary)
  daughter = await resident(phones.resident)
  neighbour = await resident(phones.neighbour)
  const found = (await daughter.ledgers.mine()).family[0]
  if (found === undefined) throw new Error('the daughter has no mother in the graph')
  mother = found.id
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

const ask = (api: Api, chargeId = mintChargeId(), more: { until?: string; from?: string } = {}) =>
  api.ledgers.askCharge({
    params: { chargeId },
    body: { entity: mother, as: 'guardian', from: today(), reason: '母亲行动不便，由我代办', ...more },
  })
const decide = (api: Api, chargeId: string, accept = true) =>
  api.ledgers.decideCharge({ params: { chargeId }, body: { edition: 1, accept, reason: '已入户核实' } })
const end = (api: Api, chargeId: string, edition: number) =>
  api.ledgers.endCharge({ params: { chargeId }, body: { edition, reason: '不再需要' } })
/** What an official wrote down of the mother, which the daughter never said. */
const seenOfMother = async (api: Api) => {
  const { family } = await api.ledgers.mine()
  return family.find(({ id }) => id === mother)?.facts.map(({ attribute }) => attribute) ?? []
}

describe('somebody in one’s charge', () => {
  test('is asked for, decided by the community where they live, seen and spoken for until it ends', async () => {
    const charge = await ask(daughter)
    expect(charge).toMatchObject({ state: 'asked', as: 'guardian', name: '孙大雪' })
    // Sent again it is the same.
    expect(await ask(daughter, charge.id)).toMatchObject({ edition: 1 })
    await world.system.settle()
    const asked = await worker.ledgers.askedCharges({ query: {} })
    expect(asked.items.map(({ id }) => id)).toEqual([charge.id])
    expect((await neighbourWorker.ledgers.askedCharges({ query: {} })).items).toEqual([])
    expect(await codeOf(decide(neighbourWorker, charge.id))).toBe('outside-territory')
    expect(await decide(worker, charge.id)).toMatchObject({ state: 'held', answer: '已入户核实' })
    await world.system.settle()
    expect((await worker.ledgers.askedCharges({ query: {} })).items).toEqual([])
    expect(await end(daughter, charge.id, 2)).toMatchObject({ state: 'ended' })
  })

  test('shows all that is believed of them, and no longer once it has ended', async () => {
    const before = await seenOfMother(daughter)
    const { entityId } = await import('@zmht/shared/knowledge')
    const { applyToGraph } = await import('../../functions/ledgers/apply')
    const { knowledgeNow } = await import('../../functions/knowledge/index')
    const knowledge = await knowledgeNow()
    await applyToGraph(
      {
        knowledge: knowledge.version,
        entities: [
          {
            ref: { known: entityId(mother) },
            kind: 'person',
            facts: [{ attribute: 'person.dwellingKind', value: '2' }],
          },
        ],
        relations: [],
      },
      {
        by: 'a-worker',
        authority: () => 'checked',
        source: { kind: 'official', id: 'visit-1', label: '入户走访' },
        at: now(),
        knowledge,
      },
    )
    expect(await seenOfMother(daughter)).toEqual(before)
    const charge = await ask(daughter)
    await decide(worker, charge.id)
    await world.system.settle()
    expect(await seenOfMother(daughter)).toContain('person.dwellingKind')
    await end(daughter, charge.id, 2)
    await world.system.settle()
    expect(await seenOfMother(daughter)).not.toContain('person.dwellingKind')
  })

  test('counts from its first day until its last', async () => {
    const charge = await ask(daughter, mintChargeId(), { from: inDays(2), until: inDays(5) })
    await decide(worker, charge.id)
    await world.system.settle()
    const { readActor } = await import('../../functions/permissions/index')
    const me = await daughter.permissions.me()
    const heldNow = async () => {
      const actor = await readActor(me.id, 'resident', 'none')
      return actor?.kind === 'resident' ? actor.charges.length : -1
    }
    expect(await heldNow()).toBe(0)
    moveClock(3 * 24 * 3600_000)
    expect(await heldNow()).toBe(1)
    moveClock(3 * 24 * 3600_000)
    expect(await heldNow()).toBe(0)
    resetClock()
    await end(daughter, charge.id, 2)
  })

  test('is nobody a stranger may ask for; nor does a decline open anything', async () => {
    expect(await codeOf(ask(neighbour))).toBe('not-found')
    const charge = await ask(daughter)
    await decide(worker, charge.id, false)
    await world.system.settle()
    expect(await seenOfMother(daughter)).not.toContain('person.dwellingKind')
    expect(await codeOf(end(neighbour, charge.id, 2))).toBe('not-found')
    expect(await codeOf(decide(worker, charge.id))).toBe('changed')
  })

  test('is not oneself, nor asked for under the id of another charge, nor for no day', async () => {
    const { personOf } = await import('../../functions/permissions/index')
    const self = personOf((await daughter.permissions.me()).id)
    const of = (entity: string, chargeId = mintChargeId(), api = daughter) =>
      codeOf(
        api.ledgers.askCharge({
          params: { chargeId },
          body: { entity, as: 'guardian', from: today(), reason: '代办' },
        }),
      )
    expect(await of(self)).toBe('not-found')
    const charge = await ask(daughter)
    expect(await of(self, charge.id)).toBe('key-reused')
    expect(await of(mother, charge.id, neighbour)).toBe('key-reused')
    expect(await codeOf(ask(daughter, mintChargeId(), { until: today() }))).toBe('invalid')
    // What was only asked for can be taken back.
    expect(await end(daughter, charge.id, 1)).toMatchObject({ state: 'ended' })
    expect(await codeOf(decide(worker, charge.id))).toBe('changed')
  })

  test('waits until one decides, and is the newest of the list; who asks reads nothing of where it is kept', async () => {
    const charge = await ask(daughter)
    expect(Object.keys(charge)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(by|account|path|district)$/)]),
    )
    expect((await daughter.ledgers.charges()).items[0]?.id).toBe(charge.id)
    await decide(worker, charge.id)
    // The same decision of another is another: they are told that somebody was there first.
    expect(await codeOf(decide(secretary, charge.id))).toBe('changed')
    expect(await decide(worker, charge.id)).toMatchObject({ state: 'held', edition: 2 })
    const waiting = (await itemsOf('charge')).filter((one) => one.gsi2pk !== undefined)
    expect(waiting.map(({ id }) => id)).not.toContain(charge.id)
    await end(daughter, charge.id, 2)
  })

  test('is spoken for with the word of their own', async () => {
    const charge = await ask(daughter)
    await decide(worker, charge.id)
    await world.system.settle()
    const { chargesOf } = await import('../../functions/permissions/index')
    const { residentAuthority } = await import('../../functions/ledgers/apply')
    const { entityId } = await import('@zmht/shared/knowledge')
    const me = await daughter.permissions.me()
    const authority = residentAuthority(entityId('e00000000000000000000'), await chargesOf(me.id, now()))
    expect(authority(entityId(mother))).toBe('own')
    expect(authority(entityId('e00000000000000000001'))).toBe('told')
    await end(daughter, charge.id, 2)
  })

  test('an organisation has delegates, a person guardians and carers', async () => {
    const error = await daughter.ledgers
      .askCharge({
        params: { chargeId: mintChargeId() },
        body: { entity: mother, as: 'delegate', from: today(), reason: '代办' },
      })
      .catch((one) => one)
    expect(error.document.fields[0].message).toBe('对个人只能是监护人或照护人')
  })
})

describe('a service for some', () => {
  const published = async (audience: NonNullable<ChannelContent['audience']>, title: string) => {
    const made = await worker.channels.create({
      params: { channelId: mintChannelId() },
      body: { ...checkUp(), title, audience },
    })
    await worker.channels.publish({
      params: { channelId: made.id },
      body: { edition: made.edition, reach: [world.places.north] },
    })
    forgetEverything()
    return made.id
  }
  const listed = async (api: Api) => (await api.channels.services()).items

  test('is offered to whom it is for, and to whom nothing is known of', async () => {
    const elderly = await published({ who: 'family', rules: [{ about: 'age', least: 65 }] }, '六十五岁以上')
    const children = await published({ who: 'family', rules: [{ about: 'age', most: 14 }] }, '十四岁以下')
    const alone = await published({ who: 'self', rules: [{ about: 'age', least: 65 }] }, '本人六十五岁以上')
    const cards = await listed(daughter)
    expect(cards.find(({ id }) => id === elderly)?.audience).toBe('面向 65 岁以上的居民')
    // The mother was born in 1952; of the daughter no birth date is known.
    expect(cards.map(({ id }) => id)).toContain(alone)
    expect(cards.map(({ id }) => id)).toContain(children)
    await saidOf(daughter, 'person.birthDate', '1985-03-05')
    const then = (await listed(daughter)).map(({ id }) => id)
    expect(then).toContain(elderly)
    expect(then).not.toContain(children)
    expect(then).not.toContain(alone)
    expect(await codeOf(daughter.channels.service({ params: { channelId: alone }, query: {} }))).toBe('not-meant')
  })

  test('takes no request of others, and says why', async () => {
    const id = await published(
      { who: 'self', rules: [{ about: 'fact', attribute: 'person.dwellingKind', values: ['1'] }] },
      '租房的居民',
    )
    const { service, answers, requestId } = await filledIn(daughter, id)
    await saidOf(daughter, 'person.dwellingKind', '2')
    const error = await daughter.channels
      .submit({
        params: { channelId: id, requestId },
        body: { version: service.version, home: service.home, answers, notify: false },
      })
      .catch((one) => one)
    expect(error.code).toBe('not-meant')
    expect(error.document.detail).toContain('居住处所为租赁房屋')
    await saidOf(daughter, 'person.dwellingKind', '1')
    const sent = daughter.channels.submit({
      params: { channelId: id, requestId },
      body: { version: service.version, home: service.home, answers, notify: false },
    })
    expect(await codeOf(sent)).toBe('ok')
  })

  let said = 0
  async function saidOf(api: Api, attribute: string, value: string) {
    const { entityId } = await import('@zmht/shared/knowledge')
    const { applyToGraph, residentAuthority } = await import('../../functions/ledgers/apply')
    const { knowledgeNow } = await import('../../functions/knowledge/index')
    const { personOf } = await import('../../functions/permissions/index')
    const me = await api.permissions.me()
    const self = entityId(personOf(me.id))
    const knowledge = await knowledgeNow()
    said += 1
    await applyToGraph(
      {
        knowledge: knowledge.version,
        entities: [{ ref: { known: self }, kind: 'person', facts: [{ attribute, value }] }],
        relations: [],
      },
      {
        by: me.id,
        authority: residentAuthority(self),
        source: { kind: 'self', id: `said-${said}`, label: '我的信息' },
        at: now(),
        knowledge,
      },
    )
    forgetEverything()
  }
})
