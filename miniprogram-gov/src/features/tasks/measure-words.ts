import type { MeasuredReply, ShownMeasureReply } from '@zmht/shared/contract'

/** A number as people read it: thousands apart, at most two decimals. */
export function amountWords(amount: number): string {
  const [whole = '', decimals] = String(Math.round(amount * 100) / 100).split('.')
  const apart = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return decimals === undefined ? apart : `${apart}.${decimals}`
}

/** One choice of a measure: how many gave it, and the part of all who answered, for the eye. */
export interface Share {
  readonly code: string
  readonly name: string
  readonly count: number
  readonly part: number
}

/** @returns the choices that somebody gave, in the order of the form; those the form no longer offers at the end */
export function sharesOf({ options }: ShownMeasureReply, { groups = {} }: MeasuredReply): readonly Share[] {
  const all = Object.values(groups).reduce((sum, count) => sum + count, 0)
  const known = new Set(options.map(({ code }) => code))
  const gone = Object.keys(groups).filter((code) => !known.has(code))
  return [...options, ...gone.map((code) => ({ code, name: '其他' }))].flatMap(({ code, name }) => {
    const count = groups[code] ?? 0
    return count === 0 ? [] : [{ code, name, count, part: count / all }]
  })
}

/** @returns 「5 具」「是 3 · 否 5」「填了 8」; 「还没有人填」 */
export function measuredWords(measure: ShownMeasureReply, measured: MeasuredReply | undefined): string {
  if (measured === undefined || measured.given === 0) return '还没有人填'
  switch (measure.by) {
    case 'sum':
      return [amountWords(measured.sum ?? 0), measure.unit].filter(Boolean).join(' ')
    case 'groups':
      return sharesOf(measure, measured)
        .map(({ name, count }) => `${name} ${amountWords(count)}`)
        .join(' · ')
    case 'given':
      return `填了 ${amountWords(measured.given)}`
  }
}
