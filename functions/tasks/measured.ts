import type { MeasuredReply, ShownMeasureReply, TaskContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { attributeOf, idOfTaskMeasure, measuredIn, optionsOf, type Tally, unitOf } from '@zmht/shared/measures'
import { countedNow } from '../hierarchy/index'
import { talliedOf } from './measures'
import type { Task } from './task.store'

/** What the measures of a task come to somewhere, by their ids. */
export type MeasuredById = Record<string, MeasuredReply>

/** The measures of a task as they are told. */
export function shownMeasures({ form, measures = [] }: TaskContent, knowledge: Knowledge): ShownMeasureReply[] {
  return measures.map((measure) => {
    const unit = unitOf(knowledge, form, measure)
    const attribute = attributeOf(form, measure)
    return {
      id: idOfTaskMeasure(measure),
      title: measure.title,
      by: measure.by,
      ...(unit === undefined ? {} : { unit }),
      options: optionsOf(knowledge, form, measure).map(({ code, name }) => ({ code, name })),
      ...(attribute === undefined ? {} : { attribute }),
    }
  })
}

/** @returns what the measures of a task come to, read from the sum of all tallies somewhere */
export function toldOf({ measures = [] }: TaskContent, tally: Tally): MeasuredById {
  return Object.fromEntries(
    measures.map((measure) => {
      const { groups, ...rest } = measuredIn(measure, tally)
      return [idOfTaskMeasure(measure), { ...rest, ...(groups === undefined ? {} : { groups: { ...groups } }) }]
    }),
  )
}

/** What the measures of a task come to at a place and at each of its children; a task without any costs no read. */
export async function measuredAt({ id, content }: Task, place: PlaceId) {
  if (content.measures === undefined || content.measures.length === 0)
    return { tally: {}, here: {}, of: (): MeasuredById => ({}) }
  const { total, children } = await countedNow(talliedOf(id), place)
  const byPlace = new Map(children.map((child) => [child.place, child.groups]))
  return {
    tally: total,
    here: toldOf(content, total),
    of: (child: PlaceId): MeasuredById => toldOf(content, byPlace.get(child) ?? {}),
  }
}
