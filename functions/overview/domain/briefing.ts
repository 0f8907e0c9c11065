/** What a leader is told in the morning. */
export interface Briefing {
  readonly place: string
  /** Yesterday. */
  readonly came: number
  readonly closed: number
  /** Now. */
  readonly open: number
  readonly late: number
  /** More than when the day before yesterday ended. */
  readonly newlyLate: number
  readonly lateItems: number
  /** The places where most is late, the worst first. */
  readonly where: readonly { readonly name: string; readonly late: number }[]
}

/** 「朝阳区昨天新来 12 件，办结 9 件；现在在办 40 件。超时 3 件，比前天多 2 件，在望京街道 2 件、…。任务没有逾期。」 */
export function briefingWords({ place, came, closed, open, late, newlyLate, lateItems, where }: Briefing): string {
  const days = `${place}昨天新来诉求 ${came} 件，办结 ${closed} 件，在办 ${open} 件。`
  const places = where.map((one) => `${one.name} ${one.late} 件`).join('、')
  const more = newlyLate > 0 ? `，比前天多 ${newlyLate} 件` : ''
  const lateWords =
    late === 0 ? '没有超时的诉求。' : `超时 ${late} 件${more}${places === '' ? '' : `，最多的是${places}`}。`
  const itemWords = lateItems === 0 ? '任务没有逾期。' : `任务项逾期 ${lateItems} 项。`
  return `${days}${lateWords}${itemWords}`
}
