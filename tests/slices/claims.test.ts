import {
  type Api,
  type GrantContent,
  mintChannelId,
  mintGrantId,
  mintRequestId,
  mintStepKey,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { officialPhones } from '../people'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let worker: Api
let resident: Api
let neighbour: Api
let north: PlaceId
let channelId: string

beforeAll(async () => {
  world = await aWorld()
  north = world.places.north
  const officials = await officialPhones()
  worker = await signedIn('gov', officials.worker)
  resident = await signedIn('resident', phones.resident)
  neighbour = await signedIn('resident', phones.neighbour)
  channelId = await publish(checkUp().form)
})
afterAll(() => world.stop())

const signedIn = async (app: 'resident' | 'gov', phone: string) =>
  world.as((await world.signIn(app, phone)).accessToken)

/** A service for both communities. */
async function publish(form: ReturnType<typeof checkUp>['form']): Promise<string> {
  const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: { ...checkUp(), form } })
  const open = await worker.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [north] },
  })
  return open.id
}

type Typed = Record<string, string | boolean | string[]>

const visit = { preferredDate: '2026-12-10', preferredPeriod: '1', transport: true }

/** Submits the service with what is typed about the elder, who may be somebody not named before. */
async function submit(api: Api, channel: string, elder: Typed, isNew = false): Promise<string> {
  const { service, answers, requestId } = await filledIn(api, channel, { elder, visit })
  const told = isNew ? { ...answers, elder: [{ values: elder }] } : answers
  await api.channels.submit({
    params: { channelId: channel, requestId },
    body: { version: service.version, home: service.home, answers: told, notify: false },
  })
  await world.system.settle()
  return requestId
}

const elderOf = async (api: Api) =>
  (await api.channels.service({ params: { channelId }, query: {} })).prefill.elder?.[0]?.values

/** The resident’s mother, as the community knows her. */
const grandmother = '110105195201080023'
const answers = { elderDiseases: ['02'], elderMobility: '1' }

/** The neighbour lives elsewhere; to be served here they choose a home here. */
async function moveIn(api: Api): Promise<PlaceId> {
  const me = await resident.permissions.me()
  const home = me.kind === 'resident' ? me.homes[0]?.placeId : undefined
  if (home === undefined) throw new Error('the resident has no home')
  await api.permissions.setHome({ params: { placeId: home }, body: { label: '工作地' } })
  await world.system.settle()
  return home
}

test('of two who speak of a third the first is believed, the other goes on seeing their own word, and an official decides', async () => {
  const home = await moveIn(neighbour)
  const first = await submit(resident, channelId, { ...answers, elderName: '孙大雪', elderIdNumber: grandmother })
  const second = await submit(neighbour, channelId, {
    ...answers,
    elderName: '孙大雪',
    elderIdNumber: grandmother,
    elderHome: home,
    elderMobility: '3',
  })
  expect((await elderOf(resident))?.elderMobility?.value).toBe('1')
  expect(await elderOf(neighbour)).toMatchObject({
    elderMobility: { value: '3', pending: true },
    elderName: { value: '孙大雪' },
  })

  const waiting = await worker.ledgers.undecided({ query: {} })
  const card = waiting.items.find(({ name }) => name === '孙大雪')
  expect(card).toMatchObject({ kind: 'person', undecided: 1 })
  const entityId = card?.id ?? ''
  const request = await worker.channels.request({ params: { requestId: second } })
  expect(request.entities.map(({ id }) => id)).toContain(entityId)

  const shown = await worker.ledgers.entity({ params: { entityId }, query: { purpose: '核对资料' } })
  const mobility = shown.facts.find(({ attribute }) => attribute === 'person.mobilityLevel')
  expect(mobility).toMatchObject({ sourceId: first, authority: 'told', waiting: [{ sourceId: second }] })

  const accept = {
    params: { entityId },
    body: {
      about: 'fact' as const,
      key: mintStepKey(),
      attribute: 'person.mobilityLevel',
      sourceId: second,
      outcome: 'accept' as const,
    },
  }
  const decided = await worker.ledgers.decide(accept)
  expect(await worker.ledgers.decide(accept)).toEqual(decided)
  expect(decided.facts.find(({ attribute }) => attribute === 'person.mobilityLevel')).toMatchObject({
    authority: 'checked',
    waiting: [],
  })
  expect((await worker.ledgers.undecided({ query: {} })).items.map(({ id }) => id)).not.toContain(entityId)
  expect((await elderOf(neighbour))?.elderMobility).toMatchObject({ value: '3' })
  // The first teller is shown nothing they did not say.
  expect((await elderOf(resident))?.elderMobility).toBeUndefined()

  const { sayings, uses } = await worker.ledgers.history({
    params: { entityId, attribute: 'person.mobilityLevel' },
    query: { purpose: '核对资料' },
  })
  expect(sayings.map(({ outcome, sourceId, who }) => [outcome, sourceId, who])).toEqual([
    ['accepted', `decision-${accept.body.key}`, expect.stringMatching(/^\p{Script=Han}{2,4}$/u)],
    ['settled', second, '其他居民'],
    ['settled', first, '其他居民'],
  ])
  expect(uses.map(({ application }) => application)).toContain(`channel/${channelId}`)
  const asked = await worker.knowledge.uses({ query: { attribute: 'resides-at' } })
  expect(asked.applications.map(({ id }) => id)).toContain(`channel/${channelId}`)
  expect(asked.stored[0]?.where).toContain('REL#resides-at#forward')
})

test('a recommendation that is rejected is gone for the list, and stays in the history', async () => {
  const again = await submit(resident, channelId, { ...answers, elderName: '孙大雪', elderIdNumber: grandmother })
  const card = (await worker.ledgers.undecided({ query: {} })).items.find(({ name }) => name === '孙大雪')
  const entityId = card?.id ?? ''
  const key = mintStepKey()
  const rejected = await worker.ledgers.decide({
    params: { entityId },
    body: { about: 'fact', key, attribute: 'person.mobilityLevel', sourceId: again, outcome: 'reject' },
  })
  expect(rejected.facts.every(({ waiting }) => waiting.length === 0)).toBe(true)
  const { sayings } = await worker.ledgers.history({
    params: { entityId, attribute: 'person.mobilityLevel' },
    query: { purpose: '核对资料' },
  })
  expect(sayings.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['rejected', 'settled'])
})

test('somebody without an ID number who may be known already is put before an official, and becomes one with them', async () => {
  const { form } = checkUp()
  const without = await publish({ ...form, controls: form.controls.filter(({ id }) => id !== 'elderIdNumber') })
  const home = await moveIn(neighbour)
  const elder = { ...answers, elderName: '何立冬', elderHome: home }
  await submit(neighbour, without, elder, true)
  await submit(resident, without, { ...elder, elderMobility: '2' }, true)
  const cards = (await worker.ledgers.undecided({ query: {} })).items.filter(({ name }) => name === '何立冬')
  expect(cards).toMatchObject([{ undecided: 1 }])
  const entityId = cards[0]?.id ?? ''
  const shown = await worker.ledgers.entity({ params: { entityId }, query: { purpose: '核对资料' } })
  expect(shown.alike).toMatchObject([
    {
      score: 0.7,
      reasons: ['姓名相同', '住址相同'],
      facts: expect.arrayContaining([{ label: '姓名', mine: '何立冬', theirs: '何立冬', agree: true }]),
    },
  ])
  const other = shown.alike[0]?.other.id ?? ''
  const key = mintStepKey()
  const one = await worker.ledgers.decide({
    params: { entityId },
    body: { about: 'alike', key, other, outcome: 'same' },
  })
  expect(one.id).toBe(other)
  expect(one.links.filter(({ type }) => type === 'parent')).toHaveLength(2)
  expect(one.facts.find(({ attribute }) => attribute === 'person.mobilityLevel')?.waiting).toHaveLength(1)
  await world.system.settle()
  // Whoever asks for the one that is no more is given the other; both histories are there.
  expect((await worker.ledgers.entity({ params: { entityId }, query: {} })).id).toBe(other)
  const { sayings } = await worker.ledgers.history({
    params: { entityId, attribute: 'person.name' },
    query: { purpose: '核对资料' },
  })
  expect(sayings).toHaveLength(2)
  const mine = await resident.ledgers.mine()
  expect(mine.family.filter(({ name }) => name === '何立冬')).toMatchObject([{ id: other }])
})

test('a number that is somebody else’s already stops nothing: the two are put before an official', async () => {
  const home = await moveIn(neighbour)
  const number = '11010519491231002X'
  await submit(neighbour, channelId, { ...answers, elderName: '冯小寒', elderIdNumber: number, elderHome: home }, true)
  const aunt = { ...answers, elderName: '钱立夏', elderHome: home }
  await submit(resident, channelId, { ...aunt, elderIdNumber: '110105195506070045' }, true)
  // The one named last is the one the form opens with.
  await submit(resident, channelId, { ...aunt, elderIdNumber: number })
  const card = (await worker.ledgers.undecided({ query: {} })).items.find(({ name }) => name === '钱立夏')
  const shown = await worker.ledgers.entity({ params: { entityId: card?.id ?? '' }, query: {} })
  expect(shown.alike).toMatchObject([{ score: 1, reasons: ['证件号码相同'], other: { name: '冯小寒' } }])
  const told = await worker.ledgers.decide({
    params: { entityId: shown.id },
    body: { about: 'alike', key: mintStepKey(), other: shown.alike[0]?.other.id ?? '', outcome: 'different' },
  })
  expect(told.alike).toEqual([])
})

test('one who lives elsewhere is shown to, and decided on by, those who look after both', async () => {
  const me = await neighbour.permissions.me()
  const west = me.kind === 'resident' ? me.homes.find(({ label }) => label === '常住')?.placeId : undefined
  if (west === undefined) throw new Error('the neighbour has a home')
  const home = await moveIn(neighbour)
  const number = '110105195003150027'
  await submit(neighbour, channelId, { ...answers, elderName: '褚秋分', elderIdNumber: number, elderHome: west }, true)
  const uncle = { ...answers, elderName: '卫霜降', elderHome: home }
  await submit(resident, channelId, { ...uncle, elderIdNumber: '110105195307080064' }, true)
  await submit(resident, channelId, { ...uncle, elderIdNumber: number })
  const card = (await worker.ledgers.undecided({ query: {} })).items.find(({ name }) => name === '卫霜降')
  const params = { entityId: card?.id ?? '' }
  const [alike] = (await worker.ledgers.entity({ params, query: {} })).alike
  expect(alike).toMatchObject({ elsewhere: true, other: { name: '' }, reasons: [], facts: [] })
  const body = { about: 'alike', key: mintStepKey(), other: alike?.other.id ?? '', outcome: 'same' } as const
  await expect(worker.ledgers.decide({ params, body })).rejects.toMatchObject({ code: 'outside-territory' })
  // Who looks after both is a rule like any other.
  const { subdistrict, city } = await officialPhones()
  const rule: GrantContent = {
    name: '街道核对居民资料',
    effect: 'allow',
    subject: { organisations: [`o${idOfDivision('110105026')}`] },
    actions: ['ledger.read', 'ledger.decide'],
    resource: { kinds: ['entity'] },
    territory: 'own',
    fields: { open: 'full', internal: 'full', personal: 'full', sensitive: 'masked' },
  }
  const saving = { content: rule, reason: '两个社区之间的重复登记由街道核对', edition: 0 }
  await (await signedIn('gov', city)).permissions.saveGrant({ params: { grantId: mintGrantId() }, body: saving })
  forgetEverything()
  const both = await signedIn('gov', subdistrict)
  expect((await both.ledgers.entity({ params, query: {} })).alike).toMatchObject([
    { elsewhere: false, other: { name: '褚秋分' }, reasons: ['证件号码相同'] },
  ])
  expect((await both.ledgers.decide({ params, body })).id).toBe(body.other)
})

test('what is held already of the people of a place is counted', async () => {
  const held = await worker.ledgers.holdings({
    query: { within: north, attributes: 'person.name,person.bloodType', relations: 'resides-at' },
  })
  expect(held.people).toBeGreaterThan(2)
  expect(held.held['person.name']).toBe(held.people)
  expect(held.held['person.bloodType']).toBe(0)
  expect(held.held['resides-at']).toBe(held.people)
})

test('an organisation named once can be chosen in the next form; a forged one is refused', async () => {
  const { form } = checkUp()
  const [name, mobile] = form.controls.filter(({ kind }) => kind === 'name' || kind === 'phone')
  if (!name || !mobile) throw new Error('the check-up asks for a name')
  const workplace = { key: 'clinic', kind: 'organisation', name: '签约医院' } as const
  const naming = await publish({
    ...form,
    subjects: [
      { key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } },
      { ...workplace, is: { by: 'relation', relation: 'signed-with-clinic', of: 'applicant', direction: 'forward' } },
    ],
    controls: [
      name,
      {
        id: 'clinicName',
        kind: 'text',
        label: '医院',
        required: true,
        binding: { subject: 'clinic', attribute: 'organisation.name' },
      },
      {
        id: 'clinicAt',
        kind: 'place',
        label: '医院地址',
        required: true,
        binding: { subject: 'clinic', relation: 'seated-at' },
      },
    ],
  })
  const { service, answers: opened } = await filledIn(resident, naming, { applicant: {} })
  await resident.channels.submit({
    params: { channelId: naming, requestId: mintRequestId() },
    body: {
      version: service.version,
      home: service.home,
      answers: { ...opened, clinic: [{ values: { clinicName: '望京医院', clinicAt: service.home } }] },
      notify: false,
    },
  })
  await world.system.settle()

  const { items } = await neighbour.ledgers.choices({ query: { kind: 'organisation', words: '望京' } })
  expect(items).toMatchObject([{ name: '望京医院' }])
  const clinic = items[0]?.id ?? ''
  expect((await neighbour.ledgers.choices({ query: { kind: 'organisation', ids: clinic } })).items).toEqual(items)

  const choosing = await publish({
    ...form,
    subjects: [{ key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } }],
    controls: [
      name,
      {
        id: 'signed',
        kind: 'entity',
        label: '签约医院',
        required: true,
        binding: { subject: 'applicant', relation: 'signed-with-clinic' },
      },
    ],
  })
  const choose = async (signed: string) => {
    const found = await filledIn(neighbour, choosing, { applicant: { applicantName: '吴寒露', signed } })
    return neighbour.channels.submit({
      params: { channelId: choosing, requestId: mintRequestId() },
      body: { version: found.service.version, home: found.service.home, answers: found.answers, notify: false },
    })
  }
  const me = await resident.permissions.me()
  const person = me.kind === 'resident' ? `e${me.id.slice(1)}` : ''
  await expect(choose(person)).rejects.toMatchObject({ code: 'invalid' })
  expect((await choose(clinic)).state).toBe('submitted')
  await world.system.settle()
  const mine = await neighbour.ledgers.mine()
  expect(mine.me.links.find(({ type }) => type === 'signed-with-clinic')?.other).toMatchObject({
    id: clinic,
    name: '望京医院',
  })
})
