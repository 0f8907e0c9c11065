import { attribute, relationType } from '../knowledge/catalogue'
import { fits } from './control-for'
import { type Control, controlKinds, type Form, type Subject } from './form'
import { answeredUnder, chainOf, type FormShape, placeControlOf, shapeOf } from './shape'

/** One thing wrong with a form, in words for the person who puts it together. */
export interface FormProblem {
  readonly control?: string
  readonly subject?: string
  readonly message: string
}

const maxControls = 200
const maxSubjects = 20
const maxCards = 20

/** @returns what keeps a form from being published; nothing when it is ready */
export function checkForm(form: Form): readonly FormProblem[] {
  const shape = shapeOf(form)
  return [
    ...wholeForm(shape),
    ...form.subjects.flatMap((subject) => subjectProblems(shape, subject)),
    ...form.controls.flatMap((control, position) => controlProblems(shape, control, position)),
  ]
}

function wholeForm({ form }: FormShape): readonly FormProblem[] {
  const problems: FormProblem[] = []
  const actors = form.subjects.filter((subject) => subject.is.by === 'actor')
  if (actors.length !== 1) problems.push({ message: '表单里要有且只有一位填写人' })
  if (form.subjects.filter((subject) => subject.is.by === 'submission').length > 1) {
    problems.push({ message: '“本次申请”只能有一个，请删去多余的' })
  }
  if (form.subjects.length > maxSubjects) problems.push({ message: `表单里最多放${maxSubjects}个对象` })
  if (form.controls.length > maxControls) problems.push({ message: `表单里最多放${maxControls}个控件，请分成几张表单` })
  if (!form.controls.some((control) => control.binding)) {
    problems.push({ message: '表单里还没有要填写的内容，请至少放一个控件' })
  }
  return problems
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
  if (is.by === 'submission') return subject.kind === 'event' ? [] : ['本次申请必须是事']
  const source = shape.subject.get(is.of)
  const type = relationType(is.relation)
  if (!type) return ['选用的关系不存在，请重新选择']
  if (!source) return ['所关联的对象不存在，请重新选择']
  if (!shape.subjects.includes(subject)) return ['和填写人之间没有关联，请重新选择关系']
  const [from, to] = is.direction === 'forward' ? [source.kind, subject.kind] : [subject.kind, source.kind]
  if (type.from !== from || type.to !== to) return [`“${type.name}”这种关系不能用在这两个对象之间`]
  const problems: string[] = []
  if (type.code === 'applied-by') problems.push('申请人由系统记录，不用另设对象')
  // Other events of the same people or places could not be told from the submission when the form opens again.
  if (subject.kind === 'event') problems.push('表单里的事只能是本次申请')
  if (shape.form.subjects.some((other) => other !== subject && sameOrigin(other, subject))) {
    problems.push('和另一个对象用了同样的关系，请合并成一个可重复的对象')
  }
  if (turnsBack(shape, subject)) problems.push('沿着同一种关系又绕了回来，指的就是原来的对象，请重新选择关系')
  if (subject.kind === 'place' && !placeControlOf(shape, subject)) {
    problems.push(`请为“${source.name}”放一个“${type.name}”的地点控件，由它来确定是哪里`)
  }
  return problems
}

/** Two subjects with the same origin could not be told apart when the form opens again. */
function sameOrigin(one: Subject, other: Subject): boolean {
  if (one.is.by !== 'relation' || other.is.by !== 'relation') return false
  if (one.is.relation !== other.is.relation || one.is.of !== other.is.of) return false
  return one.is.direction === other.is.direction || relationType(one.is.relation)?.symmetric === true
}

/** Reached backward by a relation with one target, that target is where we came from. */
function turnsBack(shape: FormShape, subject: Subject): boolean {
  const { is } = subject
  if (is.by !== 'relation') return false
  const type = relationType(is.relation)
  const before = shape.subject.get(is.of)?.is
  if (type?.targets !== 'one' || before?.by !== 'relation' || before.relation !== is.relation) return false
  return type.symmetric || (before.direction === 'backward' && is.direction === 'forward')
}

function cardProblems(shape: FormShape, subject: Subject): readonly string[] {
  const { is, many } = subject
  if (!many) return []
  if (is.by !== 'relation') return ['填写人和本次申请不能重复']
  const problems: string[] = []
  const whole = Number.isInteger(many.min) && Number.isInteger(many.max)
  if (!whole || many.min < 0 || many.max < 1 || many.min > many.max || many.max > maxCards) {
    problems.push(`份数要在0到${maxCards}之间，且最少不超过最多`)
  }
  if (chainOf(shape, subject.key).some((key) => shape.subject.get(key)?.many))
    problems.push('可重复的对象里不能再有可重复的对象')
  const type = relationType(is.relation)
  if (type?.targets === 'one' && (is.direction === 'forward' || type.symmetric)) {
    problems.push(`“${type.name}”只能有一个，不能重复`)
  }
  return problems
}

function controlProblems(shape: FormShape, control: Control, position: number): readonly FormProblem[] {
  const problems: string[] = []
  if (isReserved(control.id)) problems.push('编号不能使用，请换一个')
  if (shape.form.controls.some((other, at) => at < position && other.id === control.id)) {
    problems.push('编号和前面的控件重复，请换一个')
  }
  if (!controlKinds.includes(control.kind)) problems.push('控件类型不存在')
  if (control.label.trim() === '' && control.kind !== 'explanation') problems.push('还没有名称')
  problems.push(...bindingProblems(shape, control, position), ...conditionProblems(shape, control, position))
  const called = control.label.trim() || `第${position + 1}个`
  return problems.map((message) => ({ control: control.id, message: `控件“${called}”：${message}` }))
}

function bindingProblems(shape: FormShape, control: Control, position: number): readonly string[] {
  const { binding } = control
  if (control.kind === 'explanation' || control.kind === 'consent') {
    if (binding) return ['说明和同意书不记录资料，请去掉绑定']
    return (control.text ?? '').trim() === '' ? ['还没有写内容'] : []
  }
  if (!binding) return ['还没有选择要记录的资料']
  const subject = shape.subject.get(binding.subject)
  if (!subject) return ['所属的对象不存在，请重新选择']
  const twin = shape.form.controls.some((other, at) => at < position && sameBinding(other, control))
  return [
    ...(twin ? ['和前面的控件记录同一项资料，请删去一个'] : []),
    ...('attribute' in binding
      ? attributeProblems(shape, control, subject, binding.attribute)
      : relationProblems(control, subject, binding.relation)),
  ]
}

function attributeProblems(shape: FormShape, control: Control, subject: Subject, code: string): readonly string[] {
  const what = attribute(code)
  if (!what) return ['记录的资料在城市知识体系里不存在，请重新选择']
  if (what.of !== subject.kind) return [`“${what.name}”不是“${subject.name}”的资料，请重新选择`]
  if (!fits(control.kind, what)) return [`控件类型和“${what.name}”不符，请换一种控件`]
  const asked = shape.attributeControls.get(subject.key)?.find((one) => one.binding.attribute === what.derivedFrom)
  return asked ? [`“${what.name}”可由“${asked.label}”得出，不用再问`] : []
}

function relationProblems(control: Control, subject: Subject, code: string): readonly string[] {
  const type = relationType(code)
  if (!type) return ['记录的关系在城市知识体系里不存在，请重新选择']
  if (control.kind !== 'place' || type.to !== 'place') return ['只有地点可以这样选择，请换一种控件']
  if (type.from !== subject.kind) return [`“${type.name}”不能用在“${subject.name}”上`]
  if (type.targets !== 'one') return [`“${type.name}”可以有多处，不能用一个控件记录`]
  const { is } = subject
  if (is.by === 'relation' && is.relation === code && is.direction === 'backward') {
    return ['这个地点就是关联它的对象，不用再问']
  }
  return []
}

function sameBinding(one: Control, other: Control): boolean {
  const [a, b] = [one.binding, other.binding]
  if (!a || !b || a.subject !== b.subject) return false
  return 'attribute' in a
    ? 'attribute' in b && a.attribute === b.attribute
    : 'relation' in b && a.relation === b.relation
}

function conditionProblems(shape: FormShape, control: Control, position: number): readonly string[] {
  const condition = control.showWhen
  if (!condition) return []
  const at = shape.form.controls.findIndex((other) => other.id === condition.control)
  const other = shape.form.controls[at]
  if (!other) return ['显示条件所看的控件不存在']
  if (at >= position) return ['显示条件只能看排在它前面的控件']
  if (!['choice', 'choices', 'yes-no', 'consent'].includes(other.kind)) return ['显示条件只能看选择题、是否题或同意书']
  if (condition.isOneOf.length === 0) return ['显示条件还没有选择答案']
  const root = shape.repeats.get(answeredUnder(shape, other) ?? '')
  const own = shape.repeats.get(answeredUnder(shape, control) ?? '')
  return root !== undefined && root !== own ? ['显示条件不能看另一组可重复卡片里的控件'] : []
}

/** Names every object has of its own; an answer stored under one could not be told from it. */
function isReserved(key: string): boolean {
  return key in {}
}
