import type { NoticeNumbersReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { countsByPlace, placeFacts, tailOf } from '../../hierarchy/index'
import { sumWithin } from './domain/fence'
import type { Notice } from './domain/notice'
import { crowdWithin, lineagesOf } from './fence'
import { receiptsOf } from './measures'

/** A place as a reach names it. */
export async function placeOf(id: PlaceId) {
  const { name, level } = await placeFacts(id)
  return { id, name, level, tail: await tailOf(id) }
}

const told = ({ read = 0, answered = 0, ...options }: Readonly<Record<string, number>>) => ({
  read,
  answered,
  options: { ...options },
})

/** Who read a notice and what was answered, at a place and each place inside it that it goes to; live. */
export async function numbersAt(notice: Notice, id: PlaceId): Promise<NoticeNumbersReply> {
  const { place, groups, children } = await countsByPlace(receiptsOf(notice.id), id)
  const lineages = await lineagesOf(notice.fence, [id, ...children.map((child) => child.id)])
  const isInside = (at: PlaceId) => sumWithin(notice.fence, at, lineages).plus.length > 0
  if (!isInside(id)) throw new Problem('not-found')
  const own = await crowdWithin(notice.fence, id, lineages)
  return {
    place,
    ...own,
    ...told(groups),
    children: await Promise.all(
      children
        // Whoever moved house meanwhile read it where they lived then.
        .filter((child) => isInside(child.id) || child.total > 0)
        .map(async ({ id: at, name, level, hasChildren, groups: theirs }) => ({
          ...{ id: at, name, level, hasChildren },
          ...(await crowdWithin(notice.fence, at, lineages)),
          ...told(theirs),
        })),
    ),
  }
}
