import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sign } from '@zmht/shared/webhooks/sign'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReceiver, type Receiver } from '../receiver'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const browser = aJourney('linked-services')
const stamp = Date.now() % 10_000
const titles = { page: `借阅座位${stamp}`, app: `公交卡年审${stamp}`, repair: `供水报修${stamp}` }

let receiver: Receiver
let library: ReturnType<typeof createServer>
let libraryUrl: string
let desk: Person
let phone: Person

beforeAll(async () => {
  receiver = await aReceiver(0)
  library = createServer((_call, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    answer.end('<!doctype html><html lang="zh-CN"><title>市图书馆</title><h1>市图书馆选座</h1></html>')
  })
  await new Promise<void>((done) => library.listen(0, '127.0.0.1', done))
  libraryUrl = `http://127.0.0.1:${(library.address() as AddressInfo).port}/seats` // of a server that listens on a port
})
afterAll(async () => {
  await receiver.stop()
  await new Promise((done) => library.close(done))
})

/** From the new service page to the fields of a link. */
async function begin(title: string, summary: string, kind?: string): Promise<void> {
  const { page } = desk
  await page.goto(`${stack.gov}/#/channels/new/index`)
  await seen(page.getByRole('button', { name: /链接服务/ })).click()
  if (kind !== undefined) await seen(page.getByRole('radio', { name: kind })).click()
  await seen(page.getByRole('textbox', { name: '服务名称' })).fill(title)
  await seen(page.getByRole('textbox', { name: '一句话说明' })).fill(summary)
}

async function publish(): Promise<void> {
  const { page } = desk
  await seen(page.getByRole('button', { name: '下一步：发布' })).click()
  await seen(page.getByRole('radio', { name: /整个/ })).click()
  await seen(page.getByRole('button', { name: '发布', exact: true })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: '立即发布' })).click()
  await seen(page.getByText(/已发布/)).waitFor()
}

test('a worker puts a page, a mini-program and a system behind a form into the list', async () => {
  desk = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(desk, stack, '19000001029')
  const { page } = desk
  await begin(titles.page, '到市图书馆选座位')
  await seen(page.getByRole('button', { name: '下一步：发布' })).click()
  await seen(page.getByText('请填写这项服务是谁家的，居民会看到')).waitFor()
  await seen(page.getByRole('textbox', { name: '是谁家的' })).fill('市图书馆')
  await seen(page.getByRole('textbox', { name: '网址' })).fill(libraryUrl)
  await seen(page.getByRole('radio', { name: '网页', exact: true })).scrollIntoViewIfNeeded()
  await desk.show('gov-desk-229-link-kinds')
  await seen(page.getByRole('switch', { name: '姓名' })).click()
  await seen(page.getByRole('textbox', { name: '姓名用来做什么' })).fill('核对借书证')
  await seen(page.getByRole('switch', { name: '所在社区' })).click()
  await seen(page.getByRole('textbox', { name: '所在社区用来做什么' })).fill('推荐就近的分馆')
  await desk.show('gov-desk-230-link-page')
  expect(await desk.barriers()).toEqual([])
  await page.setViewportSize(phoneSize)
  await desk.show('gov-phone-231-link-page')
  expect(await desk.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await publish()
  await desk.show('gov-desk-232-link-published')

  await begin(titles.app, '老年卡在线年审', '小程序')
  await seen(page.getByRole('textbox', { name: '是谁家的' })).fill('市公交集团')
  await seen(page.getByRole('textbox', { name: '小程序 AppID' })).fill('wx0123456789abcdef')
  await publish()

  await begin(titles.repair, '水管漏水、没水了', '外部系统（我们的表单）')
  await seen(page.getByRole('textbox', { name: '是谁家的' })).fill('市供水集团')
  await seen(page.getByRole('textbox', { name: '对方接收的网址' })).fill(receiver.url)
  await seen(page.getByRole('button', { name: '保存草稿' })).click()
  await seen(page.getByRole('button', { name: '生成签名密钥' })).click()
  await seen(page.getByText(/^whsec_/)).waitFor()
  receiver.secret = (await seen(page.getByText(/^whsec_/)).textContent()) ?? ''
  await seen(page.getByRole('button', { name: '换一个密钥' })).scrollIntoViewIfNeeded()
  await desk.show('gov-desk-233-link-secret')
  expect(await desk.barriers()).toEqual([])
  await publish()
  await seen(page.getByRole('button', { name: '查看这项服务' })).click()
  await seen(page.getByText('在哪里办')).waitFor()
  await desk.show('gov-desk-234-link-channel')
  expect(await desk.barriers()).toEqual([])
})

test('a resident sees them by place, is asked once, and opens the page with what they let go', async () => {
  phone = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(phone, stack, '19000009001')
  const { page } = phone
  await waitFor(phone, titles.page)
  await seen(page.getByText(titles.page)).scrollIntoViewIfNeeded()
  await phone.show('resident-235-links-listed')
  await seen(page.getByRole('button', { name: new RegExp(titles.page) })).click()
  await seen(page.getByText('在哪里办')).waitFor()
  await phone.show('resident-236-link-service')
  expect(await phone.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '打开网页' })).click()
  await seen(page.getByText('对方想用您的这几项资料：')).waitFor()
  await phone.show('resident-237-link-asked')
  expect(await phone.barriers()).toEqual([])
  const opened = phone.context.waitForEvent('page')
  await seen(page.getByRole('button', { name: '同意带上，打开' })).click()
  const tab = await opened
  await tab.waitForURL(/#assertion=/)
  const keys = await (await fetch(`${stack.resident}/api/linked/jwks`)).json()
  const { payload } = await jwtVerify(new URL(tab.url()).hash.replace('#assertion=', ''), createLocalJWKSet(keys), {
    audience: new URL(libraryUrl).origin,
    issuer: 'zmht/linked',
  })
  expect(payload.community).toMatchObject({ name: expect.stringContaining('花家地北里') })
  await tab.close()
  await page.goto(`${stack.resident}/#/mine/passed/index`)
  await seen(page.getByText('会带上')).waitFor()
  await phone.show('resident-238-link-consents')
  expect(await phone.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: `收回同意：${titles.page}` })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: '收回同意' })).click()
  await seen(page.getByText('已收回')).waitFor()
  await page.goto(`${stack.resident}/#/mine/looks/index`)
  // Words of this page alone: left before it is there, it would come up over the next one.
  await seen(page.getByText('您同意带过去的')).waitFor()
  await phone.show('resident-239-link-looks')
})

test('a mini-program says where to open it; a repair goes to the other system, whose answer comes back', async () => {
  const { page } = phone
  await page.goto(`${stack.resident}/#/pages/services/index`)
  await page.reload()
  await waitFor(phone, titles.app)
  await seen(page.getByRole('button', { name: new RegExp(titles.app) })).click()
  await seen(page.getByRole('button', { name: '打开小程序' })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: '打开', exact: true })).click()
  await seen(page.getByText('请到微信里打开')).waitFor()
  // The word of what was withdrawn goes by itself: the picture is of the page.
  await seen(page.getByText('已收回，以后不再带上')).waitFor({ state: 'hidden' })
  await phone.show('resident-240-link-app')
  expect(await phone.barriers()).toEqual([])
  await page.goto(`${stack.resident}/#/pages/services/index`)
  await page.reload()
  await seen(page.getByRole('button', { name: new RegExp(titles.repair) })).click()
  await seen(page.getByText(/内容整份发给市供水集团/)).waitFor()
  await phone.show('resident-241-link-form')
  expect(await phone.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '开始填写' })).click()
  await seen(page.getByRole('button', { name: '都对，一键确认' })).click()
  await seen(page.getByRole('button', { name: '提交', exact: true })).click()
  await seen(page.getByRole('button', { name: '查看办理进展' })).click()
  await expect.poll(() => receiver.attempts.length, { timeout: 20_000 }).toBeGreaterThan(0)
  const [came] = receiver.attempts
  expect(came?.verdict).toBe('genuine')
  const { data } = JSON.parse(came?.body ?? '{}')
  const says = async (id: string, state: string, text?: string) => {
    const body = JSON.stringify({ state, ...(text === undefined ? {} : { text }) })
    const timestamp = Math.floor(Date.now() / 1000)
    const answered = await fetch(`${stack.resident}/api${data.answer}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': await sign(receiver.secret, { id, timestamp, body }),
      },
      body,
    })
    expect(answered.status).toBe(200)
  }
  await says(`a${stamp}`, 'taken')
  await says(`b${stamp}`, 'moved', '师傅下午两点到')
  await says(`c${stamp}`, 'answered', '已换好水管，有水了')
  await waitFor(phone, '已换好水管，有水了')
  await phone.show('resident-242-link-answered')
  expect(await phone.barriers()).toEqual([])
  expect(phone.errors).toEqual([])
  expect(desk.errors).toEqual([])
})
