import { mintLedgerId, mintStepKey } from '@zmht/shared/contract'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { aNeighbour } from '../neighbour'
import { asWorker } from './community'
import { openPhone } from './phone'
import { waitFor } from './screen'
import { newWechatUser, runningStack } from './stack'

/** One thing a canvas was told to do, and the colour it was told to do it in. */
interface Stroke {
  readonly what: string
  readonly given: readonly unknown[]
  readonly fill: unknown
}

/** A canvas of WeChat's as the selector gives it: it keeps what is drawn on it instead of showing it. */
function aCanvas() {
  const strokes: Stroke[] = []
  const settings: Record<string, unknown> = { fillStyle: '', font: '10px sans-serif' }
  const context = new Proxy(settings, {
    get: (kept, name) => {
      if (typeof name === 'symbol' || name in kept) return kept[String(name)]
      if (name === 'measureText') return (text: string) => ({ width: text.length * 13 })
      return (...given: unknown[]) => void strokes.push({ what: name, given, fill: kept.fillStyle })
    },
    set: (kept, name, value) => {
      kept[String(name)] = value
      return true
    },
  })
  const node = { width: 0, height: 0, getContext: () => context }
  return { node, strokes, words: () => strokes.filter(({ what }) => what === 'fillText').map(({ given }) => given[0]) }
}

type Canvas = ReturnType<typeof aCanvas>

/** Gives each canvas that is asked for by its id; everything else that is asked is nowhere. */
function selectorOf(canvases: Map<string, Canvas>) {
  return () => {
    const asked: (() => void)[] = []
    const query = {
      in: () => query,
      select: (selector: string) => ({
        fields: (_: object, tell: (found: object) => void) => {
          asked.push(() => {
            const canvas = canvases.get(selector) ?? aCanvas()
            canvases.set(selector, canvas)
            tell({ node: canvas.node, width: 311, height: 200 })
          })
          return query
        },
        boundingClientRect: () => query,
      }),
      exec: () => {
        for (const tell of asked) tell()
      },
    }
    return query
  }
}

/** A worker looks at the numbers of a ledger on the phone. */
test('the statistics of a ledger are drawn on WeChat’s canvas: a bar for each place with its name and number', async () => {
  const stack = runningStack()
  const worker = await asWorker(stack)
  const { home } = await aNeighbour(stack)
  const { lineage } = await worker.api.hierarchy.place({ params: { placeId: home } })
  const community = lineage.find(({ level }) => level === 'community')
  const compound = lineage.find(({ level }) => level === 'compound')
  const template = ledgerTemplates.find(({ id }) => id === 'residents')
  if (community === undefined || compound === undefined || template === undefined) throw new Error('no place to count')
  const { id: _id, ...content } = template
  const ledger = mintLedgerId()
  const opened = await worker.api.ledgers.save({
    params: { ledgerId: ledger },
    body: {
      content: { ...content, name: `实有人口 ${Date.now() % 100_000}` },
      measures: [],
      within: [community.id],
      edition: 0,
    },
  })
  for (const [name, sex] of [
    ['何小满', '2'],
    ['何芒种', '1'],
    ['何夏至', '2'],
  ] as const)
    await worker.api.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'person',
        place: home,
        facts: [
          { attribute: 'person.name', value: name },
          { attribute: 'person.sex', value: sex },
        ],
        links: [],
      },
    })
  const inCompound = async () => {
    const { children } = await worker.api.ledgers.measured({
      params: { ledgerId: ledger, measureId: 'all' },
      query: { place: community.id },
    })
    return children.find(({ id }) => id === compound.id)?.whole.rows ?? 0
  }
  // Counted a moment later: as many as are in, those who lived there before among them.
  let last = -1
  const count = await waitFor(
    async () => {
      const before = last
      last = await inCompound()
      await new Promise((resolve) => setTimeout(resolve, 500))
      return last >= 3 && last === before ? last : undefined
    },
    () => `three people are entered, ${last} are counted`,
    // The whole city's reactions stand in one line on this machine.
    110_000,
  )

  const canvases = new Map<string, Canvas>()
  const phone = openPhone({ app: 'gov', who: newWechatUser(), mobile: worker.phone })
  // WeChat's globals have no types here.
  const wx = (globalThis as unknown as { wx: Record<string, unknown> & { navigateTo: (to: { url: string }) => void } })
    .wx
  wx.createSelectorQuery = selectorOf(canvases)
  await phone.press('微信一键登录')
  await phone.sees('第一次在这个微信里登录')
  await phone.press('用微信手机号核对')
  await phone.find('button', '任务')
  wx.navigateTo({ url: `/statistics/ledger/index?id=${ledger}&place=${community.id}&measure=all` })
  await phone.sees('自动更新')
  expect(phone.title()).toBe(`${opened.content.name}统计`)

  // The picture has a name for who does not see it, with the numbers in it.
  const picture = await phone.find('img', new RegExp(`${compound.name} ${count} 人`))
  expect(picture.name).toContain('总数')

  const drawn = () => [...canvases.values()].find((one) => one.words().length > 0)
  const canvas = await waitFor(drawn, () => `nothing was drawn: ${phone.text()} ${phone.troubles.join('\n')}`)
  expect(canvas.words()).toEqual(expect.arrayContaining([compound.name, String(count)]))
  // The bars, in the one accent, as wide as they can be: the canvas is finer than it is wide.
  const bars = canvas.strokes.filter(({ what, fill }) => what === 'fill' && fill === '#17685a')
  expect(bars.length).toBeGreaterThanOrEqual(1)
  expect(canvas.node.width).toBeGreaterThanOrEqual(311)

  // Another measure is drawn on its own canvas; told apart, the groups are named.
  await phone.press('年龄性别')
  await waitFor(
    () => [...canvases.values()].find((one) => one.words().some((words) => String(words).includes('女'))),
    () => `no pyramid was drawn: ${[...canvases.values()].map((one) => one.words().join(' ')).join(' | ')}`,
  )

  // The same as a table.
  await phone.press('总数')
  await phone.press(/^看表格：.*总数$/)
  await phone.sees('看图')
  expect(phone.text()).toContain(compound.name)
  expect(phone.troubles).toEqual([])
}, 240_000)
