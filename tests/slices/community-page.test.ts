import { type Api, type CommunityContent, mintCommunityEntryId } from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { boardNow } from '../../functions/channels/community-page/board.store'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, moveClock, now, resetClock } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { metered } from '../../functions/platform/table/client'
import { aSentPhoto } from '../files'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbourWorker: Api
let subdistrict: Api
let resident: Api
let neighbour: Api
let home: Awaited<ReturnType<typeof homeOf>>

const wangjing = idOfDivision('110105026')
const risky = '不良信息样例'

const homeOf = async (api: Api) => {
  const me = await api.permissions.me()
  const first = me.kind === 'resident' ? me.homes[0] : undefined
  if (first === undefined) throw new Error('a resident with a home')
  return first.placeId
}

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (app: 'gov' | 'resident', phone: string) => world.as((await world.signIn(app, phone)).accessToken)
  worker = await as('gov', official.worker)
  neighbourWorker = await as('gov', official.neighbourWorker)
  subdistrict = await as('gov', official.subdistrict)
  resident = await as('resident', phones.resident)
  neighbour = await as('resident', phones.neighbour)
  home = await homeOf(resident)
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

const entry = (change: Partial<CommunityContent> = {}): CommunityContent => ({
  kind: 'service',
  title: '理发',
  text: '每周二在活动室，老人免费',
  where: '活动室',
  phone: '010-64700001',
  hours: [{ days: [2], from: '09:00', to: '11:30' }],
  photos: [],
  ...change,
})
const save = (
  api: Api,
  content: CommunityContent,
  entryId = mintCommunityEntryId(),
  edition = 0,
  placeId = world.places.north,
) => api.channels.saveCommunityEntry({ params: { placeId, entryId }, body: { edition, content } })
const seen = async (api: Api = resident, at = home) => {
  forgetEverything()
  return (await api.channels.communityPages({ query: { home: at } })).pages
}
const titlesOf = async (kind: 'announcements' | 'news' | 'services' | 'phones') =>
  (await seen())[0]?.[kind].map(({ title }) => title) ?? []
const read = (api: Api, entryId: string, placeId = world.places.north) => {
  forgetEverything()
  return api.channels.communityEntry({ params: { placeId, entryId } })
}

describe('a community page', () => {
  test('is seen by those who live there, with those of the tiers above after it; its neighbours see nothing of it', async () => {
    await save(worker, entry({ kind: 'about', title: '花家地北里社区服务站', text: '就在 3 号楼一层。' }), 'about')
    const service = await save(worker, entry())
    await save(subdistrict, entry({ kind: 'phone', title: '街道值班', text: '' }), undefined, 0, wangjing)
    const pages = await seen()
    expect(pages.map(({ place }) => place.id)).toEqual([world.places.north, wangjing])
    expect(pages[0]).toMatchObject({
      about: { title: '花家地北里社区服务站' },
      services: [{ title: '理发' }],
      phones: [],
    })
    expect(pages[1]).toMatchObject({ phones: [{ title: '街道值班', phone: '010-64700001' }] })
    expect((await read(resident, service.id)).content).toEqual(entry())

    const beside = await seen(neighbour, await homeOf(neighbour))
    expect(beside.map(({ place }) => place.id)).toEqual([wangjing])
    expect(await codeOf(neighbour.channels.communityPages({ query: { home } }))).toBe('not-found')
    expect(await codeOf(read(neighbour, service.id))).toBe('not-found')
  })

  test('is kept by whoever writes notices there, and above', async () => {
    expect(await codeOf(save(neighbourWorker, entry()))).toBe('outside-territory')
    expect(await codeOf(neighbourWorker.channels.keptCommunityPage({ params: { placeId: world.places.north } }))).toBe(
      'outside-territory',
    )
    expect(await codeOf(save(worker, entry(), undefined, 0, wangjing))).toBe('outside-territory')
    expect(await codeOf(save(resident, entry()))).toBe('forbidden')
    const bySubdistrict = await save(subdistrict, entry({ title: '磨刀' }))
    expect(bySubdistrict).toMatchObject({ state: 'shown', edition: 1 })
    // A building has no page of its own.
    expect(await codeOf(save(worker, entry(), undefined, 0, home))).toBe('invalid')
  })

  test('is written by one at a time, entry by entry', async () => {
    const first = await save(worker, entry({ title: '缝补' }))
    const again = await save(worker, entry({ title: '缝补' }), first.id)
    expect(again.edition).toBe(1)
    await save(subdistrict, entry({ title: '缝补衣服' }), first.id, 1)
    expect(await codeOf(save(worker, entry({ title: '缝补鞋子' }), first.id, 1))).toBe('changed')
    expect(await titlesOf('services')).toContain('缝补衣服')
    expect(await codeOf(save(worker, entry({ kind: 'phone', title: '缝补' }), first.id, 2))).toBe('invalid')
    // Others at the same time, none of them lost.
    await Promise.all(['甲', '乙', '丙', '丁'].map((title) => save(worker, entry({ title }))))
    expect(await titlesOf('services')).toEqual(expect.arrayContaining(['甲', '乙', '丙', '丁']))
  })

  test('shows nothing that was taken away, and shows it again when that is undone', async () => {
    const news = await save(worker, entry({ kind: 'news', title: '义诊', text: '周六上午' }))
    const take = (edition: number, withdrawn: boolean) =>
      worker.channels.withdrawCommunityEntry({
        params: { placeId: world.places.north, entryId: news.id },
        body: { edition, withdrawn },
      })
    expect(await take(1, true)).toMatchObject({ withdrawn: true, edition: 2 })
    expect(await take(1, true)).toMatchObject({ withdrawn: true, edition: 2 })
    expect(await codeOf(take(1, false))).toBe('changed')
    expect(await titlesOf('news')).not.toContain('义诊')
    expect(await codeOf(read(resident, news.id))).toBe('not-found')
    const kept = await worker.channels.keptCommunityPage({ params: { placeId: world.places.north } })
    expect(kept.entries.find(({ id }) => id === news.id)).toMatchObject({ withdrawn: true, title: '义诊' })
    await take(2, false)
    expect(await titlesOf('news')).toContain('义诊')
    expect((await read(resident, news.id)).content.text).toBe('周六上午')
  })

  test('shows an entry from its first day to its last', async () => {
    const today = dayInChina(now())
    const tomorrow = dayInChina(later(now(), 24 * 3600_000))
    const over = await save(
      worker,
      entry({ kind: 'news', title: '昨天的', until: dayInChina(later(now(), -24 * 3600_000)) }),
    )
    await save(worker, entry({ kind: 'news', title: '今天的', from: today, until: today }))
    await save(worker, entry({ kind: 'news', title: '明天的', from: tomorrow }))
    expect(await titlesOf('news')).toContain('今天的')
    expect(await titlesOf('news')).not.toContain('昨天的')
    expect(await titlesOf('news')).not.toContain('明天的')
    expect(await codeOf(read(resident, over.id))).toBe('not-found')
  })

  test('lists services in the order they were put in, and news with the newest first', async () => {
    const ids = []
    for (const title of ['一', '二', '三']) ids.push((await save(worker, entry({ kind: 'phone', title }))).id)
    await worker.channels.orderCommunityPage({
      params: { placeId: world.places.north },
      body: { order: [...ids].reverse() },
    })
    expect(await titlesOf('phones')).toEqual(['三', '二', '一'])
    moveClock(60_000)
    await save(worker, entry({ kind: 'news', title: '最新的' }))
    expect((await titlesOf('news'))[0]).toBe('最新的')
  })

  test('tells announcements apart from news, the newest first, and asks what they say', async () => {
    await save(worker, entry({ kind: 'announcement', title: '周三停水', text: '早上 8 点起。' }))
    moveClock(60_000)
    await save(worker, entry({ kind: 'announcement', title: '周四停电', text: '下午 2 点起。' }))
    expect(await titlesOf('announcements')).toEqual(['周四停电', '周三停水'])
    expect(await titlesOf('news')).not.toContain('周四停电')
    expect(await codeOf(save(worker, entry({ kind: 'announcement', title: '空的', text: '' })))).toBe('invalid')
  })

  test('keeps its pictures, and shows them to those who live there', async () => {
    const photo = await aSentPhoto(worker)
    const shown = await save(worker, entry({ kind: 'news', title: '活动照片', photos: [photo] }))
    const open = (api: Api, fileId = photo) =>
      api.channels.communityFile({ params: { placeId: world.places.north, entryId: shown.id, fileId } })
    expect((await open(resident)).type).toBe('image/jpeg')
    expect(await codeOf(open(neighbour))).toBe('not-found')
    const other = await aSentPhoto(resident)
    expect(await codeOf(open(worker, other))).toBe('not-found')
    expect(await codeOf(save(worker, entry({ photos: [other] })))).toBe('invalid')
  })

  test('costs at most two read units a place however full it is, and nothing for five seconds', async () => {
    const words = '便民服务电话地址开放时间周一至周五上午下午请带身份证到一层大厅办理老人优先不收费用'
    const full = (n: number) =>
      entry({
        title: `${n} 号${[...words]
          .sort(() => 0.5 - Math.random())
          .join('')
          .slice(0, 26)}`,
        text: [...words, ...words].sort(() => 0.5 - Math.random()).join(''),
        where: [...words].sort(() => 0.5 - Math.random()).join(''),
      })
    let refused = ''
    for (let n = 0; n < 200 && refused === ''; n++)
      refused = await save(subdistrict, full(n), undefined, 0, world.places.west).then(
        () => '',
        (error) => error.code,
      )
    expect(refused).toBe('invalid')
    const api = neighbour
    const at = await homeOf(neighbour)
    await api.channels.communityPages({ query: { home: at } })
    const again = (await metered(() => api.channels.communityPages({ query: { home: at } }))).used.readUnits
    forgetEverything()
    await api.channels.communityPages({ query: { home: at } })
    const { entries } = await subdistrict.channels.keptCommunityPage({ params: { placeId: world.places.west } })
    expect(entries.length).toBeGreaterThan(40)
    // The session's standing alone is read anew.
    expect(again).toBeLessThanOrEqual(1)
    forgetEverything()
    expect((await metered(() => boardNow(world.places.west))).used.readUnits).toBeLessThanOrEqual(2)
    process.stdout.write(`${entries.length} entries in two read units\n`)
  })
})

describe('what a community page says is checked by WeChat before anybody sees it', () => {
  beforeAll(async () => {
    const once = () => Math.random().toString(36).slice(2)
    const { worker: phone } = await officialPhones()
    await world.as().permissions.signInByWechat({
      body: { app: 'gov', code: `login-page-${once()}`, phoneCode: `phone-${phone}-${once()}` },
    })
  })

  test('what is refused is told to its author; residents go on seeing what stood there', async () => {
    const good = await save(worker, entry({ title: '修伞' }))
    expect(good.state).toBe('shown')
    const bad = await save(worker, entry({ title: '修伞', text: risky }), good.id, 1)
    expect(bad).toMatchObject({ state: 'refused', edition: 2 })
    expect((await read(resident, good.id)).content.text).toBe(entry().text)
    const fresh = await save(worker, entry({ title: '新的', text: risky }))
    expect(await codeOf(read(resident, fresh.id))).toBe('not-found')
    expect(await titlesOf('services')).not.toContain('新的')
    const better = await save(worker, entry({ title: '修伞配钥匙' }), good.id, 2)
    expect(better.state).toBe('shown')
    expect((await read(resident, good.id)).content.title).toBe('修伞配钥匙')
  })

  test('what cannot be checked now waits, and is shown once it can', async () => {
    await fetch(`${world.wechat.url}/stand-in/failures`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ path: '/wxa/msg_sec_check', errcode: 61010, times: 1 }),
    })
    const waiting = await save(worker, entry({ title: '等一等' }))
    expect(waiting.state).toBe('waiting')
    expect(await titlesOf('services')).not.toContain('等一等')
    await saveSwept(minuteOf(later(now(), -10 * 60_000)))
    moveClock(31 * 60_000)
    await sweep()
    await world.workOff()
    resetClock()
    expect(await titlesOf('services')).toContain('等一等')
  })
})
