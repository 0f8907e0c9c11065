import type { TaskMeasureBy } from '@zmht/shared/measures'
import { taskMeasureBys } from '@zmht/shared/measures'
import { itemType } from '../platform/table/item'

/** A measure an organisation keeps for its tasks: what it counts, and what it is called. */
export interface KeptMeasure {
  readonly organisation: string
  readonly attribute: string
  readonly by: TaskMeasureBy
  readonly title: string
}

export const keptMeasureItem = itemType({
  model: { entity: 'keptMeasure', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    attribute: { type: 'string', required: true },
    by: { type: taskMeasureBys, required: true },
    title: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'KEPTMEASURES#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: ['attribute', 'by'], template: '${attribute}#${by}', casing: 'none' },
    },
  },
})

/** What an organisation keeps: some tens. Strongly consistent. */
export async function readKeptMeasures(organisation: string): Promise<readonly KeptMeasure[]> {
  const { data } = await keptMeasureItem().query.primary({ organisation }).go({ pages: 'all', consistent: true })
  return data
}

export async function saveKeptMeasure(measure: KeptMeasure): Promise<void> {
  await keptMeasureItem().put(measure).go()
}

export async function dropKeptMeasure({ organisation, attribute, by }: Omit<KeptMeasure, 'title'>): Promise<void> {
  await keptMeasureItem().delete({ organisation, attribute, by }).go()
}
