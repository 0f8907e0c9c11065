import { type Api, type BurdenReply, mintChannelId, mintRequestId } from '@zmht/shared/contract'
import { answersFrom, type FormAnswers } from '@zmht/shared/controls'
import { type ChannelTemplate, channelTemplates } from '@zmht/shared/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recountRequests } from '../../functions/channels/recount'
import { consultation } from '../../functions/local/seed'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, now } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbourWorker: Api
let resident: Api
let organiser: Api

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const official = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await official(officials.worker)
  neighbourWorker = await official(officials.neighbourWorker)
  organiser = await official(officials.subdistrict)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterAll(() => world.stop())

async function published({
  title,
  form,
  procedure,
}: Pick<ChannelTemplate, 'title' | 'form' | 'procedure'>): Promise<string> {
  // The lists confirmed by others and the appeals go their own ways; what is asked is the same.
  const made = await worker.channels.create({
    params: { channelId: mintChannelId() },
    body: {
      title,
      summary: '看看要填多少',
      category: 'other',
      procedure: procedure === 'partner-confirms' ? 'worker-confirms' : procedure,
      promisedDays: 3,
      form,
    },
  })
  await worker.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [world.places.north] },
  })
  forgetEverything()
  return made.id
}

type Typed = Readonly<Record<string, Readonly<Record<string, string | boolean | string[]>>>>

/** What a resident sends: what is known is left as it is, what is not they type. */
async function sent(channelId: string, typed: Typed): Promise<void> {
  const service = await resident.channels.service({ params: { channelId }, query: {} })
  const answers: FormAnswers = Object.fromEntries(
    Object.entries(answersFrom(service.prefill)).map(([subject, all]) => [
      subject,
      all.map((one) => ({ ...one, values: { ...typed[subject], ...one.values } })),
    ]),
  )
  await resident.channels.submit({
    params: { channelId, requestId: mintRequestId() },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.workOff()
  forgetEverything()
}

const burdenAt = (channelId: string, api = worker, place = world.places.north): Promise<BurdenReply> =>
  api.channels.burden({ params: { channelId }, query: { place } })

const elder: Typed = {
  applicant: { consent: true, applicantName: '周惊蛰', applicantMobile: phones.resident },
  elder: { elderName: '孙大雪', elderDiseases: ['02'], elderMobility: '1' },
  visit: { preferredDate: dayInChina(later(now(), 10 * 24 * 3600_000)), preferredPeriod: '1', transport: false },
}
const appeal: Typed = {
  applicant: { name: '周惊蛰', mobile: phones.resident },
  matter: { detail: '楼道的灯不亮了' },
}
const parcel: Typed = { parcel: { bring: false } }
const question: Typed = { applicant: appeal.applicant ?? {}, visit: { note: '助浴怎么申请' } }

test('a submission counts what was asked, known, put right and typed; the second by the same author apart', async () => {
  const template = channelTemplates.find(({ id }) => id === 'check-up-worker-confirms')
  if (template === undefined) throw new Error('the template is missing')
  const channelId = await published(template)
  expect(await burdenAt(channelId)).toEqual({
    ...{ forms: 0, asked: 0, facts: 0, known: 0, changed: 0, typed: 0 },
    again: { forms: 0, asked: 0, facts: 0, known: 0 },
  })
  await sent(channelId, elder)
  const first = await burdenAt(channelId)
  expect(first).toMatchObject({ forms: 1, again: { forms: 0, asked: 0, known: 0 } })
  expect(first.known + first.typed + first.changed).toBeLessThanOrEqual(first.asked)
  expect(first.typed).toBeGreaterThan(0)
  await sent(channelId, elder)
  const second = await burdenAt(channelId)
  expect(second.forms).toBe(2)
  expect(second.asked).toBe(2 * first.asked)
  expect(second.again).toEqual({
    forms: 1,
    asked: first.asked,
    facts: first.facts,
    known: second.known - first.known,
  })
  // What was typed of people the first time nobody types the second time.
  expect(second.again.known).toBeGreaterThan(first.known)
  for await (const { measure, drift } of recountRequests())
    if (measure.endsWith('.burden')) expect({ measure, drift }).toEqual({ measure, drift: 0 })
})

test('is seen by those whose place it is and above, and counts at every tier the same', async () => {
  const [template] = channelTemplates
  if (template === undefined) throw new Error('there are templates')
  const channelId = await published(template)
  await sent(channelId, elder)
  const street = await burdenAt(channelId, organiser)
  expect(street.forms).toBe(1)
  await expect(burdenAt(channelId, neighbourWorker)).rejects.toMatchObject({ code: 'outside-territory' })
})

test('what the phone says of its prefill is not asked: the server reads for itself', async () => {
  const template = channelTemplates.find(({ id }) => id === 'check-up-worker-confirms')
  if (template === undefined) throw new Error('the template is missing')
  const channelId = await published(template)
  const service = await resident.channels.service({ params: { channelId }, query: {} })
  const known = answersFrom(service.prefill)
  const params = { channelId, requestId: mintRequestId() }
  const answers: FormAnswers = Object.fromEntries(
    Object.entries(known).map(([subject, all]) => [
      subject,
      // One fact is put right by hand.
      all.map((one) => ({
        ...one,
        values: { ...elder[subject], ...one.values, ...(subject === 'elder' ? { elderMobility: '2' } : {}) },
      })),
    ]),
  )
  await resident.channels.submit({
    params,
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.workOff()
  expect(await burdenAt(channelId)).toMatchObject({ forms: 1, changed: 1 })
})

/** Where a time is picked no day is asked for beside it. */
const elderAtTime: Typed = { ...elder, visit: { transport: false } }
const others: Readonly<Record<string, Typed>> = {
  consultation: question,
  'relief-supplies': parcel,
  'check-up-open': elderAtTime,
}

test('on the second use at least 60 % of what may be known is known, template by template', async () => {
  const rows: string[] = []
  for (const template of [...channelTemplates, { ...consultation, id: 'consultation' }]) {
    const channelId = await published(template)
    const typed = others[template.id] ?? (template.id.startsWith('check-up') ? elder : appeal)
    await sent(channelId, typed)
    const first = await burdenAt(channelId)
    await sent(channelId, typed)
    const { again, typed: all } = await burdenAt(channelId)
    const share = again.known / again.facts
    rows.push(
      [
        template.id.padEnd(28),
        `问 ${again.asked}`,
        `其中人和事物的资料 ${again.facts}`,
        `第二次已知 ${again.known}`,
        `要填 ${all - first.typed}`,
        `占全部 ${Math.round((100 * again.known) / again.asked)} %`,
        `占资料 ${Math.round(100 * share)} %`,
      ].join('  '),
    )
    if (again.facts > 0)
      expect({ template: template.id, share: share >= 0.6 }).toEqual({ template: template.id, share: true })
  }
  process.stdout.write(`${rows.join('\n')}\n`)
})
