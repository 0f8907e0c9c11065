import type { SectorRule } from '@zmht/shared/answerable'
import type { SupervisionReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { AttributeCode, Knowledge } from '@zmht/shared/knowledge'
import { type PlaceFacts, placeFacts } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { organisationContact } from '../permissions/index'
import { readSupervision, type SupervisionRules, supervisionNow } from './supervision.store'

/** What an attribute is called, and one of its codes. */
export function codeName(
  knowledge: Knowledge,
  attribute: AttributeCode,
  code: string,
): { readonly label: string; readonly name: string } {
  const what = knowledge.attribute(attribute)
  const items = what?.value.type === 'code' ? what.value.items : []
  return { label: what?.name ?? attribute, name: items.find((one) => one.code === code)?.name ?? code }
}

/** An organisation as who looks for it reads it. */
export async function unitOf(id: string): Promise<{ id: string; name: string; phone?: string }> {
  const found = await organisationContact(id)
  return { id, name: found?.name ?? '', ...(found?.phone === undefined ? {} : { phone: found.phone }) }
}

type ShownRule = SupervisionReply['rules'][number]

const showRule = async (knowledge: Knowledge, { attribute, code, organisation }: SectorRule): Promise<ShownRule> => ({
  attribute,
  code,
  ...codeName(knowledge, attribute, code),
  organisation: await unitOf(organisation),
})

/** Who supervises which sector at a place, and what holds there from above. */
export async function showSupervision(place: PlaceFacts, seen?: SupervisionRules): Promise<SupervisionReply> {
  const knowledge = await knowledgeNow()
  const { edition, rules } = seen ?? (await readSupervision(place.id))
  const above = await Promise.all([...place.lineage].reverse().slice(1).map(supervisionNow))
  const shown = await Promise.all(
    above
      .filter((one) => one.rules.length > 0)
      .map(async (one) => ({ place: await named(one.place), rules: await showAll(knowledge, one.rules) })),
  )
  const { id, name, level } = place
  return { place: { id, name, level }, edition, rules: await showAll(knowledge, rules), above: shown }
}

const showAll = (knowledge: Knowledge, rules: readonly SectorRule[]): Promise<ShownRule[]> =>
  Promise.all(rules.map((one) => showRule(knowledge, one)))

async function named(id: PlaceId): Promise<SupervisionReply['place']> {
  const { name, level } = await placeFacts(id)
  return { id, name, level }
}
