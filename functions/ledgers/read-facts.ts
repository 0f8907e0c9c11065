import {
  type AttributeCode,
  type EntityKind,
  isBlank,
  type Knowledge,
  readValue,
  type Value,
} from '@zmht/shared/knowledge'
import { type FieldProblem, Problem } from '@zmht/shared/problems'

/** @returns what somebody entered of an entity, as it is kept. @throws Problem `invalid`: each value that cannot be, with why */
export function readFacts(
  knowledge: Knowledge,
  kind: EntityKind,
  facts: readonly { readonly attribute: AttributeCode; readonly value: Value }[],
): { attribute: AttributeCode; value: Value }[] {
  const problems: FieldProblem[] = []
  const read = facts.flatMap(({ attribute, value }, at) => {
    const what = knowledge.attribute(attribute)
    const path = `body.facts.${at}`
    if (what?.of !== kind) {
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
