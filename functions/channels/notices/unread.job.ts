import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { lineageOf, pathOf } from '@zmht/shared/geo'
import type { EntityId, Instant } from '@zmht/shared/knowledge'
import { findPlace, isNowWithin, type Stretch, stretchesWithin } from '../../hierarchy/index'
import { peopleIn } from '../../ledgers/index'
import { accountOf, chargesOf } from '../../permissions/index'
import { now } from '../../platform/clock'
import type { JobStep } from '../../platform/jobs'
import { isMeant } from './concerned'
import { isFenced } from './domain/fence'
import type { Notice } from './domain/notice'
import { readNotice } from './notice.store'
import { type Reader, readersIn, readReaders } from './reader.store'
import { readReceipts } from './receipt.store'
import { readRun, saveRun, saveUnreadPart, type UnreadRow } from './run.store'

/** Works out who has not read a notice. */
export const unreadJob = 'channels.notice-unread'

/** First those with an account by their homes, then those who are registered and were not among them. */
const passes = ['first', 'second', 'people'] as const
type Pass = (typeof passes)[number]

interface Stand {
  readonly pass: number
  readonly stretch: number
  readonly from?: string
  /** Pages looked at: what each wrote is named by it. */
  readonly page: number
  readonly unread: number
  readonly unreached: number
  readonly read: number
}

const pageSize = 100
const pagesOfOneStep = 10

/** One step: some pages of those who live where the notice goes. Done again it writes the same parts over. */
export const unreadStep: JobStep = async ({ cursor, input, id }) => {
  const notice = await readNotice(input.notice ?? '')
  if (notice === undefined) return { done: 0, total: 0, finished: true, message: '这条通知已经不在了' }
  const stretches = await stretchesWithin(notice.fence.places)
  let stand: Stand | undefined =
    cursor === undefined ? { pass: 0, stretch: 0, page: 0, unread: 0, unreached: 0, read: 0 } : JSON.parse(cursor)
  let last = stand
  for (let looked = 0; stand !== undefined && looked < pagesOfOneStep; looked++) {
    last = stand
    const pass = passes[stand.pass]
    const stretch = stretches[stand.stretch]
    if (pass === undefined) {
      stand = undefined
    } else if (stretch === undefined) {
      const { from: _from, ...rest }: Stand = stand
      stand = { ...rest, pass: stand.pass + 1, stretch: 0 }
    } else {
      last = stand = await page(notice, id, pass, stretch, stand)
    }
  }
  const { unread = 0, unreached = 0, read = 0 } = stand ?? last ?? {}
  const done = unread + unreached + read
  if (stand !== undefined)
    return { cursor: JSON.stringify(stand), done, total: done, finished: false, message: `已核对 ${done} 人` }
  const run = await readRun(notice.id, id)
  if (run !== undefined) await saveRun({ ...run, counts: { unread, unreached, read } })
  return {
    done,
    total: done,
    finished: true,
    message: `共 ${done} 人：已读 ${read} 人，未读 ${unread} 人，没有账号 ${unreached} 人`,
  }
}

/** Somebody who lives where the notice goes, by the home that says so. */
interface Looked {
  readonly person: EntityId
  readonly home: PlacePath
  readonly account: boolean
}

async function page(notice: Notice, run: string, pass: Pass, stretch: Stretch, stand: Stand): Promise<Stand> {
  const { items, next } = await peopleOf(notice, pass, stretch, stand.from)
  const at = now()
  const meant = await onlyMeant(items, notice, at)
  const receipts = await readReceipts(meant.map(({ person }) => ({ receiver: person, noticeId: notice.id })))
  const left = meant.filter(({ person }) => receipts.of(person, notice.id) === undefined)
  await write(run, stand.page, left)
  const { from: _from, ...rest } = stand
  return {
    ...rest,
    ...(next === undefined ? { stretch: stand.stretch + 1 } : { from: next }),
    page: stand.page + 1,
    unread: stand.unread + left.filter(({ account }) => account).length,
    unreached: stand.unreached + left.filter(({ account }) => !account).length,
    read: stand.read + meant.length - left.length,
  }
}

async function peopleOf(
  { fence }: Notice,
  pass: Pass,
  { partition, path, within }: Stretch,
  from: string | undefined,
): Promise<{ readonly items: readonly Looked[]; readonly next?: string }> {
  const page =
    pass === 'people' ? await peopleIn(partition, path, from, pageSize) : await listed(pass, partition, path, from)
  const readers = await readReaders(page.items.map(({ id }) => id))
  const looked = await Promise.all(
    page.items.map(async ({ id, path: home }): Promise<Looked[]> => {
      if (!(await isNowWithin(home, within)) || !(await isInside(fence, home))) return []
      const by = await homeOf(readers.get(id), fence)
      // Whoever is reached by an account is looked at once: by the first of their homes that is inside.
      if (pass === 'people') return by === undefined ? [{ person: id, home, account: false }] : []
      return by === home ? [{ person: id, home, account: true }] : []
    }),
  )
  return { items: looked.flat(), ...(page.next === undefined ? {} : { next: page.next }) }
}

/** Those listed by one of their homes, with that home. */
async function listed(pass: 'first' | 'second', district: string, path: PlacePath, from: string | undefined) {
  const { items, next } = await readersIn(pass, district, path, from, pageSize)
  const readers = await readReaders(items)
  const found = items.flatMap((id) => {
    const home = readers.get(id)?.homes[pass === 'first' ? 0 : 1]
    return home === undefined ? [] : [{ id, path: home.path }]
  })
  return { items: found, ...(next === undefined ? {} : { next }) }
}

async function homeOf(reader: Reader | undefined, fence: Notice['fence']): Promise<PlacePath | undefined> {
  for (const { path } of reader?.homes ?? []) if (await isInside(fence, path)) return path
  return undefined
}

/** By the edges as they are: a copied path may be behind a move. */
async function isInside(fence: Notice['fence'], path: PlacePath): Promise<boolean> {
  const last = lineageOf(path).at(-1)
  const place = last === undefined ? undefined : await findPlace(last)
  return place !== undefined && isFenced(fence, place.lineage)
}

async function onlyMeant(items: readonly Looked[], { fence }: Notice, at: Instant): Promise<readonly Looked[]> {
  if (fence.audience === undefined && fence.ledger === undefined) return items
  const found = await Promise.all(
    items.map(async (one) => {
      // As it is asked when they read: those they act for are looked at where the family is meant.
      const charges = fence.audience?.who === 'family' && one.account ? await chargesOf(accountOf(one.person), at) : []
      return (await isMeant(one.person, charges, fence, at)) ? [one] : []
    }),
  )
  return found.flat()
}

/** What a page found, in parts by community, so that each finds its own. */
async function write(run: string, page: number, left: readonly Looked[]): Promise<void> {
  const parts = new Map<PlacePath, UnreadRow[]>()
  for (const { person, home, account } of left) {
    const path = await communityPath(home)
    parts.set(path, [...(parts.get(path) ?? []), { p: person, h: home, a: account }])
  }
  const part = String(page).padStart(6, '0')
  await Promise.all([...parts].map(([path, rows]) => saveUnreadPart({ run, path, part, rows })))
}

/** The way to the community somebody lives in; the whole where there is none. */
async function communityPath(path: PlacePath): Promise<PlacePath> {
  const lineage = lineageOf(path)
  for (const [at, id] of lineage.entries())
    if ((await levelOf(id)) === 'community') return pathOf(lineage.slice(0, at + 1))
  return path
}

const levelOf = async (id: PlaceId) => (await findPlace(id))?.level
