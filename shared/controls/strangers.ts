import type { Knowledge } from '../knowledge/system'
import type { EntityId, Graph } from '../knowledge/types'
import type { AnswerProblem, Form, FormAnswers } from './form'
import { related } from './prefill'
import { answersOf, givenTo, instancesOf, isGiven, placeControlOf, relationOf, shapeOf } from './shape'

/**
 * Answers name entities by id, and an id can be forged: whoever is named must be the actor, or reached from the actor by the
 * form's own relations in the graph. Ask before a patch is applied.
 * @returns the instances that name someone the form does not lead to
 */
export function strangersIn(
  knowledge: Knowledge,
  form: Form,
  answers: FormAnswers,
  graph: Graph,
  given: { readonly actor: EntityId; readonly target?: EntityId; readonly submission?: EntityId },
): readonly AnswerProblem[] {
  const shape = shapeOf(knowledge, form)
  return shape.subjects.flatMap((subject) => {
    // A chosen place is not a claim to know anyone; whether the place may be chosen is asked where the places are.
    if (placeControlOf(shape, subject)) return []
    return Array.from({ length: instancesOf(shape, answers, subject.key) }, (_, index) => index)
      .filter((index) => {
        const { entity } = answersOf(answers, subject.key, index)
        if (entity === undefined) return false
        if (isGiven(subject.is)) return entity !== givenTo(subject.is, given)
        if (subject.is.by === 'submission') return entity !== given.submission
        if (subject.is.by === 'own') return true
        const source = subject.is.of
        const origin = shape.subject.get(source)?.is
        const from =
          origin !== undefined && isGiven(origin)
            ? givenTo(origin, given)
            : answersOf(answers, source, shape.repeats.has(source) ? index : 0).entity
        if (from === undefined || graph.entities[entity]?.kind !== subject.kind) return true
        return !related(graph, from, relationOf(shape, subject.is), subject.is.direction, {}).some(
          (one) => one.entity === entity,
        )
      })
      .map((index) => ({
        subject: subject.key,
        index,
        control: '',
        message: `“${subject.name}”的资料和您没有关联，请重新填写`,
      }))
  })
}
