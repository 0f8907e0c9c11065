import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SessionReply } from '@zmht/shared/contract'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { setting } from './setting'

export interface Stack {
  readonly resident: string
  readonly gov: string
  readonly outside: string
}

/** @throws Error when no stack was started for the journeys: `npm test` starts one. */
export function runningStack(): Stack {
  const given = process.env.ZMHT_TEST_STACK
  if (given === undefined) {
    throw new Error(
      'ZMHT_TEST_STACK is not set: run `npm test`, or start the stack and name it: {"resident": …, "gov": …, "outside": …}',
    )
  }
  return JSON.parse(given)
}

/** The pictures that are kept are of one city. */
const screens = setting.isAtHome
  ? join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'screens')
  : join(tmpdir(), 'zmht-screens-elsewhere')

/** Chromium without the parts of a window: a third less work for the same pages. Else the whole one. */
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const

/** Somebody in China who asked their device for less motion: nothing is waited for that only slides in. */
const reader = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  deviceScaleFactor: 1,
  reducedMotion: 'reduce',
} as const

/** Where everything is thrown away afterwards, none are taken: each costs a second. */
const keepsPictures = process.env.CI !== 'true'

export const phoneSize = { width: 390, height: 844 }
type Size = typeof phoneSize
export const deskSize = { width: 1280, height: 800 }

/** Somebody at a screen of their own. */
export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  /** Keeps a picture of what they see. */
  readonly show: (name: string) => Promise<void>
  /** Serious and critical findings of axe on what they see. */
  readonly barriers: () => Promise<string[]>
  /** What went wrong unseen: errors thrown on the page. */
  readonly errors: string[]
  /** The application is opened anew on the same device, as after it was killed. */
  readonly reopen: (address: string) => Promise<Person>
}

export async function openBrowser() {
  const browser = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'zmht-chromium-')), {
    executablePath: browsers.find(existsSync) ?? browsers[0],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  })
  mkdirSync(screens, { recursive: true })
  const host = browser.browser()
  const sit = async (address: string, size: Size): Promise<Person> => {
    const options = { ...reader, viewport: size }
    const context = host === null ? browser : await host.newContext(options)
    return open(context, address, size)
  }
  const open = async (context: BrowserContext, address: string, size: Size): Promise<Person> => {
    const page = await context.newPage()
    if (host === null) await page.setViewportSize(size)
    page.setDefaultTimeout(15_000)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(address)
    return {
      page,
      context,
      errors,
      show: async (name) => {
        await page.waitForLoadState('networkidle')
        if (!keepsPictures) return
        // A page slides in: the picture is of where it comes to rest.
        await page.evaluate(async () => {
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
          await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))
        })
        await page.screenshot({ path: join(screens, `${name}.png`), animations: 'disabled' })
      },
      barriers: () => axe(page),
      reopen: async (next) => {
        await page.close()
        return open(context, next, size)
      },
    }
  }
  return { sit, close: () => browser.close() }
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axePath })
  return page.evaluate(async () => {
    // axe is put into the page by the line above.
    const { axe: tool } = window as unknown as {
      axe: {
        run: (options: object) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
      }
    }
    const { violations } = await tool.run({ resultTypes: ['violations'], preload: false })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  })
}

/** Signs in as anyone does: with the code that was sent to the phone. */
export async function signIn(person: Person, stack: Stack, phone: string): Promise<void> {
  const { page } = person
  const before = (await textsTo(stack, phone)).length
  await page.getByLabel('手机号').fill(phone)
  let sent: string[] = []
  // A code is sent once a minute: whoever signed in elsewhere just now asks again.
  for (let tries = 0; sent.length <= before && tries < 8; tries++) {
    await page.getByRole('button', { name: '获取验证码' }).click()
    for (let looks = 0; sent.length <= before && looks < 100; looks++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      sent = await textsTo(stack, phone)
    }
  }
  const code = /\d{6}/.exec(sent.at(-1) ?? '')?.[0]
  if (sent.length <= before || code === undefined) throw new Error('no code was sent')
  await page.getByLabel('验证码', { exact: true }).fill(code)
  const enter = page.getByRole('button', { name: '登录', exact: true })
  await enter.click()
  // Left before the answer came, nobody would be signed in.
  await enter.waitFor({ state: 'detached' })
}

/** Sits down where they are signed in already. */
export async function hasSession(
  { page }: Pick<Person, 'page'>,
  app: 'resident' | 'gov',
  { accessToken, refreshToken, me }: SessionReply,
): Promise<void> {
  await page.evaluate(([key, data]) => window.localStorage.setItem(key, JSON.stringify({ data })), [
    `zmht-${app}-session`,
    { accessToken, refreshToken, me },
  ] as const)
}

async function textsTo(stack: Stack, phone: string): Promise<string[]> {
  const answer = await fetch(`${stack.outside}/stand-in/sms?phone=${phone}`)
  const texts = (await answer.json()) as { text: string }[] // the stand-in's outbox
  return texts.map(({ text }) => text)
}
