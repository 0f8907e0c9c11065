import { type Api, mintRequestId } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'
import { aNeighbour, homeOf } from './neighbours'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = String(Date.now() % 10_000).padStart(4, '0')
const answer = `电梯今天上午修好了（${stamp}）`
const said = `花家地北里2号楼1单元的电梯又坏了，困住过人，没人来修（${stamp}）`

const browser = aJourney('clusters')
const neighbours: { readonly api: Api; readonly requestId: string }[] = []
let resident: Person
let handler: Person

/** A neighbour says something, through the API. @returns the request's id */
async function says(api: Api, text: string, mobile: string): Promise<string> {
  const { items } = await api.channels.services()
  const id = items.find(({ title }) => title === '说件事')?.id ?? ''
  const { version } = await api.channels.service({ params: { channelId: id }, query: {} })
  const requestId = mintRequestId()
  const answers = { matter: [{ values: { detail: text } }], applicant: [{ values: { name: '何小满', mobile } }] }
  const body = { version, home: await homeOf(api), answers, notify: false }
  await api.channels.submit({ params: { channelId: id, requestId }, body })
  return requestId
}

test('a resident who writes the same is told how many neighbours did, and has it answered with theirs', async () => {
  for (const which of [1, 2]) {
    const phone = `139${which}000${stamp}`
    const api = await aNeighbour(stack, phone, ['花家地北里', '2号楼', '1单元', `${which}01`])
    const text = `花家地北里2号楼1单元电梯坏了，困住过人，没人来修（${which}${stamp}）`
    neighbours.push({ api, requestId: await says(api, text, phone) })
  }
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009001')
  const { page } = resident
  await seen(page.getByRole('button', { name: '说件事' })).click()
  await seen(page.getByRole('textbox', { name: /^说说是什么事/ })).fill(said)
  const told = seen(page.getByText(/已有 \d+ 位邻居反映，可以一起关注/))
  await told.waitFor()
  const confirm = page.getByRole('button', { name: '都对，一键确认' })
  if ((await confirm.count()) > 0) await seen(confirm).click()
  await told.scrollIntoViewIfNeeded()
  await resident.show('resident-250-neighbours')
  expect(await resident.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await told.scrollIntoViewIfNeeded()
  await resident.show('resident-desk-250-neighbours')
  expect(await resident.barriers()).toEqual([])
  await page.setViewportSize(phoneSize)
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
  await waitFor(resident, /\d+ 人反映了同一件事/)
  await resident.show('resident-251-together')
  expect(await resident.barriers()).toEqual([])
})

test('who handles it joins what is the same, and answers all of them at once', async () => {
  handler = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(handler, stack, '19000001911')
  const { page } = handler
  await seen(page.getByRole('button', { name: '任务' })).waitFor()
  const id = /id=(r\w+)/.exec(resident.page.url())?.[1] ?? ''
  await page.goto(`${stack.gov}/${at(`channels/request/index?id=${id}`)}`)
  await waitFor(handler, /\d+ 人反映了同一件事/)
  await seen(page.getByRole('button', { name: '去主办的一件' })).click()
  await waitFor(handler, /和这 \d+ 件像同一件事/)
  await seen(page.getByText(/和这 \d+ 件像同一件事/)).scrollIntoViewIfNeeded()
  await handler.show('gov-phone-252-like')
  expect(await handler.barriers()).toEqual([])
  // The first of all that are alike is joined by whoever tells of the same; the other neighbour is chosen here.
  for (const box of await page.getByRole('checkbox').filter({ visible: true }).all()) await box.click()
  await seen(page.getByRole('button', { name: /^合并为同一件事（\d+）/ })).click()
  await seen(page.getByText(/^(\d{2,}|[3-9]) 人反映了同一件事/)).waitFor()
  await handler.show('gov-phone-253-joined')
  expect(await handler.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await handler.show('gov-desk-254-joined')
  expect(await handler.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '我来办理' })).click()
  await seen(page.getByRole('button', { name: '办结并答复' })).click()
  await seen(page.getByLabel('给居民的答复')).fill(`{姓名}您好，${answer}。`)
  await seen(page.getByRole('dialog').getByRole('button', { name: '办结并答复' })).click()
  await waitFor(handler, '已办结')
})

test('each reads the answer under their own name, and how many told of it', async () => {
  await waitFor(resident, answer)
  await waitFor(resident, /(\d{2,}|[3-9]) 人反映了同一件事/)
  await resident.show('resident-255-answered')
  expect(await resident.barriers()).toEqual([])
  await resident.page.setViewportSize(deskSize)
  await resident.show('resident-desk-255-answered')
  expect(await resident.barriers()).toEqual([])
  for (const { api, requestId } of neighbours) {
    const own = await api.channels.request({ params: { requestId } })
    expect(own.state).toBe('closed')
    expect(own.steps.at(-1)?.note).toContain(answer)
    expect(own.steps.at(-1)?.note).not.toContain('{')
    expect(own.case?.people).toBeGreaterThanOrEqual(3)
  }
})
