import { mintStepKey } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, seen, waitFor } from './journey'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const title = `名单排查${stamp}`
const enterprise = '花家地北里物业服务中心'
const shops = [`小雪便利店${stamp}`, `小雪小吃店${stamp}`]

const browser = aJourney('task-recipients')
let district: Person
let contact: Person

test('a district brings a list of its own, settles what is not clear, and asks each organisation itself', async () => {
  const session = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', '19000001028')
  const secretary = clientFor(`${stack.gov}/api`, session.accessToken)
  const { items: known } = await secretary.ledgers.search({ query: { words: enterprise } })
  for (const name of [...(known.length === 0 ? [enterprise] : []), ...shops])
    await secretary.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'organisation',
        place: idOfDivision('110105026047'),
        facts: [
          { attribute: 'organisation.name', value: name },
          { attribute: 'organisation.smallPlaceKind', value: '3' },
        ],
        links: [],
      },
    })
  district = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(district, stack, '19000001002')
  const { page } = district
  await page.goto(`${stack.gov}/${at('pages/work/index')}`)
  await seen(page.getByRole('button', { name: '下派任务' })).click()
  await seen(page.getByRole('list', { name: '任务模板' }).getByRole('button', { name: /^小场所消防安全排查/ })).click()
  await seen(page.getByRole('textbox', { name: '任务名称' })).fill(title)
  await seen(page.getByRole('radio', { name: '我有名单' })).click()
  await seen(page.getByRole('textbox', { name: '粘贴名单' })).fill(
    ['店名\t地址', `${enterprise}\t北里`, `${shops[0]}\t3号楼`, `小吃店${stamp}\t4号楼`, '没有这家店\t5号楼'].join(
      '\n',
    ),
  )
  await seen(page.getByRole('button', { name: '核对名单' })).click()
  await district.show('gov-desk-90-list-column')
  await seen(page.getByRole('button', { name: '核对这一列' })).click()
  await seen(page.getByText(/4 行：找到 \d/)).waitFor()
  await district.show('gov-desk-91-list-open')
  expect(await district.barriers()).toEqual([])
  // Walked once more on the same stack, it may be known twice.
  const twice = page.getByRole('radio', { name: new RegExp(`^${enterprise}`) })
  if ((await twice.count()) > 0) await seen(twice).click()
  const radios = page.getByRole('radio', { name: new RegExp(`^小雪小吃店${stamp}`) })
  await seen(radios).click()
  await seen(page.getByRole('button', { name: '不要这一行' }).first()).click()
  await seen(page.getByText(/4 行：找到 3，1 行不要/)).waitFor()
  await seen(page.getByRole('button', { name: /^更多设置/ })).click()
  await seen(page.getByRole('radio', { name: /^各单位自己/ })).click()
  await district.show('gov-desk-92-list-settings')
  expect(await district.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '下一步：看看派到哪里' })).click()
  await waitFor(district, /名单里的 3 家/)
  await district.show('gov-desk-93-list-reach')
  await seen(page.getByRole('button', { name: '下派', exact: true })).click()
  await seen(page.getByRole('dialog').getByRole('button', { name: '下派', exact: true })).click()
  await waitFor(district, /共 [1-9]\d* 项/)
})

test('the enterprise finds what is its own on its phone, shares it out, and fills it in', async () => {
  contact = await browser.sit(`${stack.gov}/`, phoneSize)
  await signIn(contact, stack, '19000001900')
  const { page } = contact
  await page.goto(`${stack.gov}/${at('pages/work/index')}`)
  await waitFor(contact, /本单位的任务项/)
  await contact.show('gov-phone-94-given')
  expect(await contact.barriers()).toEqual([])
  await seen(page.getByRole('checkbox', { name: enterprise }).first()).click()
  await seen(page.getByRole('button', { name: '分给同事（1）' })).click()
  await seen(page.getByText(/平均分给大家/)).waitFor()
  await contact.show('gov-phone-95-share')
  await seen(page.getByRole('button', { name: '平均分给大家' })).click()
  await seen(page.getByText(/您在办/)).waitFor()
  await seen(page.getByRole('button', { name: '去填报' }).first()).click()
  await seen(page.getByText('经过', { exact: true })).waitFor()
  await contact.show('gov-phone-96-given-item')
  expect(await contact.barriers()).toEqual([])
})
