import { rootPlaces, stretchesWithin } from '../hierarchy/index'
import { dayInChina, now } from '../platform/clock'
import { startJob } from '../platform/jobs'
import { isDue } from './domain/duplicates'

/** Looks for two records of one among all who live, or stand, inside places. */
export const duplicatesJob = 'ledgers.duplicates'

const begun = new Set<string>()

/** Begins tonight's part of the search: the districts whose turn it is. Once a day and instance; the same day again is the same job. */
export async function searchNightly(): Promise<void> {
  const day = dayInChina(now())
  if (begun.has(day)) return
  const today = Math.floor(Date.parse(day) / 86_400_000)
  const places = (await stretchesWithin(await rootPlaces())).filter(({ partition }) => isDue(partition, today))
  if (places.length > 0)
    await startJob({
      id: `j-duplicates-${day}`,
      kind: duplicatesJob,
      input: { places: [...new Set(places.map(({ within }) => within))].join(',') },
      by: 'system',
      message: '查找疑似重复的登记',
    })
  begun.add(day)
}
