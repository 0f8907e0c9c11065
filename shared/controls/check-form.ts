import { isComputed } from '../knowledge/derive'
import type { Knowledge } from '../knowledge/system'
import { controlCircles } from './circles'
import { fits } from './control-for'
import { controlsIn, type Expression, expressionProblem } from './expression'
import { type Control, controlKinds, type Form, mostControls, type OwnValue, type Subject } from './form'
import {
  answeredUnder,
  answeringOf,
  chainOf,
  type FormShape,
  isAnswered,
  isGiven,
  isOwnControl,
  itemsOf,
  placeControlOf,
  shapeOf,
} from './shape'
import { unreachable } from './unreachable'

/** One thing wrong with a form, in words for the person who puts it together. */
export interface FormProblem {
  readonly control?: string
  readonly subject?: string
  readonly message: string
}

const maxSubjects = 20
const maxCards = 20

/** Whom a form is filled in about: whoever fills it in, an item of a task, or the organisation that is acted for. */
export type FormAbout = 'actor' | 'target' | 'organisation'

/**
 * @param about whom it is filled in about
 * @returns what keeps a form from being published; nothing when it is ready
 */
export function checkForm(knowledge: Knowledge, form: Form, about: FormAbout = 'actor'): readonly FormProblem[] {
  const shape = shapeOf(knowledge, form)
  const circles = controlCircles(form)
  return [
    ...wholeForm(shape, about),
    ...form.subjects.flatMap((subject) => subjectProblems(shape, subject)),
    ...form.controls.flatMap((control, position) => controlProblems(shape, control, position, circles)),
  ]
}

function wholeForm({ form }: FormShape, about: FormAbout): readonly FormProblem[] {
  const problems: FormProblem[] = []
  const wrong = givenProblem(form, about)
  if (wrong !== undefined) problems.push({ message: wrong })
  if (form.subjects.filter((subject) => subject.is.by === 'submission').length > 1) {
    problems.push({ message: '“本次申请”只能有一个，请删去多余的' })
  }
  if (form.subjects.length > maxSubjects) problems.push({ message: `表单里最多放${maxSubjects}个对象` })
  if (form.controls.length > mostControls)
    problems.push({ message: `表单里最多放${mostControls}个控件，请分成几张表单` })
  if (!form.controls.some((control) => control.binding)) {
    problems.push({ message: '表单里还没有要填写的内容，请至少放一个控件' })
  }
  return problems
}

/** Whom a form is given: one, but for an organisation, whose delegate may be asked about too. */
function givenProblem({ subjects }: Form, about: FormAbout): string | undefined {
  const given = subjects.filter(({ is }) => isGiven(is))
  const targets = given.filter(({ is }) => is.by === 'target')
  if (about === 'organisation') {
    const isOne = targets.length === 1 && targets[0]?.kind === 'organisation' && given.length <= 2
    return isOne ? undefined : '给单位办的表单里要有且只有一个申请单位，经办人最多一位'
  }
  if (given.length === 1 && given[0]?.is.by === about) return undefined
  return about === 'actor' ? '表单里要有且只有一位填写人' : '表单里要有且只有一个任务对象'
}

function subjectProblems(shape: FormShape, subject: Subject): readonly FormProblem[] {
  const problems: string[] = []
  if (isReserved(subject.key)) problems.push('编号不能使用，请换一个')
  if (shape.form.subjects.filter((one) => one.key === subject.key).length > 1) problems.push('编号重复，请换一个')
  if (subject.name.trim() === '') problems.push('还没有名称')
  problems.push(...originProblems(shape, subject), ...cardProblems(shape, subject))
  return problems.map((message) => ({
    subject: subject.key,
    message: `对象“${subject.name || subject.key}”：${message}`,
  }))
}

function originProblems(shape: FormShape, subject: Subject): readonly string[] {
  const { is } = subject
  if (is.by === 'actor') return subject.kind === 'person' ? [] : ['填写人必须是人']
  if (is.by === 'target') return subject.kind === 'event' ? ['任务针对的必须是人、地、物或组织'] : []
  if (is.by === 'submission') return subject.kind === 'event' ? [] : ['本次申请必须是事']
  if (is.by === 'own') return []
  const source = shape.subject.get(is.of)
  const type = shape.knowledge.relationType(is.relation)
  if (!type) return ['选用的关系不存在，请重新选择']
  if (!source) return ['所关联的对象不存在，请重新选择']
  if (!shape.subjects.includes(subject)) return ['和填写人之间没有关联，请重新选择关系']
  const [from, to] = is.direction === 'forward' ? [source.kind, subject.kind] : [subject.kind, source.kind]
  if (type.from !== from || type.to !== to) return [`“${type.name}”这种关系不能用在这两个对象之间`]
  const problems: string[] = []
  if (type.code === 'applied-by') problems.push('申请人由系统记录，不用另设对象')
  // Other events of the same people or places could not be told from the submission when the form opens again.
  if (subject.kind === 'event') problems.push('表单里的事只能是本次申请')
  if (shape.form.subjects.some((other) => other !== subject && sameOrigin(shape, other, subject))) {
    problems.push('和另一个对象用了同样的关系，请合并成一个可重复的对象')
  }
  if (turnsBack(shape, subject)) problems.push('沿着同一种关系又绕了回来，指的就是原来的对象，请重新选择关系')
  if (subject.kind === 'place' && !placeControlOf(shape, subject)) {
    problems.push(`请为“${source.name}”放一个“${type.name}”的地点控件，由它来确定是哪里`)
  }
  return problems
}

/** Two subjects with the same origin could not be told apart when the form opens again. */
function sameOrigin({ knowledge }: FormShape, one: Subject, other: Subject): boolean {
  if (one.is.by !== 'relation' || other.is.by !== 'relation') return false
  if (one.is.relation !== other.is.relation || one.is.of !== other.is.of) return false
  return one.is.direction === other.is.direction || knowledge.relationType(one.is.relation)?.symmetric === true
}

/** Reached backward by a relation with one target, that target is where we came from. */
function turnsBack(shape: FormShape, subject: Subject): boolean {
  const { is } = subject
  if (is.by !== 'relation') return false
  const type = shape.knowledge.relationType(is.relation)
  const before = shape.subject.get(is.of)?.is
  if (type?.targets !== 'one' || before?.by !== 'relation' || before.relation !== is.relation) return false
  return type.symmetric || (before.direction === 'backward' && is.direction === 'forward')
}

function cardProblems(shape: FormShape, subject: Subject): readonly string[] {
  const { is, many } = subject
  if (!many) return []
  if (isGiven(is) || is.by === 'submission') return ['填写人和本次申请不能重复']
  const problems: string[] = []
  const whole = Number.isInteger(many.min) && Number.isInteger(many.max)
  if (!whole || many.min < 0 || many.max < 1 || many.min > many.max || many.max > maxCards) {
    problems.push(`份数要在0到${maxCards}之间，且最少不超过最多`)
  }
  if (chainOf(shape, subject.key).some((key) => shape.subject.get(key)?.many))
    problems.push('可重复的对象里不能再有可重复的对象')
  if (is.by === 'own') return problems
  const type = shape.knowledge.relationType(is.relation)
  if (type?.targets === 'one' && (is.direction === 'forward' || type.symmetric)) {
    problems.push(`“${type.name}”只能有一个，不能重复`)
  }
  return problems
}

function controlProblems(
  shape: FormShape,
  control: Control,
  position: number,
  circles: ReadonlySet<string>,
): readonly FormProblem[] {
  const problems: string[] = []
  if (isReserved(control.id)) problems.push('编号不能使用，请换一个')
  if (shape.form.controls.some((other, at) => at < position && other.id === control.id)) {
    problems.push('编号和前面的控件重复，请换一个')
  }
  if (!controlKinds.includes(control.kind)) problems.push('控件类型不存在')
  if (control.label.trim() === '' && control.kind !== 'explanation') problems.push('还没有名称')
  problems.push(
    ...bindingProblems(shape, control, position),
    ...containerProblems(shape, control, position),
    ...ruleProblems(shape, control),
  )
  if (circles.has(control.id)) problems.push('显示或计算的条件绕成了一圈，请改掉其中一条')
  else if (problems.length === 0 && unreachable(shape, control))
    problems.push('条件永远不会成立，这一项不会出现，请修改条件')
  const called = control.label.trim() || `第${position + 1}个`
  return problems.map((message) => ({ control: control.id, message: `控件“${called}”：${message}` }))
}

function bindingProblems(shape: FormShape, control: Control, position: number): readonly string[] {
  const { binding } = control
  if (!isAnswered(control.kind) || control.kind === 'consent') {
    if (binding) return ['只供阅读和分组的控件不记录资料，请去掉绑定']
    const speaks = control.kind === 'explanation' || control.kind === 'consent'
    return speaks && (control.text ?? '').trim() === '' ? ['还没有写内容'] : []
  }
  if (!binding) return ['还没有选择要记录的资料']
  const subject = shape.subject.get(binding.subject)
  if (!subject) return ['所属的对象不存在，请重新选择']
  const computesItself = 'attribute' in binding && isComputed(binding.attribute)
  if (computesItself && control.kind !== 'computed') return ['这一项由系统算出，请换成计算控件']
  if (control.kind === 'computed' && control.compute === undefined && !computesItself) return ['还没有写怎样计算']
  if (isOwnControl(control)) return ownProblems(shape, control, control.binding.own)
  if (subject.is.by === 'own') return [`“${subject.name}”只收集这张表自己的问题，不记录资料`]
  const twin = shape.form.controls.some((other, at) => at < position && sameBinding(other, control))
  return [
    ...(twin ? ['和前面的控件记录同一项资料，请删去一个'] : []),
    ...('attribute' in binding
      ? attributeProblems(shape, control, subject, binding.attribute)
      : relationProblems(shape, control, subject, 'relation' in binding ? binding.relation : '')),
  ]
}

const maxOwnItems = 300

function ownProblems(shape: FormShape, control: Control, own: OwnValue): readonly string[] {
  const answering = answeringOf(shape.knowledge, control)
  if (!answering) return ['还没有选好怎样回答']
  if (!fits(control.kind, answering)) return ['控件类型和回答的方式不符，请换一种控件']
  if (own.type !== 'code') return []
  const items = own.items ?? []
  if (items.length === 0) return ['还没有选项']
  if (items.length > maxOwnItems) return [`选项最多${maxOwnItems}个`]
  const problems: string[] = []
  if (items.some(({ code, name }) => code.trim() === '' || name.trim() === '')) problems.push('有空白的选项')
  if (new Set(items.map(({ code }) => code)).size < items.length) problems.push('有重复的选项')
  return problems
}

function attributeProblems(shape: FormShape, control: Control, subject: Subject, code: string): readonly string[] {
  const what = shape.knowledge.attribute(code)
  if (!what) return ['记录的资料在城市知识体系里不存在，请重新选择']
  if (what.deprecated) {
    const successor = shape.knowledge.attribute(what.deprecated.successor ?? '')
    return [`“${what.name}”已停用，请改用${successor ? `“${successor.name}”` : '别的资料'}`]
  }
  const { is } = subject
  const isOfSubject =
    typeof what.of === 'string' ? what.of === subject.kind : is.by === 'relation' && is.relation === what.of.relation
  if (!isOfSubject) return [`“${what.name}”不是“${subject.name}”的资料，请重新选择`]
  if (!fits(control.kind, what)) return [`控件类型和“${what.name}”不符，请换一种控件`]
  if (control.kind === 'computed') return []
  const asked = shape.attributeControls.get(subject.key)?.find((one) => one.binding.attribute === what.derivedFrom)
  return asked ? [`“${what.name}”可由“${asked.label}”得出，不用再问`] : []
}

function relationProblems(shape: FormShape, control: Control, subject: Subject, code: string): readonly string[] {
  const type = shape.knowledge.relationType(code)
  if (!type) return ['记录的关系在城市知识体系里不存在，请重新选择']
  if (type.from !== subject.kind) return [`“${type.name}”不能用在“${subject.name}”上`]
  const wanted = type.to === 'place' ? 'place' : 'entity'
  if (control.kind !== wanted) return ['这种关系不能这样选择，请换一种控件']
  if (wanted === 'entity' && type.to !== 'organisation' && type.to !== 'thing') {
    return ['人和事不用选择，请为他们放一个对象']
  }
  if (wanted === 'place' && type.targets !== 'one') return [`“${type.name}”可以有多处，不能用一个控件记录`]
  const { is } = subject
  if (is.by === 'relation' && is.relation === code && is.direction === 'backward') {
    return ['这个地点就是关联它的对象，不用再问']
  }
  return []
}

/** A container stands before what it holds; a matrix holds questions that are answered alike. */
function containerProblems(shape: FormShape, control: Control, position: number): readonly string[] {
  if (control.within === undefined) return []
  const at = shape.form.controls.findIndex((other) => other.id === control.within)
  const container = shape.form.controls[at]
  if (!container || !['section', 'matrix'].includes(container.kind)) return ['所在的分组不存在']
  if (at >= position) return ['要排在所在的分组后面']
  if (container.kind === 'section') return []
  if (!['choice', 'choices', 'yes-no', 'number', 'text'].includes(control.kind)) return ['这种控件不能放进矩阵']
  const first = shape.form.controls.find((other) => other.within === container.id)
  const alike =
    first === undefined ||
    (first.kind === control.kind &&
      columnsOf(shape, first) === columnsOf(shape, control) &&
      sameCards(shape, first, control))
  return alike ? [] : ['矩阵里每一行的选项要一样']
}

function columnsOf(shape: FormShape, control: Control): string {
  return itemsOf(shape.knowledge, control)
    .map(({ code, name }) => `${code} ${name}`)
    .join('|')
}

function sameCards(shape: FormShape, one: Control, other: Control): boolean {
  return answeredUnder(shape, one) === answeredUnder(shape, other)
}

function ruleProblems(shape: FormShape, control: Control): readonly string[] {
  const rules: readonly (readonly [string, Expression | undefined])[] = [
    ['显示条件', control.showWhen],
    ['必填条件', control.requiredWhen],
    ['计算', control.compute],
    ...(control.constraints ?? []).map((one) => ['核对条件', one.must] as const),
    ...(control.offer?.when ?? []).map((one) => ['选项条件', one.if] as const),
  ]
  const problems = rules.flatMap(([name, rule]) => (rule === undefined ? [] : ruleProblem(shape, control, name, rule)))
  if (control.constraints?.some(({ message }) => message.trim() === '')) problems.push('核对条件还没有写不符合时的提示')
  const codes = new Set(itemsOf(shape.knowledge, control).map(({ code }) => code))
  if (control.offer?.when.some((one) => one.codes.some((code) => !codes.has(code))))
    problems.push('选项条件里有不存在的选项')
  return problems
}

function ruleProblem(shape: FormShape, control: Control, name: string, rule: Expression): readonly string[] {
  const broken = expressionProblem(rule)
  if (broken !== undefined) return [`${name}：${broken}`]
  const own = shape.repeats.get(answeredUnder(shape, control) ?? '')
  for (const id of controlsIn(rule)) {
    const other = shape.control.get(id)
    if (!other || !isAnswered(other.kind)) return [`${name}所看的控件不存在`]
    const root = shape.repeats.get(answeredUnder(shape, other) ?? '')
    if (root !== undefined && own !== undefined && root !== own) return [`${name}不能看另一组可重复卡片里的控件`]
  }
  return []
}

function sameBinding(one: Control, other: Control): boolean {
  const [a, b] = [one.binding, other.binding]
  if (!a || !b || a.subject !== b.subject) return false
  if ('attribute' in a) return 'attribute' in b && a.attribute === b.attribute
  return 'relation' in a && 'relation' in b && a.relation === b.relation
}

/** Names every object has of its own; an answer stored under one could not be told from it. */
function isReserved(key: string): boolean {
  return key in {}
}
