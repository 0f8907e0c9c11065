import { type ChoiceReply, ledgerRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import { placeFacts, tailOf } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationFacts } from '../../permissions/index'
import type { Actor } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type KeptEntity, readEntity, readRelations } from '../entity.store'
import { standingWithin } from '../register'

/** Pages looked through, and names answered: what is read does not grow with the place. */
const pagesAtMost = 10
const answersAtMost = 20

/** What may be chosen in a form: organisations, and things that are nobody's own. People are reached by their relations only. */
export const choices = endpoint(ledgerRoutes.choices, async ({ query: { kind, words = '', ids = '' }, actor }) => {
  if (ids !== '') {
    const found = await Promise.all(
      ids
        .split(',')
        .slice(0, answersAtMost)
        .map((id) => readEntity(entityId(id))),
    )
    const known = found.filter((one) => one !== undefined && one.kind === kind)
    return { items: await choosable(known.filter((one) => one !== undefined)) }
  }
  const wanted = words.trim()
  const places = await placesOf(actor)
  const items: ChoiceReply[] = []
  let cursor: string | undefined
  for (let page = 0; page < pagesAtMost && items.length < answersAtMost; page++) {
    const read = await standingWithin(kind, { places, except: [] }, cursor)
    const fitting = read.items.filter(({ name }) => name.includes(wanted))
    const found = await Promise.all(fitting.map(({ id }) => readEntity(id)))
    items.push(...(await choosable(found.filter((one) => one !== undefined))))
    cursor = read.next
    if (cursor === undefined) break
  }
  return { items: items.slice(0, answersAtMost) }
})

/** The street a resident lives in; the places an official's organisations manage. */
async function placesOf(actor: Actor): Promise<readonly PlaceId[]> {
  if (actor.kind === 'official') {
    const managed = await Promise.all(actor.posts.map(({ organisation }) => organisationFacts(organisation)))
    return [...new Set(managed.flatMap((one) => one?.manages ?? []))]
  }
  const around = await Promise.all(
    actor.homes.map(async ({ placeId }) => {
      const { tiers } = await placeFacts(placeId)
      return (tiers.find(({ level }) => level === 'subdistrict') ?? tiers.at(-1))?.id
    }),
  )
  return [...new Set(around.filter((one) => one !== undefined))]
}

async function choosable(found: readonly KeptEntity[]): Promise<ChoiceReply[]> {
  const shown = await Promise.all(
    found.map(async (one) => {
      if (one.kind === 'thing' && (await isSomebodysOwn(one))) return undefined
      const last = one.path?.split('/').at(-1)
      return { id: one.id, name: one.name, note: last === undefined ? '' : await tailOf(last as PlaceId) } // a path is of place ids
    }),
  )
  return shown.filter((one) => one !== undefined)
}

async function isSomebodysOwn({ id }: KeptEntity): Promise<boolean> {
  const knowledge = await knowledgeNow()
  const relations = await readRelations(id)
  return relations.some(
    ({ type, from }) => from === id && type.startsWith('owned-by') && knowledge.relationType(type)?.to === 'person',
  )
}
