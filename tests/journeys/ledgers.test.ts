import { mintGrantId, mintStepKey } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, type Person, phoneSize, runningStack, signIn } from './browser'
import { aJourney, inList, seen, takePlace, waitFor } from './journey'

const stack = runningStack()
const at = (path: string) => `#/${path}`
const stamp = Date.now() % 10_000
const shop = `立冬便利店${stamp}`

const browser = aJourney('ledgers')
let secretary: Person
let resident: Person

async function openFrom(template: string, { page }: Person = secretary): Promise<void> {
  await page.goto(`${stack.gov}/${at('pages/people/index')}`)
  await seen(page.getByRole('button', { name: '新建台账' })).click()
  await seen(
    page.getByRole('list', { name: /的模板$/ }).getByRole('button', { name: new RegExp(`^${template}`) }),
  ).click()
  await seen(page.getByRole('button', { name: '建立台账' })).click()
  await seen(page.getByRole('heading', { name: template })).waitFor()
}

test('a secretary opens the register of residents from a template: whoever lives here stands in it', async () => {
  secretary = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(secretary, stack, '19000001028')
  await seen(secretary.page.getByRole('button', { name: /^通讯录/ })).waitFor()
  await openFrom('实有人口')
  await inList(secretary, '周惊蛰')
  await secretary.show('gov-desk-41-residents')
  expect(await secretary.barriers()).toEqual([])
})

test('the seven small shops are a ledger in a minute, and the first shop is entered at its door', async () => {
  await openFrom('七小门店')
  const { page } = secretary
  await seen(page.getByRole('button', { name: '登记一家单位' })).click()
  await seen(page.getByRole('textbox', { name: /^单位名称/ })).fill(shop)
  await seen(page.getByRole('button', { name: /^在哪里/ })).click()
  const dialog = page.getByRole('dialog')
  await takePlace(dialog, '花家地北里1号楼1单元101', /1号楼 1单元 101/)
  // The list behind has a filter of the same name, in sight until the page has slid over it.
  await seen(page.getByRole('combobox', { name: /^九小场所类别/ })).selectOption({ label: '小商店' })
  await secretary.show('gov-desk-42-enter-shop')
  await seen(page.getByRole('button', { name: '登记', exact: true })).click()
  await seen(page.getByRole('button', { name: '回到台账' })).click()
  await waitFor(secretary, shop)
  await secretary.show('gov-desk-43-shops')
  expect(await secretary.barriers()).toEqual([])
})

test('its numbers are there at once, and the shop can be walked from', async () => {
  const { page } = secretary
  await seen(page.getByRole('button', { name: '统计' })).click()
  await waitFor(secretary, '花家地北里社区')
  // The picture is drawn when what draws it has been fetched.
  await expect
    .poll(() => seen(page.getByRole('button', { name: '存成图片' })).isEnabled(), { timeout: 15_000 })
    .toBe(true)
  await secretary.show('gov-desk-44-statistics')
  await page.goBack()
  await seen(page.getByText(shop)).click()
  await seen(page.getByRole('heading', { name: '经过' })).waitFor()
  await secretary.show('gov-desk-45-entity')
  expect(await secretary.barriers()).toEqual([])
})

test('hydrants stand on the map, and which has no position is said to be missing', async () => {
  await openFrom('消火栓')
  const { page } = secretary
  await seen(page.getByRole('radio', { name: '地图' })).click()
  await seen(page.getByText('图上没有可以标的')).waitFor()
  const session = await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', '19000001029')
  const worker = clientFor(`${stack.gov}/api`, session.accessToken)
  const hydrant = (serial: string, ...more: { attribute: string; value: string }[]) =>
    worker.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'thing',
        place: idOfDivision('110105026047'),
        facts: [
          { attribute: 'thing.hydrantKind', value: '1' },
          { attribute: 'thing.serialNumber', value: `${serial}-${stamp}` },
          ...more,
        ],
        links: [],
      },
    })
  await hydrant('XHS-1', { attribute: 'thing.position', value: '116.462000,39.978500' })
  await hydrant('XHS-2', { attribute: 'thing.position', value: '116.463500,39.979300' })
  await hydrant('XHS-3')
  // What a list is read from is a few seconds old at most.
  await expect
    .poll(
      async () => {
        await page.reload()
        await seen(page.getByRole('radio', { name: '地图' })).click()
        await page.waitForLoadState('networkidle')
        return page.getByText(/个没有坐标/).count()
      },
      { timeout: 40_000, interval: 2000 },
    )
    .toBeGreaterThan(0)
  await secretary.show('gov-desk-53-map')
  expect(await secretary.barriers()).toEqual([])
  await page.setViewportSize(phoneSize)
  await page.reload()
  await seen(page.getByRole('radio', { name: '地图' })).click()
  await page.waitForLoadState('networkidle')
  await secretary.show('gov-phone-53-map')
  expect(await secretary.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
})

const residentsOfNorth = async () => {
  const { page } = secretary
  await page.goto(`${stack.gov}/${at('pages/people/index')}`)
  await seen(page.getByRole('button', { name: /^实有人口/ })).click()
  await seen(page.getByRole('heading', { name: '实有人口' })).waitFor()
}

test('the register is narrowed by a column, put in order by another, and found again as a view', async () => {
  await residentsOfNorth()
  const { page } = secretary
  await inList(secretary, '周惊蛰')
  await seen(page.getByRole('button', { name: '按列筛选、排序' })).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: '按哪一列筛选' }).selectOption({ label: '性别' })
  await sheet.getByRole('checkbox', { name: '女' }).click()
  await secretary.show('gov-desk-47-sift')
  expect(await secretary.barriers()).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await seen(page.getByText('符合的共')).waitFor()
  // Of the rows only the one of the headings says nothing of a woman.
  const others = seen(page.getByRole('table'))
    .getByRole('row')
    .filter({ hasNot: page.getByText('女', { exact: true }) })
  await expect.poll(() => others.count(), { timeout: 15_000 }).toBe(1)
  await seen(page.getByRole('columnheader', { name: '年龄' }))
    .getByRole('button')
    .click()
  await seen(page.getByRole('columnheader', { name: '年龄' }))
    .getByRole('button')
    .click()
  await seen(page.getByRole('button', { name: '去掉按年龄从大到小' })).waitFor()
  await seen(page.getByRole('button', { name: '视图' })).click()
  await page.getByRole('dialog').getByRole('textbox').fill('女性，从大到小')
  await page.getByRole('dialog').getByRole('button', { name: '保存视图' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '女性，从大到小', exact: true }).waitFor()
  await secretary.show('gov-desk-48-views')
  expect(await secretary.barriers()).toEqual([])
  await page.keyboard.press('Escape')
  await secretary.show('gov-desk-49-sifted')
  // On the phone, later, it is one press away.
  await secretary.page.setViewportSize(phoneSize)
  await residentsOfNorth()
  await seen(page.getByRole('button', { name: '视图' })).click()
  await page.getByRole('dialog').getByRole('button', { name: '女性，从大到小', exact: true }).click()
  await seen(page.getByText('符合的共')).waitFor()
  await secretary.show('gov-phone-47-sifted')
  await seen(page.getByRole('button', { name: /^筛选、排序/ })).click()
  await secretary.show('gov-phone-48-sift')
  expect(await secretary.barriers()).toEqual([])
  await page.keyboard.press('Escape')
  await secretary.page.setViewportSize(deskSize)
})

/** How often the register says 本地户籍, once the one who was edited is in sight: they may stand on any page. */
async function householdShown(isSo: (many: number) => boolean): Promise<void> {
  const { page } = secretary
  await expect
    .poll(
      async () => {
        await page.reload()
        await inList(secretary, '周惊蛰')
        return isSo(await seen(page.getByRole('table')).getByText('本地户籍').count())
      },
      { timeout: 60_000, interval: 1500 },
    )
    .toBe(true)
}

test('several are edited alike, and the whole edit is taken back', async () => {
  await residentsOfNorth()
  const { page } = secretary
  await inList(secretary, '周惊蛰')
  await seen(page.getByRole('button', { name: '批量修改' })).click()
  for (const name of ['周惊蛰', '孙大雪']) await seen(page.getByRole('table')).getByText(name).click()
  await seen(page.getByText('已选 2 个')).waitFor()
  await secretary.show('gov-desk-50-picked')
  expect(await secretary.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '修改选中的' })).click()
  const sheet = page.getByRole('dialog', { name: /^批量修改/ })
  await sheet.getByRole('combobox', { name: '改哪一项' }).selectOption({ label: '户籍类型' })
  await sheet.getByRole('radio', { name: '本地户籍' }).click()
  await secretary.show('gov-desk-51-edit-many')
  expect(await secretary.barriers()).toEqual([])
  await sheet.getByRole('button', { name: '改这 2 个' }).click()
  await sheet.getByText('修改完成：2 个已改').waitFor()
  await secretary.show('gov-desk-52-edited')
  await sheet.getByRole('button', { name: '好了' }).click()
  await householdShown((many) => many > 0)
  await seen(page.getByRole('button', { name: '批量修改' })).click()
  await seen(page.getByRole('button', { name: '改过的' })).click()
  const past = page.getByRole('dialog', { name: '我的批量修改' })
  await past.getByRole('button', { name: /2 个的户籍类型/ }).click()
  await past.getByRole('button', { name: '撤销这次修改' }).click()
  await page.getByRole('button', { name: '撤销修改' }).click()
  await past.getByText('已撤销：').waitFor()
  await page.keyboard.press('Escape')
  await past.waitFor({ state: 'detached' })
  await householdShown((many) => many === 0)
  await secretary.page.setViewportSize(phoneSize)
  await residentsOfNorth()
  await inList(secretary, '周惊蛰')
  await seen(page.getByRole('button', { name: '批量修改' })).click()
  await seen(page.getByText('周惊蛰')).click()
  await secretary.show('gov-phone-49-picked')
  expect(await secretary.barriers()).toEqual([])
  await secretary.page.setViewportSize(deskSize)
})

test('a measure is tried on what is there today before anybody sees it', async () => {
  await residentsOfNorth()
  const { page } = secretary
  await seen(page.getByRole('button', { name: '统计' })).click()
  await seen(page.getByRole('button', { name: '加一个指标' })).click()
  await seen(page.getByRole('button', { name: '按一项资料分' })).click()
  const sheet = page.getByRole('dialog', { name: '按哪一项资料分' })
  await sheet.getByRole('searchbox').fill('性别')
  await sheet.getByRole('button', { name: /^性别/ }).first().click()
  await seen(page.getByRole('button', { name: '用今天的数据看看' })).click()
  await seen(page.getByText(/今天的 \d+ 份登记算，还没有保存/)).waitFor()
  await expect
    .poll(() => seen(page.getByRole('button', { name: '存成图片' })).isEnabled(), { timeout: 15_000 })
    .toBe(true)
  const save = seen(page.getByRole('button', { name: '保存并开始统计' }))
  await save.scrollIntoViewIfNeeded()
  await secretary.show('gov-desk-57-preview')
  expect(await secretary.barriers()).toEqual([])
  // A window made narrower keeps what was filled in, and what was looked at.
  await page.setViewportSize(phoneSize)
  await seen(page.getByText(/今天的 \d+ 份登记算，还没有保存/)).waitFor()
  await save.scrollIntoViewIfNeeded()
  await secretary.show('gov-phone-57-preview')
  expect(await secretary.barriers()).toEqual([])
  await page.setViewportSize(deskSize)
  await seen(page.getByRole('button', { name: '保存并开始统计' })).click()
  await seen(page.getByRole('heading', { name: '实有人口统计' })).waitFor()
})

test('who sees people in a whole subdistrict finds them across its communities, as a job', async () => {
  const place = idOfDivision('110105026')
  const as = async (phone: string) =>
    clientFor(
      `${stack.gov}/api`,
      (await signInByPhone(`${stack.gov}/api`, `${stack.outside}/sms`, 'gov', phone)).accessToken,
    )
  const city = await as('19000001001')
  const grantId = mintGrantId()
  const fields = { open: 'full', internal: 'full', personal: 'full', sensitive: 'masked' } as const
  await city.permissions.saveGrant({
    params: { grantId },
    body: {
      content: {
        name: '街道统筹走访',
        effect: 'allow',
        subject: { organisations: [`o${place}`] },
        actions: ['ledger.list', 'ledger.read', 'ledger.write'],
        resource: {},
        territory: 'own',
        fields,
      },
      reason: '汛期走访独居老人',
      edition: 0,
    },
  })
  // A rule holds everywhere within seconds.
  await new Promise((resolve) => setTimeout(resolve, 6000))
  const office = await browser.sit(`${stack.gov}/`, deskSize)
  await signIn(office, stack, '19000001003')
  await openFrom('实有人口', office)
  await inList(office, '孙大雪')
  const ledgerId = /[?&]id=(l[0-9a-z]{20})/.exec(office.page.url())?.[1] ?? ''
  const conditions = encodeURIComponent(JSON.stringify([{ about: 'code', attribute: 'person.sex', values: ['2'] }]))
  const { page } = office
  await page.goto(`${stack.gov}/${at(`ledgers/rows/index?id=${ledgerId}&conditions=${conditions}&sort=-person.age`)}`)
  await waitFor(office, '要找的范围跨多个社区')
  await office.show('gov-desk-58-wide')
  expect(await office.barriers()).toEqual([])
  await seen(page.getByRole('button', { name: '在全部范围里查找' })).click()
  await seen(page.getByText('符合的共')).waitFor()
  await office.show('gov-desk-59-found')
  expect(await office.barriers()).toEqual([])
  // The address leads back to what was found.
  await page.setViewportSize(phoneSize)
  await page.reload()
  await seen(page.getByText('符合的共')).waitFor()
  await office.show('gov-phone-59-found')
  expect(await office.barriers()).toEqual([])
  await city.permissions.withdrawGrant({ params: { grantId }, body: { edition: 1, reason: '走访结束' } })
})

const moveTo = async (words: string, tail: RegExp) => {
  const { page } = resident
  await page.goto(`${stack.resident}/${at('mine/homes/index')}`)
  await seen(page.getByRole('button', { name: /^(搬家了，或还有别的地址|再加一个地址)/ })).click()
  const dialog = page.getByRole('dialog', { name: '选择地址' })
  await takePlace(dialog, words, tail)
}

test('moving house: the new community has them in its ledger, and nothing is entered again', async () => {
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009002')
  await seen(resident.page.getByText('花家地西里')).waitFor()
  await residentsOfNorth()
  expect(await secretary.page.getByText('吴寒露').count()).toBe(0)
  await moveTo('花家地北里2号楼1单元302', /2号楼 1单元 302/)
  await resident.show('resident-31-moved')
  await residentsOfNorth()
  await inList(secretary, '吴寒露')
  await secretary.show('gov-desk-46-moved-in')
  await secretary.page.setViewportSize(phoneSize)
  await secretary.page.reload()
  await inList(secretary, '吴寒露')
  await secretary.show('gov-phone-41-residents')
  expect(await secretary.barriers()).toEqual([])
  // And back again: the old community has them no more.
  await moveTo('花家地西里1号楼1单元101', /1号楼 1单元 101/)
  for (let tries = 0; (await secretary.page.getByText('吴寒露').count()) > 0 && tries < 12; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await secretary.page.reload()
    await inList(secretary, '周惊蛰')
  }
  expect(await secretary.page.getByText('吴寒露').count()).toBe(0)
})
