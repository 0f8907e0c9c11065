import { mintJobId, type ParsedAddressReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import type { PathStep } from '@zmht/shared/ui'
import { api, places } from '@/lib/api'

const pause = 500
const mostLooks = 60

/**
 * Makes what an address names below a known place and is not there yet: a compound, building, unit and door, as one row.
 * @returns the way to the place made.
 * @throws Problem when it was refused, or `unavailable` when it is not done within half a minute.
 */
export async function mintMissing(under: PlaceId, parts: ParsedAddressReply['missing']): Promise<readonly PathStep[]> {
  const row: Record<string, string> = {}
  for (const { level, name } of parts) row[level] = name
  const { compound, building, unit, door } = row
  const jobId = mintJobId()
  let job = await api.hierarchy.mint({
    params: { placeId: under, jobId },
    body: {
      by: 'rows',
      rows: [
        {
          row: 1,
          ...(compound === undefined ? {} : { compound }),
          ...(building === undefined ? {} : { building }),
          ...(unit === undefined ? {} : { unit }),
          ...(door === undefined ? {} : { door }),
        },
      ],
    },
  })
  for (let looks = 0; job.state !== 'done'; looks++) {
    if (job.state === 'failed' || looks > mostLooks) throw new Problem('unavailable')
    await new Promise((resolve) => setTimeout(resolve, pause))
    job = await api.hierarchy.mintProgress({ params: { placeId: under, jobId } })
  }
  let place = under
  for (const { name } of parts) {
    const { items } = await places.loadChildren(place, undefined, name)
    const child = items.find((one) => one.name === name)
    if (child === undefined) throw new Problem('no-such-place')
    place = child.id
  }
  const described = await places.describe(place)
  if (described === undefined) throw new Problem('no-such-place')
  return described.lineage
}
