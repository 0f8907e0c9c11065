import type { CountsByPlaceReply, ItemReply, TaskCardReply, TaskReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export const taskOf = createResource<TaskReply>((taskId) => api.tasks.task({ params: { taskId } }))
export const itemOf = createResource<ItemReply>((itemId) => api.tasks.item({ params: { itemId } }))

/** Items of a task by state, at a place and each of its children; the key is `task/place`. */
export const countsOf = createResource<CountsByPlaceReply>((key) => {
  const [taskId = '', place = ''] = key.split('/')
  if (!isPlaceId(place)) throw new Problem('no-such-place')
  return api.tasks.taskCounts({ params: { taskId }, query: { place } })
})

/** Whom a task would reach: its places, or the children of one; the key is `task/edition/place`, or without a place. */
export const reachOf = createResource(async (key) => {
  const [taskId = '', , place = ''] = key.split('/')
  return (await api.tasks.previewTask({ params: { taskId }, query: isPlaceId(place) ? { place } : {} })).places
})

/** What is to be done at the official's own place, the earliest due first. */
export const ownTasks = createResource<readonly TaskCardReply[]>(
  async () => (await api.tasks.tasksAt({ query: {} })).items,
)
