import { type Api, mintChannelId, mintJobId, mintProposalId, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import { answersFrom, type Form } from '@zmht/shared/controls'
import { baseVersion, type Change, compareVersions } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let district: Api
let city: Api
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const as = async (app: 'resident' | 'gov', phone: string) => world.as((await world.signIn(app, phone)).accessToken)
  worker = await as('gov', officials.worker)
  district = await as('gov', officials.district)
  city = await as('gov', officials.city)
  resident = await as('resident', phones.resident)
})
afterAll(() => world.stop())

const prose = {
  english: 'preferred dialect',
  definition: '本人平时最习惯听和说的方言，便于安排会说的人上门。',
  standard: 'own',
  form: '居家养老服务登记表',
  words: ['家乡话', '方言'],
}
const dialect: Change = {
  do: 'add-attribute',
  attribute: {
    code: 'person.dialect',
    of: 'person',
    name: '常用方言',
    type: 'text:20',
    many: false,
    sensitivity: 'personal',
  },
  prose,
}
const spoken: Change = {
  do: 'add-attribute',
  attribute: {
    code: 'person.homeTongue',
    of: 'person',
    name: '家里说的话',
    type: 'text:40',
    many: false,
    sensitivity: 'personal',
  },
  prose: { ...prose, english: 'home tongue', definition: '本人在家里平时说的语言或方言。', words: ['母语方言'] },
}

const propose = async (by: Api, ...changes: readonly Change[]) =>
  by.knowledge.propose({
    params: { proposalId: mintProposalId() },
    body: { title: '增加方言', reason: '上门服务要找会说的人', changes: [...changes] },
  })
const accept = (by: Api, proposalId: string) =>
  by.knowledge.review({ params: { proposalId }, body: { key: mintStepKey(), accept: true } })
const inForce = async (by: Api) => (await by.knowledge.releases({ query: {} })).version
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'allowed',
    (problem: unknown) => (problem instanceof Problem ? problem.code : problem),
  )
test('before anything is published the system is the one that was deployed, with its definitions to read', async () => {
  expect(await resident.knowledge.releases({ query: {} })).toEqual({ version: baseVersion, releases: [] })
  const { items } = await worker.knowledge.prose({ query: { of: 'person' } })
  expect(items.find(({ code }) => code === 'person.idNumber')).toMatchObject({
    standard: expect.stringContaining('11643'),
  })
  expect(items.length).toBeGreaterThan(200)
})

test('what does not hold together is not kept', async () => {
  const proposalId = mintProposalId()
  const wrong: Change = { do: 'deprecate-attribute', code: 'person.idNumber' }
  const body = { title: '停用身份证号', reason: '不想问了', changes: [wrong] }
  expect(await refusal(worker.knowledge.propose({ params: { proposalId }, body }))).toBe('revision-broken')
  expect(await refusal(worker.knowledge.proposal({ params: { proposalId } }))).toBe('not-found')
})

test('a revision is proposed, reviewed by another, published by a third, and holds for everybody', async () => {
  const proposed = await propose(worker, dialect)
  expect(proposed).toMatchObject({ state: 'proposed', effects: { weight: 'minor', problems: [] } })
  expect(await refusal(accept(worker, proposed.id))).toBe('forbidden')
  const own = await propose(district, spoken)
  expect(await refusal(accept(district, own.id))).toBe('own-proposal')
  expect(
    await refusal(
      city.knowledge.publish({ body: { version: baseVersion, proposals: [proposed.id], summary: '早了' } }),
    ),
  ).toBe('step-not-allowed')
  const key = mintStepKey()
  const review = () => district.knowledge.review({ params: { proposalId: proposed.id }, body: { key, accept: true } })
  expect((await review()).steps).toHaveLength(2)
  expect((await review()).steps).toHaveLength(2)
  const body = { version: await inForce(city), proposals: [proposed.id], summary: '增加方言' }
  const release = await city.knowledge.publish({ body })
  expect(compareVersions(release.version, baseVersion)).toBeGreaterThan(0)
  // Sent again after its answer was lost: the same release.
  expect(await city.knowledge.publish({ body })).toEqual(release)
  forgetEverything()
  expect(await resident.knowledge.releases({ query: {} })).toMatchObject({
    version: release.version,
    releases: [release],
  })
  expect(await resident.knowledge.releases({ query: { since: release.version } })).toMatchObject({ releases: [] })
  expect((await worker.knowledge.proposal({ params: { proposalId: proposed.id } })).version).toBe(release.version)
})

test('two who publish at once: one is told that the system changed meanwhile', async () => {
  const [one, other] = await Promise.all([
    propose(worker, { ...spoken }),
    propose(worker, { ...dialect, attribute: { ...dialect.attribute, code: 'person.dialectToo', name: '另一种方言' } }),
  ])
  await Promise.all([accept(district, one.id), accept(district, other.id)])
  const version = await inForce(city)
  const outcomes = await Promise.all(
    [one, other].map(({ id }) =>
      refusal(city.knowledge.publish({ body: { version, proposals: [id], summary: '同时发布' } })),
    ),
  )
  expect(outcomes.sort()).toEqual(['allowed', 'changed'])
  forgetEverything()
})

const form: Form = {
  knowledge: baseVersion,
  subjects: [{ key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } }],
  controls: [
    {
      id: 'name',
      kind: 'name',
      label: '姓名',
      required: true,
      binding: { subject: 'applicant', attribute: 'person.name' },
    },
    {
      id: 'dialect',
      kind: 'text',
      label: '说什么方言',
      required: false,
      binding: { subject: 'applicant', attribute: 'person.dialect' },
    },
  ],
}

test('a form asks for what was published; the facts it brings are read under its successor after a later revision', async () => {
  const channelId = mintChannelId()
  const content = {
    title: '方言登记',
    summary: '登记常用方言',
    category: 'other',
    procedure: 'open',
    promisedDays: 3,
    form,
  } as const
  const draft = await worker.channels.create({ params: { channelId }, body: content })
  expect(draft.problems).toEqual([])
  await worker.channels.publish({
    params: { channelId },
    body: { edition: draft.edition, reach: [world.places.north] },
  })
  forgetEverything()
  const service = await resident.channels.service({ params: { channelId }, query: {} })
  const answers = answersFrom(service.prefill)
  const applicant = answers.applicant?.[0] ?? { values: {} }
  await resident.channels.submit({
    params: { channelId, requestId: mintRequestId() },
    body: {
      version: service.version,
      home: service.home,
      answers: { applicant: [{ ...applicant, values: { ...applicant.values, name: '周惊蛰', dialect: '大同话' } }] },
      notify: false,
    },
  })
  await world.system.settle()
  const before = await resident.ledgers.mine()
  expect(before.me.facts.find(({ attribute }) => attribute === 'person.dialect')?.text).toBe('大同话')

  // Who asks for it is known, to those whose services they are, and to those who keep the standard.
  const uses = await worker.knowledge.uses({ query: { attribute: 'person.dialect' } })
  expect(uses.applications).toMatchObject([{ title: '方言登记', controls: ['说什么方言'] }])
  expect(uses.stored.map(({ what }) => what)).toContain('存放')

  const jobId = mintJobId()
  await district.knowledge.countFacts({ params: { jobId } })
  await world.workOff()
  const retire: Change = { do: 'deprecate-attribute', code: 'person.dialect', successor: 'person.homeTongue' }
  const { id, effects } = await propose(worker, ...((await isThere('person.homeTongue')) ? [] : [spoken]), retire)
  expect(effects.weight).toBe('major')
  expect(effects.changes.at(-1)).toMatchObject({ facts: 1, applications: [{ title: '方言登记' }] })
  await accept(district, id)
  await city.knowledge.publish({ body: { version: await inForce(city), proposals: [id], summary: '改用家里说的话' } })
  forgetEverything()

  const after = await resident.ledgers.mine()
  expect(after.me.facts.find(({ attribute }) => attribute === 'person.dialect')).toBeUndefined()
  expect(after.me.facts.find(({ attribute }) => attribute === 'person.homeTongue')?.text).toBe('大同话')
  // The form that still asks for it says so to whoever keeps it; once it no longer does, it is no longer named.
  const kept = await worker.channels.channel({ params: { channelId } })
  expect(kept.problems.map(({ message }) => message)).toEqual([
    '控件“说什么方言”：“常用方言”已停用，请改用“家里说的话”',
  ])
})

const isThere = async (code: string) =>
  (await worker.knowledge.releases({ query: {} })).releases.some(({ changes }) =>
    changes.some((change) => change.do === 'add-attribute' && change.attribute.code === code),
  )

test('a declined revision says why, and may be written anew by its author alone', async () => {
  const { id } = await propose(worker, { do: 'rename-code', list: 'sex', code: '9', name: '没有说明的性别' })
  const decline = (note?: string) =>
    district.knowledge.review({
      params: { proposalId: id },
      body: { key: mintStepKey(), accept: false, ...(note ? { note } : {}) },
    })
  expect(await refusal(decline())).toBe('note-needed')
  expect((await decline('代码名称要与国家标准一致')).state).toBe('declined')
  const again = {
    title: '补一个别名',
    reason: '方便查找',
    changes: [{ do: 'revise-attribute' as const, code: 'person.sex', prose: { words: ['男或女'] } }],
  }
  expect(await refusal(district.knowledge.propose({ params: { proposalId: id }, body: again }))).toBe('forbidden')
  expect((await worker.knowledge.propose({ params: { proposalId: id }, body: again })).state).toBe('proposed')
  const { items } = await district.knowledge.proposals({ query: { state: 'proposed' } })
  expect(items.map((one) => one.id)).toContain(id)
})

test('an unpublished revision changes nothing for anybody', async () => {
  const before = await inForce(resident)
  await propose(worker, { do: 'rename-code', list: 'sex', code: '9', name: '没有说明' })
  forgetEverything()
  expect(await inForce(resident)).toBe(before)
})
