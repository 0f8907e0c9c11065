import type { PlaceId } from '@zmht/shared/geo'
import { type OrganisationKind, organisationKindCodes } from '@zmht/shared/permission'
import { cached, moving } from '../platform/cache'
import { readBatch } from '../platform/table/batch'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { putIf, type WriteParameters } from '../platform/table/write'
import type { Organisation } from './domain/records'
import type { OrganisationInTree } from './domain/standing'

export type { Organisation } from './domain/records'

interface OrganisationCard {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly ended?: boolean
}

export const organisationItem = itemType({
  model: { entity: 'organisation', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    name: { type: 'string', required: true },
    kind: { type: organisationKindCodes, required: true },
    parentId: { type: 'string', required: true },
    supervisorId: { type: 'string' },
    place: { type: CustomAttributeType<PlaceId>('string') },
    phone: { type: 'string' },
    manages: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    ended: { type: CustomAttributeType<{ readonly date: string; readonly into?: string }>('any') },
    version: { type: 'number', required: true },
    /** Who changed it last. */
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<OrganisationCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'ORG#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ORG', casing: 'none' },
    },
    below: {
      index: 'gsi1',
      condition: (organisation: { parentId?: string }) => isSome(organisation.parentId),
      pk: { field: 'gsi1pk', composite: ['parentId'], template: 'ORGS#${parentId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['name', 'id'], template: '${name}#${id}', casing: 'none' },
    },
  },
})

/** Those of the organisations that exist, by id, in one batch. Strongly consistent. */
export async function readOrganisations(ids: readonly string[]): Promise<Map<string, Organisation>> {
  const found = await readBatch(
    [...new Set(ids)].map((id) => ({ id })),
    (keys) => organisationItem().get(keys).go({ consistent: true }),
  )
  return new Map(
    found.map(({ card: _card, by: _by, parentId, ...organisation }) => [
      organisation.id,
      { ...present(organisation), ...(isSome(parentId) ? { parentId } : {}) },
    ]),
  )
}

/** Strongly consistent. */
export const organisationNow = async (id: string): Promise<Organisation | undefined> =>
  (await readOrganisations([id])).get(id)

const organisations = cached(moving, organisationNow)
/** At most 5 s old. */
export const readOrganisation = (id: string): Promise<Organisation | undefined> => organisations.read(id)

/** Higher than that no tree of organisations is. */
export const mostTiers = 12

/** The organisation and those above it, nearest first. At most 5 s old. */
export async function organisationChain(id: string): Promise<string[]> {
  const chain: string[] = []
  for (let next: string | undefined = id; next !== undefined && chain.length < mostTiers; ) {
    const organisation: Organisation | undefined = await readOrganisation(next)
    if (organisation === undefined || chain.includes(organisation.id)) break
    chain.push(organisation.id)
    next = organisation.parentId
  }
  return chain
}

/** These organisations and all above them, by id, read tier by tier. Strongly consistent. */
export async function withThoseAbove(ids: readonly string[]): Promise<ReadonlyMap<string, Organisation>> {
  const known = new Map<string, Organisation>()
  for (let tier = [...new Set(ids)], depth = 0; tier.length > 0 && depth < mostTiers; depth++) {
    const found = await readOrganisations(tier)
    for (const [id, one] of found) known.set(id, one)
    tier = [...new Set([...found.values()].flatMap(({ parentId }) => parentId ?? []))].filter((id) => !known.has(id))
  }
  return known
}

/** An organisation and those above it among the known, nearest first. */
export function chainIn(known: ReadonlyMap<string, Organisation>, id: string): string[] {
  const chain: string[] = []
  for (let next = known.get(id); next !== undefined && !chain.includes(next.id); ) {
    chain.push(next.id)
    next = next.parentId === undefined ? undefined : known.get(next.parentId)
  }
  return chain
}

/** These organisations, each with those above it. Strongly consistent. */
export async function inTree(ids: readonly string[]): Promise<Map<string, OrganisationInTree>> {
  const known = await withThoseAbove(ids)
  return new Map(
    ids.flatMap((id) => {
      const organisation = known.get(id)
      return organisation === undefined ? [] : [[id, { organisation, chain: chainIn(known, id) }] as const]
    }),
  )
}

/** The organisations right below one that have not ended, by name. */
export async function organisationsBelow(parentId: string): Promise<readonly { id: string; name: string }[]> {
  const { data } = await organisationItem().query.below({ parentId }).go({ pages: 'all' })
  return data.flatMap(({ card: { id, name, ended } }) => (ended === true ? [] : [{ id, name }]))
}

/** The enterprises and institutions right below one that are called so and have not ended. */
export async function institutionsCalled(parentId: string, name: string): Promise<readonly string[]> {
  const { data } = await organisationItem().query.below({ parentId }).begins({ name }).go({ pages: 'all' })
  return data.flatMap(({ card }) =>
    card.name === name && card.ended !== true && (card.kind === 'enterprise' || card.kind === 'institution')
      ? [card.id]
      : [],
  )
}

function asItem(organisation: Organisation, by: string) {
  const { id, name, kind, ended, parentId = none } = organisation
  return { ...organisation, parentId, by, card: { id, name, kind, ...(ended === undefined ? {} : { ended: true }) } }
}

/** @returns the put of an organisation: new, or changed since `version - 1`. */
export const organisationPut = (organisation: Organisation, by: string): WriteParameters =>
  organisationItem()
    .put(asItem(organisation, by))
    .where(({ version }, { eq, notExists }) =>
      organisation.version === 1 ? notExists(version) : eq(version, organisation.version - 1),
    )
    .params()

export const forgetOrganisation = (id: string): void => organisations.forget(id)

/** Writes an organisation as it is, whatever was there: for what a deployment starts with. */
export async function saveOrganisation(organisation: Organisation): Promise<void> {
  await putIf(organisationItem().put(asItem(organisation, 'system')).params())
}
