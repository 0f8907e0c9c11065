import type { ItemFileReply } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { formatMoment } from '@zmht/shared/ui/format/when'

/** Where a device knows so badly where it was, how far that is from the item says little: it is told how badly. In metres. */
const unsure = 100

/** 「11月29日 09:12 拍摄，距任务地点约 40 米」 */
export function takenWords({ at, accuracy, away }: NonNullable<ItemFileReply['taken']>, now: Instant): string {
  const when = `${formatMoment(at, now)} 拍摄`
  if (accuracy === undefined) return `${when}，没有定位`
  if (away === undefined) return when
  const doubt = accuracy > unsure ? `（定位误差约 ${distance(accuracy)}）` : ''
  return `${when}，距任务地点${away < 10 ? '不到 10 米' : `约 ${distance(away)}`}${doubt}`
}

const distance = (metres: number): string =>
  metres < 995 ? `${Math.round(metres / 10) * 10} 米` : `${(metres / 1000).toFixed(1)} 公里`

interface Here {
  readonly taken?: { readonly at: Instant; readonly point?: unknown }
  readonly sentAt?: Instant
}

/** The same on the device it was taken with, which knows nothing of the place the item is about. */
export function takenHereWords({ taken, sentAt }: Here, now: Instant): string {
  const when = taken === undefined ? [] : [`${formatMoment(taken.at, now)} 拍摄`]
  const where = taken !== undefined && taken.point === undefined ? ['没有定位'] : []
  return [...when, ...where, sentAt === undefined ? '等待上传' : '已上传'].join('，')
}
