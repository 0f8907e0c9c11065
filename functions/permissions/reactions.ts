import { isPlaceId } from '@zmht/shared/geo'
import { chargeKindCodes } from '@zmht/shared/permission'
import { auditWrite } from '../platform/audit.store'
import type { Message, Reactions } from '../platform/stream/message'
import { transact } from '../platform/table/write'
import { changeStanding } from './account.store'
import { saveApplication } from './application.store'
import { accountOf } from './domain/accounts'
import { withHome } from './domain/homes'
import { dropCovers } from './grid.store'
import { takeEffect } from './handovers'
import { mergerDue, startMerger } from './merger'
import { handoverDue } from './personnel'
import { handedOverParts, readPersonnel } from './personnel.store'
import { keepRoster } from './roster'
import { keepSight } from './sight-rules'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Who wrote it, told by the item itself; `system` where nobody did. */
async function audit(message: Message): Promise<void> {
  const { carried } = message
  await auditWrite({
    id: message.id,
    actor: text(carried.by) || 'system',
    action: `${message.entity}.${message.change}`,
    subject: `${message.entity}/${text(carried.id) || text(carried.entityId) || text(carried.place) || text(carried.organisation) || text(carried.code)}`,
    at: message.at,
  })
}

/** A person's name became known: the account that belongs to them shows it. */
async function nameAccount({ carried, before }: Message): Promise<void> {
  const { id, kind, name } = carried
  if (kind !== 'person' || typeof id !== 'string' || typeof name !== 'string' || name === '') return
  if (before?.name === name) return
  await changeStanding(accountOf(id), (standing) => (standing.name === name ? undefined : { ...standing, name }))
}

/** A person lives somewhere else now: the services of the new place are theirs from the next request on. */
async function moveHome(message: Message): Promise<void> {
  const { type, entityId, direction, other, since } = message.carried
  if (type !== 'resides-at' || direction !== 'forward' || message.change === 'removed') return
  const placeId = text(other)
  const at = text(since)
  if (!isPlaceId(placeId)) return
  await changeStanding(accountOf(text(entityId)), (standing) => {
    const home = standing.homes.find(({ label }) => label === '常住')
    if (home !== undefined && (home.placeId === placeId || home.at >= at)) return undefined
    return { ...standing, homes: withHome(standing.homes, { placeId, label: '常住', at }) }
  })
}

/** A grid was switched to another set of places: the covers of the former set mean nothing any more. */
async function dropFormerCovers({ carried, before }: Message): Promise<void> {
  const places = Array.isArray(before?.places) ? before.places.map(text).filter(isPlaceId) : []
  if (before === undefined || before.stamp === carried.stamp) return
  await dropCovers(text(before.id), text(before.stamp), places)
}

/** A service is made or called otherwise: permissions name it. */
async function nameApplication({ carried, change }: Message): Promise<void> {
  const { card, place } = carried
  const title = typeof card === 'object' && card !== null && 'title' in card ? text(card.title) : ''
  const [id, organisation] = [text(carried.id), text(carried.organisationId)]
  if (change === 'removed' || !id || !title || !organisation || typeof place !== 'string' || !isPlaceId(place)) return
  await saveApplication({ id, title, place, organisation })
}

/** Somebody may act for another, or no longer. What was told later stays. */
async function keepCharge({ carried }: Message): Promise<void> {
  const { state, edition } = carried
  const [id, account, entity, from, until] = [
    carried.id,
    carried.account,
    carried.entity,
    carried.from,
    carried.until,
  ].map(text)
  const as = chargeKindCodes.find((code) => code === carried.as)
  if (!id || !account || !entity || !from || as === undefined || typeof edition !== 'number') return
  const charge = { entity, as, from, ...(until ? { until } : {}), held: state === 'held', edition }
  await changeStanding(account, (standing) =>
    (standing.charges?.[id]?.edition ?? 0) >= edition
      ? undefined
      : { ...standing, charges: { ...standing.charges, [id]: charge } },
  )
}

/** Who is where changed: kept ready for looking up, and told to the audit. */
async function keptAndAudited(message: Message): Promise<void> {
  await keepRoster(message)
  await audit(message)
}

/** The day of an operation has come. */
async function onDue({ carried }: Message): Promise<void> {
  const subject = text(carried.subject)
  if (carried.kind === handoverDue) return takeEffect(subject)
  if (carried.kind !== mergerDue) return
  const operation = await readPersonnel(subject)
  if (operation !== undefined) await startMerger(operation)
}

/** A piece of work went over to somebody else because of an operation: counted with it, once. */
async function countHandedOver({ carried, change }: Message): Promise<void> {
  const cause = text(carried.cause)
  if (change === 'added' && cause !== '')
    await transact(handedOverParts(cause, `${text(carried.requestId) || text(carried.itemId)}#${text(carried.key)}`))
}

export const reactions: Reactions = {
  entity: async (message) => {
    await nameAccount(message)
    await audit(message)
  },
  relation: async (message) => {
    await moveHome(message)
    // Kept at both ends, said once.
    if (message.carried.direction === 'forward') await audit(message)
  },
  charge: async (message) => {
    await keepCharge(message)
    await audit(message)
  },
  provision: async (message) => {
    await keepSight(message)
    await audit(message)
  },
  operation: audit,
  channel: async (message) => {
    await nameApplication(message)
    await audit(message)
  },
  request: audit,
  organisation: keptAndAudited,
  post: keptAndAudited,
  official: keptAndAudited,
  grant: audit,
  client: audit,
  standing: audit,
  duty: audit,
  supervision: audit,
  grid: audit,
  gridPlaces: dropFormerCovers,
  personnelOperation: audit,
  handoverRules: audit,
  cataloguePost: audit,
  step: countHandedOver,
  taskStep: countHandedOver,
  due: onDue,
}
