import { type Api, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { aNeighbour, homeOf } from './neighbours'

const stack = runningStack()
const stamp = String(Date.now() % 10_000).padStart(4, '0')
const browser = aJourney('bulk')

interface Told {
  readonly api: Api
  readonly requestId: string
  readonly number: string
}
const told: Told[] = []
let handler: Person

/** A neighbour says something, through the API. */
async function says(which: number): Promise<Told> {
  const phone = `137${which}000${stamp}`
  const api = await aNeighbour(stack, phone, ['花家地北里', '3号楼', '1单元', `${which}01`])
  const { items } = await api.channels.services()
  const id = items.find(({ title }) => title === '说件事')?.id ?? ''
  const { version } = await api.channels.service({ params: { channelId: id }, query: {} })
  const requestId = mintRequestId()
  const detail = `花家地北里3号楼1单元的电梯坏了，没人来修（${which}${stamp}）`
  const answers = { matter: [{ values: { detail } }], applicant: [{ values: { name: '何小满', mobile: phone } }] }
  const body = { version, home: await homeOf(api), answers, notify: false }
  await api.channels.submit({ params: { channelId: id, requestId }, body })
  const { number } = await api.channels.request({ params: { requestId } })
  return { api, requestId, number }
}

/** Ticks one of the list, on whatever page of it it stands. */
async function tick({ page }: Person, number: string) {
  const row = seen(page.getByRole('checkbox', { name: new RegExp(number) }))
  const more = seen(page.getByRole('button', { name: '再看一些' }))
  while ((await row.count()) === 0 && (await more.count()) > 0) {
    await more.click()
    await page.waitForLoadState('networkidle')
  }
  await row.click()
}

test('what is open is narrowed by what it is about, and what was picked is taken up together', async () => {
  for (const which of [1, 2, 3]) told.push(await says(which))
  handler = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(handler, stack, '19000001911')
  const { page } = handler
  await seen(page.getByRole('button', { name: '任务' })).click()
  await waitFor(handler, '交给本单位的诉求')
  await seen(page.getByRole('button', { name: '成批办理' })).click()
  await seen(page.getByRole('button', { name: '按事项筛选' })).click()
  await seen(page.getByRole('dialog').getByText('电梯故障')).waitFor()
  await handler.show('gov-phone-270-kinds')
  expect(await handler.barriers()).toEqual([])
  await seen(page.getByRole('dialog').getByText('电梯故障')).click()
  await seen(page.getByRole('button', { name: '去掉电梯故障' })).waitFor()
  for (const { number } of told) await tick(handler, number)
  await handler.show('gov-phone-271-picked')
  expect(await handler.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await handler.show('gov-desk-272-picked')
  expect(await handler.barriers()).toEqual([])
  // One of them is withdrawn in the meantime: the others are done, and it is named.
  const last = told[2]
  await last?.api.channels.ownStep({
    params: { requestId: last.requestId },
    body: { action: 'withdraw', key: mintStepKey() },
  })
  await seen(page.getByRole('button', { name: '我来办理（3）' })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: '我来办理（3 件）' })).click()
  await seen(page.getByText('办了 2 件，1 件没有办')).waitFor()
  await handler.show('gov-desk-273-left')
  expect(await handler.barriers()).toEqual([])
})

test('each is answered in their own words, seen before they are sent', async () => {
  const { page } = handler
  await page.setViewportSize(phoneSize)
  await seen(page.getByRole('button', { name: '知道了' })).click()
  const [one, two] = told
  for (const { number } of [one, two].flatMap((found) => found ?? [])) await tick(handler, number)
  await seen(page.getByRole('button', { name: '办结并答复（2）' })).click()
  const dialog = page.getByRole('dialog')
  await seen(dialog.getByLabel('给居民的答复')).fill(`{称呼}您好，{地点}的{事项}已修好（${stamp}）{电话}`)
  await seen(dialog.getByRole('button', { name: '办结并答复（2 件）' })).click()
  await seen(page.getByText(/\{电话\} 不能自动填写/)).waitFor()
  await handler.show('gov-phone-274-unknown')
  await seen(dialog.getByLabel('给居民的答复')).fill(`{称呼}您好，{地点}的{事项}已修好（${stamp}）`)
  await seen(dialog.getByText(/您好，.+的电梯故障已修好/)).waitFor()
  await dialog
    .getByRole('button', { name: /单独写$/ })
    .filter({ visible: true })
    .nth(1)
    .click()
  await dialog
    .getByRole('textbox', { name: /^给.+的话$/ })
    .filter({ visible: true })
    .last()
    .fill(`{称呼}，请下楼看看（${stamp}）`)
  await handler.show('gov-phone-275-own-words')
  expect(await handler.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await handler.show('gov-desk-276-own-words')
  expect(await handler.barriers()).toEqual([])
  await seen(dialog.getByRole('button', { name: '办结并答复（2 件）' })).click()
  // What is said in passing was said of the two before, too.
  await dialog.waitFor({ state: 'hidden' })
  const notes = await Promise.all(
    [one, two]
      .flatMap((found) => found ?? [])
      .map(async ({ api, requestId }) => {
        const { who, place, state, steps } = await api.channels.request({ params: { requestId } })
        expect(state).toBe('closed')
        return { who, place, note: steps.at(-1)?.note ?? '' }
      }),
  )
  const common = notes.filter(({ who, place, note }) => note === `${who}您好，${place}的电梯故障已修好（${stamp}）`)
  const own = notes.filter(({ who, note }) => note === `${who}，请下楼看看（${stamp}）`)
  expect([common.length, own.length]).toEqual([1, 1])
})

test('a worker finds what is theirs by place', async () => {
  const worker = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await seen(page.getByRole('button', { name: '任务' })).click()
  await waitFor(worker, '居民诉求')
  await seen(page.getByRole('button', { name: '居民诉求成批办理' })).click()
  await seen(page.getByRole('button', { name: '按地点筛选' })).click()
  await seen(page.getByRole('dialog').getByText('按地点筛选')).waitFor()
  await worker.show('gov-desk-277-places')
  expect(await worker.barriers()).toEqual([])
  await page.keyboard.press('Escape')
  await page.setViewportSize(phoneSize)
  await worker.show('gov-phone-278-here')
  expect(await worker.barriers()).toEqual([])
})
