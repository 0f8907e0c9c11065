import type { PlacePath } from '@zmht/shared/geo'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { ledgerFacts, standingOf } from '../ledgers/index'
import type { Message, Reactions } from '../platform/stream/message'
import { madeFor } from './bundle.store'
import { chosenIn, momentsOfItem, momentsOfRequest } from './domain/moments'
import { goOn } from './go-on'
import { setOff } from './set-off'
import { wiresFrom } from './wire.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const pathOf = (value: unknown): PlacePath => text(value) as PlacePath // as their slices keep it
const entityOf = (value: unknown): { entity?: EntityId } =>
  text(value) === '' ? {} : { entity: entityId(text(value)) }

async function onRequest({ carried, before, change, at }: Message): Promise<void> {
  if (change === 'removed') return
  const id = text(carried.id)
  const moments = momentsOfRequest(carried, before)
  if (moments.length === 0) return
  const path = await whereItHappened(carried)
  for (const moment of moments)
    await setOff({
      source: text(carried.channelId),
      ...moment,
      time: at,
      // Whose it is stands with the request, for those who may read it.
      about: { kind: 'request', id, name: `${text(carried.title)} ${text(carried.number)}`.trim() },
      ...entityOf(carried.person),
      path,
      touched: [`request/${id}`],
    })
}

/** What a request is about is not always where its author lives. */
async function whereItHappened({ spot, path }: Message['carried']): Promise<PlacePath> {
  const standing = text(spot) === '' ? undefined : await standingOf(entityId(text(spot)))
  return standing === undefined || standing.path === '' ? pathOf(path) : standing.path
}

async function onItem({ carried, before, change, at }: Message): Promise<void> {
  if (change === 'removed') return
  const [id, taskId] = [text(carried.id), text(carried.taskId)]
  for (const moment of momentsOfItem(carried, before))
    await setOff({
      source: taskId,
      ...moment,
      time: at,
      about: { kind: 'item', id, name: text(carried.place) },
      ...entityOf(carried.subject),
      path: pathOf(carried.path),
      touched: [`task/${taskId}`],
    })
}

async function onReceipt({ carried, before, change, at }: Message): Promise<void> {
  if (change === 'removed') return
  const [receiver, noticeId] = [text(carried.receiver), text(carried.noticeId)]
  for (const chosen of chosenIn(carried, before))
    await setOff({
      source: noticeId,
      at: chosen,
      key: String(carried.version),
      time: at,
      about: { kind: 'receipt', id: receiver, name: '读通知的居民' },
      ...entityOf(receiver),
      path: pathOf(carried.path),
      touched: [`notice/${noticeId}`],
    })
}

/** A row came or went. While a ledger is brought together for the first time nobody is new in it. */
async function onRow({ carried, change, at, id }: Message): Promise<void> {
  const ledger = text(carried.ledger)
  if (change === 'changed' || (await wiresFrom(ledger)).length === 0) return
  if (carried.picked !== true && (await ledgerFacts(ledger))?.arranging !== false) return
  const entity = text(carried.entityId)
  await setOff({
    source: ledger,
    at: change,
    key: id,
    time: at,
    about: { kind: 'entity', id: entity, name: (await standingOf(entityId(entity)))?.home ?? '' },
    ...entityOf(entity),
    path: pathOf(carried.path),
    touched: [`row/${ledger}/${entity}`],
  })
}

/** An organisation agreed to take part in a service: the application that waited for it is opened further, for who opened it. */
async function onConsent({ carried, change }: Message): Promise<void> {
  if (change === 'removed' || carried.state !== 'given') return
  const bundle = await madeFor(text(carried.channelId))
  if (bundle !== undefined) await goOn(bundle)
}

export const reactions: Reactions = {
  channelConsent: onConsent,
  request: onRequest,
  taskItem: onItem,
  noticeReceipt: onReceipt,
  ledgerRow: onRow,
}
