import { type ChargeReply, ledgerRoutes } from '@zmht/shared/contract'
import { isPlaceId, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import type { Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { districtOf, findPlace, placeFacts, tailOf } from '../../hierarchy/index'
import { contactOf } from '../../permissions/index'
import type { Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type ChargeRecord, chargesOfAccount, readAsked, readCharge, saveCharge } from '../charge.store'
import { kindNames } from '../domain/names'
import { type KeptEntity, readEntity } from '../entity.store'
import { surroundingsOf } from '../graph'
import { pageWithin } from '../register'

const routes = ledgerRoutes

const shown = ({
  account: _account,
  path: _path,
  district: _district,
  by: _by,
  ...charge
}: ChargeRecord): ChargeReply => charge

export const charges = endpoint(routes.charges, async ({ actor }) => ({
  items: (await chargesOfAccount(actor.id)).map(shown),
}))

/** Whom one may ask for: somebody of one's own family, or an organisation. To anybody else nobody exists. */
async function askedFor(actor: Resident, id: string): Promise<KeptEntity> {
  const wanted = await readEntity(entityId(id))
  if (wanted?.kind === 'organisation') return wanted
  const { entities } = await surroundingsOf(entityId(actor.person))
  const found = wanted === undefined ? undefined : entities[wanted.id]
  if (found === undefined || found.kind !== 'person' || found.id === actor.person) throw new Problem('not-found')
  return found
}

/** It is decided where the other lives or stands; where that is not known, where the one who asks lives. */
async function placeOf({ path, concern }: KeptEntity, actor: Resident): Promise<{ path: PlacePath; district: string }> {
  const last = lineageOf(path ?? concern ?? ('' as PlacePath)).at(-1) ?? '' // an empty path has no place
  const own = actor.homes[0]?.placeId
  const found =
    (isPlaceId(last) ? await findPlace(last) : undefined) ?? (own === undefined ? undefined : await findPlace(own))
  if (found === undefined) throw new Problem('home-needed')
  return { path: found.path, district: districtOf(found.tiers) }
}

const invalid = (path: string, message: string): Problem => new Problem('invalid', { fields: [{ path, message }] })

export const askCharge = endpoint(routes.askCharge, async ({ params, body, actor, now }) => {
  const before = await readCharge(params.chargeId)
  if (before !== undefined) {
    if (before.account !== actor.id || before.entity !== body.entity) throw new Problem('key-reused')
    return shown(before)
  }
  const { as, from, until, reason } = body
  if (until !== undefined && until <= from) throw invalid('body.until', '截止日期应晚于开始日期')
  const entity = await askedFor(actor, body.entity)
  const kind = entity.kind === 'organisation' ? 'organisation' : 'person'
  if ((as === 'delegate') !== (kind === 'organisation'))
    throw invalid('body.as', kind === 'organisation' ? '对单位只能是经办人' : '对个人只能是监护人或照护人')
  const record: ChargeRecord = {
    id: params.chargeId,
    state: 'asked',
    account: actor.id,
    entity: entity.id,
    kind,
    name: entity.name || kindNames[entity.kind],
    as,
    from,
    ...(until === undefined ? {} : { until }),
    reason,
    ...(await placeOf(entity, actor)),
    edition: 1,
    by: actor.id,
    at: now,
  }
  if (!(await saveCharge(record))) throw new Problem('changed')
  return shown(record)
})

async function locate({ params }: { params: { chargeId: string } }) {
  const charge = await readCharge(params.chargeId)
  if (charge === undefined) throw new Problem('not-found')
  const place = lineageOf(charge.path).at(-1)
  const lineage: readonly PlaceId[] = place === undefined ? [] : (await placeFacts(place)).lineage
  const resource: Resource = { kind: 'entity', id: charge.entity, lineage }
  return { resource, owner: charge.account, loaded: charge }
}

/** What is done already by the same is left as it is: its answer was lost. */
async function settled(
  charge: ChargeRecord,
  next: Pick<ChargeRecord, 'state' | 'by' | 'at' | 'answer'>,
  edition: number,
  from: readonly ChargeRecord['state'][],
): Promise<ChargeReply> {
  if (charge.edition === edition + 1 && charge.state === next.state && charge.by === next.by) return shown(charge)
  if (charge.edition !== edition) throw new Problem('changed')
  if (!from.includes(charge.state)) throw new Problem('step-not-allowed')
  const record: ChargeRecord = { ...charge, ...next, edition: edition + 1 }
  if (!(await saveCharge(record))) throw new Problem('changed')
  return shown(record)
}

export const endCharge = endpoint(routes.endCharge, {
  locate,
  handle: async ({ loaded, body, actor, now }) =>
    settled(loaded, { state: 'ended', by: actor.id, at: now, answer: body.reason }, body.edition, ['asked', 'held']),
})

export const askedCharges = endpoint(routes.askedCharges, async ({ territory, query }) => {
  const { items, next } = await pageWithin(territory, query.cursor, readAsked)
  const found = await Promise.all(items.map(({ id }) => readCharge(id)))
  return {
    items: await Promise.all(found.filter((one) => one?.state === 'asked').map((one) => shownToDecide(one))),
    ...(next === undefined ? {} : { next }),
  }
})

async function shownToDecide(charge: ChargeRecord | undefined) {
  if (charge === undefined) throw new Problem('not-found')
  const contact = await contactOf(charge.account)
  const place = lineageOf(charge.path).at(-1)
  return {
    ...shown(charge),
    who: contact?.name ?? '',
    phone: contact?.phone ?? '',
    place: place === undefined ? '' : await tailOf(place),
  }
}

export const decideCharge = endpoint(routes.decideCharge, {
  locate,
  handle: async ({ loaded, body, actor, now }) => {
    const state = body.accept ? ('held' as const) : ('declined' as const)
    return settled(loaded, { state, by: actor.id, at: now, answer: body.reason }, body.edition, ['asked'])
  },
})
