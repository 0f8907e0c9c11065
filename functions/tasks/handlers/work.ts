import { taskRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { findPlace, isNowWithin } from '../../hierarchy/index'
import { type GridFacts, gridsOnDutyOf } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { merged } from '../domain/work'
import { pageSize, routedTo, type WorkPosition } from '../work.store'
import { isAllowed, isNarrowed, placesIn, shown, workWithin } from '../work-list'

export const work = endpoint(taskRoutes.work, async ({ bounds, query }) => workWithin(bounds, query.cursor))

export const myWork = endpoint(taskRoutes.myWork, async ({ actor, bounds, territory, query }) => {
  const after = positionOf(query.cursor)
  const { everywhere } = territory
  const places = placesIn(bounds)
  const isNarrow = isNarrowed(bounds)
  const isInside = async ({ within }: GridFacts): Promise<boolean> =>
    everywhere || ((await findPlace(within))?.lineage.some((place) => places.includes(place)) ?? false)
  const onDuty = await gridsOnDutyOf(actor.id)
  // On duty for a grid gives no right to see what lies outside the posts' own places.
  const checked = (await Promise.all(onDuty.map(async (grid) => ((await isInside(grid)) ? [grid] : [])))).flat()
  const page = merged(await Promise.all(checked.map(({ id }) => routedTo(id, after))), pageSize)
  // What was moved out of its grid a moment ago is still listed there.
  const inside = await Promise.all(
    page.items.map(async (item) => {
      const within = checked.find(({ id }) => id === item.grid)?.within
      const isHere = within !== undefined && (await isNowWithin(item.path, within))
      return isHere && (!isNarrow || (await isAllowed(item, bounds))) ? [item] : []
    }),
  )
  return {
    items: await shown(inside.flat()),
    ...(page.after === undefined ? {} : { next: `${page.after.due}~${page.after.id}` }),
  }
})

/** @throws Problem `invalid` for what this list never gave. */
function positionOf(cursor: string | undefined): WorkPosition | undefined {
  if (cursor === undefined) return undefined
  const [, due, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]{12}Z)~(r[0-9a-z]{20})$/.exec(cursor) ?? []
  if (due !== undefined && id !== undefined) return { due, id }
  throw new Problem('invalid', {
    fields: [{ path: 'query.cursor', message: '翻页位置不正确，请从第一页重新看起' }],
  })
}
