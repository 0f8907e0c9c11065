import type { ServiceReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { percentileOf } from '@zmht/shared/measures'
import { countedNow, findPlace, tailOf } from '../hierarchy/index'
import { cached, moving } from '../platform/cache'
import { waitedOf } from './measures'

/** From fewer than these nobody is told what is usual. */
const fewestCases = 5

type ExpectedWait = NonNullable<ServiceReply['wait']>

const sketchAt = cached(moving, async (key) => {
  const [channelId = '', place = ''] = key.split('/')
  return (await countedNow(waitedOf(channelId), place as PlaceId)).total // the key was made of one
})

/**
 * How long requests of a channel took near a home: there where there were enough of them, else wider, up to where the channel is offered. As of at most 5 s ago.
 * @returns undefined where too few were closed anywhere
 */
export async function expectedWait(
  channelId: string,
  home: PlaceId,
  reach: readonly PlaceId[],
): Promise<ExpectedWait | undefined> {
  const tiers = (await findPlace(home))?.tiers ?? []
  const widest = tiers.findIndex(({ id }) => reach.includes(id))
  const asked = tiers.filter(({ level }, at) => at >= widest && (level === 'community' || at === widest)).reverse()
  for (const { id } of asked) {
    const buckets = new Map(Object.entries(await sketchAt.read(`${channelId}/${id}`)))
    const of = [...buckets.values()].reduce((sum, one) => sum + one, 0)
    const [usual, most] = [percentileOf(buckets, 50), percentileOf(buckets, 80)]
    if (of < fewestCases || usual === undefined || most === undefined) continue
    return { usual: Math.round(usual), most: Math.round(most), of, where: await tailOf(id) }
  }
  return undefined
}
