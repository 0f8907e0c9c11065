import type { PlaceId } from '@zmht/shared/geo'
import { childrenOf, namedLineage, placeFacts, placesOfLevel } from '../hierarchy/index'
import { readPlace } from '../hierarchy/place.store'

/** Invented people as a clerk's sheet has them. Nobody real is meant: given names are solar terms, phones begin with 190. */
export interface InventedPeople {
  readonly headings: readonly string[]
  readonly rows: (count: number) => AsyncGenerator<readonly string[]>
}

const surnames = '李王张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈'
const terms = [
  ...['立春', '雨水', '惊蛰', '春分', '清明', '谷雨', '立夏', '小满', '芒种', '夏至', '小暑', '大暑'],
  ...['立秋', '处暑', '白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至', '小寒', '大寒'],
]

/** The same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An ID number with a check digit as GB 11643 has it, of a region, a birth date and a serial number. */
function idNumberOf(region: string, born: string, serial: number): string {
  const body = `${region}${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0)
  return `${body}${'10X98765432'.charAt(sum % 11)}`
}

/** An age as a city has them: few of the very young and very old. */
function ageOf(next: () => number): number {
  return Math.min(99, Math.floor((next() + next()) * 50))
}

/** People all over the communities of a city, as many in each as chance has it. */
export async function inventedPeople(within: PlaceId, seed: number): Promise<InventedPeople> {
  const communities = await communitiesOf(within)
  const addresses = new Map<PlaceId, { address: string; region: string }>()
  const addressOf = async (id: PlaceId) => {
    const known = addresses.get(id)
    if (known !== undefined) return known
    const { path } = await placeFacts(id)
    const lineage = await namedLineage(path)
    const district = lineage.find(({ level }) => level === 'district')
    const code = district === undefined ? undefined : (await readPlace(district.id))?.code
    const made = { address: lineage.map(({ name }) => name).join(''), region: code?.slice(0, 6) ?? '110101' }
    addresses.set(id, made)
    return made
  }
  return {
    headings: ['序号', '姓名', '性别', '身份证号', '手机号', '现住址', '户籍类型'],
    rows: async function* (count) {
      const next = seeded(seed)
      const pick = <T>(list: ArrayLike<T>): T | undefined => list[Math.floor(next() * list.length)]
      for (let number = 1; number <= count; number++) {
        const community = pick(communities)
        if (community === undefined) return
        const { address, region } = await addressOf(community)
        const isMan = next() < 0.5
        const born = new Date(Date.UTC(2026 - ageOf(next), Math.floor(next() * 12), 1 + Math.floor(next() * 28)))
        const serial = (Math.floor(next() * 450) * 2 + (isMan ? 1 : 0)) % 1000
        yield [
          String(number),
          `${pick(surnames)}${pick(terms)}`,
          isMan ? '男' : '女',
          idNumberOf(region, born.toISOString().slice(0, 10), serial),
          // No two alike, and nobody's: the numbering plan gives 1900 to nobody here.
          `190${String((seed * 200_003 + number) % 100_000_000).padStart(8, '0')}`,
          address,
          next() < 0.7 ? '本地户籍' : '外地户籍',
        ]
      }
    },
  }
}

async function communitiesOf(within: PlaceId): Promise<readonly PlaceId[]> {
  const found: PlaceId[] = []
  let cursor: string | undefined
  do {
    const page = await placesOfLevel(within, 'community', cursor)
    found.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== undefined)
  return found.length > 0 ? found : (await childrenOf(within)).map(({ id }) => id)
}
