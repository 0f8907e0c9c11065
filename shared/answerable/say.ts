import { duties } from '../permission/duty'
import { type Answer, type Finding, general } from './answer'
import type { Tie, Times } from './tie'

/** What the words are made of: what each place and each other is called. */
export interface Names {
  readonly place: (id: string) => string
  readonly other: (id: string) => string
  readonly organisation: (id: string) => string
  /** A code of `week-part`. */
  readonly part: (code: string) => string
}

/** 「周末和节假日」「每周住 2 晚」「2026-12-01 至 2027-02-28」; empty when nobody said. */
export function sayTimes({ from, until, part, nights }: Times, names: Pick<Names, 'part'>): string {
  const span =
    from === undefined && until === undefined ? '' : until === undefined ? `${from} 起` : `${from ?? ''} 至 ${until}`
  const said = [
    part === undefined ? '' : names.part(part),
    nights === undefined ? '' : `每周住 ${nights} 晚`,
    span.trim(),
  ]
  return said.filter((one) => one !== '').join('，')
}

/** 「住在花家地北里 3号楼」: what binds it to the place. */
export function sayTie({ basis, place, times, via }: Tie, names: Names): string {
  const at = names.place(place)
  switch (basis) {
    case 'home':
      return `住在${at}`
    case 'second-home': {
      const when = sayTimes(times ?? {}, names)
      return when === '' ? `还住在${at}，没有说明什么时候住` : `还住在${at}（${when}）`
    }
    case 'registered':
      return `没有登记住址，户口在${at}`
    case 'work':
      return `在${via === undefined ? '' : names.other(via)}工作，单位在${at}`
    case 'site':
      return `在${at}经营`
    case 'seat':
      return `没有登记经营场所，住所在${at}`
    case 'location':
      return `位于${at}`
    case 'owner':
      return `没有登记位置，所有或使用的一方在${at}`
    case 'entered':
      return `登记在${at}`
  }
}

/** 「因为住在 …，… 由花家地北里社区居委会负责属地管理」. */
export function sayAnswer({ tie, organisation, duties: held }: Answer, names: Names): string {
  const first = held.find(({ duty }) => duty === general) ?? held[0]
  if (first === undefined) return ''
  return `因为${sayTie(tie, names)}，${names.place(first.at)}由${names.organisation(organisation)}负责${duties[first.duty]}。`
}

/** What is wrong, and what settles it. */
export function sayFinding({ what, about, ties, organisations, unsaid }: Finding, names: Names): string {
  const where = ties.map((tie) => sayTie(tie, names)).join('；')
  const both = organisations.map(names.organisation).join('、')
  if (what === 'also') return where
  if (what === 'none') {
    if (about === 'territory') return `${where}，这里还没有单位负责${duties[general]}。`
    return unsaid === true
      ? '还没有登记行业，登记后就会归到主管部门。'
      : '这个行业还没有指定主管部门，指定后就会归到它那里。'
  }
  if (about === 'sector') return `按行业由${both}都要主管，请调整行业主管的设置。`
  const settles = ties.some(({ basis }) => basis === 'site') ? '说明哪一处是分店' : '说明什么时候住在哪里'
  return `${where}。${both}都要负责，${settles}，就能分清。`
}
