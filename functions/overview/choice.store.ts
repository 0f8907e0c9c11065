import type { Instant } from '@zmht/shared/knowledge'
import { cached, moving } from '../platform/cache'
import { CustomAttributeType, itemType } from '../platform/table/item'

/** Which numbers the boards of an organisation show. */
export const boardChoiceItem = itemType({
  model: { entity: 'boardChoice', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    measures: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'BOARD#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'BOARD', casing: 'none' },
    },
  },
})

const known = cached(moving, async (organisation) => {
  const { data } = await boardChoiceItem().get({ organisation }).go()
  return data?.measures
})

/** At most 5 s old. @returns nothing where they chose nothing */
export const choiceOf = (organisation: string): Promise<readonly string[] | undefined> => known.read(organisation)

export async function saveChoice(choice: {
  readonly organisation: string
  readonly measures: readonly string[]
  readonly at: Instant
  readonly by: string
}): Promise<void> {
  await boardChoiceItem().put(choice).go()
  known.forget(choice.organisation)
}
