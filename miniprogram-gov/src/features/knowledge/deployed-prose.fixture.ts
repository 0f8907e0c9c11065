import { readKnowledgeSource } from '@zmht/shared/knowledge/command'
import { byCode, noProse, type Prose, type ProseEntry } from './prose'

/** The prose a deployment brings, for tests: read from the reviewed data as the server's is. */
export function deployedProse(): Prose {
  const { attributes, relations, lists } = readKnowledgeSource()
  const entries = (of: typeof attributes): ProseEntry[] =>
    [...of].map(([code, one]) => ({
      ...one,
      code,
      words: [...one.words],
      maps: [...one.maps],
      subtypes: [...one.subtypes],
    }))
  return {
    attributes: byCode(entries(attributes)),
    relations: byCode(entries(relations)),
    lists: byCode(
      [...lists].map(([code, { standard, definition, source }]) => ({
        ...noProse,
        code,
        standard,
        definition,
        form: source,
      })),
    ),
  }
}
