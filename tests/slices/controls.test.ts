import { type Api, mintChannelId, mintRequestId } from '@zmht/shared/contract'
import { type FormAnswers, validateAnswers } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { baseKnowledge, type Value } from '@zmht/shared/knowledge'
import type { Problem } from '@zmht/shared/problems'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyKind, everyKindService, kindsMissing, leastAnswers, rows } from '../every-kind'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let resident: Api
let channelId: string
let home: PlaceId
let version: number

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const worker = world.as((await world.signIn('gov', officials.worker)).accessToken)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: everyKindService })
  const open = await worker.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [world.places.north] },
  })
  channelId = open.id
  const service = await resident.channels.service({ params: { channelId }, query: {} })
  home = service.home
  version = service.version
})
afterAll(() => world.stop())

const answersWith = (control: string, typed: Value): FormAnswers => ({
  me: [{ values: { ...leastAnswers, [control]: typed } }],
  child: [],
})

/** What the phone says before anything is sent. */
function toldOnThePhone(control: string, typed: Value): readonly string[] {
  const problems = validateAnswers(baseKnowledge, everyKind, answersWith(control, typed), {
    at: new Date().toISOString(),
  })
  return problems.map((one) => `${one.control}: ${one.message}`)
}

/** What the server says, asked past the phone. */
async function toldByTheServer(control: string, typed: Value): Promise<readonly string[]> {
  const submitted = resident.channels.submit({
    params: { channelId, requestId: mintRequestId() },
    body: { version, home, answers: answersWith(control, typed), notify: false },
  })
  const refused: Problem | undefined = await submitted.then(
    () => undefined,
    (problem: Problem) => problem,
  )
  return (refused?.document.fields ?? []).map(({ path, message }) => `${path.split('.').at(-1)}: ${message}`)
}

test('the form has every kind of control', () => {
  expect(kindsMissing).toEqual([])
  expect(
    new Set(rows.map(([control]) => everyKind.controls.find(({ id }) => id === control)?.kind)).size,
  ).toBeGreaterThan(18)
})

test.each(rows)('%s answered %j is judged alike on the phone and by the server', async (control, typed, told) => {
  const onThePhone = toldOnThePhone(control, typed)
  expect(await toldByTheServer(control, typed)).toEqual(onThePhone)
  if (told === undefined) expect(onThePhone).toEqual([])
  else expect(onThePhone).toEqual([expect.stringContaining(told)])
})
