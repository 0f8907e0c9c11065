import type { Api } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { forgetEverything } from '../platform/cache'
import { metered } from '../platform/table/client'

interface Readers {
  readonly ledgerId: string
  readonly within: PlaceId
  /** Sees all of it. */
  readonly admin: Api
  /** Sees one community of it. */
  readonly member: Api
}

const repeats = 21

/** What reading a ledger costs, cold (every cache empty) and warm, in read units; and whether who may see one community pays as who may see all. */
export async function measureReads({ ledgerId, within, admin, member }: Readers): Promise<readonly string[]> {
  const params = { ledgerId }
  const me = await member.permissions.me()
  const own = me.kind === 'official' ? me.posts[0]?.territory[0]?.id : undefined
  const page = await admin.ledgers.rows({ params, query: own === undefined ? {} : { place: own } })
  const [first] = page.items
  const name = first?.name ?? '张立春'
  const reads: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['一页 20 条', () => admin.ledgers.rows({ params })],
    ['一页，男', () => admin.ledgers.rows({ params, query: { filter: 'person.sex=1' } })],
    ['一页，已过期', () => admin.ledgers.rows({ params, query: { state: 'stale' } })],
    ['按姓名查找', () => admin.ledgers.search({ query: { words: name } })],
    ...(first === undefined
      ? []
      : [['一个人的资料', () => admin.ledgers.entity({ params: { entityId: first.id } })] as const]),
    [
      '年龄金字塔，分区',
      () => admin.ledgers.measured({ params: { ledgerId, measureId: 'pyramid' }, query: { place: within } }),
    ],
  ]
  const lines = ['读取的代价（读容量单位：冷 / 热）']
  for (const [what, read] of reads) {
    forgetEverything()
    const cold = (await metered(read)).used.readUnits
    const warm = (await metered(read)).used.readUnits
    lines.push(`  ${what}：${cold.toFixed(1)} / ${warm.toFixed(1)}`)
  }
  if (own !== undefined) {
    const asAdmin = () => admin.ledgers.rows({ params, query: { place: own } })
    const asMember = () => member.ledgers.rows({ params })
    const [one, other] = [await cost(asAdmin), await cost(asMember)]
    lines.push(
      `  同一页，全市可见 ${one.units.toFixed(1)}，只见本社区 ${other.units.toFixed(1)}；中位用时之比 ${(other.median / one.median).toFixed(2)}`,
    )
  }
  return lines
}

/** Warm read units, and the median time of some calls in milliseconds. */
async function cost(read: () => Promise<unknown>): Promise<{ units: number; median: number }> {
  await read()
  const { used } = await metered(read)
  const times: number[] = []
  for (let turn = 0; turn < repeats; turn++) {
    const began = performance.now()
    await read()
    times.push(performance.now() - began)
  }
  return { units: used.readUnits, median: times.sort((left, right) => left - right)[(repeats - 1) / 2] ?? 0 }
}
