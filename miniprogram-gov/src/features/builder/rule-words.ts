import { type Expression, type Form, operationName, stepOf } from '@zmht/shared/controls'
import { type Knowledge, showDate } from '@zmht/shared/knowledge'
import { type Against, type Clause, type ClauseValue, readRule } from './rule'
import { type Answers, answersFor, comparisonName, measured, measureNames, measureUnits } from './rule-answers'

/** 「“老人的自理能力”是“轻度依赖”或“中度依赖”」. */
export function sayRule(knowledge: Knowledge, form: Form, expression: Expression): string {
  const rule = readRule(expression)
  if (rule) {
    const says = rule.clauses.map((clause) => sayClause(knowledge, form, clause))
    return says.join(rule.join === 'and' ? '，并且' : '，或者')
  }
  return sayExpression(form, expression)
}

/** @returns what a control is called, or that it is gone */
export function calledIn(form: Form, id: string): string {
  const control = form.controls.find((one) => one.id === id)
  return control ? control.label || '没有名称的内容' : '已移除的内容'
}

function sayClause(knowledge: Knowledge, form: Form, clause: Clause): string {
  const { control: id, measure, how, values, against } = clause
  const control = form.controls.find((one) => one.id === id)
  const answers = measure === undefined ? control && answersFor(knowledge, control) : measured
  const subject = `“${calledIn(form, id)}”${measure === undefined ? '' : `的${measureNames[measure]}`}`
  if (how === 'answered' || how === 'not-answered') return `${subject}${comparisonName(how, answers)}`
  const unit = measure === undefined ? '' : (measureUnits[measure] ?? '')
  const others = against
    ? sayAgainst(form, against)
    : values.length === 0
      ? '（还没有填）'
      : values.map((value) => `${sayValue(answers, value)}${unit}`).join('或')
  return `${subject}${comparisonName(how, answers)}${others}`
}

function sayAgainst(form: Form, against: Against): string {
  if ('control' in against) return `“${calledIn(form, against.control)}”`
  if (against.today === 0) return '填写那天'
  return `填写那天${against.today > 0 ? '后' : '前'} ${Math.abs(against.today)} 天`
}

function sayValue(answers: Answers | undefined, value: ClauseValue): string {
  switch (answers?.by) {
    case 'choice':
      return `“${answers.options.find((one) => one.value === value)?.label ?? value}”`
    case 'moment': {
      const [day = '', time] = String(value).split('T')
      return answers.of === 'time' ? day : `${showDate(day)}${time === undefined ? '' : ` ${time}`}`
    }
    case 'text':
      return `“${value}”`
    default:
      return String(value)
  }
}

/** What people cannot change here is read out operation by operation. */
export function sayExpression(form: Form, expression: Expression): string {
  if (Array.isArray(expression)) return expression.map((one) => sayExpression(form, one)).join('、')
  const step = stepOf(expression)
  if (!step) return expression === true ? '是' : expression === false ? '否' : String(expression ?? '空')
  const { operation, operands } = step
  if (operation === 'var') return `“${calledIn(form, String(operands[0]))}”`
  const parts = operands.map((one) => sayExpression(form, one))
  const name = operationName(operation) ?? operation
  if (operation === 'and' || operation === 'or') return parts.map((part) => `（${part}）`).join(name)
  if (parts.length === 0) return name
  return parts.length === 2 ? `${parts[0]}${name}${parts[1]}` : `${name}（${parts.join('，')}）`
}
