import {
  type AttributeCode,
  type Bearer,
  bearerName,
  isBlank,
  type Knowledge,
  readValue,
  type Value,
} from '@zmht/shared/knowledge'
import { type FieldProblem, Problem } from '@zmht/shared/problems'

/**
 * @param at where the facts stand in what was sent
 * @returns what somebody entered of an entity or a relation, as it is kept
 * @throws Problem `invalid`: each value that cannot be, with why
 */
export function readFacts(
  knowledge: Knowledge,
  bearer: Bearer,
  facts: readonly { readonly attribute: AttributeCode; readonly value: Value }[],
  at = 'body.facts',
): { attribute: AttributeCode; value: Value }[] {
  const problems: FieldProblem[] = []
  const read = facts.flatMap(({ attribute, value }, position) => {
    const what = knowledge.attribute(attribute)
    const path = `${at}.${position}`
    if (what === undefined || bearerName(what.of) !== bearerName(bearer)) {
      problems.push({ path, message: '这类对象没有这项内容' })
      return []
    }
    if (isBlank(value)) {
      problems.push({ path, message: `请填写${what.name}` })
      return []
    }
    const reading = readValue(what, value)
    if (reading.ok) return [{ attribute, value: reading.value }]
    problems.push({ path, message: `${what.name}：${reading.message}` })
    return []
  })
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
  return read
}
