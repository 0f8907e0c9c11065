import { isPlaceId } from '@zmht/shared/geo'
import { auditWrite } from '../platform/audit.store'
import type { Message, Reactions } from '../platform/stream/message'
import { changeStanding } from './account.store'
import { accountOf } from './domain/accounts'
import { withHome } from './domain/homes'
import { dropCovers } from './grid.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Who wrote it, told by the item itself; `system` where nobody did. */
async function audit(message: Message): Promise<void> {
  const { carried } = message
  await auditWrite({
    id: message.id,
    actor: text(carried.by) || 'system',
    action: `${message.entity}.${message.change}`,
    subject: `${message.entity}/${text(carried.id) || text(carried.entityId) || text(carried.place)}`,
    at: message.at,
  })
}

/** A person's name became known: the account that belongs to them shows it. */
async function nameAccount(message: Message): Promise<void> {
  const { id, kind, name } = message.carried
  if (kind !== 'person' || typeof id !== 'string' || typeof name !== 'string' || name === '') return
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

export const reactions: Reactions = {
  entity: async (message) => {
    await nameAccount(message)
    await audit(message)
  },
  relation: async (message) => {
    await moveHome(message)
    await audit(message)
  },
  operation: audit,
  channel: audit,
  request: audit,
  organisation: audit,
  post: audit,
  standing: audit,
  duty: audit,
  grid: audit,
  gridPlaces: dropFormerCovers,
}
