import type { ComparedMeasureReply, KeptMeasureReply, TaskMeasuresReply, TaskSheetReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { type TaskMeasureBy, taskMeasureBys } from '@zmht/shared/measures'
import { Problem } from '@zmht/shared/problems'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** What the answers of a task roll up to; the key is `task/place`. */
export const measuresOf = createResource<TaskMeasuresReply>((key) => {
  const [taskId = '', place = ''] = key.split('/')
  if (!isPlaceId(place)) throw new Problem('no-such-place')
  return api.tasks.taskMeasures({ params: { taskId }, query: { place } })
})

/** The measures the official's organisation keeps. */
export const keptMeasures = createResource<readonly KeptMeasureReply[]>(
  async () => (await api.tasks.keptMeasures()).items,
)

export const byFrom = (text: string): TaskMeasureBy | undefined => taskMeasureBys.find((one) => one === text)

/** One measure over the latest tasks; the key is `attribute/by`. */
export const comparedOf = createResource<ComparedMeasureReply>((key) => {
  const [attribute = '', way = ''] = key.split('/')
  const by = byFrom(way)
  if (by === undefined) throw new Problem('not-found')
  return api.tasks.comparedMeasure({ params: { attribute, by } })
})

/** The template a task is told by, and what can be named in one. */
export const sheetOf = createResource<TaskSheetReply>((taskId) => api.tasks.taskSheet({ params: { taskId } }))
