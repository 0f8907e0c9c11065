import { type Api, type ItemCardReply, mintTaskId, type TaskContent } from '@zmht/shared/contract'
import { baseVersion } from '@zmht/shared/knowledge'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen } from './journey'

const stack = runningStack()
const community = idOfDivision('110105026047')
const stamp = Date.now() % 10_000
const taskId = mintTaskId()
/** As many doors are walked to without a network. */
const doors = 50

const content: TaskContent = {
  title: `冬季入户走访${stamp}`,
  basis: '逐户上门，看取暖和用电，问一问家里的老人。',
  about: { of: 'places', level: 'door' },
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'home', kind: 'place', name: '这一户', is: { by: 'target' } }],
    controls: [
      {
        id: 'residents',
        kind: 'number',
        label: '常住人口',
        required: true,
        binding: { subject: 'home', attribute: 'place.residents' },
      },
      {
        id: 'elders',
        kind: 'number',
        label: '六十岁以上人数',
        required: false,
        binding: { subject: 'home', attribute: 'place.elders60' },
      },
      {
        id: 'wiring',
        kind: 'yes-no',
        label: '电线老化',
        required: false,
        binding: { subject: 'home', own: { type: 'yes-no' } },
      },
      {
        id: 'note',
        kind: 'text',
        label: '情况说明',
        required: false,
        binding: { subject: 'home', own: { type: 'text:100' } },
      },
    ],
  },
  due: '2099-12-31',
}

const browser = aJourney('offline')
const api = `${stack.gov}/api`
let district: Api
let worker: Person
let colleague: Person
/** Reads beside the application what workers may see. */
let secretary: Api

const address = (path: string) => `${stack.gov}/#/${path}`
const list = (page: Page) => seen(page.getByRole('list', { name: '按楼栋门牌' }))
const cards = (page: Page) => list(page).getByRole('listitem')
const itemsAt = address(`tasks/items/index?id=${taskId}&place=${community}`)

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`never: ${what}`)
}

async function counted(state: string): Promise<number> {
  const counts = await district.tasks.taskCounts({ params: { taskId }, query: { place: community } })
  return counts.groups[state] ?? 0
}

/** Every item in one state, by building and door. */
async function itemsIn(state: 'open' | 'done') {
  const all: ItemCardReply[] = []
  let cursor: string | undefined
  do {
    const query = { state, place: community, ...(cursor === undefined ? {} : { cursor }) }
    const page = await secretary.tasks.items({ params: { taskId }, query })
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return all
}

const signedIn = async (phone: string) =>
  clientFor(api, (await signInByPhone(api, `${stack.outside}/sms`, 'gov', phone)).accessToken)

beforeAll(async () => {
  district = await signedIn('19000001002')
  secretary = await signedIn('19000001028')
  const params = { taskId }
  const saved = await district.tasks.saveTask({ params, body: { content, within: [community], edition: 0 } })
  await district.tasks.changeTask({ params, body: { action: 'dispatch', edition: saved.edition } })
  await until('there are as many items as doors', async () => (await counted('open')) >= doors)
})

/** Fills in the item that is open, and hands it in. */
async function handIn(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, words] of Object.entries(answers)) {
    const input = seen(page.getByRole('textbox', { name: new RegExp(`^${label}`) }))
    // What is known stands there as such until it is changed.
    const change = seen(page.getByRole('button', { name: `修改${label}` }))
    await input.or(change).first().waitFor()
    if ((await change.count()) > 0) await change.click()
    await input.fill(words)
  }
  await seen(page.getByRole('button', { name: /^(提交|更正并提交)$/ })).click()
}

async function takeAlong(person: Person): Promise<void> {
  const { page } = person
  await page.goto(itemsAt)
  await seen(page.getByRole('button', { name: '带走离线办' })).click()
  await seen(page.getByText(/^已带走 \d+ 项/)).waitFor()
}

test('a worker takes a task along before going where there is no network', async () => {
  worker = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(worker, stack, '19000001029')
  const { page } = worker
  await seen(page.getByRole('button', { name: '任务' })).waitFor()
  await page.goto(itemsAt)
  await seen(page.getByRole('button', { name: '带走离线办' })).waitFor()
  await list(page).waitFor()
  await worker.show('gov-phone-70-take-along')
  expect(await worker.barriers()).toEqual([])
  await takeAlong(worker)
  await worker.show('gov-phone-71-taken-along')
  const kept = await page.evaluate(async () => {
    const names = await indexedDB.databases()
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('zmht-gov-offline')
      opening.onsuccess = () => resolve(opening.result)
    })
    const all = await new Promise<unknown[]>((resolve) => {
      const reading = database.transaction('records').objectStore('records').getAll()
      reading.onsuccess = () => resolve(reading.result)
    })
    const key = all.find((one) => one instanceof CryptoKey)
    const words = all
      .filter((one) => one instanceof Uint8Array)
      .map((bytes) => new TextDecoder('latin1').decode(bytes))
      .join('')
    return {
      names: names.length,
      extractable: key instanceof CryptoKey ? key.extractable : undefined,
      length: words.length,
      legible: /prefill|residents|"id"/.test(words),
    }
  })
  expect(kept.extractable).toBe(false)
  expect(kept.length).toBeGreaterThan(10_000)
  expect(kept.legible).toBe(false)
})

test(`without a network ${doors} doors are filled in one after another; everything waits on the device`, async () => {
  const { page, context } = worker
  await context.setOffline(true)
  await page.reload()
  await seen(page.getByText('看到的是带走的各项')).waitFor()
  expect(await cards(page).count()).toBeGreaterThanOrEqual(doors)
  for (let at = 0; at < doors; at++) {
    await cards(page).nth(at).getByRole('button').first().click()
    await handIn(page, { 常住人口: String(at % 7), 六十岁以上人数: String(at % 3) })
    await seen(page.getByText(`还有 ${at + 1} 项没有提交`)).waitFor()
    if (at === 0) await worker.show('gov-phone-72-kept')
  }
  expect(await cards(page).getByText('等待提交').count()).toBe(doors)
  expect(await counted('done')).toBe(0)
  await seen(page.getByRole('button', { name: '看没有提交的' })).click()
  await seen(page.getByRole('button', { name: '现在提交' })).waitFor()
  await worker.show('gov-phone-73-queue')
  expect(await worker.barriers()).toEqual([])
})

test('killed and opened again with a network, each arrives exactly once by itself', async () => {
  // Still without a network it opens, and knows what waits.
  worker = await worker.reopen(address('pages/work/index'))
  const { page, context } = worker
  await seen(page.getByText(`还有 ${doors} 项没有提交`)).waitFor()
  await worker.show('gov-phone-74-reopened')
  await context.setOffline(false)
  await until('all has arrived', async () => (await counted('done')) === doors)
  await until('the queue is empty', async () => (await page.getByText(/还有 \d+ 项没有提交/).count()) === 0)
  expect(await counted('done')).toBe(doors)
  for (const one of await itemsIn('done')) {
    const item = await secretary.tasks.item({ params: { itemId: one.id } })
    expect(item.steps.map(({ key }) => key)).toHaveLength(1)
    expect(item.besides).toEqual([])
  }
})

test('two fill in the same doors without a network: what does not differ comes together, where they differ one chooses, both are kept', async () => {
  colleague = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(colleague, stack, '19000001028')
  await seen(colleague.page.getByRole('button', { name: '任务' })).waitFor()
  const [together, apart] = (await itemsIn('open')).map(({ id }) => id)
  if (together === undefined || apart === undefined) throw new Error('two doors are left')
  await takeAlong(colleague)
  const itemAt = (id: string) => address(`tasks/item/index?id=${id}`)
  // Where they differ is a question of this task alone: of the doors themselves the stack may know something already.
  for (const [who, answers] of [
    [
      worker,
      [
        { 常住人口: '2', 情况说明: '老人独自在家' },
        { 常住人口: '3', 情况说明: '儿子周末回来' },
      ],
    ],
    [
      colleague,
      [
        { 常住人口: '2', 六十岁以上人数: '1' },
        { 常住人口: '3', 六十岁以上人数: '2', 情况说明: '女儿每天来' },
      ],
    ],
  ] as const) {
    const { page, context } = who
    await page.goto(itemsAt)
    await list(page).waitFor()
    await context.setOffline(true)
    for (const [at, id] of [together, apart].entries()) {
      await page.goto(itemAt(id))
      await handIn(page, answers[at] ?? {})
      await seen(page.getByText(`还有 ${at + 1} 项没有提交`)).waitFor()
    }
  }
  await colleague.context.setOffline(false)
  await until('the colleague’s have arrived', async () => (await counted('done')) === doors + 2)
  const { page, context } = worker
  await context.setOffline(false)
  await until(
    'one of the two waits for the worker',
    async () => (await seen(page.getByText('其中 1 项要您来处理')).count()) > 0,
  )
  const merged = await secretary.tasks.item({ params: { itemId: together } })
  expect(merged.besides).toEqual([])
  expect(merged.latest?.answers.home?.[0]?.values).toEqual({ residents: 2, note: '老人独自在家', elders: 1 })

  await seen(page.getByRole('button', { name: '看没有提交的' })).click()
  await seen(page.getByText('需要核对')).waitFor()
  await worker.show('gov-phone-75-differs')
  await seen(page.getByRole('button', { name: /^去核对/ })).click()
  await seen(page.getByRole('button', { name: '按选的提交' })).waitFor()
  await worker.show('gov-phone-76-settle')
  expect(await worker.barriers()).toEqual([])
  await seen(page.getByRole('radio', { name: /^儿子周末回来/ })).click()
  await worker.show('gov-phone-77-settled')
  await seen(page.getByRole('button', { name: '按选的提交' })).click()
  await until('it is settled', async () => {
    const { latest } = await secretary.tasks.item({ params: { itemId: apart } })
    return latest?.answers.home?.[0]?.values.note === '儿子周末回来'
  })
  const settled = await secretary.tasks.item({ params: { itemId: apart } })
  expect(settled.latest?.answers.home?.[0]?.values).toEqual({ residents: 3, note: '儿子周末回来', elders: 2 })
  expect(settled.besides).toEqual([])
  // What each handed in, and what was settled.
  expect(settled.steps).toHaveLength(3)
  await page.goto(itemAt(apart))
  await seen(page.getByText('经过')).waitFor()
  await worker.show('gov-phone-78-both-kept')
})

test('signing out says what is lost, and leaves nothing that can be read', async () => {
  const { page } = worker
  await page.goto(address('pages/me/index'))
  await seen(page.getByRole('button', { name: '退出登录' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await seen(page.getByLabel('手机号')).waitFor()
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('zmht-gov-offline')
        opening.onsuccess = () => {
          const counting = opening.result.transaction('records').objectStore('records').count()
          counting.onsuccess = () => resolve(counting.result)
        }
      }),
  )
  expect(left).toBe(0)
})
