import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openBrowser, type Person } from './browser'

/** What is visible of it, the first. */
export const seen = (locator: Locator) => locator.filter({ visible: true }).first()

/** Waits for words that follow from what somebody did: the page is looked at again until they are there. */
export async function waitFor({ page }: Pick<Person, 'page'>, words: string | RegExp): Promise<void> {
  for (let tries = 0; tries < 12; tries++) {
    await page.waitForLoadState('networkidle')
    const there = await seen(page.getByText(words))
      .waitFor({ timeout: 1500 })
      .then(
        () => true,
        () => false,
      )
    if (there) return
    await page.reload()
  }
  await seen(page.getByText(words)).waitFor()
}

/** Waits for words in a long list, on whatever page of it they stand: other journeys fill it too. */
export async function inList({ page }: Pick<Person, 'page'>, words: string): Promise<void> {
  const there = async () => (await seen(page.getByText(words)).count()) > 0
  const more = seen(page.getByRole('button', { name: '查看更多' }))
  for (let tries = 0; tries < 12; tries++) {
    await page.waitForLoadState('networkidle')
    while (!(await there()) && (await more.count()) > 0) {
      // Scrolled to, it may have loaded by itself.
      await more.click({ timeout: 3000 }).catch(() => undefined)
      await page.waitForLoadState('networkidle')
    }
    if (await there()) return
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await page.reload()
  }
  await seen(page.getByText(words)).waitFor()
}

/** A browser for the journeys of one file. When one goes wrong, what whoever sat down last saw is kept under the name. */
export function aJourney(name: string) {
  let browser: Awaited<ReturnType<typeof openBrowser>> | undefined
  let last: Person | undefined
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const path = join(tmpdir(), `zmht-failed-${name}.png`)
    await last?.page.screenshot({ path }).catch(() => undefined)
    console.log(`screenshot of the failure: ${path}`)
  })
  return {
    sit: async (address: string, size: { readonly width: number; readonly height: number }): Promise<Person> => {
      if (browser === undefined) throw new Error('the browser is opened before the first test')
      last = await browser.sit(address, size)
      return last
    },
  }
}

/** Finds a place in an open sheet by what is typed, and takes it. */
export async function takePlace(dialog: Locator, words: string, tail: RegExp): Promise<void> {
  await dialog.getByRole('searchbox').fill(words)
  await dialog.getByRole('list', { name: '找到的地点' }).getByRole('button', { name: tail }).first().click()
  await dialog.getByRole('button', { name: /^就是这里/ }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** A picture nobody could take for another. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNkYPjPgAcwMQxraQCnKgEToTWEvgAAAABJRU5ErkJggg==',
  'base64',
)
