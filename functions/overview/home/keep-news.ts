import type { NewsKind } from '@zmht/shared/contract'
import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import { keeperOf } from '../../applications/index'
import { findPlace } from '../../hierarchy/index'
import type { Message } from '../../platform/stream/message'
import { saveNews } from './news.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
/** One field of something that travels as plain data. */
const of = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

/** Who has a request: an organisation, or whoever works in its community. @returns undefined where it lies nowhere */
async function holderOf({ desk, path }: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const organisation = text(of(desk, 'id'))
  if (organisation !== '') return organisation
  const last = lineageOf(text(path) as PlacePath).at(-1) // a request's path is one
  const tiers = (last === undefined ? undefined : await findPlace(last))?.tiers ?? []
  return (tiers.find(({ level }) => level === 'community') ?? tiers.at(-1))?.id
}

/** How each errand stands, by its item. */
const standsOf = (errands: unknown): ReadonlyMap<string, string> =>
  new Map(Array.isArray(errands) ? errands.map((one) => [text(of(one, 'item')), text(of(one, 'stand'))]) : [])

/** A request came to somebody, or what they had handed out came back. */
export async function onRequestNews(message: Message): Promise<void> {
  const { carried, before, change } = message
  const [id, at] = [text(carried.id), text(carried.updatedAt)]
  if (change === 'removed' || id === '' || at === '') return
  const tell = async (kind: NewsKind) => {
    const holder = await holderOf(carried)
    if (holder !== undefined) await saveNews(holder, { kind, id, at })
  }
  if (change === 'added' || text(of(carried.desk, 'id')) !== text(of(before?.desk, 'id'))) await tell('request')
  const stood = standsOf(before?.errands)
  const came = [...standsOf(carried.errands)].some(
    ([item, stand]) => (stand === 'done' || stand === 'back') && stood.get(item) !== stand,
  )
  if (came) await tell('errand')
}

/** A task is to be done at a place. */
export async function onTaskNews({ carried, change }: Message): Promise<void> {
  const [place, id, at] = [text(carried.place), text(carried.id), text(of(carried.card, 'at'))]
  if (change === 'added' && place !== '' && id !== '' && at !== '') await saveNews(place, { kind: 'task', id, at })
}

const failures = ['failed', 'stopped']

/** An application could not do what it was to do by itself. */
export async function onRunNews({ carried, before, change }: Message): Promise<void> {
  const [id, state, at] = [text(carried.bundle), text(carried.state), text(carried.at)]
  if (change === 'removed' || id === '' || at === '' || !failures.includes(state) || text(before?.state) === state)
    return
  const keeper = await keeperOf(id)
  if (keeper !== undefined) await saveNews(keeper, { kind: 'application', id, at })
}

/** Data that an organisation asked for was sent down, or its ask was sent back. */
export async function onProvisionNews({ carried, before, change }: Message): Promise<void> {
  const [asker, id, state] = [text(carried.asker), text(carried.id), text(carried.state)]
  const { history } = carried
  const at = Array.isArray(history) ? text(of(history.at(-1), 'at')) : ''
  const isTold = state === 'in-force' || state === 'returned'
  if (change !== 'removed' && isTold && state !== text(before?.state) && asker !== '' && at !== '')
    await saveNews(asker, { kind: 'provision', id, at })
}
