import type { SectorRule } from '@zmht/shared/answerable'
import { ledgerRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { type FieldProblem, Problem } from '@zmht/shared/problems'
import { placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationContact, organisationsAbove } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { startAnswering } from '../answerable.job'
import { showSupervision } from '../show-supervision'
import { readSupervision, saveSupervision } from '../supervision.store'

const routes = ledgerRoutes

export const supervision = endpoint(routes.supervision, async ({ params }) =>
  showSupervision(await placeFacts(params.placeId)),
)

export const setSupervision = endpoint(routes.setSupervision, {
  locate: async ({ params }: { params: { placeId: PlaceId } }) => {
    const place = await placeFacts(params.placeId)
    return { resource: { kind: 'duty', id: place.id, lineage: place.lineage }, loaded: place }
  },
  handle: async ({ body, actor, now, loaded: place }) => {
    const rules: readonly SectorRule[] = body.rules
    await check(rules, actor)
    const seen = await readSupervision(place.id)
    const isSame = JSON.stringify(seen.rules) === JSON.stringify(rules)
    const next = { place: place.id, rules, edition: body.edition + 1 }
    // Sent again after no answer came: it is saved already.
    const isSaved = seen.edition === next.edition && isSame
    if (!isSaved && (seen.edition !== body.edition || !(await saveSupervision({ ...next, at: now, by: actor.id }))))
      throw new Problem('changed')
    await startAnswering(place.id, `s${next.edition}`)
    return showSupervision(place, next)
  },
})

/** @throws Problem `invalid`: each rule that cannot be, with why */
async function check(rules: readonly SectorRule[], actor: Official): Promise<void> {
  const knowledge = await knowledgeNow()
  const own = actor.posts.map(({ organisations }) => organisations.at(-1))
  const problems = await Promise.all(
    rules.map(async ({ attribute, code, organisation }, at): Promise<FieldProblem[]> => {
      const what = knowledge.attribute(attribute)
      const items = what?.value.type === 'code' ? what.value.items : []
      if (what === undefined || (what.of !== 'organisation' && what.of !== 'thing') || items.length === 0)
        return [{ path: `body.rules.${at}.attribute`, message: '只能按单位或物的分类来分，请重新选择' }]
      if (!items.some((one) => one.code === code))
        return [{ path: `body.rules.${at}.code`, message: `${what.name}里没有这一类，请重新选择` }]
      if (rules.findIndex((one) => one.attribute === attribute && one.code === code) !== at)
        return [{ path: `body.rules.${at}.code`, message: '这一类已经指定了主管部门，每类只能指定一个' }]
      const found = await organisationContact(organisation)
      const highest = (await organisationsAbove(organisation)).at(-1)
      return found === undefined || found.ended !== undefined || !own.includes(highest)
        ? [{ path: `body.rules.${at}.organisation`, message: '没有找到这个单位，请重新选择' }]
        : []
    }),
  )
  const fields = problems.flat()
  if (fields.length > 0) throw new Problem('invalid', { fields })
}
