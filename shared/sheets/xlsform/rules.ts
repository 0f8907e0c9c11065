import { type Expression, expressionProblem } from '../../controls/expression'
import type { SheetProblem } from '../propose'
import type { Answered } from './answers'
import type { Choice, ChoiceLists } from './choices'
import { type Names, type Reference, translate, type ValueKind } from './expression'
import type { Item, Survey } from './survey'

/** Translates the rules of one survey; what cannot be said is put on record with its exact words. */
export interface Rules {
  /** @returns the rule as an expression, or nothing when it was put on record instead */
  read(
    item: Item,
    column: string,
    called: string,
  ): { readonly expression: Expression; readonly type: ValueKind } | undefined
  /** @returns which choices are offered when, or nothing */
  offered(
    item: Item,
  ): { readonly when: readonly { codes: readonly string[]; if: Expression }[]; readonly others: 'never' } | undefined
  /** Texts with `${name}` in them show the question instead of the answer. */
  plain(text: string): string
}

export function rulesOf(
  survey: Survey,
  answered: ReadonlyMap<Item, Answered>,
  lists: ChoiceLists,
  sheet: string,
  problems: SheetProblem[],
  labelOf: (item: Item) => string,
): Rules {
  const byName = new Map<string, Item[]>()
  for (const item of survey.items) byName.set(item.name, [...(byName.get(item.name) ?? []), item])

  /** Of several questions of one name the one in the same group is meant. */
  function find(name: string, from: Item): Item | undefined {
    const all = byName.get(name) ?? []
    return all.find((one) => one.within === from.within) ?? all.find((one) => one.repeat === from.repeat) ?? all[0]
  }

  function reference(name: string, from: Item): Reference | { cannot: string } {
    const last = name.replace(/^last-saved#/, '')
    const item = find(last, from)
    const collected = survey.metadata.get(last)
    if (!item && collected !== undefined) {
      if (/today$/i.test(collected)) return { expression: { today: [] }, type: 'date' }
      return { cannot: `“${name}”是系统记录的内容，不能在条件里使用` }
    }
    if (!item) return { cannot: `没有叫“${name}”的题目` }
    const how = answered.get(item)
    if (!how || how.kind === 'explanation') return { cannot: `“${name}”没有答案` }
    if (item.repeat && from.repeat && item.repeat !== from.repeat) return { cannot: `“${name}”在另一个重复组里` }
    return {
      expression: { var: item.id },
      type: item.repeat && item.repeat !== from.repeat ? 'list' : how.type,
      ...(how.own?.items ? { items: how.own.items } : {}),
    }
  }

  function names(item: Item, column?: Names['column']): Names {
    const self = answered.has(item) ? reference(item.name, item) : undefined
    return {
      reference: (name) => reference(name, item),
      ...(self && !('cannot' in self) ? { self: { ...self, expression: { var: item.id } } } : {}),
      ...(column ? { column } : {}),
    }
  }

  function onRecord(item: Item, called: string, source: string, why: string): void {
    problems.push({
      sheet,
      row: item.row.number,
      control: item.id,
      message: `“${item.name}”的${called}没有搬（${why}）：${source}`,
    })
  }

  function read(item: Item, column: string, called: string) {
    const source = item.row.get(column)
    if (source === '') return undefined
    const found = translate(source, names(item))
    const broken = found.ok ? expressionProblem(found.expression) : undefined
    if (!found.ok || broken !== undefined) {
      onRecord(item, called, source, found.ok ? (broken ?? '') : found.why)
      return undefined
    }
    return found
  }

  function offered(item: Item) {
    const source = item.row.get('choice_filter')
    if (source === '' || item.type.is !== 'select') return undefined
    const choices = lists.get(item.type.list) ?? []
    const groups = new Map<string, { codes: string[]; if: Expression }>()
    for (const choice of choices) {
      const found = translate(
        source,
        names(item, (name) => columnOf(choice, name)),
      )
      const broken = found.ok ? expressionProblem(found.expression) : undefined
      if (!found.ok || broken !== undefined) {
        onRecord(item, '选项筛选', source, found.ok ? (broken ?? '') : found.why)
        return undefined
      }
      const key = JSON.stringify(found.expression)
      const group = groups.get(key) ?? { codes: [], if: found.expression }
      groups.set(key, group)
      group.codes.push(choice.code)
    }
    if (item.type.other) groups.set('other', { codes: ['other'], if: true })
    return { when: [...groups.values()], others: 'never' as const }
  }

  function columnOf(choice: Choice, name: string): string | undefined {
    if (name === 'name') return choice.code
    const raw = Object.entries(choice.row.raw).find(([column]) => column.trim() === name)?.[1]
    if (raw !== undefined) return raw
    // A column that this choice leaves blank is still a column.
    const isColumn = [...lists.values()].some((all) =>
      all.some(({ row }) => Object.keys(row.raw).some((one) => one.trim() === name)),
    )
    return isColumn ? '' : undefined
  }

  function plain(text: string): string {
    return text.replace(/\$\{\s*([^}]+?)\s*\}/g, (_, name: string) => {
      const item = byName.get(name)?.[0]
      return `〔${item ? labelOf(item) : name}〕`
    })
  }

  return { read, offered, plain }
}
