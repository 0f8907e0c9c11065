/**
 * `npm run bench -- surge`: an urgent notice to a subdistrict, opened by 2,000 residents as soon as they hear of it, seven times as many of them at once as a small
 * service has under way. Each asks whether there is anything new, reads the list, opens the notice, answers it, and opens it once more on another phone.
 */
import type { Api } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { aNotice, comeOrNot, sentNotice } from '../notices'
import { atMost, noted, printRows } from './rows'
import { alone, aTown, crowding } from './town'

const [residentsMany, usual, times] = [2000, 48, 7]
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const { wangjing, asOfficial, allDoors, residents, settle, stop } = await aTown('surge')
// These read the surroundings the town has set.
const { recountNotices } = await import('../../functions/channels/notices/recount')
const { everyItem } = await import('../../functions/platform/table/scan')
const { forgetEverything } = await import('../../functions/platform/cache')

const people = await residents(residentsMany, await allDoors())
const subdistrict = await asOfficial(1003)
const notice = await sentNotice(
  subdistrict,
  aNotice([wangjing], { title: '今晚暴雨，低洼处请转移', urgency: 'emergency', questions: comeOrNot }),
)
await settle()
forgetEverything()
say(`${people.length} residents`)

const refused = new Map<string, number>()
const { timed, below, many } = crowding(usual * times)
async function call<T>(what: string, send: () => Promise<T>): Promise<T | undefined> {
  try {
    return await timed(what, send)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    refused.set(problem.code, (refused.get(problem.code) ?? 0) + 1)
    return undefined
  }
}

const params = { noticeId: notice.id }
async function hears(api: Api, number: number): Promise<void> {
  await call('news', () => api.channels.news({ params: { placeId: wangjing } }))
  await call('messages', () => api.channels.messages())
  const opened = await call('open', () => api.channels.openMessage({ params }))
  const person = opened?.receivers[0]?.person
  if (number % 2 === 0 && person !== undefined)
    await call('answer', () =>
      api.channels.answerMessage({ params: { ...params, person }, body: { answers: { come: 'yes', many: '2' } } }),
    )
  await call('open again', () => api.channels.openMessage({ params }))
}

const [first, ...others] = people
if (first === undefined) throw new Error('there are residents')
const single = await alone(() => first.channels.openMessage({ params }))
await Promise.all([first, ...others].map(hears))
say('everybody has read it; what follows is worked off')
await settle()
forgetEverything()

let kept = 0
for await (const { noticeId } of everyItem('noticeReceipt')) if (noticeId === notice.id) kept += 1
const told = await subdistrict.channels.noticeNumbers({ params, query: { place: wangjing } })
let drift = 0
for await (const one of recountNotices()) drift += one.drift
for (const [code, refusals] of refused) say(`refused ${refusals} times: ${code}`)
const reached = printRows([
  noted(`calls, ${usual * times} under way at once`, many(), 'calls'),
  atMost(
    'calls refused',
    [...refused.values()].reduce((sum, one) => sum + one, 0),
    0,
    'calls',
  ),
  atMost('people who read it and are not kept as readers', residentsMany - kept, 0, 'people'),
  atMost('readers told otherwise than kept one by one', Math.abs(told.read - kept), 0, 'people'),
  atMost('drift of a recount of every tier', drift, 0, 'people'),
  noted('p50 of all calls, to a single opening with nobody else there', below(0.5) / single, 'times'),
  noted('p95 of all calls, to a single opening with nobody else there', below(0.95) / single, 'times'),
])
await stop()
process.exit(reached ? 0 : 1)
