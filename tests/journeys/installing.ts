import { type Api, type ApplicationReply, mintApplicationId } from '@zmht/shared/contract'
import { type ApplicationTemplate, applicationTemplate } from '@zmht/shared/templates'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { fillsFor, settingsOf } from '../applications'
import { type Person, runningStack } from './browser'
import { seen } from './journey'
import { apiOf } from './neighbours'
import { setting } from './setting'

/** So many taps and answers, at most, from the first page to an application that is live. */
export const mostInteractions = 10

/** Somebody who counts what they do. */
export function counting() {
  let many = 0
  return {
    tap: async (what: Locator) => {
      many += 1
      await seen(what).click()
    },
    fill: async (what: Locator, words: string) => {
      many += 1
      await seen(what).fill(words)
    },
    count: () => many,
  }
}
export type Hands = ReturnType<typeof counting>

/** Answers what an application asks before it is opened; nothing where it asks nothing. */
export type Answering = (sitting: Person, hands: Hands) => Promise<void>

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** What each template that asks something is told. */
export const answers: Readonly<Record<string, Answering>> = {
  'check-up-open': ({ page }, hands) => hands.fill(page.getByLabel(/^体检日期/), inDays(20)),
  flood: async ({ page }, hands) => {
    await hands.fill(page.getByRole('textbox', { name: /^电话/ }), '010-64720000')
    await hands.fill(page.getByRole('textbox', { name: /^地点/ }), '社区活动室')
  },
  'check-up-hospital': async ({ page }, hands) => {
    await hands.tap(page.getByRole('button', { name: /体检医院/ }))
    const dialog = page.getByRole('dialog')
    await hands.fill(dialog.getByRole('searchbox'), setting.hospital)
    await hands.tap(dialog.getByRole('button', { name: new RegExp(setting.hospital) }))
    await hands.tap(dialog.getByRole('button', { name: /^就是这个单位/ }))
  },
}

export function shippedAs(id: string): ApplicationTemplate {
  const template = applicationTemplate(id)
  if (template === undefined) throw new Error(`no template is called ${id}`)
  return template
}

/** Instead of the template the file of an application that was opened from it in Beijing. */
async function fromFile({ page }: Person, id: string, hands: Hands): Promise<void> {
  const buffer = Buffer.from(await exportedFromBeijing(id))
  await hands.tap(page.getByRole('button', { name: '从文件安装' }))
  await seen(page.getByRole('region', { name: /把应用文件拖到这里/ })).waitFor()
  await page
    .locator('input[type=file][aria-label=应用文件]')
    .last()
    .setInputFiles({ name: `${id}.json`, mimeType: 'application/json', buffer })
  await seen(page.getByText(/由本平台签发，内容没有改动过/)).waitFor()
}

async function exportedFromBeijing(id: string): Promise<string> {
  const secretary = await apiOf(runningStack(), 'gov', '19000001028')
  const here = idOfDivision('110105026047')
  const { content } = shippedAs(id)
  const params = { applicationId: mintApplicationId() }
  const state = async () => secretary.applications.application({ params })
  const { edition } = await secretary.applications.saveApplication({
    params,
    body: {
      edition: 0,
      content,
      settings: settingsOf([here], {
        roles: Object.fromEntries(content.roles.map(({ key }) => [key, `o${here}`])),
        fills: fillsFor(content, inDays(20)),
      }),
    },
  })
  await secretary.applications.changeApplication({ params, body: { action: 'open', edition } })
  await expect.poll(async () => (await state()).state, { timeout: 60_000, interval: 500 }).toBe('open')
  const { text } = await secretary.applications.applicationFile({ params })
  const opened = await state()
  await secretary.applications.changeApplication({ params, body: { action: 'retire', edition: opened.edition } })
  return text
}

/** From the first page, where they are, to the last question: everything a template asks is answered, and opening it is confirmed or not. */
export async function setUp(sitting: Person, id: string, hands: Hands, answer = answers[id]): Promise<void> {
  const { page } = sitting
  const { title } = shippedAs(id).content
  await hands.tap(page.getByRole('button', { name: /^应用/ }))
  if (setting.isAtHome)
    await hands.tap(
      page
        .getByRole('list', { name: '应用模板' })
        .getByRole('button')
        .filter({ has: page.getByText(title, { exact: true }) }),
    )
  else await fromFile(sitting, id, hands)
  await seen(page.getByRole('heading', { name: title, exact: true })).waitFor()
  await answer?.(sitting, hands)
  await hands.tap(page.getByRole('button', { name: '开通', exact: true }))
  await seen(page.getByRole('dialog').getByRole('button', { name: '确认开通' })).waitFor()
}

/** An application that stands open, and what was made of its parts. */
export interface Opened {
  readonly id: string
  /** @returns the id of what was made of a part */
  readonly made: (part: string) => string
}

/** Opens what ships, as anybody does: from the first page, without code, within the taps that are allowed. */
export async function opens(sitting: Person, api: Api, template: string, answer?: Answering): Promise<Opened> {
  const { page } = sitting
  const hands = counting()
  await setUp(sitting, template, hands, answer)
  await hands.tap(page.getByRole('dialog').getByRole('button', { name: '确认开通' }))
  expect(hands.count()).toBeLessThanOrEqual(mostInteractions)
  const { title } = shippedAs(template).content
  await seen(page.getByRole('heading', { name: `「${title}」已开通` })).waitFor({ timeout: 120_000 })
  return asOpened(page.url(), api)
}

/** What stands on an application's own page, by the address of the page. */
export async function asOpened(address: string, api: Api): Promise<Opened> {
  const applicationId = /[?&]id=(z\w+)/.exec(address)?.[1] ?? ''
  const { made }: ApplicationReply = await api.applications.application({ params: { applicationId } })
  return {
    id: applicationId,
    made: (part) => {
      const id = made[part]
      if (id === undefined) throw new Error(`${part} was not made`)
      return id
    },
  }
}

/** To the first page, from wherever they are. */
export async function goHome({ page }: Person, gov: string): Promise<void> {
  await page.goto(`${gov}/#/pages/home/index`)
  await page.reload()
  await page.waitForLoadState('networkidle')
}
