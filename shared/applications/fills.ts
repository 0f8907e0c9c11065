import type { ApplicationContent } from '../contract'

/** 「（填电话）」: what differs from place to place, asked when an application is set up. */
const mark = /（填([^（）]{1,20})）/g

/** How a fill is answered. */
export type FillKind = 'phone' | 'date' | 'days' | 'words'

export interface Fill {
  /** 「电话」: what stands behind 填. */
  readonly name: string
  readonly kind: FillKind
  /** Where it stands, to be read by whoever fills it in: 「通知“暴雨预警”」. */
  readonly where: readonly string[]
}

const kindOf = (name: string): FillKind =>
  /电话|手机/.test(name) ? 'phone' : /日期|哪天|几号/.test(name) ? 'date' : 'words'

/** Every text of a value, whatever it is made of. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The same value with each of its texts written otherwise. */
export function withTexts<T>(value: T, write: (text: string) => string): T {
  const over = (one: unknown): unknown => {
    if (typeof one === 'string') return write(one)
    if (Array.isArray(one)) return one.map(over)
    return typeof one === 'object' && one !== null
      ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, over(inner)]))
      : one
  }
  return over(value) as T // of the very shape: only texts are written otherwise
}

/** @returns what is to be filled in when it is set up, each once, in the order of its parts */
export function fillsOf({ parts, wiring }: Pick<ApplicationContent, 'parts' | 'wiring'>): readonly Fill[] {
  const found = new Map<string, Set<string>>()
  const dates = new Set<string>()
  const note = (texts: readonly string[], where: string) => {
    for (const text of texts)
      for (const [, name = ''] of text.matchAll(mark)) found.set(name, (found.get(name) ?? new Set()).add(where))
  }
  for (const part of parts) {
    if (part.kind === 'service' && part.slotDays !== undefined) {
      dates.add(part.slotDays)
      found.set(part.slotDays, (found.get(part.slotDays) ?? new Set()).add(partTitle(part)))
    }
    note(textsIn(part), partTitle(part))
  }
  for (const wire of wiring) note(textsIn(wire), '联动')
  return [...found].map(([name, where]) => ({
    name,
    kind: dates.has(name) ? 'days' : kindOf(name),
    where: [...where],
  }))
}

/** @returns the content as it is opened: with what was filled in. What was left empty stays as it is. */
export function filled<T>(content: T, fills: Readonly<Record<string, string>>): T {
  return withTexts(content, (text) =>
    text.replace(mark, (whole, name: string) => {
      const given = fills[name]?.trim() ?? ''
      return given === '' ? whole : given
    }),
  )
}

type Part = ApplicationContent['parts'][number]

export const partKindNames: Readonly<Record<Part['kind'], string>> = {
  ledger: '台账',
  service: '服务',
  task: '任务',
  notice: '通知',
}

/** What a part is called: its own title. */
export const partName = (part: Part): string => (part.kind === 'ledger' ? part.content.name : part.content.title)

/** 「通知“暴雨预警”」. */
export const partTitle = (part: Part): string => `${partKindNames[part.kind]}“${partName(part)}”`

/** @returns the days somebody filled in, each `YYYY-MM-DD`: written one after the other with commas between them */
export const daysFilled = (given: string | undefined): readonly string[] =>
  [...new Set((given ?? '').split(/[,，、\s]+/))].filter((one) => /^\d{4}-\d{2}-\d{2}$/.test(one)).sort()
