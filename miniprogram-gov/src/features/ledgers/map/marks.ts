import type { LedgerMapReply, MapPointReply } from '@zmht/shared/contract'

/** A spot on the map of a ledger, and who or what stands there. */
export interface Spot {
  readonly key: string
  /** GCJ-02 */
  readonly position: readonly [number, number]
  readonly text: string
  readonly label: string
  readonly ids: readonly string[]
}

/** Names longer than this would cover what lies beside them. */
const longest = 8
const short = (name: string): string => (name.length > longest ? `${name.slice(0, longest)}…` : name)

const isDegree = (one: number | undefined): one is number => one !== undefined && Number.isFinite(one)

/** @returns the spots of a map; what stands at one and the same is one spot with a number */
export function spotsOf({ items }: Pick<LedgerMapReply, 'items'>): readonly Spot[] {
  const together = new Map<string, MapPointReply[]>()
  for (const item of items) together.set(item.position, [...(together.get(item.position) ?? []), item])
  return [...together].flatMap(([position, here]): Spot[] => {
    const [longitude, latitude] = position.split(',').map(Number)
    const [first] = here
    if (!isDegree(longitude) || !isDegree(latitude) || first === undefined) return []
    const name = first.name || first.home
    const text = here.length === 1 ? short(name) : `${here.length} 个`
    const label = here.length === 1 ? `${text}：${name}，打开` : `${text}：${first.home}等处，列出来`
    return [{ key: position, position: [longitude, latitude], text, label, ids: here.map(({ id }) => id) }]
  })
}

/** @returns what the picture leaves out, in plain words; nothing when it leaves out nothing */
export function leftOut({ total, left, unplaced, unseen }: LedgerMapReply): readonly string[] {
  return [
    ...(left === 0 ? [] : [`一共 ${total} 个，图上先放前 ${total - left} 个；选小一些的地点，就能看到其余的。`]),
    ...(unplaced === 0 ? [] : [`${unplaced} 个没有坐标，所在的楼栋和小区也没有，不在图上；请到“列表”里看。`]),
    ...(unseen === 0 ? [] : [`${unseen} 个您只能看到一部分，没有参加筛选。`]),
  ]
}
