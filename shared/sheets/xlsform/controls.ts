import { controlsIn, type Expression } from '../../controls/expression'
import type { Control, OwnValue } from '../../controls/form'
import type { SheetProblem } from '../propose'
import { type Answered, otherCode } from './answers'
import { tagOf } from './language'
import type { Rules } from './rules'
import type { Item, Survey } from './survey'

export interface Kept {
  relevance: number
  constraints: number
  questions: number
}

interface Given {
  readonly survey: Survey
  readonly answered: ReadonlyMap<Item, Answered>
  readonly rules: Rules
  readonly language: string
  readonly sheet: string
  readonly problems: SheetProblem[]
  /** The subject that is answered for. */
  readonly subjectOf: (item: Item) => string
  readonly labelOf: (item: Item) => string
}

/** Puts down the controls of a survey, in its order. */
export function controlsOf(given: Given): { readonly controls: readonly Control[]; readonly kept: Kept } {
  const { survey, problems, sheet } = given
  const kept: Kept = { relevance: 0, constraints: 0, questions: 0 }
  const matrices = new Set(survey.items.filter((item) => isMatrix(item, given)))
  const handedDown = new Map<Item, Expression>()
  const controls = survey.items.flatMap((item): readonly Control[] => {
    const shown = given.rules.read(item, 'relevant', '显示条件')?.expression
    if (item.type.is === 'begin') {
      if (shown !== undefined) kept.relevance++
      return [container(given, item, matrices.has(item), shown, handedDown)]
    }
    const made = question(given, item, shown, handedDown, kept)
    if (made.length > 0) {
      kept.questions++
      if (shown !== undefined) kept.relevance++
    }
    return made
  })
  if (survey.metadata.size > 0) {
    problems.push({ sheet, message: `系统自行记录的内容没有搬：${[...survey.metadata.keys()].join('、')}` })
  }
  return { controls, kept }
}

function container(
  given: Given,
  item: Item,
  isMatrix: boolean,
  shown: Expression | undefined,
  handedDown: Map<Item, Expression>,
): Control {
  const inherited = handedTo(item, handedDown)
  // In a card, what a group depends on is answered in the same card: each of its questions asks for itself.
  const toEach = shown !== undefined && item.repeat !== undefined && looksInto(given, item.repeat, shown)
  if (toEach) handedDown.set(item, inherited === undefined ? shown : { and: [inherited, shown] })
  else if (inherited !== undefined) handedDown.set(item, inherited)
  const wide = item.row.get('appearance').toLowerCase()
  if (wide.includes('table-list') && !isMatrix) {
    given.problems.push({
      sheet: given.sheet,
      row: item.row.number,
      message: `“${item.name}”各题的选项不同，不能排成表格，改为逐题显示`,
    })
  }
  if (
    item.type.is === 'begin' &&
    item.type.what === 'repeat' &&
    item.row.get('repeat_count') !== '' &&
    item.repeat === item
  ) {
    given.problems.push({
      sheet: given.sheet,
      row: item.row.number,
      message: `“${item.name}”的份数“${item.row.get('repeat_count')}”没有搬，由填写人自己增减`,
    })
  }
  return {
    id: item.id,
    kind: isMatrix ? 'matrix' : 'section',
    label: given.labelOf(item),
    required: false,
    ...(item.within ? { within: item.within.id } : {}),
    ...(shown !== undefined && !toEach ? { showWhen: shown } : {}),
    ...translationsOf(given, item),
  }
}

function looksInto({ survey }: Given, repeat: Item, rule: Expression): boolean {
  const ids = new Set(survey.items.filter((one) => one.repeat === repeat).map(({ id }) => id))
  return controlsIn(rule).some((id) => ids.has(id))
}

/** What is asked of each question of a group in a card. */
const handedTo = (item: Item, handedDown: ReadonlyMap<Item, Expression>): Expression | undefined =>
  item.within && handedDown.get(item.within)

function question(
  given: Given,
  item: Item,
  relevant: Expression | undefined,
  handedDown: ReadonlyMap<Item, Expression>,
  kept: Kept,
): readonly Control[] {
  const how = given.answered.get(item)
  if (!how) return []
  const at = { sheet: given.sheet, row: item.row.number, control: item.id }
  const { rules } = given
  if (how.lost !== undefined) given.problems.push({ ...at, message: `“${item.name}”：${how.lost}` })
  const inherited = handedTo(item, handedDown)
  const shown = inherited === undefined ? relevant : relevant === undefined ? inherited : { and: [inherited, relevant] }
  const label = rules.plain(given.labelOf(item))
  const hint = rules.plain(textIn(item, 'hint', given.language))
  const base: Control = {
    id: item.id,
    kind: how.kind,
    label,
    required: false,
    ...(hint === '' ? {} : { hint }),
    ...(item.within ? { within: item.within.id } : {}),
    ...(shown === undefined ? {} : { showWhen: shown }),
    ...translationsOf(given, item),
  }
  if (how.kind === 'explanation') {
    if (item.row.get('label') !== label && /\$\{/.test(item.row.get('label')))
      given.problems.push({ ...at, message: `“${item.name}”的文字里引用的答案不会显示，改为写出题目` })
    return [{ ...base, text: label }]
  }
  if (how.kind === 'consent') return [{ ...base, text: label, ...requirement(given, item) }]
  const binding = (own: OwnValue) => ({ subject: given.subjectOf(item), own })
  const compute = computed(given, item)
  if (compute === 'broken') return [{ ...base, kind: 'text', binding: binding({ type: 'text:500' }) }]
  if (compute === 'missing' || !how.own) return []
  noteLost(given, item)
  if (compute) {
    const isNumber = how.type === 'number' || (how.kind === 'computed' && compute.type === 'number')
    const type = isNumber ? 'number:-1000000000000..1000000000000::6' : 'text:1000'
    return [{ ...base, kind: 'computed', compute: compute.expression, binding: binding({ type }) }]
  }
  const must = rules.read(item, 'constraint', '核对条件')?.expression
  if (must !== undefined) kept.constraints++
  const message = textIn(item, 'constraint_message', given.language) || '填写的内容不符合要求，请核对后再填'
  const offer = rules.offered(item)
  const made: Control = {
    ...base,
    binding: binding(how.own),
    ...requirement(given, item),
    ...(must === undefined
      ? {}
      : { constraints: [{ must: unlessBlank(item.id, must), message: rules.plain(message) }] }),
    ...(offer ? { offer } : {}),
  }
  return item.type.is === 'select' && item.type.other ? [made, otherText(made)] : [made]
}

/** Nothing is checked about what is not answered. */
const unlessBlank = (id: string, must: Expression): Expression => ({
  or: [{ '!': [{ answered: [{ var: id }] }] }, must],
})

function otherText(select: Control): Control {
  return {
    id: `${select.id.slice(0, 26)}-other`,
    kind: 'text',
    label: `${select.label}（其他，请说明）`,
    required: false,
    showWhen: { 'one-of': [{ var: select.id }, [otherCode]] },
    ...(select.within === undefined ? {} : { within: select.within }),
    ...(select.binding ? { binding: { subject: select.binding.subject, own: { type: 'text:200' } } } : {}),
  }
}

function computed(given: Given, item: Item) {
  const isCalculate = item.type.is === 'calculate'
  if (item.row.get('calculation') === '') {
    if (!isCalculate) return undefined
    given.problems.push({
      sheet: given.sheet,
      row: item.row.number,
      message: `计算题“${item.name}”没有写怎样计算，没有搬`,
    })
    return 'missing' as const
  }
  if (
    !isCalculate &&
    given.answered.get(item)?.kind !== 'text' &&
    given.answered.get(item)?.type !== 'number' &&
    given.answered.get(item)?.type !== 'date'
  ) {
    given.problems.push({
      sheet: given.sheet,
      row: item.row.number,
      message: `“${item.name}”的自动填入没有搬：${item.row.get('calculation')}`,
    })
    return undefined
  }
  return given.rules.read(item, 'calculation', '计算') ?? (isCalculate ? ('broken' as const) : undefined)
}

function requirement(given: Given, item: Item): Pick<Control, 'required' | 'requiredWhen'> {
  const source = item.row.get('required').trim()
  if (/^(yes|true|true\(\)|1|y|是)$/i.test(source)) return { required: true }
  if (source === '' || /^(no|false|false\(\)|0|n|否)$/i.test(source)) return { required: false }
  const rule = given.rules.read(item, 'required', '必填条件')?.expression
  return rule === undefined ? { required: false } : { required: false, requiredWhen: rule }
}

function noteLost({ problems, sheet }: Given, item: Item): void {
  const at = { sheet, row: item.row.number, control: item.id }
  const usual = item.row.get('default')
  if (usual !== '') problems.push({ ...at, message: `“${item.name}”的默认值没有搬：${usual}` })
  if (/^(yes|true|true\(\))$/i.test(item.row.get('readonly')) && item.row.get('calculation') === '')
    problems.push({ ...at, message: `“${item.name}”原来是只读的，现在可以填写` })
}

export function textIn(item: Item, column: string, language: string): string {
  const texts = item.row.by(column)
  return texts.get(language) ?? texts.get('') ?? [...texts.values()][0] ?? ''
}

function translationsOf({ language, rules }: Given, item: Item): Pick<Control, 'translations'> {
  const found: Record<string, { label?: string; hint?: string }> = {}
  for (const column of ['label', 'hint'] as const) {
    for (const [other, text] of item.row.by(column)) {
      if (other === language || other === '') continue
      const tag = tagOf(other)
      found[tag] = { ...found[tag], [column]: rules.plain(text) }
    }
  }
  return Object.keys(found).length === 0 ? {} : { translations: found }
}

const gridLooks = /\b(label|list-nolabel)\b/

/** A group whose questions are all choices from one list is a table of rows. */
function isMatrix(group: Item, { survey, answered }: Given): boolean {
  if (group.type.is !== 'begin' || group.type.what !== 'group') return false
  const inside = survey.items.filter((one) => one.within === group)
  const looks = group.row.get('appearance').toLowerCase().includes('table-list')
  if (!looks && !(inside.length > 1 && inside.every((one) => gridLooks.test(one.row.get('appearance'))))) return false
  const [first] = inside
  return (
    first?.type.is === 'select' &&
    inside.every(
      ({ type, row }, at) =>
        type.is === 'select' &&
        first.type.is === 'select' &&
        type.list === first.type.list &&
        type.many === first.type.many &&
        !type.other &&
        row.get('calculation') === '' &&
        answered.get(inside[at] ?? group)?.own?.type === 'code',
    )
  )
}
