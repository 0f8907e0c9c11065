import type { UnitContactReply, UnitEntryReply, UnitReportReply, UnitsReply } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

export type UnitId = PlaceId | 'whole'

/** @throws Problem `no-such-place` for anything but a place or the whole */
export function unitIdFrom(text: string): UnitId {
  if (text !== 'whole' && !isPlaceId(text)) throw new Problem('no-such-place')
  return text
}

/** What each unit inside a place does of a task; the key is `task/place`. */
export const unitsOf = createResource<UnitsReply>((key) => {
  const [taskId = '', place = ''] = key.split('/')
  if (!isPlaceId(place)) throw new Problem('no-such-place')
  return api.tasks.units({ params: { taskId }, query: { place } })
})

/** What a unit did and what was said to it; the key is `task/unit`. */
export const unitEntriesOf = createResource<readonly UnitEntryReply[]>(async (key) => {
  const [taskId = '', unit = ''] = key.split('/')
  return (await api.tasks.unit({ params: { taskId, unitId: unitIdFrom(unit) } })).entries
})

/** A report as it was made; the key is `task/unit/key`. */
export const unitReportOf = createResource<UnitReportReply>((key) => {
  const [taskId = '', unit = '', report = ''] = key.split('/')
  return api.tasks.unitReport({ params: { taskId, unitId: unitIdFrom(unit), key: report } })
})

/** Who is responsible at a unit; the key is `task/unit`. */
export const unitContactOf = createResource<UnitContactReply>((key) => {
  const [taskId = '', unit = ''] = key.split('/')
  return api.tasks.unitContact({ params: { taskId, unitId: unitIdFrom(unit) } })
})
